package import JSONText
import PlanDocuments
package import PlanModel
import Recalibration
package import ReviewNotes
package import TextStyling

/// What a language model proposes and asks, and what of it cannot be offered.
package struct SuggestionsReport: Sendable {
  private let suggestions: Suggestions
  private let plan: Plan

  package init(_ suggestions: Suggestions, in plan: Plan) {
    self.suggestions = suggestions
    self.plan = plan
  }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    var text: StyledText = ""
    for choice in suggestions.choices { text += ("·  " + words(choice.sentence)).wrapped(width, indent: 3) + "\n" }
    for question in suggestions.questions {
      let line: StyledText = "·  \(suggestions.source) asks: “\(question.words)”"
      text += line.wrapped(width, indent: 3) + "\n"
    }
    if suggestions.isEmpty { text += "\(suggestions.source) proposes nothing.\n" }
    if !suggestions.refused.isEmpty { text += "\nNot offered, since it cannot be so:\n" }
    for reason in suggestions.refused {
      let line: StyledText = "·  \(reason)"
      text += line.wrapped(width, indent: 3) + "\n"
    }
    return text
  }

  package static let version = 1

  package var json: JSONValue {
    let choices: [JSONValue] = suggestions.choices.map { choice in
      ["id": .string(choice.blockID), "sentence": .string(words(choice.sentence).plain)]
    }
    return [
      "schema": "mm.suggestions", "version": .integer(SuggestionsReport.version),
      "today": .string(plan.today.description), "source": .string(suggestions.source), "proposals": .array(choices),
      "questions": .array(suggestions.questions.map { .string($0.words) }),
      "not_offered": .array(suggestions.refused.map { .string($0) }),
    ]
  }

  private func words(_ sentence: Sentence) -> StyledText { SentenceText.text(sentence, today: plan.today) }
}
