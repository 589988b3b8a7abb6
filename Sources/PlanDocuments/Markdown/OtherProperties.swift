/// Recognises the properties that Logseq writes below a block: `id:: 66a0b1c2`, `collapsed:: true`.
enum OtherProperties {
  /// The line is a name, two colons and a value, and the name is no field but `id` and `created`.
  static func stand(in text: SourceText, line: Int) -> Bool {
    let bytes = text.bytes
    let span = text.lineSpan(line)
    let end = Int(span.end)
    let start = bytes.skippingBlanks(from: Int(span.start), before: end)
    var index = start
    while index < end,
      bytes[index].isLetterOrDigit || bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "_")
    {
      index += 1
    }
    guard index > start, bytes.holds("::", at: index, before: end), index + 2 == end || bytes[index + 2].isBlank else {
      return false
    }
    let name = FieldTable.name(ofDataviewKey: start..<index, in: bytes)
    return name == nil || name == .id || name == .created
  }
}
