/// An address that `mm` may send to: https, or http on this machine.
package struct WebAddress: Hashable, Sendable {
  /// Whole, as it was written.
  package let text: String
  /// The host without a port: `api.example.org`, `127.0.0.1`, `[::1]`.
  package let host: String
  /// On this machine, so that nothing leaves it.
  package let isLocal: Bool

  package enum Refusal: Error, Hashable, Sendable {
    case isNoAddress
    /// Plain http to another machine would show what is sent to everybody on the way.
    case needsEncryption
  }

  package init(_ text: String) throws(Refusal) {
    guard text.utf8.count <= 2_000,
      text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && !"\"\\<>`{}|^".utf8.contains($0) })
    else { throw .isNoAddress }
    let isSecure = text.hasPrefix("https://")
    guard isSecure || text.hasPrefix("http://") else { throw .isNoAddress }
    let rest = text.dropFirst(isSecure ? 8 : 7)
    let authority = rest.prefix { !"/?#".contains($0) }
    // What stands before an @ is a password, and a way to make one host look like another.
    guard !authority.contains("@"), let host = WebAddress.host(of: authority) else { throw .isNoAddress }
    self.text = text
    self.host = host
    isLocal = WebAddress.isLoopback(host)
    if !isSecure, !isLocal { throw .needsEncryption }
  }

  /// The same address with one more part of the path.
  package func appending(_ part: String) throws(Refusal) -> WebAddress {
    try WebAddress(text + (text.hasSuffix("/") ? "" : "/") + part)
  }

  private static func host(of authority: Substring) -> String? {
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]"), isPort(authority[authority.index(after: end)...]) else {
        return nil
      }
      return authority[...end].lowercased()
    }
    let host = authority.prefix { $0 != ":" }
    guard !host.isEmpty, isPort(authority[host.endIndex...]),
      host.utf8.allSatisfy({
        $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a || "-._".utf8.contains($0)
      })
    else { return nil }
    return host.lowercased()
  }

  /// Empty, or `:8080`.
  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || text.first == ":" && UInt16(text.dropFirst()) != nil
  }

  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
