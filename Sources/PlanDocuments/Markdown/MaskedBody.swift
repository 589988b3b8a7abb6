/// A note's body for cmark, without the words of its tasks.
///
/// Only the blocks are asked for, and cmark spends half its time on what is inside the lines. So `- [ ] some words` is
/// given to it as `- ]`, line for line, where the words cannot matter to any block:
///
/// - a bullet, one space and a box begin the line, after spaces only;
/// - no `>` stands in the words (it could end an HTML block), no `]:` (it could make a link definition), no carriage
///   return;
/// - no quote, parenthesis or backslash (it could end the title of a link definition that an earlier line began), unless
///   nothing but such tasks stands above, up to the last empty line;
/// - the `]` that is left cannot begin a link definition, and keeps a label around it from being one, as the box did.
struct MaskedBody {
  private(set) var bytes: [UInt8] = []

  /// Copies the body that begins at `start`, in the line `line` (from 0).
  mutating func fill(from text: SourceText, start: Int, line: Int) {
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(text.bytes.count - start)
    var copied = start
    // No line since the last empty one can have begun a link definition.
    var isOpen = true
    for line in line..<max(line, text.lineStarts.count) {
      let lineStart = max(start, text.start(ofLine: line))
      let end = text.start(ofLine: line + 1)
      guard let words = Self.wordsOfTask(in: text.bytes, from: lineStart, to: end, mayHoldQuotes: isOpen) else {
        isOpen = text.bytes.skippingBlanks(from: lineStart, before: end) == Int(text.lineSpan(line).end)
        continue
      }
      bytes.append(contentsOf: text.bytes[copied..<words.lowerBound])
      bytes.append(UInt8(ascii: "]"))
      copied = words.upperBound
    }
    bytes.append(contentsOf: text.bytes[copied...])
  }

  /// From the box to the line's end, where it can be left out.
  private static func wordsOfTask(in bytes: [UInt8], from start: Int, to end: Int, mayHoldQuotes: Bool) -> Range<Int>? {
    var index = start
    while index < end, bytes[index] == .space { index += 1 }
    guard index + 7 < end, bytes[end - 1] == .newline, isBullet(bytes[index]), bytes[index + 1] == .space,
      bytes[index + 2] == UInt8(ascii: "["), isMark(bytes[index + 3]), bytes[index + 4] == UInt8(ascii: "]"),
      bytes[index + 5] == .space
    else { return nil }
    let box = index + 2
    index += 6
    // Most tasks hold words only.
    if !ByteWords.mayHold(
      UInt8(ascii: ">"), UInt8(ascii: "]"), .carriageReturn, in: bytes, from: index, before: end - 1),
      mayHoldQuotes
    {
      return box..<end - 1
    }
    while index < end - 1 {
      switch bytes[index] {
      case UInt8(ascii: ">"), .carriageReturn:
        return nil
      case UInt8(ascii: "]"):
        if bytes[index + 1] == UInt8(ascii: ":") { return nil }
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
        if !mayHoldQuotes { return nil }
      default:
        break
      }
      index += 1
    }
    return box..<end - 1
  }

  private static func isBullet(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+")
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == .space || byte | 0x20 == UInt8(ascii: "x") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
  }
}
