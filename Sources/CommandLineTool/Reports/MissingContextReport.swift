import JSONText
import ModelBackends
import TextStyling

/// What a model finds missing in a goal, as questions with the key that an answer belongs to.
struct MissingContextReport {
  let goal: String
  let source: String
  let missing: [AnchorAnswer.Missing]

  func text(width: Int) -> StyledText {
    guard !missing.isEmpty else { return "\(source) finds nothing missing in “\(goal)”.\n" }
    var text: StyledText = "What \(source) would like to know before a plan is made:\n"
    for (number, question) in missing.enumerated() {
      let first: StyledText = "\(number + 1).  \(question.question)"
      text += "\n" + first.wrapped(min(width, 100), indent: 4) + "\n"
      if !question.why.isEmpty { text += note("Why: \(question.why)", width) }
      if let example = question.example { text += note("For example: \(example)", width) }
    }
    return text
  }

  private func note(_ words: String, _ width: Int) -> StyledText {
    let line: StyledText = "    \(words)"
    return line.wrapped(min(width, 100), indent: 4) + "\n"
  }

  var json: JSONValue {
    let list: [JSONValue] = missing.map { missing in
      [
        "field": .string(missing.field), "question": .string(missing.question), "why": .string(missing.why),
        "example": JSONValue(missing.example),
      ]
    }
    return [
      "schema": "mm.missing", "version": 1, "goal": .string(goal), "source": .string(source), "missing": .array(list),
    ]
  }
}
