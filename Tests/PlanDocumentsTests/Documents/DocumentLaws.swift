import TestSupport
import Testing

@testable import PlanDocuments

/// What holds for every note, whatever is in it.
@Suite struct DocumentLaws {
  static let seeds = 0..<60

  static func document(_ seed: Int, _ dress: NoteDress) -> PlanDocument {
    document(dress.bytes(of: RandomNote(seed: seed).lines))
  }

  static func document(_ bytes: [UInt8]) -> PlanDocument {
    PlanDocument(reading: SourceText(path: VaultPath("goals/a.md"), bytes: bytes), extent: .everyNote)
  }

  @Test(arguments: NoteDress.all)
  func everySpanLiesInTheFileAndInWhatItBelongsTo(dress: NoteDress) {
    var complaints = Complaints()
    for seed in Self.seeds {
      let document = Self.document(seed, dress)
      let bytes = document.text.bytes
      let whole = ByteSpan(0, bytes.count)
      for item in document.items {
        complaints.expect(bytes[Int(item.mark) - 1] == UInt8(ascii: "["), "seed \(seed)")
        complaints.expect(bytes[Int(item.mark) + Int(item.markLength)] == UInt8(ascii: "]"), "seed \(seed)")
        complaints.expect(whole.contains(item.paragraph) && item.paragraph.end <= item.end, "seed \(seed)")
        complaints.expect(Int(item.end) <= bytes.count, "seed \(seed)")
        if item.parent >= 0 {
          let parent = document.items[Int(item.parent)]
          complaints.expect(parent.paragraph.end < item.mark && item.end <= parent.end, "seed \(seed)")
          complaints.expect(item.depth == parent.depth + 1, "seed \(seed)")
        }
        var position = item.paragraph.start
        for field in document.fields[item.fields] {
          complaints.expect(position <= field.span.start && item.paragraph.contains(field.span), "seed \(seed)")
          complaints.expect(field.span.contains(field.value), "seed \(seed)")
          position = field.span.end
        }
      }
      for quote in document.quotes {
        let item = document.items[Int(quote.item)]
        complaints.expect(item.mark < quote.span.start && quote.span.end <= item.end, "seed \(seed)")
      }
      for entry in document.frontMatter?.entries ?? [] {
        complaints.expect(document.frontMatter?.span.contains(entry.keySpan) == true, "seed \(seed)")
        complaints.expect(document.frontMatter?.span.contains(entry.valueSpan) == true, "seed \(seed)")
        complaints.expect(entry.keySpan.end <= entry.valueSpan.start, "seed \(seed)")
      }
    }
    #expect(complaints.first == nil, "\(complaints.count)")
  }

  @Test(arguments: NoteDress.all.dropFirst())
  func lineEndsAndMarksChangeNothingThatANoteSays(dress: NoteDress) {
    var complaints = Complaints()
    for seed in Self.seeds {
      let found = dump(Self.document(seed, dress))
      let expected = dump(Self.document(seed, NoteDress.all[0]))
      complaints.expect(Array(found.utf8), equals: Array(expected.utf8), "seed \(seed)")
    }
    #expect(complaints.first == nil, "\(complaints.count)")
  }

  @Test func randomBytesAreReadWithoutTrouble() {
    var random = SeededGenerator(seed: 7)
    var complaints = Complaints()
    let alphabet =
      Array("-[]x* \n\r\t>`:#~.1goal:\"'{}|&!\u{FE0F}📅✅^(2h)due:2026-01-01".utf8) + [0, 0xFF, 0xC3, 0x80, 0xED]
    for _ in 0..<600 {
      let count = Int.random(in: 0..<120, using: &random)
      var bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      if Bool.random(using: &random) {
        bytes = Array("---\ngoal: a\n".utf8) + bytes + Array("\n---\n# Milestones\n".utf8) + bytes
      }
      let document = Self.document(bytes)
      complaints.expect(document.items.allSatisfy { Int($0.end) <= bytes.count }, "\(bytes)")
      for index in document.items.indices { _ = document.title(of: index) }
    }
    #expect(complaints.first == nil)
  }
}
