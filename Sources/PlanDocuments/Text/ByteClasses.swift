/// The bytes that Markdown and the format give a meaning to. Everything else is text, whatever its encoding.
extension UInt8 {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20

  @inline(__always) var isBlank: Bool { self == .space || self == .tab }
  @inline(__always) var isLineEnd: Bool { self == .newline || self == .carriageReturn }
  @inline(__always) var isWhiteSpace: Bool { isBlank || isLineEnd }
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isLowercaseLetter: Bool { self &- 0x61 < 26 }
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always) var isLetterOrDigit: Bool { isLetter || isDigit }
  /// The byte in lower case where it is an ASCII letter.
  @inline(__always) var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension [UInt8] {
  /// The bytes of `text` stand at `offset`, before `end`.
  func holds(_ text: StaticString, at offset: Int, before end: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset + length <= end else { return false }
    for index in 0..<length where self[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  /// The first offset from `start` on, before `end`, that is neither space nor tab; `end` if there is none.
  func skippingBlanks(from start: Int, before end: Int) -> Int {
    var index = start
    while index < end, self[index].isBlank { index += 1 }
    return index
  }

  /// The first offset from `start` on, before `end`, that is no ASCII letter; `end` if there is none.
  func skippingLetters(from start: Int, before end: Int) -> Int {
    var index = start
    while index < end, self[index].isLetter { index += 1 }
    return index
  }

  /// `span` without white space at both ends.
  package func trimmed(_ span: ByteSpan) -> ByteSpan {
    var start = Int(span.start)
    var end = Int(span.end)
    while start < end, self[start].isWhiteSpace { start += 1 }
    while end > start, self[end - 1].isWhiteSpace { end -= 1 }
    return ByteSpan(start, end)
  }

  /// The length in bytes of the UTF-8 character that begins at `offset`; nil where none begins there.
  func characterLength(at offset: Int) -> Int? {
    let first = self[offset]
    let length: Int
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard offset + length <= count else { return nil }
    for index in 1..<length where self[offset + index] & 0xC0 != 0x80 { return nil }
    return length
  }
}

extension [UInt8] {
  /// The bytes of `range` are those of `text`, letters in any case.
  func equals(_ text: StaticString, in range: Range<Int>) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return range.enumerated().allSatisfy { self[$1].lowercased == text.utf8Start[$0].lowercased }
  }

  /// Nothing but white space stands in `range`.
  func isWhiteSpace(_ range: Range<Int>) -> Bool {
    range.allSatisfy { self[$0].isWhiteSpace }
  }
}
