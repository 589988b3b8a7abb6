package import ChildPrograms
package import JSONText
import PlanOutput

/// How one family of servers is asked, and how it answers.
package protocol Dialect: Sendable {
  /// What follows the base address: `chat/completions`.
  var path: String { get }

  /// The headers that carry the key and the version of the protocol.
  func headers(key: String?) -> [WebRequest.Header]

  /// The request's body.
  func body(_ request: ModelRequest, _ setup: ModelSetup) -> JSONValue

  /// What an event of the stream says; events of an unknown kind say nothing.
  func pieces(of event: EventStream.Event) -> [AnswerPiece]

  /// What an answer says that came whole.
  func pieces(ofWhole answer: JSONValue) -> [AnswerPiece]
}

/// A part of what a server says.
package enum AnswerPiece: Hashable, Sendable {
  case model(String)
  case text(String)
  case usage(input: Int?, output: Int?)
  case end(AnswerEnd)
  /// An error after the head said that all was well.
  case failure(ServerWords)
  /// No JSON, or not in the shape of this dialect.
  case nonsense(String)
}

/// Why an answer ended.
package enum AnswerEnd: Hashable, Sendable {
  case complete
  case cutOff
  case declined(String)
}

/// What a server says when it does not answer: `type` or `code`, and its sentence.
package struct ServerWords: Hashable, Sendable {
  package var kinds: [String]
  package var message: String

  /// The shapes of both dialects and of small servers: `{"error": {"type", "code", "message"}}`, `{"error": "…"}`; else the
  /// text itself where it is short.
  package init(_ body: [UInt8]) {
    if let value = try? JSONReader.value(of: body) {
      self.init(value)
    } else {
      let text = String(decoding: body.prefix(300), as: UTF8.self)
      self.init(kinds: [], message: text.contains("<") ? "" : text)
    }
  }

  package init(_ value: JSONValue) {
    let error = value["error"] ?? value
    kinds = [error["type"], error["code"], error["details"]?["error_code"]].compactMap { $0?.string }
    message = error.string ?? error["message"]?.string ?? value["message"]?.string ?? ""
  }

  private init(kinds: [String], message: String) {
    self.kinds = kinds
    self.message = message
  }
}

extension DialectName {
  /// What speaks it.
  package var dialect: any Dialect {
    switch self {
    case .openai: ChatCompletions()
    case .anthropic: AnthropicMessages()
    }
  }
}
