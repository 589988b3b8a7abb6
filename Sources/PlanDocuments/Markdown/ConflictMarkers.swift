/// What git leaves in a file that it could not merge.
enum ConflictMarkers {
  /// The first line that begins with `<<<<<<<` or `>>>>>>>`, followed by a blank or nothing.
  static func first(in text: SourceText) -> ByteSpan? {
    let bytes = text.bytes
    for (line, start) in text.lineStarts.enumerated() {
      let start = Int(start)
      guard start < bytes.count, bytes[start] == UInt8(ascii: "<") || bytes[start] == UInt8(ascii: ">") else {
        continue
      }
      let span = text.lineSpan(line)
      let end = Int(span.end)
      guard bytes.holds("<<<<<<<", at: start, before: end) || bytes.holds(">>>>>>>", at: start, before: end) else {
        continue
      }
      if start + 7 == end || bytes[start + 7].isBlank { return span }
    }
    return nil
  }
}
