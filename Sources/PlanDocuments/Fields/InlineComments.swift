/// Comments inside a paragraph: `%%of Obsidian%%` and `<!-- of HTML -->`.
enum InlineComments {
  /// The end of the comment that begins at `start`; nil where none begins there, or nobody closes it.
  static func end(in bytes: [UInt8], at start: Int, before end: Int) -> Int? {
    if bytes.holds("%%", at: start, before: end) { return close("%%", 2, in: bytes, from: start + 2, before: end) }
    if bytes.holds("<!--", at: start, before: end) { return close("-->", 3, in: bytes, from: start + 4, before: end) }
    return nil
  }

  private static func close(
    _ mark: StaticString, _ length: Int, in bytes: [UInt8], from start: Int, before end: Int
  ) -> Int? {
    var index = start
    while index < end {
      if bytes.holds(mark, at: index, before: end) { return index + length }
      index += 1
    }
    return nil
  }

  /// The comments in a stretch, outside of code; a few at most that nobody closes are looked for.
  static func spans(in bytes: [UInt8], _ span: ByteSpan) -> [ByteSpan] {
    var found: [ByteSpan] = []
    var code = InlineSpans(bytes)
    code.begin()
    var index = Int(span.start)
    let end = Int(span.end)
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "`"):
        index = code.codeEnd(at: index, before: end)
      case UInt8(ascii: "%"), UInt8(ascii: "<"):
        if code.mayLookOn, bytes.holds("%%", at: index, before: end) || bytes.holds("<!--", at: index, before: end) {
          if let close = Self.end(in: bytes, at: index, before: end) {
            found.append(ByteSpan(index, close))
            index = close
            continue
          }
          code.noteUnclosed()
        }
        index += 1
      default:
        index += 1
      }
    }
    return found
  }
}
