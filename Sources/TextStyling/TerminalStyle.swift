/// How text for people is put on the screen: with colours or without, and how wide a line may be.
package struct TerminalStyle: Hashable, Sendable {
  package var hasColour: Bool
  /// In columns.
  package var width: Int

  package init(hasColour: Bool = false, width: Int = 80) {
    self.hasColour = hasColour
    self.width = max(20, width)
  }

  /// The bytes of `text` for the terminal.
  package func render(_ text: StyledText) -> String {
    guard hasColour else { return text.plain }
    return text.parts.map { part in
      guard let code = TerminalStyle.code(of: part.role) else { return part.text }
      // A colour that spans a line end would bleed into what a pager shows beside it.
      return part.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "\u{1B}[\(code)m\($0)\u{1B}[0m" }.joined(separator: "\n")
    }.joined()
  }

  private static func code(of role: StyledText.Role) -> String? {
    switch role {
    case .plain: nil
    case .strong: "1"
    case .quiet: "2"
    case .good, .added: "32"
    case .attention: "33"
    case .wrong, .removed: "31"
    case .place: "36"
    }
  }
}
