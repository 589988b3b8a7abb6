/// Where a file's front matter begins and ends.
///
/// It opens with a line `---` at the very beginning (after a byte order mark) and closes with the next line `---` or `...`;
/// blanks may follow the marks.
struct FrontMatterFences {
  /// The lines between the fences.
  var content: ByteSpan
  /// The line (from 0) with which the body begins.
  var bodyLine: Int
  /// A closing line stands there.
  ///
  /// Without one the block is taken to end with the last line that looks like YAML.
  var isClosed: Bool

  /// The fences of a file; nil where it has no front matter.
  static func find(in text: SourceText) -> FrontMatterFences? {
    let bytes = text.bytes
    let start = text.markLength
    guard bytes.count >= start + 3, bytes[start] == UInt8(ascii: "-"), isFence(bytes, text.lineSpan(0), from: start)
    else { return nil }
    let contentStart = text.start(ofLine: 1)
    for line in 1..<max(1, text.lineStarts.count) {
      let start = Int(text.lineStarts[line])
      guard bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: ".") else { continue }
      if isFence(bytes, text.lineSpan(line), from: start) || isDots(bytes, text.lineSpan(line)) {
        return FrontMatterFences(content: ByteSpan(contentStart, start), bodyLine: line + 1, isClosed: true)
      }
    }
    return unclosed(in: text)
  }

  /// The byte offset at which the body begins.
  func bodyStart(in text: SourceText) -> Int { text.start(ofLine: bodyLine) }

  /// A word that makes a note part of a plan stands somewhere in the block: only then is it worth reading as YAML.
  func mayNameAPlan(in text: SourceText) -> Bool {
    let bytes = text.bytes
    let end = Int(content.end)
    for index in content.range {
      switch bytes[index] {
      case UInt8(ascii: "g"): if bytes.holds("goal", at: index, before: end) { return true }
      case UInt8(ascii: "m"): if bytes.holds("milestone", at: index, before: end) { return true }
      case UInt8(ascii: "p"): if bytes.holds("playbook", at: index, before: end) { return true }
      default: continue
      }
    }
    return false
  }

  private static func isFence(_ bytes: [UInt8], _ line: ByteSpan, from start: Int) -> Bool {
    bytes.holds("---", at: start, before: Int(line.end))
      && bytes.skippingBlanks(from: start + 3, before: Int(line.end)) == Int(line.end)
  }

  private static func isDots(_ bytes: [UInt8], _ line: ByteSpan) -> Bool {
    bytes.holds("...", at: Int(line.start), before: Int(line.end))
      && bytes.skippingBlanks(from: Int(line.start) + 3, before: Int(line.end)) == Int(line.end)
  }

  /// A block that nobody closed, where its first lines name a goal, milestone or playbook.
  ///
  /// Anything else that begins with `---` is a note that begins with a rule.
  private static func unclosed(in text: SourceText) -> FrontMatterFences? {
    let bytes = text.bytes
    var line = 1
    var namesAPlan = false
    while line < text.lineStarts.count {
      let span = text.lineSpan(line)
      guard !span.isEmpty, bytes.skippingBlanks(from: Int(span.start), before: Int(span.end)) < Int(span.end) else {
        break
      }
      let first = bytes[Int(span.start)]
      if let key = PlainKeys.key(in: bytes, line: span) {
        let name = String(decoding: bytes[key.range], as: UTF8.self)
        namesAPlan = namesAPlan || ["goal", "milestone", "playbook"].contains(name)
      } else if !first.isBlank, first != UInt8(ascii: "-"), first != UInt8(ascii: "#") {
        break
      }
      line += 1
    }
    guard namesAPlan else { return nil }
    let content = ByteSpan(text.start(ofLine: 1), text.start(ofLine: line))
    return FrontMatterFences(content: content, bodyLine: line, isClosed: false)
  }
}
