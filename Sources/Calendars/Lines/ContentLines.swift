import PlanDocuments

/// The logical lines of a calendar, one after the other, without those whose property nobody asked for.
///
/// Lines end at `\n`, `\r\n` or a lone `\r`, whatever the file mixes; a line that begins with a space or a tab goes on with the one
/// before (RFC 5545, 3.1). Bytes are joined before anything is decoded, since a fold may stand inside a character.
struct ContentLines {
  private let bytes: [UInt8]
  private let longest: Int
  private var position: Int
  private var lineNumber = 1
  /// The lines that are longer than the limit; they count as not there.
  private(set) var tooLong: [Int] = []

  /// - Parameter longest: the most bytes that a logical line may have.
  init(_ bytes: [UInt8], longest: Int) {
    self.bytes = bytes
    self.longest = longest
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> ContentLine? {
    while position < bytes.count {
      let number = lineNumber
      let first = physicalLine()
      if let name = name(of: first) {
        guard let line = unfolded(from: first, number: number) else { continue }
        if let line = ContentLine(name: name.name, number: number, bytes: line, nameEnd: line.startIndex + name.length)
        {
          return line
        }
      } else if isContinued, first.allSatisfy(Self.mayStandInName) {
        // The fold stands inside the name.
        guard let line = unfolded(from: first, number: number), let name = self.name(of: line) else { continue }
        if let line = ContentLine(name: name.name, number: number, bytes: line, nameEnd: line.startIndex + name.length)
        {
          return line
        }
      } else {
        while isContinued { _ = physicalLine() }
      }
    }
    return nil
  }

  /// The name is what stands before the first `;` or `:`.
  private func name(of line: ArraySlice<UInt8>) -> (name: PropertyName, length: Int)? {
    var end = line.startIndex
    while end < line.endIndex, Self.mayStandInName(line[end]) { end += 1 }
    guard end < line.endIndex, line[end] == UInt8(ascii: ":") || line[end] == UInt8(ascii: ";"),
      let name = PropertyName(line[..<end])
    else { return nil }
    return (name, end - line.startIndex)
  }

  private static func mayStandInName(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: "-") || byte.uppercased &- 0x41 < 26
  }

  private var isContinued: Bool {
    position < bytes.count && (bytes[position] == 0x20 || bytes[position] == 0x09)
  }

  private mutating func physicalLine() -> ArraySlice<UInt8> {
    let start = position
    let end = bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      return index
    }
    position = end + bytes.lineEndLength(at: end)
    lineNumber += 1
    return bytes[start..<end]
  }

  /// The line with those that go on with it; nil if it is longer than the limit.
  private mutating func unfolded(from first: ArraySlice<UInt8>, number: Int) -> ArraySlice<UInt8>? {
    guard isContinued else {
      if first.count <= longest { return first }
      tooLong.append(number)
      return nil
    }
    var line = first.count <= longest ? Array(first) : []
    var length = first.count
    while isContinued {
      let part = physicalLine().dropFirst()
      length += part.count
      if length <= longest { line += part }
    }
    if length <= longest { return line[...] }
    tooLong.append(number)
    return nil
  }
}
