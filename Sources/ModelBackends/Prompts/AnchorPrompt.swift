import PlanOutput

/// The question what is missing before a plan can be made.
package enum AnchorPrompt {
  package static func request(_ brief: DraftBrief) -> ModelRequest {
    let parts = [DraftPrompt.goal(brief), DraftPrompt.time(brief), task, PromptWords.schema(schema)]
    return ModelRequest(
      rules: rules, question: parts.joined(separator: "\n\n"), schemaName: "missing", schema: schema)
  }

  private static let rules =
    """
    You help a person to say a goal so clearly that it can be planned backwards from its end. You plan nothing yet.
    \(PromptWords.answerRules)
    """

  private static let task = """
    A plan needs a destination that anyone could check, an honest starting point, and what it may cost: time, money, energy, \
    support. What is missing or vague here, and would change the plan? Ask at most six questions, the one that changes most \
    first. Do not ask what is said already. Give an example of an answer where it helps, made from the person's own words.
    """

  package static let schema = JSONSchema.object([
    (
      "missing",
      JSONSchema.list(
        JSONSchema.object([
          ("field", JSONSchema.choice(AnchorAnswer.fields, "what it belongs to")),
          ("question", JSONSchema.text("one question, in plain words")),
          ("why", JSONSchema.text("what in the plan depends on it")),
          ("example", JSONSchema.optionalText("how an answer could read, or null")),
        ]), "at most six")
    )
  ])
}
