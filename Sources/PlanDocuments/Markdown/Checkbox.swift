/// The box at the beginning of a list item's text: `[ ]`, `[x]`.
struct Checkbox {
  var mark: Int
  var markLength: Int
  /// The first byte after the closing bracket.
  var end: Int

  /// Finds the box of the innermost list item that begins in a line: markers of quotes and lists, then a bracket, one
  /// character, a bracket, and white space or the line's end.
  ///
  /// That the line really begins an item is for cmark to say.
  static func find(in bytes: [UInt8], line: Range<Int>) -> Checkbox? {
    let end = line.upperBound
    var index = line.lowerBound
    var isAfterMarker = false
    while index < end {
      let byte = bytes[index]
      if byte.isBlank || byte == UInt8(ascii: ">") {
        index += 1
      } else if let next = markerEnd(in: bytes, at: index, before: end) {
        isAfterMarker = true
        index = next
      } else {
        break
      }
    }
    guard isAfterMarker, index + 2 < end, bytes[index] == UInt8(ascii: "["),
      let length = bytes.characterLength(at: index + 1)
    else { return nil }
    let close = index + 1 + length
    guard close < end, bytes[close] == UInt8(ascii: "]"), close + 1 == end || bytes[close + 1].isBlank else {
      return nil
    }
    return Checkbox(mark: index + 1, markLength: length, end: close + 1)
  }

  /// A box with one slip at the beginning of a line: `- []`, `-[ ]`, `- [x ]`, `- [ ]Title`; what stands there and what is
  /// meant.
  static func slip(in bytes: [UInt8], line: Range<Int>) -> (span: ByteSpan, right: String)? {
    var index = line.lowerBound
    let end = line.upperBound
    while index < end, bytes[index].isBlank { index += 1 }
    let start = index
    guard index < end, "-+*".utf8.contains(bytes[index]) else { return nil }
    let marker = bytes[index]
    index += 1
    while index < end, bytes[index].isBlank { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: "[") else { return nil }
    index += 1
    var mark: UInt8?
    while index < end, bytes[index] != UInt8(ascii: "]") {
      if !bytes[index].isBlank {
        guard mark == nil, "xX-".utf8.contains(bytes[index]) else { return nil }
        mark = bytes[index]
      }
      index += 1
    }
    guard index < end else { return nil }
    index += 1
    let isFollowedByText = index < end && !bytes[index].isBlank
    // `[x](link)` and `[x]: …` are links; `[-]word` and `[x]word` may be anything.
    if isFollowedByText, mark != nil || "([:".utf8.contains(bytes[index]) { return nil }
    let right = String(decoding: [marker, .space, UInt8(ascii: "["), mark ?? .space, UInt8(ascii: "]")], as: UTF8.self)
    return (ByteSpan(start, index), right + (isFollowedByText ? " " : ""))
  }

  /// What a mark says: `x`, `X` done; `-` cancelled; any other open.
  static func state(ofMark mark: UInt8, length: Int) -> BoxState {
    guard length == 1 else { return .open }
    return switch mark {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): .done
    case UInt8(ascii: "-"): .cancelled
    default: .open
    }
  }

  /// The offset after a list marker (`-`, `+`, `*`, `12.`, `12)`) and the blank that must follow it.
  private static func markerEnd(in bytes: [UInt8], at start: Int, before end: Int) -> Int? {
    var index = start
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      index += 1
    default:
      while index < end, index - start < 9, bytes[index].isDigit { index += 1 }
      guard index > start, index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")") else {
        return nil
      }
      index += 1
    }
    return index < end && bytes[index].isBlank ? index + 1 : nil
  }
}
