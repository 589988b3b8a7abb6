package import JSONText
package import PlanDocuments
import PlanModel
import Recalibration
package import ReviewNotes
package import TextStyling

/// What a review comes to, on the terminal: the week's one decision, where the note lies, what was written and what was not.
package struct ReviewReport: Sendable {
  private let sitting: ReviewSitting
  private let today: Day
  private let isWritten: Bool

  package init(_ sitting: ReviewSitting, today: Day, isWritten: Bool) {
    self.sitting = sitting
    self.today = today
    self.isWritten = isWritten
  }

  package var path: VaultPath { sitting.path }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    var text: StyledText = ""
    let headline = sitting.facts.headline.map(words)
    if !headline.isEmpty { text += headline.joined(by: " ").wrapped(width) + "\n\n" }
    for sentence in sitting.notWritten { text += ("Not written: " + words(sentence)).wrapped(width) + "\n\n" }
    let others = sitting.change.files.filter { $0.path != sitting.path }
    if !others.isEmpty { text += ChangeReport(VaultChange(title: sitting.change.title, files: others)).text + "\n" }
    text += note + "\n"
    return text + next
  }

  private var note: StyledText {
    let path = StyledText(sitting.path.description, .place)
    if sitting.change.files.isEmpty { return "The note: \(path), as it was." }
    if !isWritten { return "The note would be \(path). Nothing was written: this was a dry run." }
    return "The note: \(path)"
  }

  private var next: StyledText {
    let choices = sitting.facts.decide.ladder.choices.count
    let small = sitting.facts.decide.ladder.small.count
    var text: StyledText = ""
    if !sitting.decisions.isEmpty {
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
    let choices: [JSONValue] = (sitting.facts.decide.ladder.choices + sitting.facts.decide.ladder.small).map { choice in
      [
        "number": .integer(choice.number), "id": .string(choice.blockID),
        "sentence": .string(words(choice.sentence).plain), "holds_everything": .bool(choice.holdsEverything),
      ]
    }
    let decided: [JSONValue] = sitting.decisions.map { decision in
      ["id": .string(decision.blockID), "words": .string(decision.words)]
    }
    return [
      "schema": "mm.review", "version": .integer(ReviewReport.version), "today": .string(today.description),
      "note": .string(sitting.path.description),
      "headline": .array(sitting.facts.headline.map { .string(words($0).plain) }), "choices": .array(choices),
      "decided": .array(decided), "not_written": .array(sitting.notWritten.map { .string(words($0).plain) }),
      "change": ChangeReport(sitting.change).json(isWritten: isWritten),
    ]
  }
}
