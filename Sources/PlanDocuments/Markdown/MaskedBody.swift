/// A note's body for cmark, without most of its words.
///
/// Only the blocks are asked for, and cmark spends half its time on what is inside the lines. So `- [ ] some words` is
/// given to it as `- ]` and a line of prose as `]`, line for line, where the words cannot matter to any block:
///
/// - no `]:` stands in the whole body, so that it holds no link definition, the one block that goes by brackets, quotes
///   and parentheses inside of lines;
/// - after spaces only, the line begins with a letter, or with a bullet, one space and a box;
/// - no `>` stands in the words (it could end an HTML block), and no carriage return.
enum MaskedBody {
  /// The body that begins at `start`, in the line `line` (from 0).
  ///
  /// Lines that are hidden are given as blanks.
  static func bytes(of text: SourceText, start: Int, line: Int, hiding hidden: Set<Int> = []) -> [UInt8] {
    guard hidden.isEmpty else {
      var bytes = Array(text.bytes[start...])
      for line in hidden {
        for index in text.lineSpan(line).range where index >= start { bytes[index - start] = .space }
      }
      return bytes
    }
    guard start < text.bytes.count,
      !ByteWords.holdPair(UInt8(ascii: "]"), UInt8(ascii: ":"), in: text.bytes, from: start)
    else { return Array(text.bytes[start...]) }
    // Never longer than the body: each mark stands for a word at least.
    return [UInt8](unsafeUninitializedCapacity: text.bytes.count - start) { masked, count in
      text.bytes.withUnsafeBytes { all in
        func copy(_ range: Range<Int>) {
          UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(masked)[count...])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: all[range]))
          count += range.count
        }
        var copied = start
        for line in line..<max(line, text.lineStarts.count) {
          let lineStart = max(start, text.start(ofLine: line))
          guard let words = words(in: text.bytes, from: lineStart, to: text.start(ofLine: line + 1)) else { continue }
          copy(copied..<words.lowerBound)
          masked[count] = UInt8(ascii: "]")
          count += 1
          copied = words.upperBound
        }
        copy(copied..<all.count)
      }
    }
  }

  /// From the box or the first letter to the line's end, where it can be left out.
  private static func words(in bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    var index = start
    while index < end, bytes[index] == .space { index += 1 }
    guard index + 1 < end, bytes[end - 1] == .newline else { return nil }
    if isBullet(bytes[index]) {
      guard index + 7 < end, bytes[index + 1] == .space, bytes[index + 2] == UInt8(ascii: "["),
        isMark(bytes[index + 3]), bytes[index + 4] == UInt8(ascii: "]"), bytes[index + 5] == .space
      else { return nil }
      index += 2
    } else if !bytes[index].isLetter {
      return nil
    }
    let trouble = ByteWords.first(in: bytes, from: index, before: end - 1) { word in
      ByteWords.matches(of: UInt8(ascii: ">"), in: word) | ByteWords.matches(of: .carriageReturn, in: word)
    }
    return trouble == nil ? index..<end - 1 : nil
  }

  private static func isBullet(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+")
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == .space || byte | 0x20 == UInt8(ascii: "x") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
  }
}
