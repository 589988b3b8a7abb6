import TestSupport
import Testing

@testable import PlanDocuments

@Suite struct ByteWordsTests {
  @Test func eightBytesAtATimeSayWhatOneByOneSays() {
    var numbers = SeededGenerator(seed: 11)
    // Neighbours of what is looked for, where a borrow could go wrong.
    let alphabet: [UInt8] = [
      0x00, 0x01, 0x27, 0x28, 0x29, 0x39, 0x3A, 0x3B, 0x5D, 0x5E, 0x5F, 0x61, 0x7F, 0x80, 0xE1, 0xE2, 0xE3, 0xF0, 0xF1,
      0xFF,
    ]
    for _ in 0..<20_000 {
      let isRich = Int.random(in: 0..<4, using: &numbers) == 0
      let bytes = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
        isRich
          ? alphabet.randomElement(using: &numbers) ?? 0
          : [0x3B, 0x5F, 0x29, 0x61, 0x5D, 0x5C].randomElement(using: &numbers) ?? 0
      }
      let start = Int.random(in: 0...bytes.count, using: &numbers)
      let end = Int.random(in: start...bytes.count, using: &numbers)
      let expected = bytes[start..<end].firstIndex { [0x3A, 0x00].contains($0) }
      let found = ByteWords.first(in: bytes, from: start, before: end) { word in
        ByteWords.matches(of: 0x3A, in: word) | ByteWords.matches(of: 0x00, in: word)
      }
      #expect(found == expected, "\(bytes) \(start)")
      let pairs = zip(bytes[start...], bytes[start...].dropFirst())
      let isPair = pairs.contains { $0 == (0x5D, 0x3A) }
      #expect(ByteWords.holdPair(0x5D, 0x3A, in: bytes, from: start) == isPair, "\(bytes) \(start)")
    }
  }
}
