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
