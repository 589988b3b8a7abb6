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
        if index + 8 <= count, !holdsLineEnd(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
          index += 8
          continue
        }
        let end = min(index + 8, count)
        while index < end {
          let byte = raw[index]
          index += 1
          guard byte == .newline || byte == .carriageReturn else { continue }
          if byte == .carriageReturn, index < count, raw[index] == .newline { index += 1 }
          if index < count { starts.append(Int32(truncatingIfNeeded: index)) }
        }
      }
    }
    return starts
  }

  /// One of the eight bytes is `\n` or `\r`.
  ///
  /// A byte is zero where it equals the one looked for, and only a zero byte borrows into its highest bit while its own
  /// is clear.
  @inline(__always)
  private static func holdsLineEnd(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let newlines = word ^ (ones &* UInt64(UInt8.newline))
    let returns = word ^ (ones &* UInt64(UInt8.carriageReturn))
    return ((newlines &- ones) & ~newlines | (returns &- ones) & ~returns) & highs != 0
  }
}
