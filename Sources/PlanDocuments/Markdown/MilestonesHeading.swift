/// Recognises the heading of a goal's list: `Milestones`, at any level, in any case.
enum MilestonesHeading {
  static func stands(in text: SourceText, line: Int, bodyStart: Int) -> Bool {
    let bytes = text.bytes
    let span = text.lineSpan(line)
    var title = bytes.trimmed(ByteSpan(max(Int(span.start), bodyStart), max(Int(span.end), bodyStart)))
    if !title.isEmpty, bytes[Int(title.start)] == UInt8(ascii: "#") {
      while !title.isEmpty, bytes[Int(title.start)] == UInt8(ascii: "#") { title.start += 1 }
      var end = title.end
      while end > title.start, bytes[Int(end) - 1] == UInt8(ascii: "#") { end -= 1 }
      if end > title.start, bytes[Int(end) - 1].isBlank { title.end = end }
      title = bytes.trimmed(title)
    } else {
      // Underlined: the line below is the underline, or the heading has more lines than this one.
      guard line + 1 < text.lineStarts.count else { return false }
      let next = text.lineSpan(line + 1)
      let first = bytes.skippingBlanks(from: Int(next.start), before: Int(next.end))
      guard first < Int(next.end), bytes[first] == UInt8(ascii: "=") || bytes[first] == UInt8(ascii: "-") else {
        return false
      }
    }
    return bytes.equals("milestones", in: title.range)
  }
}
