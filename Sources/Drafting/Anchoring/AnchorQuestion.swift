package import PlanDocuments

/// One question of anchoring a goal: where it ends, where it starts, what it may cost.
package enum AnchorQuestion: String, CaseIterable, Sendable {
  case goal, success, origin, deadline, time, money, energy, support, skills, obstacles

  /// As it is asked.
  package var words: String {
    switch self {
    case .goal: "What do you want to have reached? One sentence."
    case .success: "How could anyone tell that it is reached? A number, a day, a thing that can be shown."
    case .origin: "Where do you start, honestly? What is done already, what is not?"
    case .deadline: "By which day?"
    case .time:
      "How many hours does it get, and when? Like 5 hours a week, 2h mon-fri, 45 minutes four mornings a week."
    case .money: "What may it cost?"
    case .energy: "When do you have the strength for it, and when not?"
    case .support: "Who can help, and who has to agree?"
    case .skills: "What would you have to learn for it?"
    case .obstacles: "What got in the way before?"
    }
  }

  /// Why it is asked, in a few words.
  package var reason: String {
    switch self {
    case .goal: "the end that everything is worked back from"
    case .success: "without it the last tenth never ends"
    case .origin: "most plans begin further ahead than the person"
    case .deadline: "the day that decides what has to be true before"
    case .time: "hours that are really there"
    case .money, .energy, .support, .skills: "limits shape the path"
    case .obstacles: "what stopped it once stands there still"
    }
  }

  /// What a goal lacks that the plan cannot be made well without, most needed first.
  package static func lacking(in anchor: GoalAnchor, vaultHasHours: Bool) -> [AnchorQuestion] {
    allCases.filter { question in
      switch question {
      case .goal: anchor.goal.isEmpty
      case .success: anchor.success?.isEmpty ?? true
      case .origin: anchor.origin.isEmpty
      case .deadline: anchor.deadline == nil
      case .time: anchor.time.isEmpty && !vaultHasHours
      case .money, .energy, .support, .skills: anchor.constraints.isEmpty
      case .obstacles: anchor.obstacles.isEmpty
      }
    }
  }

  /// The words that say that somebody does not know, or has nothing to say.
  package static func isDontKnow(_ answer: String) -> Bool {
    if answer.contains(where: \.isNumber) { return false }
    let words = TextWords.words(of: answer.replacing("’", with: "'"), .letters, and: "'").joined(separator: " ")
      .replacing("'", with: "")
    return [
      "", "dont know", "i dont know", "do not know", "i do not know", "no idea", "not sure", "idk", "none", "nothing",
      "no", "pass", "skip", "unknown",
      "later", "n a",
    ].contains(words)
  }

  /// Writes an answer into the anchor.
  ///
  /// - Throws: `BadValue` where a day or hours cannot be read.
  package func answer(_ words: String, in anchor: inout GoalAnchor, today: Day) throws(BadValue) {
    switch self {
    case .goal: anchor.goal = words
    case .success: anchor.success = words
    case .origin: anchor.origin = parts(of: words)
    case .deadline:
      guard
        let day = DayPhrase.day(words, today: today) ?? DeadlineWords.day(in: words, today: today)
          ?? DeadlineWords.day(in: "by " + words, today: today) ?? DeadlineWords.day(in: "in " + words, today: today)
      else { throw BadValue("a day is written 2027-03-31, +12w, 31 march, or in 6 months") }
      guard day > today else { throw BadValue("\(day.description) is not after today, \(today.description)") }
      anchor.deadline = day
    case .time:
      switch try Hours(reading: Array((HoursPhrase.entry(words) ?? words).utf8)[...]) {
      case .none: anchor.time = ["none"]
      case .entries(let entries): anchor.time = entries.map(\.written)
      }
    case .money, .energy, .support, .skills: anchor.constraints.append("\(rawValue): \(words)")
    case .obstacles: anchor.obstacles = parts(of: words)
    }
  }

  /// Several things in one answer stand apart with semicolons.
  private func parts(of words: String) -> [String] {
    words.split(separator: ";").map(\.trimmedBlanks).filter { !$0.isEmpty }
  }
}
