package import JSONText
import PlanOutput

/// The question for changes to a plan that is under way.
package enum PartnerPrompt {
  package static func request(_ brief: PartnerBrief) -> ModelRequest {
    ModelRequest(
      rules: rules, question: [brief.text, task, PromptWords.schema(schema)].joined(separator: "\n\n"),
      schemaName: "proposals", schema: schema)
  }

  private static let rules =
    """
    You are a person's partner in keeping a plan true. A missed date is information, not failure: no blame, no praise.
    \(PromptWords.answerRules)
    """

  private static let task = """
    Propose what would help most, at most five changes, the most useful first:
    - move: another due day for an open milestone, not past, not after its deadline, and possible with what comes before it
    - cut: leave a milestone out, where the end is reached without it or with less
    - split: 2 to 12 parts of a large milestone that has no tasks
    - add: a milestone that is missing: something forgotten, a wait, a decision
    - re-estimate: another effort for the work of a milestone, where what happened says so
    Each is tried by a scheduler before the person sees it, and the person decides. Say in one or two sentences why. \
    Ask at most two questions, only such as the person alone can answer and such as would change the plan. \
    No proposals is a good answer to a plan that holds.
    """

  package static let schema = JSONSchema.object([
    (
      "proposals",
      JSONSchema.list(
        JSONSchema.object([
          ("kind", JSONSchema.choice(SuggestionAnswer.kinds, "what is changed")),
          ("milestone", JSONSchema.optionalText("goal/milestone as it is named above; null for add")),
          ("goal", JSONSchema.optionalText("add: the goal's id; else null")),
          ("date", JSONSchema.optionalText("move: the new due day, YYYY-MM-DD; else null")),
          ("title", JSONSchema.optionalText("add: what is true when it is reached; else null")),
          ("effort_hours_low", JSONSchema.optionalNumber("add, re-estimate: hours for all of it; else null")),
          ("effort_hours_high", JSONSchema.optionalNumber("the same, at the most")),
          ("after", JSONSchema.list(["type": "string"], "add: ids that must be complete before; else empty")),
          (
            "parts",
            JSONSchema.list(
              JSONSchema.object([
                ("title", JSONSchema.text("one part")), ("hours", JSONSchema.optionalNumber("its hours, or null")),
              ]), "split: the parts, in order; else empty")
          ), ("why", JSONSchema.text("one or two sentences")),
        ]), "at most five")
    ), ("questions", JSONSchema.list(["type": "string"], "at most two")),
  ])
}
