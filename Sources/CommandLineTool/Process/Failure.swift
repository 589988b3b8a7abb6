import PlanDocuments
import PlanOutput
import PlanSessions
import TextStyling
import VaultStorage

/// What the program tells the shell.
enum ExitStatus: Int32, Sendable {
  case fine = 0
  /// Findings, or "no".
  case findings = 1
  case wrongUse = 2
  /// Nothing was changed.
  case refused = 3
  /// Somebody else changed the file meanwhile; their text is kept.
  case changedMeanwhile = 4
}

/// Why a command ends without its result: a sentence or two for the person, and the exit status.
struct Failure: Error, Sendable {
  var status: ExitStatus
  /// Empty where the result has said it all.
  var message: StyledText

  init(_ status: ExitStatus, _ message: StyledText = "") {
    self.status = status
    self.message = message
  }

  /// The result was printed, and the answer is "no".
  static let findings = Failure(.findings)

  /// “ Did you mean …?” to put behind a sentence; empty where nothing is near.
  static func suggestion(_ near: [String]) -> StyledText {
    near.isEmpty ? "" : " Did you mean \(WorkWords.list(near, last: "or"))?"
  }
}

extension Failure {
  /// What went wrong with git, and what to do.
  init(_ error: GitError) {
    switch error {
    case .untrusted(let reason):
      self.init(.refused, "git was not run here: \(reason).")
    case .busy(let reason):
      self.init(.refused, "git is busy: \(reason). Finish that first.")
    case .tookTooLong(let command):
      self.init(.refused, "git \(command) took too long and was stopped.")
    case .failed(let command, let message):
      let lines = message.split(separator: "\n").map { "\n  \($0)" as StyledText }.joined(by: "")
      self.init(.refused, "git \(command) failed:\(lines)")
    }
  }

  /// What went wrong on the disk, and what to do.
  init(_ error: VaultError) {
    switch error {
    case .noVault(let folder):
      self.init(
        .wrongUse,
        "No vault here: neither \(folder) nor a folder above it has a file mm.md. mm init makes one, --vault names one."
      )
    case .notAVault(let folder, let namedBy):
      self.init(
        .wrongUse, "\(folder) (from \(namedBy)) is no vault: there is no file mm.md in it. mm init makes one.")
    case .unreadable(let path, let reason):
      self.init(.wrongUse, "\(path) cannot be read: \(reason).")
    case .refused(let path, let reason):
      let subject: StyledText = path.bytes.isEmpty ? "Nothing was changed" : "\(path.description) was not changed"
      self.init(.refused, "\(subject): \(reason).")
    case .changedMeanwhile(let path):
      self.init(
        .changedMeanwhile,
        "\(path.description) was changed by someone else meanwhile. Their text is kept, nothing was written. Run the command again."
      )
    case .incomplete(let path, let reason):
      self.init(
        .refused, "The change stopped at \(path.description): \(reason). mm undo takes back what was written.")
    }
  }
}

extension Failure {
  /// What was asked for and cannot be done, and what to do.
  init(_ error: SessionError) {
    switch error {
    case .noStateFolder:
      self.init(
        .refused, "Neither HOME nor XDG_STATE_HOME is set, so there is no place for the copies that undo needs.")
    case .disk(let error): self.init(error)
    case .git(let error): self.init(error)
    case .noRepository(let root):
      self.init(.wrongUse, "--commit needs git, and \(root) is in no git repository. git init makes one.")
    case .unsavedText(let path):
      self.init(.refused, "\(path.description) was not changed: its text is not saved yet.")
    case .configuration(let problem): self.init(.wrongUse, problem.words)
    case .name(let problem): self.init(.wrongUse, Failure.words(problem))
    case .value(let problem): self.init(.wrongUse, Failure.words(problem))
    case .edit(let refusal, let text): self.init(refusal, in: text)
    case .writes(let reason, let today):
      self.init(.refused, "Nothing was changed: \(SentenceText.text(reason, today: today)).")
    case .openMilestones(let open, let goal):
      let names = open.prefix(3) + (open.count > 3 ? ["\(open.count - 3) more"] : [])
      self.init(
        .refused,
        "\(goal) is not complete: \(WorkWords.list(Array(names))) \(open.count == 1 ? "is" : "are") open. mm set \(goal) status done says it all the same."
      )
    case .unknownChoice(let number, let count):
      self.init(
        .wrongUse,
        "There is no choice \(number); there \(count == 1 ? "is one" : count == 0 ? "are none" : "are \(count)"). mm recalibrate shows what there is."
      )
    case .noPlaybooks: self.init(.wrongUse, "There is no playbook at all.")
    case .unknownPlaybook(let name, let near):
      self.init(
        .wrongUse, "There is no playbook “\(name)”.\(Failure.suggestion(near)) mm playbooks lists them.")
    case .unfitID(let id, let slug):
      self.init(.wrongUse, "“\(id)” is no id. Write it like \(slug.isEmpty ? "book" : slug).")
    case .takenID(let id): self.init(.wrongUse, "There is a goal “\(id)” already. mm draft \(id) drafts on it.")
    case .noGoal(let path): self.init(.refused, "\(path.description) would be no goal.")
    case .unfinishedGoal(let id, let open, let done):
      self.init(
        .refused,
        "\(id) is not finished: \(WorkWords.count(open, "milestone")) open, \(done) complete. A playbook is made from what was really done."
      )
    case .existingPlaybook(let path):
      self.init(.refused, "\(path.description) is there already. --name gives the new one another name.")
    case .foreignEvents(let name):
      self.init(.refused, "\(name) holds events that are not mm’s, so it is not written over. Name another file.")
    case .noFeeds:
      self.init(
        .wrongUse, "Your configuration names no feeds. A line of feeds: is a name and a secret address.")
    case .noCurl: self.init(.refused, "Feeds are fetched with curl, and there is no curl on this machine.")
    case .model(let problem): self.init(problem)
    }
  }

