/// Eight bytes at a time, for the questions that most text answers with no.
enum ByteWords {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Not 0 where one of eight bytes equals `byte`; the lowest bit set is the highest of the first that does.
  ///
  /// A byte is zero where it equals the one looked for, and only a zero byte borrows into its highest bit while its own is
  /// clear.
  @inline(__always) static func matches(of byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & highs
  }

  /// Some byte before `end`, from `start` on, is one of two.
  static func hold(_ one: UInt8, _ other: UInt8, in bytes: [UInt8], from start: Int, before end: Int) -> Bool {
    any(in: bytes, from: start, before: end) { word in matches(of: one, in: word) | matches(of: other, in: word) }
  }

  /// Some byte before `end`, from `start` on, is one of five.
  static func hold(
    _ bytesLookedFor: (UInt8, UInt8, UInt8, UInt8, UInt8), in bytes: [UInt8], from start: Int, before end: Int
  ) -> Bool {
    any(in: bytes, from: start, before: end) { word in
      matches(of: bytesLookedFor.0, in: word) | matches(of: bytesLookedFor.1, in: word)
        | matches(of: bytesLookedFor.2, in: word) | matches(of: bytesLookedFor.3, in: word)
        | matches(of: bytesLookedFor.4, in: word)
    }
  }

  /// `first` stands right before `second` somewhere from `start` on.
  static func holdPair(_ first: UInt8, _ second: UInt8, in bytes: [UInt8], from start: Int) -> Bool {
    var index = start
    while index < bytes.count {
      let end = min(index + 8, bytes.count)
      if any(in: bytes, from: index, before: end, { word in matches(of: second, in: word) }) {
        for place in max(start + 1, index)..<max(end, start + 1)
        where bytes[place] == second && bytes[place - 1] == first {
          return true
        }
      }
      index = end
    }
    return false
  }

  /// The last word is filled up with the blanks that no question is about.
  @inline(__always) private static func any(
    in bytes: [UInt8], from start: Int, before end: Int, _ answer: (UInt64) -> UInt64
  ) -> Bool {
    precondition(start >= 0 && end <= bytes.count, "a stretch of bytes that the file does not have")
    return bytes.withUnsafeBytes { raw in
      var index = start
      while index + 8 <= end {
        if answer(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) != 0 { return true }
        index += 8
      }
      guard index < end else { return false }
      var word = ones &* UInt64(UInt8.space)
      while index < end {
        word = word << 8 | UInt64(raw[index])
        index += 1
      }
      return answer(word) != 0
    }
  }
}
