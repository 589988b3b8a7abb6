import Drafting
import JSONText
import ModelBackends
import PlanDocuments
import PlanOutput
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

extension AnchorTalk {
  /// Asks a model what is missing, and the person what it wants to know; answers go where they belong.
  ///
  /// Where the model fails, that is told, and what the person has answered so far goes on its way.
  ///
  /// - Returns: false where nothing more is to be done: the question was only printed, or a program reads.
  mutating func consult(_ consultation: ModelConsultation, at home: PlacedDraft.Home) throws -> Bool {
    do {
      return try consultModel(consultation, at: home)
    } catch let absence as ModelAbsence {
      if session.wantsJSON { throw absence }
      modelFailed = true
      session.tell("mm: " + absence.reason + absence.kept)
      session.tell("Going on without it.")
      return true
    }
  }

  private mutating func consultModel(_ consultation: ModelConsultation, at home: PlacedDraft.Home) throws -> Bool {
    let brief = try PlaybookDrafting(session).brief(of: anchor, at: home)
    let title = "anchor-" + Identifier.slug(of: anchor.goal, limit: 24).filter(\.isASCII)
    let answer = try consultation.answer(to: AnchorPrompt.request(brief), titled: title, for: "missing") { value, _ in
      AnchorAnswer.missing(value)
    }
    guard let answer else { return false }
    guard let missing = answer.reading.value else {
      for problem in answer.reading.problems { session.tell("\(problem)") }
      throw ModelAbsence(reason: "The answer of \(answer.source) cannot be used.")
    }
    let report = MissingContextReport(goal: anchor.goal, source: answer.source, missing: missing)
    session.show(report.text(width: session.width), json: report.json)
    if session.wantsJSON { return false }
    for question in missing { guard try ask(question) else { break } }
    return true
  }

  /// False where the input has ended.
  private mutating func ask(_ missing: AnchorAnswer.Missing) throws -> Bool {
    while true {
      session.streams.ask("\n\(missing.question)\n\("(for \(missing.field):)", .quiet)\n> ")
      guard let line = session.readAnswer() else { return false }
      if AnchorQuestion.isDontKnow(line) { return true }
      do {
        try take(line, for: missing.field)
        return true
      } catch {
        guard session.isInteractive else { throw Failure(.wrongUse, "“\(line)”: \(error.reason).") }
        session.tell("I cannot read “\(line)”: \(error.reason).")
      }
    }
  }

  private mutating func take(_ answer: String, for field: String) throws(BadValue) {
    switch field {
    case "deadline": try AnchorQuestion.deadline.answer(answer, in: &anchor, today: session.today)
    case "time": try AnchorQuestion.time.answer(answer, in: &anchor, today: session.today)
    case "goal": anchor.goal = answer
    case "success": anchor.success = [anchor.success, answer].compactMap(\.self).joined(separator: "; ")
    case "origin": anchor.origin.append(answer)
    case "obstacles": anchor.obstacles.append(answer)
    default: anchor.constraints.append(answer)
    }
  }
}
