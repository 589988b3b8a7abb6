import PlanDocuments
import PlanModel
import Recalibration
import TextStyling

/// The lines of a review note's block, section by section.
package enum ReviewNoteText {
  /// The sections by the names that `review:` in `mm.md` gives them.
  private static let sections: [(name: String, lines: @Sendable (ReviewFacts, NoteWords) -> [String])] = [
    ("done", DoneSection.lines), ("goals", GoalsSection.lines), ("decide", DecideSection.lines),
    ("next", NextWeekSection.lines), ("questions", QuestionsSection.lines), ("details", DetailsSection.lines),
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
    parts.append(DecisionRecords.comments(facts))
    let filled = parts.filter { !$0.isEmpty }
    return Array(filled.joined(separator: [""]))
  }
}

/// The week, the truth about it in a few sentences, and what became of the last decision.
enum HeadlineSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    var lines = ["# Week \(facts.period.week.number), \(DayRangeWords.long(facts.period.days))"]
    if let first = facts.headline.first {
      let rest = facts.headline.dropFirst().map { " " + words.text($0) }.joined()
      lines += ["", "**" + words.text(first, plainly: true) + "**" + rest]
    }
    if !facts.chanceMoves.isEmpty {
      let moves = facts.chanceMoves.map { move in
        "\(MarkdownText.escaped(move.goal.title)) \(ChanceWords.percent(move.before)) → \(ChanceWords.percent(move.now))"
      }
      lines += ["", "*Since the last review:* " + moves.joined(separator: "; ") + "."]
    }
    if let past = facts.lookingBack {
      let outcome = past.outcome.isEmpty ? "" : " " + words.text(past.outcome)
      lines += ["", "*Decided on \(words.day(past.decision.day)):* \(past.decision.words)" + outcome]
    }
    return lines
  }
}

/// One or two questions that only the person can answer.
enum QuestionsSection {
  static let most = 2

  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let choice = facts.decide.choices.question
    let questions = facts.questions.prefix(choice == nil ? most : most - 1)
    var lines = ["## Questions"]
    if let choice {
      lines += [
        "", words.text(choice.sentence), "", DecideSection.proposal("It doesn't have to wait.", choice.blockID),
      ]
    }
    lines += questions.flatMap { ["", words.text($0)] }
    return lines.count > 1 ? lines : []
  }
}
