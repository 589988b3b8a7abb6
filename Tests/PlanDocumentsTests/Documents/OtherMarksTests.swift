import TestSupport
import Testing

@testable import PlanDocuments

/// A version of a note in which only marks of boxes are others is the document that the reader makes of it.
@Suite struct OtherMarksTests {
  @Test(arguments: NoteDress.all)
  func otherMarksGiveTheDocumentThatTheReaderMakes(dress: NoteDress) {
    var complaints = Complaints()
    var random = SeededGenerator(seed: 5)
    var taken = 0
    for seed in 0..<400 {
      let old = Self.document(dress.bytes(of: RandomNote(seed: seed).lines))
      for _ in 0..<4 {
        var bytes = old.text.bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          Self.change(&bytes, in: old, &random)
        }
        guard let document = old.withOtherMarks(bytes) else { continue }
        taken += 1
        let read = Self.document(bytes)
        complaints.expect(dump(document) == dump(read), "seed \(seed)")
        complaints.expect(document.items == read.items && document.text == read.text, "seed \(seed)")
        complaints.expect(document.fields == read.fields && document.quotes == read.quotes, "seed \(seed)")
      }
    }
    #expect(taken > 50)
    #expect(complaints.count == 0, "\(complaints.first ?? "")")
  }

  @Test func otherWordsAreReadAnew() {
    let old = Self.document(Array("---\ngoal: A\n---\n## Milestones\n\n- [ ] a\n".utf8))
    func isTaken(_ text: String) -> Bool { old.withOtherMarks(Array(text.utf8)) != nil }
    #expect(isTaken("---\ngoal: A\n---\n## Milestones\n\n- [x] a\n"))
    #expect(!isTaken("---\ngoal: A\n---\n## Milestones\n\n- [x] b\n"))
    #expect(!isTaken("---\ngoal: A\n---\n## Milestones\n\n- [x] a \n"))
    #expect(!isTaken("---\ngoal: A\n---\n## Milestones\n\n- []] a\n"))
    #expect(!isTaken("---\ngoal: A\n---\n## Milestones\n\n- [\n] a\n"))
  }

  private static func document(_ bytes: [UInt8]) -> PlanDocument {
    PlanDocument(reading: SourceText(path: VaultPath("goals/a.md"), bytes: bytes))
  }

  /// Mostly the mark of a box, now and then any byte.
  private static func change(_ bytes: inout [UInt8], in document: PlanDocument, _ random: inout SeededGenerator) {
    let marks = Array(" xX-q".utf8)
    if Int.random(in: 0..<8, using: &random) > 0, let item = document.items.randomElement(using: &random) {
      bytes[Int(item.mark)] = marks.randomElement(using: &random) ?? 0x20
    } else if let place = bytes.indices.randomElement(using: &random) {
      bytes[place] = marks.randomElement(using: &random) ?? 0x20
    }
  }
}
