import Drafting
import ModelBackends
import PlanDocuments
import PlanSessions
import TextStyling

/// Asks what a goal needs to be anchored, one question at a time; without a terminal the answers are the lines of standard input.
struct AnchorTalk {
  let terminal: Terminal
  let shelf: PlaybookShelf
  var anchor: GoalAnchor
  /// Questions of the playbook with their answers.
  var asked: [(question: String, answer: String)] = []
  /// Steps that the person has in mind, for a new goal.
  var steps: [String] = []
  /// The questions that were asked.
  private var count = 0
  /// The person has ended the questions.
  private var hasEnded = false
  /// A model was asked and gave no answer, which was told.
  var modelFailed = false

  init(_ terminal: Terminal, shelf: PlaybookShelf, anchor: GoalAnchor) {
    self.terminal = terminal
    self.shelf = shelf
    self.anchor = anchor
  }

  /// Asks what is lacking, in order; stops where the input ends.
  ///
  /// - Parameter asksSteps: the question for steps comes after them.
  mutating func ask(_ questions: [AnchorQuestion], asksSteps: Bool = false) throws {
    guard !questions.isEmpty else { return }
    if terminal.isInteractive {
      terminal.tell(
        "At most \(AnchorQuestion.most) questions, one at a time. Enter, or “don't know”, is an answer too. Ctrl-D ends the questions; Ctrl-C ends everything, and nothing is written."
      )
    }
    // The last one asks for steps.
    for question in questions.prefix(AnchorQuestion.most - (asksSteps ? 1 : 0)) {
      count += 1
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
      terminal.streams.ask("\n\(question.words)\n\("(\(question.reason))", .quiet)\n> ")
      guard let line = terminal.readAnswer() else { return false }
      let answer = line.trimmingBlanks
      if AnchorQuestion.isDontKnow(answer) {
        guard question == .goal else { return true }
        terminal.tell(
          "Without it there is nothing to anchor. Even a rough sentence will do; it can be changed at any time.")
        guard terminal.isInteractive else { return false }
        continue
      }
      do {
        let before = anchor.time
        try question.answer(answer, in: &anchor, today: terminal.today)
        let hours = anchor.time.joined(separator: ", ")
        if anchor.time != before, hours != answer { terminal.tell("That is written \(hours).") }
        if question == .deadline, let day = anchor.deadline, day.description != answer { tellEnd(day, answer) }
        return true
      } catch {
        let meant = Failure.meant(error)
        guard terminal.isInteractive else { throw Failure(.wrongUse, "“\(answer)”: \(error.reason).\(meant)") }
        terminal.tell("I cannot read “\(answer)”: \(error.reason).\(meant)")
      }
    }
  }

  private func tellEnd(_ day: Day, _ words: String) {
    let (year, month, number) = day.civil
    terminal.tell(
      "Deadline: \(day.weekday.name) \(number) \(MonthNames.name(month)) \(year) (from “\(HarmlessText.line(words))”).")
  }

  var playbook: Playbook? {
    shelf.nearest(to: anchor)
  }

  private func tellPlaybook() {
    guard let playbook else { return }
    terminal.tell(
      playbook.isGeneral
        ? "\nNo playbook knows this kind of goal; the plan will be a general one."
        : "\nThe nearest playbook: \(playbook.title), usually \(WorkWords.wait(playbook.lasts ?? Wait(low: 56, high: 182)))."
    )
  }

  private func tellVagueness(after question: AnchorQuestion) {
    guard let example = AnchoredExample.sentence(for: anchor, playbook: playbook, today: terminal.today) else { return }
    if question == .goal {
      terminal.tell("\nNothing in it says when it is reached. Anchored it could read:\n  \(example)")
    } else {
      terminal.tell("\nStill nothing that could be counted or shown. For example:\n  \(example)")
    }
  }

  /// What a question of the playbook asks is not said yet.
  private func isOpen(_ question: Playbook.Question) -> Bool {
    switch question.key {
    case "day": anchor.deadline == nil
    case "level": anchor.origin.isEmpty
    case "cost", "money": !anchor.constraints.contains { $0.hasPrefix("money") }
    default: true
    }
  }

  /// The playbook's own questions, and the steps that the person has in mind.
  mutating func askPlaybook() {
    guard !hasEnded else { return }
    if let playbook {
      for question in playbook.asks.filter(isOpen).map(\.words).prefix(max(0, AnchorQuestion.most - 1 - count)) {
        count += 1
        terminal.streams.ask("\n\(HarmlessText.line(question))\n> ")
        guard let answer = terminal.readAnswer()?.trimmingBlanks else {
          hasEnded = true
          return
        }
        if !AnchorQuestion.isDontKnow(answer) { asked.append((question, answer)) }
      }
    }
    terminal.streams.ask("\nWhich steps do you have in mind already? One a line; an empty line ends.\n")
    while true {
      terminal.streams.ask("> ")
      guard let step = terminal.readAnswer()?.trimmingBlanks, !step.isEmpty else { return }
      if !AnchorQuestion.isDontKnow(step) { steps.append(step) }
    }
  }
}

extension AnchorTalk {
  /// Asks the person what a model wants to know; answers go where they belong.
  mutating func ask(_ missing: [AnchorAnswer.Missing]) throws {
    for question in missing { guard try ask(question) else { break } }
  }

  /// False where the input has ended.
  private mutating func ask(_ missing: AnchorAnswer.Missing) throws -> Bool {
    while true {
      terminal.streams.ask("\n\(missing.question)\n\("(for \(missing.field):)", .quiet)\n> ")
      guard let line = terminal.readAnswer() else { return false }
      if AnchorQuestion.isDontKnow(line) { return true }
      do {
        try take(line, for: missing.field)
        return true
      } catch {
        guard terminal.isInteractive else { throw Failure(.wrongUse, "“\(line)”: \(error.reason).") }
        terminal.tell("I cannot read “\(line)”: \(error.reason).")
      }
    }
  }

  private mutating func take(_ answer: String, for field: String) throws(BadValue) {
    switch field {
    case "deadline": try AnchorQuestion.deadline.answer(answer, in: &anchor, today: terminal.today)
    case "time": try AnchorQuestion.time.answer(answer, in: &anchor, today: terminal.today)
    case "goal": anchor.goal = answer
    case "success": anchor.success = [anchor.success, answer].compactMap(\.self).joined(separator: "; ")
    case "origin": anchor.origin.append(answer)
    case "obstacles": anchor.obstacles.append(answer)
    default: anchor.constraints.append(answer)
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
