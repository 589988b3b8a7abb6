import Drafting
import PlanDocuments
import PlanOutput
import TextStyling

/// Asks what a goal needs to be anchored, one question at a time; without a terminal the answers are the lines of standard input.
struct AnchorTalk {
  let session: Session
  let shelf: PlaybookShelf
  var anchor: GoalAnchor
  /// Questions of the playbook with their answers.
  var asked: [(question: String, answer: String)] = []
  /// Steps that the person has in mind, for a new goal.
  var steps: [String] = []
  /// The person has ended the questions.
  private var hasEnded = false
  /// A model was asked and gave no answer, which was told.
  var modelFailed = false

  init(_ session: Session, shelf: PlaybookShelf, anchor: GoalAnchor) {
    self.session = session
    self.shelf = shelf
    self.anchor = anchor
  }

  /// Asks what is lacking, in order; stops where the input ends.
  mutating func ask(_ questions: [AnchorQuestion]) throws {
    guard !questions.isEmpty else { return }
    if session.isInteractive {
      session.tell(
        "One question at a time. Enter, or “don't know”, is an answer too. Ctrl-D ends the questions; Ctrl-C ends everything, and nothing is written."
      )
    }
    for question in questions {
      let before = anchor
      guard try ask(question) else {
        hasEnded = true
        return
      }
      if question == .goal { tellPlaybook() }
      // An answer that was none needs no second example.
      if question == .goal || question == .success && anchor != before { tellVagueness(after: question) }
    }
  }

  /// False where the input has ended.
  private mutating func ask(_ question: AnchorQuestion) throws -> Bool {
    while true {
      session.streams.ask("\n\(question.words)\n\("(\(question.reason))", .quiet)\n> ")
      guard let line = session.readAnswer() else { return false }
      let answer = line.trimmingBlanks
      if AnchorQuestion.isDontKnow(answer) {
        guard question == .goal else { return true }
        session.tell(
          "Without it there is nothing to anchor. Even a rough sentence will do; it can be changed at any time.")
        guard session.isInteractive else { return false }
        continue
      }
      do {
        let before = anchor.time
        try question.answer(answer, in: &anchor, today: session.today)
        let hours = anchor.time.joined(separator: ", ")
        if anchor.time != before, hours != answer { session.tell("That is written \(hours).") }
        return true
      } catch {
        let meant: StyledText = error.suggestion.map { " Did you mean \($0)?" } ?? ""
        guard session.isInteractive else { throw Failure(.wrongUse, "“\(answer)”: \(error.reason).\(meant)") }
        session.tell("I cannot read “\(answer)”: \(error.reason).\(meant)")
      }
    }
  }

  var playbook: Playbook? {
    shelf.choice(for: anchor.goal).playbook.map { shelf.playbooks[$0] }
  }

  private func tellPlaybook() {
    guard let playbook else { return }
    session.tell(
      playbook.isGeneral
        ? "\nNo playbook knows this kind of goal; the plan will be a general one."
        : "\nThe nearest playbook: \(playbook.title), usually \(WorkWords.wait(playbook.lasts ?? Wait(low: 56, high: 182)))."
    )
  }

  private func tellVagueness(after question: AnchorQuestion) {
    guard let example = AnchoredExample.sentence(for: anchor, playbook: playbook, today: session.today) else { return }
    if question == .goal {
      session.tell("\nNothing in it says when it is reached. Anchored it could read:\n  \(example)")
    } else {
      session.tell("\nStill nothing that could be counted or shown. For example:\n  \(example)")
    }
  }

  /// The playbook's own questions, and the steps that the person has in mind.
  mutating func askPlaybook() {
    guard !hasEnded else { return }
    if let playbook {
      for question in playbook.questions {
        session.streams.ask("\n\(HarmlessText.line(question))\n> ")
        guard let answer = session.readAnswer()?.trimmingBlanks else {
          hasEnded = true
          return
        }
        if !AnchorQuestion.isDontKnow(answer) { asked.append((question, answer)) }
      }
    }
    session.streams.ask("\nWhich steps do you have in mind already? One a line; an empty line ends.\n")
    while true {
      session.streams.ask("> ")
      guard let step = session.readAnswer()?.trimmingBlanks, !step.isEmpty else { return }
      if !AnchorQuestion.isDontKnow(step) { steps.append(step) }
    }
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmingBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
