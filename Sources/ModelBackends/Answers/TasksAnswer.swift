package import Drafting
package import JSONText
import PlanOutput

/// A model's answer to `TasksPrompt`.
package enum TasksAnswer {
  private static let most = 12

  package static func tasks(_ answer: JSONValue) -> AnswerReading<[DraftPlan.Task]> {
    var reader = AnswerReader()
    let tasks = reader.list(answer["tasks"], "tasks").prefix(most).enumerated().map { number, value in
      DraftPlan.Task(
        title: reader.text(value["title"], "tasks[\(number)].title", limit: 120),
        minutes: reader.minutes(value["hours"], "tasks[\(number)].hours"))
    }
    if tasks.isEmpty, reader.problems.isEmpty { reader.report("There are no tasks.") }
    return AnswerReading(tasks, problems: reader.problems)
  }
}
