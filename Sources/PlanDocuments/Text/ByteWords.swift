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

  /// The first place from `start` on, before `end`, at which `matches` gives a highest bit; nil where there is none.
  @inline(__always) static func first(
    in bytes: [UInt8], from start: Int, before end: Int, where matches: (UInt64) -> UInt64
  ) -> Int? {
    precondition(start >= 0 && end <= bytes.count, "a stretch of bytes that the file does not have")
    return bytes.withUnsafeBytes { raw in
      func found(at index: Int) -> Int? {
        let bits = matches(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        return bits == 0 ? nil : index + bits.trailingZeroBitCount / 8
      }
      var index = start
      while index + 8 <= end {
        if let place = found(at: index) { return place }
        index += 8
      }
      // What is left over, once more with bytes before it that are known not to match.
      if index < end, start + 8 <= end { return found(at: end - 8) }
      while index < end {
        if matches(ones &* UInt64(raw[index])) != 0 { return index }
        index += 1
      }
      return nil
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
}
