extension ZoneRules {
  /// Reads a compiled zone of the machine (TZif, RFC 8536); nil where the bytes are none.
  package init?(zoneFile bytes: [UInt8]) {
    guard let first = Header(bytes, at: 0) else { return nil }
    if first.version >= UInt8(ascii: "2") {
      let start = Header.size + first.length(timeSize: 4)
      guard let second = Header(bytes, at: start), let rules = second.rules(bytes, timeSize: 8) else { return nil }
      self = rules
    } else {
      guard let rules = first.rules(bytes, timeSize: 4) else { return nil }
      self = rules
    }
  }

  /// Reads a POSIX `TZ` text such as `CET-1CEST,M3.5.0,M10.5.0/3`.
  package init?(posix text: String) {
    guard let rule = YearlyChanges(Array(text.utf8)[...]) else { return nil }
    self.init(changes: [], offsets: [], firstOffset: rule.standard, rule: rule)
  }

  private struct Header {
    static let size = 44

    let start: Int
    let version: UInt8
    let universalCount: Int
    let standardCount: Int
    let leapCount: Int
    let timeCount: Int
    let typeCount: Int
    let nameLength: Int

    init?(_ bytes: [UInt8], at start: Int) {
      guard start >= 0, bytes.count >= start + Self.size, bytes[start...].starts(with: "TZif".utf8) else { return nil }
      self.start = start
      version = bytes[start + 4]
      let counts = (0..<6).map { Self.integer(bytes, at: start + 20 + $0 * 4, size: 4) }
      guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
      universalCount = counts[0]
      standardCount = counts[1]
      leapCount = counts[2]
      timeCount = counts[3]
      typeCount = counts[4]
      nameLength = counts[5]
    }

    func length(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + nameLength + leapCount * (timeSize + 4) + standardCount
        + universalCount
    }

    func rules(_ bytes: [UInt8], timeSize: Int) -> ZoneRules? {
      let data = start + Self.size
      let end = data + length(timeSize: timeSize)
      guard bytes.count >= end, typeCount > 0 else { return nil }
      let kinds = data + timeCount * timeSize
      let types = kinds + timeCount
      let offsets = (0..<typeCount).map { Self.integer(bytes, at: types + $0 * 6, size: 4) }
      let changes = (0..<timeCount).map { Self.integer(bytes, at: data + $0 * timeSize, size: timeSize) }
      let chosen = bytes[kinds..<(kinds + timeCount)].map(Int.init)
      guard chosen.allSatisfy(offsets.indices.contains), offsets.allSatisfy({ abs($0) < 7 * 86_400 }),
        zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 })
      else { return nil }
      var rule: YearlyChanges?
      if timeSize == 8, bytes.count > end, bytes[end] == 0x0A {
        rule = YearlyChanges(bytes[(end + 1)...].prefix { $0 != 0x0A })
      }
      return ZoneRules(changes: changes, offsets: chosen.map { offsets[$0] }, firstOffset: offsets[0], rule: rule)
    }

    /// A signed number, its first byte the most significant.
    private static func integer(_ bytes: [UInt8], at offset: Int, size: Int) -> Int {
      var value: UInt64 = 0
      for byte in bytes[offset..<(offset + size)] { value = value << 8 | UInt64(byte) }
      return size == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
    }
  }
}
