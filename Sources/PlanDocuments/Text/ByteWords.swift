/// Eight bytes at a time, for the questions that most text answers with no.
enum ByteWords {
  /// Some byte before `end`, from `start` on, is one of three ASCII characters or no ASCII at all.
  ///
  /// A byte is zero where it equals the one looked for, and only a zero byte borrows into its highest bit while its own is
  /// clear.
  static func mayHold(
    _ one: UInt8, _ other: UInt8, _ third: UInt8, in bytes: [UInt8], from start: Int, before end: Int
  ) -> Bool {
    precondition(start >= 0 && end <= bytes.count, "a stretch of bytes that the file does not have")
    return bytes.withUnsafeBytes { raw in
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs: UInt64 = 0x8080_8080_8080_8080
      var index = start
      while index + 8 <= end {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let first = word ^ (ones &* UInt64(one))
        let second = word ^ (ones &* UInt64(other))
        let last = word ^ (ones &* UInt64(third))
        let borrows = (first &- ones) & ~first | (second &- ones) & ~second | (last &- ones) & ~last
        if (borrows | word) & highs != 0 { return true }
        index += 8
      }
      while index < end {
        let byte = raw[index]
        if byte == one || byte == other || byte == third || byte >= 0x80 { return true }
        index += 1
      }
      return false
    }
  }
}
