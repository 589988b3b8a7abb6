/// What git leaves in a file that it could not merge.
enum ConflictMarkers {
  /// The first line that begins with `<<<<<<<` or `>>>>>>>`, followed by a blank or nothing.
  ///
  /// One mark alone, quoted between the fences of code, is no conflict.
  static func first(in text: SourceText) -> ByteSpan? {
    var inCode: ByteSpan?
    var kinds: Set<UInt8> = []
    for (line, start) in text.lineStarts.enumerated() {
      guard let mark = mark(in: text, line: line, start: Int(start)) else { continue }
      let span = text.lineSpan(line)
      kinds.insert(mark)
      if kinds.count == 2 { return inCode ?? span }
      if inCode == nil, !CodeFences.enclose(line, in: text) { return span }
      inCode = inCode ?? span
    }
    return nil
  }

  private static func mark(in text: SourceText, line: Int, start: Int) -> UInt8? {
    let bytes = text.bytes
    guard start < bytes.count, bytes[start] == UInt8(ascii: "<") || bytes[start] == UInt8(ascii: ">") else {
      return nil
    }
    let end = Int(text.lineSpan(line).end)
    guard bytes.holds("<<<<<<<", at: start, before: end) || bytes.holds(">>>>>>>", at: start, before: end) else {
      return nil
    }
    return start + 7 == end || bytes[start + 7].isBlank ? bytes[start] : nil
  }
}

/// The fences of code, by their lines alone: three or more backticks or tildes at a line's beginning.
enum CodeFences {
  /// A line lies between two fences of the same sign.
  static func enclose(_ line: Int, in text: SourceText) -> Bool {
    var open: UInt8?
    for other in 0..<line { step(&open, text, other) }
    guard let sign = open else { return false }
    return (line + 1..<text.lineStarts.count).contains { fence(in: text, line: $0) == sign }
  }

  /// Goes over a line: opens or closes code.
  static func step(_ open: inout UInt8?, _ text: SourceText, _ line: Int) {
    guard let sign = fence(in: text, line: line) else { return }
    if open == nil { open = sign } else if open == sign { open = nil }
  }

  private static func fence(in text: SourceText, line: Int) -> UInt8? {
    let bytes = text.bytes
    let span = text.lineSpan(line)
    let end = Int(span.end)
    let start = bytes.skippingBlanks(from: Int(span.start), before: end)
    if bytes.holds("```", at: start, before: end) || bytes.holds("~~~", at: start, before: end) { return bytes[start] }
    return nil
  }
}
