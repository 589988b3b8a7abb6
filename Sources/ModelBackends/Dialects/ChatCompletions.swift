package import ChildPrograms
package import JSONText
import PlanOutput

/// OpenAI's chat completions, which llama.cpp, Ollama, vLLM, LM Studio, OpenRouter and others speak too.
package struct ChatCompletions: Dialect {
  package init() {}

  package var path: String { "chat/completions" }

  package func headers(key: String?) -> [WebRequest.Header] {
    key.map { [WebRequest.Header("Authorization", "Bearer \($0)")] } ?? []
  }

  package func body(_ request: ModelRequest, _ setup: ModelSetup) -> JSONValue {
    let turns: [JSONValue] = request.turns.map { ["role": .string($0.speaker.rawValue), "content": .string($0.text)] }
    var members: [JSONValue.Member] = [
      .init("model", .string(setup.model ?? "")),
      .init("messages", .array([["role": "system", "content": .string(request.rules)]] + turns)),
      .init("stream", true), .init("stream_options", ["include_usage": true]),
    ]
    if setup.isStructured {
      members.append(
        .init(
          "response_format",
          [
            "type": "json_schema",
            "json_schema": ["name": .string(request.schemaName), "strict": true, "schema": request.schema],
          ]))
    }
    // OpenAI's own models refuse the old name, other servers know only that one. Without a limit all of them go on to their own.
    let isTheirOwn = setup.host == "api.openai.com"
    if isTheirOwn { members.append(.init("store", false)) }
    if let limit = setup.mostTokens {
      members.append(.init(isTheirOwn ? "max_completion_tokens" : "max_tokens", .integer(limit)))
    }
    return .object(members)
  }

  package func pieces(of event: EventStream.Event) -> [AnswerPiece] {
    if event.data == "[DONE]" { return [] }
    guard let value = try? JSONReader.value(of: Array(event.data.utf8)) else { return [.nonsense(event.data)] }
    if let error = value["error"], error != .null { return [.failure(ServerWords(value))] }
    guard let choices = value["choices"]?.array else { return [.nonsense(event.data)] }
    return common(value) + choices.prefix(1).flatMap { pieces(of: $0, message: $0["delta"]) }
  }

  package func pieces(ofWhole answer: JSONValue) -> [AnswerPiece] {
    if let error = answer["error"], error != .null { return [.failure(ServerWords(answer))] }
    guard let choice = answer["choices"]?.array?.first else { return [.nonsense("it has no choices")] }
    return common(answer) + pieces(of: choice, message: choice["message"])
  }

  private func common(_ value: JSONValue) -> [AnswerPiece] {
    var pieces: [AnswerPiece] = []
    if let model = value["model"]?.string { pieces.append(.model(model)) }
    if let usage = value["usage"], usage != .null {
      pieces.append(.usage(input: usage["prompt_tokens"]?.integer, output: usage["completion_tokens"]?.integer))
    }
    return pieces
  }

  private func pieces(of choice: JSONValue, message: JSONValue?) -> [AnswerPiece] {
    var pieces: [AnswerPiece] = []
    if let refusal = message?["refusal"]?.string, !refusal.isEmpty { pieces.append(.end(.declined(refusal))) }
    if let text = message?["content"]?.string, !text.isEmpty { pieces.append(.text(text)) }
    switch choice["finish_reason"]?.string {
    case nil: break
    case "length"?: pieces.append(.end(.cutOff))
    case "content_filter"?: pieces.append(.end(.declined("its filter stopped the answer")))
    default: pieces.append(.end(.complete))
    }
    return pieces
  }
}
