/// Finds where the lines of a file begin.
enum LineStarts {
  /// The offset of each line's first byte.
  ///
  /// A line ends at `\n`, `\r\n` or a lone `\r`; a final line end begins no line.
  static func find(in bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBytes { raw in
      let count = raw.count
      var index = 0
      while index < count {
        // Eight bytes at a time: most hold no line end.
        if index + 8 <= count {
          let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          let ends = ByteWords.matches(of: .newline, in: word) | ByteWords.matches(of: .carriageReturn, in: word)
          guard ends != 0 else {
            index += 8
            continue
          }
          index += ends.trailingZeroBitCount / 8
        }
        let byte = raw[index]
        index += 1
        guard byte == .newline || byte == .carriageReturn else { continue }
        if byte == .carriageReturn, index < count, raw[index] == .newline { index += 1 }
        if index < count { starts.append(Int32(truncatingIfNeeded: index)) }
      }
    }
    return starts
  }
}
