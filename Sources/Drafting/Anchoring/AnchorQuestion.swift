package import PlanDocuments

/// One question of anchoring a goal: where it ends, where it starts, what it may cost.
package enum AnchorQuestion: String, CaseIterable, Sendable {
  case goal, success, origin, deadline, time, obstacles, money, energy, support, skills

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

  /// So many questions are asked at most.
  package static let most = 7

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
      anchor.deadline = try Self.end(words, today: today)
    case .time:
      switch try Hours(reading: Array(Self.hours(words, today: today).utf8)[...]) {
      case .none: anchor.time = ["none"]
      case .entries(let entries): anchor.time = entries.map(\.written)
      }
    case .money, .energy, .support, .skills: anchor.constraints.append("\(rawValue): \(words)")
    case .obstacles: anchor.obstacles = parts(of: words)
    }
  }

  /// The day that somebody's words mean, in whatever way they say it; nil where they want none.
  package static func end(_ words: String, today: Day) throws(BadValue) -> Day? {
    if let day = DayPhrase.day(words, today: today) {
      guard day > today else { throw BadValue("\(day.description) is not after today, \(today.description)") }
      return day
    }
    switch EndReading(words, today: today) {
    case .day(let day): return day
    case .open: return nil
    case .unclear(let reason): throw BadValue(reason)
    }
  }

  /// Hours in the format's own way, from whatever way somebody says them; the words themselves where they can't be read.
  package static func hours(_ words: String, today: Day) -> String {
    if (try? Hours(reading: Array(words.utf8)[...])) != nil { return words }
    return HoursAnswer.entries(words, today: today) ?? words
  }

  /// Several things in one answer stand apart with semicolons.
  private func parts(of words: String) -> [String] {
    words.split(separator: ";").map(\.trimmedBlanks).filter { !$0.isEmpty }
  }
}
