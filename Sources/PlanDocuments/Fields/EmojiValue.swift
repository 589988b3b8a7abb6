/// What may stand after a sign of Obsidian Tasks.
enum EmojiValue {
  /// The value at `start`; empty where the sign takes none; nil where none of its shape stands there.
  ///
  /// White space must follow: Obsidian Tasks does not read a sign whose value goes on in text (`2026-07-19.`).
  static func find(in bytes: [UInt8], for name: FieldName, at start: Int, before end: Int) -> ByteSpan? {
    let value: ByteSpan?
    switch FieldTable.shape(of: name) {
    case .none:
      value = ByteSpan(start, start)
    case .day:
      value = ByteSpan(start, min(start + 10, end))
    case .identifier:
      value = ByteSpan(start, identifierEnd(in: bytes, at: start, before: end))
    case .references:
      value = references(in: bytes, at: start, before: end)
    default:
      value =
        name == .recurrence ? recurrence(in: bytes, at: start, before: end) : word(in: bytes, at: start, before: end)
    }
    guard let value, FieldTable.shape(of: name) == .none || !value.isEmpty else { return nil }
    if FieldTable.shape(of: name) == .day, !DayShape.isDay(bytes, value) { return nil }
    return Int(value.end) == end || value.isEmpty || bytes[Int(value.end)].isWhiteSpace ? value : nil
  }

  private static func identifierEnd(in bytes: [UInt8], at start: Int, before end: Int) -> Int {
    var index = start
    while index < end,
      bytes[index].isLetterOrDigit || bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "_")
    {
      index += 1
    }
    return index
  }

  /// Ids with commas between them, blanks around the commas.
  private static func references(in bytes: [UInt8], at start: Int, before end: Int) -> ByteSpan? {
    var last = identifierEnd(in: bytes, at: start, before: end)
    guard last > start else { return nil }
    while true {
      var index = bytes.skippingBlanks(from: last, before: end)
      guard index < end, bytes[index] == UInt8(ascii: ",") else { break }
      index = bytes.skippingBlanks(from: index + 1, before: end)
      let next = identifierEnd(in: bytes, at: index, before: end)
      guard next > index else { break }
      last = next
    }
    return ByteSpan(start, last)
  }

  /// `every week on Tuesday, Friday`: whole words of letters, digits, commas and `!`.
  private static func recurrence(in bytes: [UInt8], at start: Int, before end: Int) -> ByteSpan? {
    guard bytes.holds("every", at: start, before: end) else { return nil }
    var index = start
    var last = start
    while index < end {
      let byte = bytes[index]
      if byte == .space {
        last = index
      } else if !byte.isLetterOrDigit, byte != UInt8(ascii: ","), byte != UInt8(ascii: "!") {
        break
      }
      index += 1
    }
    if index == end || bytes[index].isWhiteSpace { last = index }
    let value = bytes.trimmed(ByteSpan(start, last))
    return value.isEmpty ? nil : value
  }

  private static func word(in bytes: [UInt8], at start: Int, before end: Int) -> ByteSpan? {
    var index = start
    while index < end, bytes[index].isLetter { index += 1 }
    return index > start ? ByteSpan(start, index) : nil
  }
}

/// The shape of a day, whatever the calendar says of it.
enum DayShape {
  /// `2026-07-19`: four digits, two, two.
  static func isDay(_ bytes: [UInt8], _ span: ByteSpan) -> Bool {
    guard span.count == 10 else { return false }
    for (index, offset) in span.range.enumerated() {
      let isRight = index == 4 || index == 7 ? bytes[offset] == UInt8(ascii: "-") : bytes[offset].isDigit
      if !isRight { return false }
    }
    return true
  }
}
