/// Writes a value so that every YAML reader takes it for the same text.
enum YAMLText {
  enum Quotes {
    case asNeeded, single, double
  }

  /// The value as it stands in a file; nil where it holds a line break or another control character.
  static func written(_ value: String, quotes: Quotes = .asNeeded, inFlow: Bool = false) -> String? {
    guard value.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F && !isBreak($0) }) else { return nil }
    switch quotes {
    case .asNeeded where isPlain(value, inFlow: inFlow):
      return value
    case .single:
      return "'" + value.replacing("'", with: "''") + "'"
    case .asNeeded, .double:
      return "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
  }

  /// A character that YAML takes for a line break or refuses, though it is none in the rest of the file.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    (0x80...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xFEFF
  }

  /// Means the same without quotes, to readers of YAML 1.1 and 1.2.
  private static func isPlain(_ value: String, inFlow: Bool) -> Bool {
    let bytes = Array(value.utf8)
    guard let first = bytes.first, let last = bytes.last, !first.isBlank, !last.isBlank, last != UInt8(ascii: ":")
    else {
      return false
    }
    if "!&*?|>%@`\"'#[]{},-:".utf8.contains(first) { return false }
    if inFlow, bytes.contains(where: { "[]{},".utf8.contains($0) }) { return false }
    for (byte, next) in zip(bytes, bytes.dropFirst()) {
      if byte == UInt8(ascii: ":"), next.isBlank || inFlow && "[]{},".utf8.contains(next) { return false }
      if next == UInt8(ascii: "#"), byte.isBlank { return false }
      if byte == .tab || next == .tab { return false }
    }
    if ["yes", "no", "on", "off", "null", "~", "y", "n"].contains(value.lowercased()) { return false }
    return !isClock(bytes)
  }

  /// `12:30`, which YAML 1.1 reads as 750.
  private static func isClock(_ bytes: [UInt8]) -> Bool {
    bytes.contains(UInt8(ascii: ":"))
      && bytes.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
  }
}
