import ModelBackends
import PlanDocuments
import PlanOutput
import Planning

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
      text += note("An answer stands under \(question.field):", width)
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

extension Drafting {
  /// Asks what is missing before a plan is made, and shows it; nothing is written.
  func askWhatIsMissing(_ consultation: ModelConsultation, in anchor: GoalAnchor, at home: PlacedDraft.Home) throws {
    let brief = try brief(of: anchor, at: home)
    let title = "anchor-" + Identifier.slug(of: anchor.goal, limit: 24).filter(\.isASCII)
    let answer = try consultation.answer(to: AnchorPrompt.request(brief), titled: title, for: "missing") { value, _ in
      AnchorAnswer.missing(value)
    }
    guard let answer else { return }
    let report = MissingContextReport(
      goal: anchor.goal, source: answer.source, missing: answer.reading.value ?? [])
    if answer.reading.value == nil {
      for problem in answer.reading.problems { session.tell("\(problem)") }
      throw Failure(.refused, "The answer of \(answer.source) cannot be used.")
    }
    session.show(report.text(width: session.width), json: report.json)
  }
}
