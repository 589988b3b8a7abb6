/// The lines that Obsidian takes for a comment: from a line that begins with `%%` to the next that holds `%%`.
///
/// Nothing is hidden where nobody closes it, and nothing begins in code.
enum BlockComments {
  /// The lines (from 0) of all comments, the lines of their marks among them.
  static func lines(of text: SourceText, from first: Int) -> Set<Int> {
    guard ByteWords.holdPair(UInt8(ascii: "%"), UInt8(ascii: "%"), in: text.bytes, from: text.start(ofLine: first))
    else {
      return []
    }
    var hidden: Set<Int> = []
    var code: UInt8?
    var opened: Int?
    for line in first..<max(first, text.lineStarts.count) {
      let span = text.lineSpan(line)
      let marks = marks(in: text.bytes, span)
      if let start = opened {
        guard marks > 0 else { continue }
        hidden.formUnion(start...line)
        opened = nil
        continue
      }
      CodeFences.step(&code, text, line)
      guard code == nil, marks > 0 else { continue }
      let start = text.bytes.skippingBlanks(from: Int(span.start), before: Int(span.end))
      guard text.bytes.holds("%%", at: start, before: Int(span.end)) else { continue }
      if marks == 1 {
        opened = line
      } else if marks == 2, endsWithMark(text.bytes, span) {
        hidden.insert(line)
      }
    }
    return hidden
  }

  private static func marks(in bytes: [UInt8], _ span: ByteSpan) -> Int {
    var count = 0
    var index = Int(span.start)
    while index + 1 < span.end {
      if bytes[index] == UInt8(ascii: "%"), bytes[index + 1] == UInt8(ascii: "%") {
        count += 1
        index += 2
      } else {
        index += 1
      }
    }
    return count
  }

  private static func endsWithMark(_ bytes: [UInt8], _ span: ByteSpan) -> Bool {
    let end = Int(bytes.trimmed(span).end)
    return end >= span.start + 4 && bytes.holds("%%", at: end - 2, before: end)
  }
}
