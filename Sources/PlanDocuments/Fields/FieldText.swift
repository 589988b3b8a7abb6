/// How a field is written.
enum FieldText {
  /// A field as it stands on a line; nil where it has no such spelling.
  static func written(_ name: FieldName, _ value: String, in spelling: FieldSpelling) -> String? {
    let row = FieldTable[name]
    switch spelling {
    case .own: return row.key.map { "\($0):\(value)" }
    case .emoji: return row.emoji.first.map { "\($0) \(value)" }
    case .dataview: return row.dataviewKeys.first.map { "[\($0):: \(value)]" }
    case .blockID: return name == .id ? "^\(value)" : nil
    case .bareHours: return name == .effort ? "(\(value))" : nil
    }
  }

  /// The spelling can hold the value so that every tool reads it back.
  static func allows(_ value: String, for name: FieldName, in spelling: FieldSpelling) -> Bool {
    let bytes = Array(value.utf8)
    switch spelling {
    case .own:
      return bytes.last != UInt8(ascii: ",") && isOneWord(bytes)
    case .emoji:
      return EmojiValue.find(in: bytes, for: name, at: 0, before: bytes.count) == ByteSpan(0, bytes.count)
    case .dataview:
      return !bytes.contains { "[]()".utf8.contains($0) }
    case .blockID:
      return bytes.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    case .bareHours:
      guard let last = bytes.last, last == UInt8(ascii: "h") || last == UInt8(ascii: "m") else { return false }
      return bytes.dropLast().allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }
  }

  /// No white space, but inside `[[a link]]`.
  private static func isOneWord(_ bytes: [UInt8]) -> Bool {
    var spans = FieldScanner(SourceText(path: VaultPath(bytes: []), bytes: Array(" id:".utf8) + bytes))
    spans.scan(ByteSpan(0, bytes.count + 4), allowsBareHours: false)
    return spans.found.count == 1 && spans.found[0].value == ByteSpan(4, bytes.count + 4)
  }

  /// The value with a blank before it where the field on the line is empty and has none: `[due::]`.
  static func padded(_ value: String, _ field: LineField, _ bytes: [UInt8]) -> String {
    guard field.value.isEmpty, field.spelling == .dataview else { return value }
    return " " + value
  }

  /// Where Obsidian Tasks writes a sign in its line, from left to right.
  static func emojiRank(_ name: FieldName) -> Int {
    let order: [FieldName] = [
      .id, .after, .priority, .recurrence, .onCompletion, .created, .start, .scheduled, .due, .cancelled, .done,
    ]
    return order.firstIndex(of: name) ?? order.count
  }
}
