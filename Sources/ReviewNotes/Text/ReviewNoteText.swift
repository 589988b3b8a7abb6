import PlanDocuments
import PlanModel
import TextStyling

/// The lines of a review note's block, section by section.
package enum ReviewNoteText {
  /// The sections by the names that `review:` in `mm.md` gives them.
  private static let sections: [(name: String, lines: @Sendable (ReviewFacts, NoteWords) -> [String])] = [
    ("done", DoneSection.lines), ("goals", GoalsSection.lines), ("decide", DecideSection.lines),
    ("next", NextWeekSection.lines), ("weeks", WeeksSection.lines), ("back", BackSection.lines),
    ("questions", QuestionsSection.lines),
  ]

  package static let sectionNames = sections.map(\.name)

  /// What stands between the markers, without them: the headline, the named sections in their order, the sources, and
  /// the records that the next run reads.
  ///
  /// A name that is no section is passed over.
  package static func lines(_ facts: ReviewFacts, sections names: [String] = sectionNames) -> [String] {
    let words = NoteWords(folder: facts.folder, today: facts.today)
    var parts = [HeadlineSection.lines(facts, words)]
    for name in names {
      guard let section = sections.first(where: { $0.name == name }) else { continue }
      parts.append(section.lines(facts, words))
    }
    if !facts.sources.isEmpty { parts.append(["*" + words.text(facts.sources) + "*"]) }
    parts.append(DecisionRecords.comments(facts))
    let filled = parts.filter { !$0.isEmpty }
    return Array(filled.joined(separator: [""]))
  }
}

/// The week, its one decision in two sentences, and what became of the last one.
enum HeadlineSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    var lines = ["# Week \(facts.period.week.number), \(DayRangeWords.long(facts.period.days))"]
    if let first = facts.headline.first {
      let rest = facts.headline.dropFirst().map { " " + words.text($0) }.joined()
      lines += ["", "**" + words.text(first, plainly: true) + "**" + rest]
    }
    if let past = facts.lookingBack {
      let outcome = past.outcome.isEmpty ? "" : " " + words.text(past.outcome)
      lines += ["", "*Decided on \(words.day(past.decision.day)):* \(past.decision.words)" + outcome]
    }
    if facts.lookingBack == nil, facts.wasLeftOpen {
      lines += ["", "*Last time* no choice was ticked; the dates stayed as they were."]
    }
    return lines
  }
}

/// One or two questions that only the person can answer.
enum QuestionsSection {
  static let most = 2

  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let questions = facts.questions.prefix(most)
    guard !questions.isEmpty else { return [] }
    return ["## \(questions.count == 1 ? "One question" : "Two questions")", ""]
      + questions.enumerated().map { "\($0.offset + 1). \(words.text($0.element))" }
  }
}
