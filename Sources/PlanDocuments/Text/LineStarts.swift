/// Finds where the lines of a file begin.
enum LineStarts {
  /// The offset of each line's first byte.
  ///
  /// A final line end begins no line.
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
        let length = LineEnd.length(at: index, in: raw)
        index += max(1, length)
        if length > 0, index < count { starts.append(Int32(truncatingIfNeeded: index)) }
      }
    }
    return starts
  }
}

/// Where a line ends: at `\n`, `\r\n` or a lone `\r`, and nowhere else.
enum LineEnd {
  /// The bytes of the line end at `index`: 0 where there is none, 2 for `\r\n`.
  @inline(__always) static func length(at index: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    guard index < bytes.count, bytes[index].isLineEnd else { return 0 }
    return bytes[index] == .carriageReturn && index + 1 < bytes.count && bytes[index + 1] == .newline ? 2 : 1
  }
}

extension [UInt8] {
  /// The bytes of the line end at `index`: 0 where there is none, 2 for `\r\n`.
  package func lineEndLength(at index: Int) -> Int {
    withUnsafeBytes { LineEnd.length(at: index, in: $0) }
  }
}
