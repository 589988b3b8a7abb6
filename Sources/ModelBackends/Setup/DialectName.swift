/// The kinds of servers, by the names that a model's file has for them.
package enum DialectName: String, CaseIterable, Sendable {
  case openai, anthropic

  package var defaultAddress: String {
    switch self {
    case .openai: "https://api.openai.com/v1"
    case .anthropic: "https://api.anthropic.com/v1"
    }
  }

  package var defaultKeyVariable: String {
    switch self {
    case .openai: "OPENAI_API_KEY"
    case .anthropic: "ANTHROPIC_API_KEY"
    }
  }
}