  private init(_ problem: ModelProblem) {
    switch problem {
    case .unknown(let name, let near, let isAnySetUp):
      let known: StyledText =
        isAnySetUp ? " mm draft --with lists those that are set up." : " None is set up; mm draft --with says how."
      self.init(.wrongUse, "There is no model “\(name)”.\(Failure.suggestion(near))\(known)")
    case .unreadable(let file, let problem): self.init(.wrongUse, "\(file): \(problem).")
    case .unwritableAnswers(let folder):
      self.init(
        .refused, "\(folder) cannot be written, and the answer would be kept there. Nothing was asked.")
    case .unreadableAnswer(let file):
      self.init(.wrongUse, "\(file) cannot be read, or is no answer of a model.")
    case .unusableTasks(let source, _): self.init(.refused, "The tasks of \(source) cannot be used.")
    case .absent(let absence), .interrupted(let absence):
      self.init(.refused, "\(absence.reason) Nothing was changed.\(absence.kept)")
    }
  }

  /// A name that cannot be found, or may be several.
  private static func words(_ problem: NameProblem) -> StyledText {
    switch problem {
    case .unknown(let name, let near):
      return "Nothing is called “\(name)”.\(suggestion(near)) mm list shows every name."
    case .ambiguous(let name, let candidates):
      let shown = candidates.prefix(5).joined(separator: ", ") + (candidates.count > 5 ? ", …" : "")
      return "“\(name)” may be any of \(candidates.count): \(shown). Write a little more of it."
    case .unknownGoal(let name, let near): return "“\(name)” is no goal.\(suggestion(near))"
    case .unknownTask(let words, let milestone, let near):
      return "\(milestone) has no task “\(words)”.\(suggestion(near))"
    case .fileOutsidePlan(let name): return "\(name) is part of no goal."
    case .noBoxOnLine(let line, let path):
      return
        "Line \(line) of \(path.description, .place) isn't a box of the plan. The file may have changed since you looked."
    case .boxOutsidePlan(let name): return "The box at \(name) is not part of the plan."
    }
  }

  /// A value that cannot be read, or does not fit.
  private static func words(_ problem: ValueProblem) -> StyledText {
    switch problem {
    case .unreadableDay(let phrase):
      return "“\(phrase)” is no day that I can read. Write it like \(StyledText(DayPhrase.examples))."
    case .unreadableHours(let words, nil):
      return "“\(words)” are no hours that I can read. Write them like 12h/week or 1h mon-fri."
    case .unreadableHours(let words, let problem?):
      return "“\(words)” are no hours that I can read: \(problem.reason).\(meant(problem))"
    case .unreadableBuffer(let words, let problem): return "“\(words)” is no buffer: \(problem.reason)."
    case .unreadableEnd(let words, let problem): return "I cannot take “\(words)” as the end: \(problem.reason)."
    case .deadlineWithoutGoal(let words):
      return "--deadline needs a goal: mm forecast GOAL --deadline \(words)."
    case .unknownField(let field, let owner, let near, let known):
      let kind: StyledText =
        switch owner {
        case .settings: "mm.md"
        case .goal: "A goal"
        case .milestone: "A milestone"
        case .task: "A task"
        }
      return "\(kind) has no field “\(field)”.\(suggestion(near)) There are: \(WorkWords.list(known))."
    case .finding(let message): return "\(message) Nothing was changed."
    }
  }

  /// “ Did you mean …?” after what is wrong with a value; empty where nothing is near.
  static func meant(_ problem: BadValue) -> StyledText {
    problem.suggestion.map { " Did you mean \($0)?" } ?? ""
  }

  /// Why an edit is not made, with the line that it is about.
  private init(_ refusal: EditRefusal, in text: SourceText?) {
    guard let text else {
      self.init(.refused, "\(refusal.place.path.description) was not changed. \(refusal.reason)")
      return
    }
    let (line, column) = text.position(of: Int(refusal.place.span.start))
    let quoted = text.string(text.lineSpan(line - 1))
    self.init(
      .refused,
      "\(text.path.description):\(line):\(column): \(refusal.reason) Nothing was changed.\n  \(quoted)")
  }
}

extension ModelAbsence {
  /// “ What came is in …”, or empty.
  var kept: StyledText { file.map { " What came is in \(StyledText($0, .place))." } ?? "" }
  var words: StyledText { StyledText(reason) + kept }
}
