import PlanOutput

/// The question for the tasks of one milestone.
package enum TasksPrompt {
  /// - Parameter milestone: its title.
  package static func request(_ brief: DraftBrief, milestone: String) -> ModelRequest {
    let parts = [
      DraftPrompt.goal(brief), DraftPrompt.time(brief),
      "The milestone to divide into tasks:\n" + PromptWords.quoted(milestone), task, PromptWords.schema(schema),
    ]
    return ModelRequest(rules: rules, question: parts.joined(separator: "\n\n"), schemaName: "tasks", schema: schema)
  }

  private static let rules =
    """
    You help a person to divide one milestone of a plan into tasks.
    \(PromptWords.answerRules)
    """

  private static let task = """
    Name 2 to 8 tasks, in the order in which they are done, each small enough for one sitting or a few. Begin with the one that \
    could be done tomorrow. Give hours where they can be told.
    """

  package static let schema = JSONSchema.object([
    (
      "tasks",
      JSONSchema.list(
        JSONSchema.object([
          ("title", JSONSchema.text("one task, such as: Two figures checked")),
          ("hours", JSONSchema.optionalNumber("the person's own, or null")),
        ]), "in order")
    )
  ])
}
