/// The exact bytes of one file of a vault, with the places where its lines begin.
///
/// A line ends at `\n`, `\r\n` or a lone `\r`, and nowhere else. Every offset in the program is a byte offset into `bytes`.
package struct SourceText: Hashable, Sendable {
  package let path: VaultPath
  package let bytes: [UInt8]
  /// The byte offset of the beginning of each line; the first is 0.
  ///
  /// A final line end begins no further line.
  package let lineStarts: [Int32]

  package init(path: VaultPath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lineStarts = LineStarts.find(in: bytes)
  }

  /// The same text with other bytes in the place of some that end no line.
  init(_ text: SourceText, replacedBy bytes: [UInt8]) {
    path = text.path
    self.bytes = bytes
    lineStarts = text.lineStarts
  }

  /// The line (from 0) that holds the byte at `offset`.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line (from 0) without its line end.
  package func lineSpan(_ line: Int) -> ByteSpan {
    let start = Int(lineStarts[line])
    var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : bytes.count
    while end > start, bytes[end - 1].isLineEnd { end -= 1 }
    return ByteSpan(start, end)
  }

  /// The line end that new lines get: that of the first line, `\n` where the text is one line.
  package var lineEnd: String {
    let start = Int(lineSpan(0).end)
    let length = bytes.lineEndLength(at: start)
    return length == 0 ? "\n" : String(decoding: bytes[start..<start + length], as: UTF8.self)
  }

  /// What is put at `offset` begins a line: nothing comes before it, or the end of another.
  package func beginsLine(at offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1].isLineEnd
  }

  /// Line and column as people count them: from 1, the column in characters (Unicode scalars), a byte order mark not counted.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let line = line(of: offset)
    let start = line == 0 ? markLength : Int(lineStarts[line])
    let before = bytes[start..<max(start, offset)]
    return (line + 1, String(decoding: before, as: UTF8.self).unicodeScalars.count + 1)
  }

  package func string(_ span: ByteSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// The length of a byte order mark at the beginning: 3 or 0.
  var markLength: Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// The offset at which a line (from 0) begins; the end of the file for lines after the last.
  func start(ofLine line: Int) -> Int {
    line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
  }
}

/// Tells line and column of one offset after another; on a line that has many it goes on from the last.
package struct PositionCursor {
  private let text: SourceText
  private var line = -1
  private var offset = 0
  private var column = 1

  package init(_ text: SourceText) {
    self.text = text
  }

  /// As `SourceText.position(of:)`.
  package mutating func position(of next: Int) -> (line: Int, column: Int) {
    let nextLine = text.line(of: next)
    guard nextLine == line, next >= offset else {
      let found = text.position(of: next)
      (line, offset, column) = (nextLine, next, found.column)
      return found
    }
    column += String(decoding: text.bytes[offset..<next], as: UTF8.self).unicodeScalars.count
    offset = next
    return (line + 1, column)
  }
}
