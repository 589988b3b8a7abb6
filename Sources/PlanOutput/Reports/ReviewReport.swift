package import JSONText
package import PlanDocuments
package import PlanModel
import Recalibration
package import ReviewNotes
package import TextStyling

/// What a review comes to, on the terminal: the week's one decision, where the note lies, what was written and what was not.
package struct ReviewReport: Sendable {
  /// The week's note.
  package let path: VaultPath
  private let facts: ReviewFacts
  private let change: VaultChange
  private let decisions: [NoteDecision]
  private let notWritten: [Sentence]
  private let today: Day
  private let isWritten: Bool

  /// - Parameters:
  ///   - path: of the week's note.
  ///   - change: the note, and what was ticked.
  ///   - decisions: what was ticked and is written with it.
  ///   - notWritten: ticks that are not, and why.
  package init(
    _ facts: ReviewFacts, note path: VaultPath, change: VaultChange, decisions: [NoteDecision], notWritten: [Sentence],
    today: Day, isWritten: Bool
  ) {
    self.facts = facts
    self.path = path
    self.change = change
    self.decisions = decisions
    self.notWritten = notWritten
    self.today = today
    self.isWritten = isWritten
  }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    var text: StyledText = ""
    let headline = facts.headline.map(words)
    if !headline.isEmpty { text += headline.joined(by: " ").wrapped(width) + "\n\n" }
    for sentence in notWritten { text += ("Not written: " + words(sentence)).wrapped(width) + "\n\n" }
    let others = change.files.filter { $0.path != path }
    if !others.isEmpty { text += ChangeReport(VaultChange(title: change.title, files: others)).text + "\n" }
    text += note + "\n"
    return text + next
  }

  private var note: StyledText {
    let path = StyledText(path.description, .place)
    if change.files.isEmpty { return "The note: \(path), as it was." }
    if !isWritten { return "The note would be \(path). Nothing was written: this was a dry run." }
    return "The note: \(path)"
  }

  private var next: StyledText {
    let choices = facts.decide.choices.offered.count
    let small = facts.decide.choices.small.count
    var text: StyledText = ""
    if !decisions.isEmpty {
      text = isWritten ? "What was ticked is written; mm undo takes it back.\n" : "What was ticked would be written.\n"
    }
    guard choices + small > 0 else { return text.isEmpty ? "There is nothing to decide this week.\n" : text }
    let counts = [
      choices > 0 ? WorkWords.count(choices, "choice") : nil,
      small > 0 ? WorkWords.count(small, "small proposal") : nil,
    ].compactMap(\.self)
    return text + "\(WorkWords.list(counts)) to decide on: tick in the note, save, and run mm review again.\n"
  }

  private func words(_ sentence: Sentence) -> StyledText { SentenceText.text(sentence, today: today) }

  package static let version = 1

  package var json: JSONValue {
    let choices: [JSONValue] = (facts.decide.choices.offered + facts.decide.choices.small).map { choice in
      [
        "number": .integer(choice.number), "id": .string(choice.blockID),
        "sentence": .string(words(choice.sentence).plain), "advised": .bool(choice.isAdvised),
        "fits_everything": .bool(choice.fitsEverything),
      ]
    }
    let decided: [JSONValue] = decisions.map { decision in
      ["id": .string(decision.blockID), "words": .string(decision.words)]
    }
    return [
      "schema": "mm.review", "version": .integer(ReviewReport.version), "today": .string(today.description),
      "note": .string(path.description),
      "headline": .array(facts.headline.map { .string(words($0).plain) }), "choices": .array(choices),
      "decided": .array(decided), "not_written": .array(notWritten.map { .string(words($0).plain) }),
      "change": ChangeReport(change).json(isWritten: isWritten),
    ]
  }
}
