import JSONText
import PlanSessions
import TextStyling

/// Why a model's plan cannot be used, with the milestones that could be read of it.
struct UnusableDraftReport {
  private let draft: UnusableDraft
  private static let mostProblems = 20
  private static let mostMilestones = 40

  init(_ draft: UnusableDraft) {
    self.draft = draft
  }

  func text(width: Int) -> StyledText {
    var text: StyledText = "The plan of \(draft.source) cannot be used:\n"
    for problem in draft.problems.prefix(Self.mostProblems) {
      let line: StyledText = "·  \(problem)"
      text += line.wrapped(min(width, 100), indent: 3) + "\n"
    }
    let milestones = draft.milestones
    if !milestones.isEmpty { text += "\nIts milestones:\n" }
    for milestone in milestones.prefix(Self.mostMilestones) { text += "·  \(milestone)\n" }
    let rest = milestones.count - Self.mostMilestones
    if rest > 0 { text += "·  and \(rest) more\n" }
    return text
  }

  var json: JSONValue {
    [
      "schema": "mm.unusable-draft", "version": 1, "source": .string(draft.source),
      "problems": .array(draft.problems.map { .string($0) }),
    ]
  }
}
