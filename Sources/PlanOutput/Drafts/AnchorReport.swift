package import Drafting
package import JSONText
package import PlanDocuments
package import TextStyling

/// What an anchored goal still lacks, and what a vague one would look like anchored.
package struct AnchorReport: Sendable {
  private let anchor: GoalAnchor
  private let id: String
  private let playbook: Playbook?
  private let lacking: [AnchorQuestion]
  private let today: Day
  private let example: String?

  package init(_ anchor: GoalAnchor, id: String, playbook: Playbook?, lacking: [AnchorQuestion], today: Day) {
    self.anchor = anchor
    self.id = id
    self.playbook = playbook
    self.lacking = lacking
    self.today = today
    example = AnchoredExample.sentence(for: anchor, playbook: playbook, today: today)
  }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    var text: StyledText = ""
    if let example {
      text +=
        ("Nothing in it says when it is reached: no number, no day, nothing that can be shown." as StyledText)
        .wrapped(width) + "\n"
      text += ("Anchored it could read: “\(example)”." as StyledText).wrapped(width) + "\n\n"
    }
    // Limits are worth asking for, but a plan can be made without them.
    let needed = lacking.filter { [.success, .origin, .deadline, .time].contains($0) }
    if !needed.isEmpty {
      text += StyledText("Still open", .strong) + "\n"
      for question in needed { text += "  " + StyledText(question.words).wrapped(width - 2).indented(2) + "\n" }
      text += "\n"
    }
    return text
  }

  package static let version = 1

  package func json(isWritten: Bool) -> JSONValue {
    [
      "schema": "mm.anchor", "version": .integer(Self.version), "today": .string(today.description),
      "written": .bool(isWritten),
      "goal": .string(id), "playbook": JSONValue(playbook?.name),
      "anchor": .object(
        anchor.frontMatter.filter { !$0.values.isEmpty }.map {
          JSONValue.Member($0.key.replacing("-", with: "_"), .array($0.values.map(JSONValue.string)))
        }),
      "lacking": .array(
        lacking.map { question in ["key": .string(question.rawValue), "question": .string(question.words)] }),
      "vague": .bool(example != nil), "anchored_example": JSONValue(example),
      "playbook_questions": .array((playbook?.questions ?? []).map { .string(HarmlessText.line($0)) }),
    ]
  }
}
