package import ChildPrograms
package import JSONText
import PlanOutput

/// Anthropic's messages.
package struct AnthropicMessages: Dialect {
  /// The protocol demands a limit; a long plan has some 6,000.
  private static let mostTokens = 16_000

  package init() {}

  package var path: String { "messages" }

  package func headers(key: String?) -> [WebRequest.Header] {
    (key.map { [WebRequest.Header("x-api-key", $0)] } ?? []) + [WebRequest.Header("anthropic-version", "2023-06-01")]
  }

  package func body(_ request: ModelRequest, _ setup: ModelSetup) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("model", .string(setup.model ?? "")), .init("max_tokens", .integer(setup.mostTokens ?? Self.mostTokens)),
      .init("system", .string(request.rules)),
      .init(
        "messages",
        .array(request.turns.map { ["role": .string($0.speaker.rawValue), "content": .string($0.text)] })),
      .init("stream", true),
    ]
    if setup.isStructured {
      members.append(.init("output_config", ["format": ["type": "json_schema", "schema": request.schema]]))
    }
    return .object(members)
  }

  package func pieces(of event: EventStream.Event) -> [AnswerPiece] {
    guard let value = try? JSONReader.value(of: Array(event.data.utf8)) else { return [.nonsense(event.data)] }
    switch value["type"]?.string {
    case "message_start":
      let message = value["message"]
      return [
        message?["model"]?.string.map(AnswerPiece.model),
        .usage(input: message?["usage"]?["input_tokens"]?.integer, output: nil),
      ].compactMap(\.self)
    case "content_block_start":
      return value["content_block"]?["text"]?.string.map { $0.isEmpty ? [] : [.text($0)] } ?? []
    case "content_block_delta":
      let delta = value["delta"]
      return delta?["type"]?.string == "text_delta" ? delta?["text"]?.string.map { [.text($0)] } ?? [] : []
    case "message_delta":
      let end = end(value["delta"]?["stop_reason"]?.string).map { [AnswerPiece.end($0)] } ?? []
      return [.usage(input: nil, output: value["usage"]?["output_tokens"]?.integer)] + end
    case "error": return [.failure(ServerWords(value))]
    case nil: return [.nonsense(event.data)]
    default: return []
    }
  }

  package func pieces(ofWhole answer: JSONValue) -> [AnswerPiece] {
    if answer["type"]?.string == "error" { return [.failure(ServerWords(answer))] }
    guard let blocks = answer["content"]?.array else { return [.nonsense("it has no content")] }
    var pieces: [AnswerPiece] = answer["model"]?.string.map { [.model($0)] } ?? []
    pieces += blocks.filter { $0["type"]?.string == "text" }.compactMap { $0["text"]?.string }.map { .text($0) }
    let usage = answer["usage"]
    pieces.append(.usage(input: usage?["input_tokens"]?.integer, output: usage?["output_tokens"]?.integer))
    if let end = end(answer["stop_reason"]?.string) { pieces.append(.end(end)) }
    return pieces
  }

  private func end(_ reason: String?) -> AnswerEnd? {
    switch reason {
    case nil: nil
    case "max_tokens", "model_context_window_exceeded": .cutOff
    case "refusal": .declined("")
    default: .complete
    }
  }
}
