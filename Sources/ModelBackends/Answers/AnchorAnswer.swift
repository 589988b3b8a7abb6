package import JSONText
import PlanOutput

/// A model's answer to `AnchorPrompt`.
package enum AnchorAnswer {
  /// Something that the goal does not say yet.
  package struct Missing: Hashable, Sendable {
    /// The key of the goal that an answer belongs to.
    package var field: String
    package var question: String
    package var why: String
    package var example: String?
  }

  /// The keys that may be asked for.
  static let fields = ["goal", "success", "origin", "deadline", "time", "constraints", "obstacles"]
  private static let most = 6

  package static func missing(_ answer: JSONValue) -> AnswerReading<[Missing]> {
    var reader = AnswerReader()
    var found: [Missing] = []
    for (number, value) in reader.list(answer["missing"], "missing").prefix(most).enumerated() {
      func path(_ member: String) -> String { "missing[\(number)].\(member)" }
      let question = reader.text(value["question"], path("question"))
      let field = value["field"]?.string ?? ""
      guard fields.contains(field) else {
        reader.report("`\(path("field"))` is none of \(fields.joined(separator: ", ")).")
        continue
      }
      let why = reader.optionalText(value["why"], path("why")) ?? ""
      if !question.isEmpty {
        found.append(
          Missing(
            field: field, question: question, why: why, example: reader.optionalText(value["example"], path("example")))
        )
      }
    }
    return AnswerReading(found, problems: reader.problems)
  }
}
