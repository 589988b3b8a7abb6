/// Eight bytes at a time, for the questions that most text answers with no.
enum ByteWords {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lowSevens: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// Of eight bytes the highest bit of each that equals `byte`.
  ///
  /// In the difference such a byte is zero, and only a zero byte has neither a bit above the lowest seven nor one that
  /// carries when those are added to.
  @inline(__always) static func matches(of byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return ~((difference & lowSevens) &+ lowSevens | difference | lowSevens)
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
    bytes.withUnsafeBytes { raw in
      var index = start
      while index + 9 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let next = raw.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
        if matches(of: first, in: word) & matches(of: second, in: next) != 0 { return true }
        index += 8
      }
      while index + 1 < raw.count {
        if raw[index] == first, raw[index + 1] == second { return true }
        index += 1
      }
      return false
    }
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
