package import JSONText
import PlanOutput

/// What a language model is told and asked, for any backend.
package struct ModelRequest: Hashable, Sendable {
  package enum Speaker: String, Sendable {
    case user, assistant
  }

  package struct Turn: Hashable, Sendable {
    package var speaker: Speaker
    package var text: String

    package init(_ speaker: Speaker, _ text: String) {
      self.speaker = speaker
      self.text = text
    }
  }

  /// What holds for the whole conversation.
  package var rules: String
  /// Begins and ends with the user's.
  package var turns: [Turn]
  /// The shape of the answer: `[a-z_]`, and a JSON schema in the subset that all servers take.
  package var schemaName: String
  package var schema: JSONValue

  package init(rules: String, question: String, schemaName: String, schema: JSONValue) {
    self.rules = rules
    turns = [Turn(.user, question)]
    self.schemaName = schemaName
    self.schema = schema
  }

  /// All of it as one text, for a program that reads its standard input and for any chat window.
  package var text: String {
    guard turns.count > 1 else { return rules + "\n\n" + turns.map(\.text).joined(separator: "\n\n") + "\n" }
    let told = turns.map { $0.speaker == .assistant ? "Your answer was:\n\n" + $0.text : $0.text }
    return rules + "\n\n" + told.joined(separator: "\n\n") + "\n"
  }
}

/// What a language model said.
package struct ModelAnswer: Hashable, Sendable {
  package var text = ""
  /// The name under which the server knows the model; nil where it did not say.
  package var model: String?
  package var inputTokens: Int?
  package var outputTokens: Int?

  package init(text: String = "") {
    self.text = text
  }
}

/// What is heard while a model answers.
package enum ModelProgress: Hashable, Sendable {
  /// The request is on its way.
  case asking
  /// More of the answer: its characters so far.
  case hearing(characters: Int)
  /// The server asks to wait, in milliseconds.
  case waiting(milliseconds: Int, because: String)
}
