import PlanDocuments
package import PlanOutput
package import TextStyling
import VaultStorage

/// What the program tells the shell.
package enum ExitStatus: Int32, Sendable {
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
package struct Failure: Error, Sendable {
  package var status: ExitStatus
  /// Empty where the result has said it all.
  package var message: StyledText

  package init(_ status: ExitStatus, _ message: StyledText = "") {
    self.status = status
    self.message = message
  }

  /// The result was printed, and the answer is "no".
  package static let findings = Failure(.findings)

  /// The day that a phrase means.
  static func day(_ phrase: String, today: Day) throws(Failure) -> Day {
    guard let day = DayPhrase.day(phrase, today: today) else {
      throw Failure(
        .wrongUse, "“\(phrase)” is no day that I can read. Write it like \(StyledText(DayPhrase.examples)).")
    }
    return day
  }

  /// “ Did you mean …?” to put behind a sentence; empty where nothing is near.
  static func suggestion(for word: String, in candidates: some Sequence<String>) -> StyledText {
    let near = NearestWords.to(word, in: candidates)
    return near.isEmpty ? "" : " Did you mean \(WorkWords.list(near, last: "or"))?"
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
