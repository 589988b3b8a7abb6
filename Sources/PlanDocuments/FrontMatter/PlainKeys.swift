/// Reads simple `key: value` lines, for front matter that is no YAML: so much is known of the note all the same.
enum PlainKeys {
  /// The key of a line `key:` or `key: value` at its beginning: a letter, then letters, digits, `-` and `_`.
  static func key(in bytes: [UInt8], line: ByteSpan) -> ByteSpan? {
    let start = Int(line.start)
    let end = Int(line.end)
    guard start < end, bytes[start].isLetter else { return nil }
    var index = start
    while index < end,
      bytes[index].isLetterOrDigit || bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "_")
    {
      index += 1
    }
    let keyEnd = index
    guard index < end, bytes[index] == UInt8(ascii: ":"), index + 1 == end || bytes[index + 1].isBlank else {
      return nil
    }
    return ByteSpan(start, keyEnd)
  }

  /// What simple lines say.
  ///
  /// A value that goes on in the lines below is `.other`.
  static func entries(in text: SourceText, content: ByteSpan) -> [FrontMatter.Entry] {
    let bytes = text.bytes
    var entries: [FrontMatter.Entry] = []
    guard !content.isEmpty else { return [] }
    for line in text.line(of: Int(content.start))...text.line(of: Int(content.end) - 1) {
      let span = text.lineSpan(line)
      guard let key = key(in: bytes, line: span) else {
        if !span.isEmpty, bytes[Int(span.start)] != UInt8(ascii: "#"), let last = entries.indices.last {
          entries[last].value = .other
        }
        continue
      }
      let value = valueSpan(in: bytes, after: Int(key.end) + 1, before: Int(span.end))
      let entry = FrontMatter.Entry(
        key: text.string(key), keySpan: key,
        value: value.isEmpty ? .empty : .scalar(FrontMatter.Scalar(span: value, text: unquoted(value, in: text))),
        valueSpan: value)
      entries.append(entry)
    }
    return entries
  }

  private static func valueSpan(in bytes: [UInt8], after start: Int, before end: Int) -> ByteSpan {
    let first = bytes.skippingBlanks(from: start, before: end)
    guard first < end, bytes[first] != UInt8(ascii: "#") else { return ByteSpan(start, start) }
    var last = first
    while last < end, !(bytes[last] == UInt8(ascii: "#") && bytes[last - 1].isBlank) { last += 1 }
    return bytes.trimmed(ByteSpan(first, last))
  }

  private static func unquoted(_ span: ByteSpan, in text: SourceText) -> String {
    let first = text.bytes[Int(span.start)]
    guard span.count >= 2, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
      text.bytes[Int(span.end) - 1] == first
    else { return text.string(span) }
    return text.string(ByteSpan(Int(span.start) + 1, Int(span.end) - 1))
  }
}
