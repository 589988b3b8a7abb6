import TestSupport
import Testing

@testable import PlanDocuments

/// What holds for every edit of every note: it does what it says, touches nothing else, and can be taken back.
@Suite struct EditLaws {
  /// Applies edits; nil where they are refused.
  static func result(_ edits: [DocumentEdit], _ document: PlanDocument) -> [UInt8]? {
    (try? document.change(applying: edits))?.result
  }

  @Test(arguments: NoteDress.all)
  func aTickChangesOneByteAndIsTakenBackByAnother(dress: NoteDress) throws {
    var ticked = 0
    var complaints = Complaints()
    for seed in DocumentLaws.seeds {
      let document = DocumentLaws.document(seed, dress)
      for index in document.items.indices where document.text.bytes[Int(document.items[index].mark)] == .space {
        guard let bytes = Self.result([.setBox(item: index, .done)], document) else {
          let recurs = document.fields[document.items[index].fields].contains { $0.name == .recurrence }
          complaints.expect(recurs, "seed \(seed), item \(index) refused")
          continue
        }
        ticked += 1
        var expected = document.text.bytes
        expected[Int(document.items[index].mark)] = UInt8(ascii: "x")
        complaints.expect(bytes, equals: expected, "seed \(seed), ticked")
        let back = Self.result([.setBox(item: index, .open)], DocumentLaws.document(bytes))
        complaints.expect(back, equals: document.text.bytes, "seed \(seed), unticked")
      }
    }
    #expect(complaints.first == nil)
    #expect(ticked > 100)
  }

  @Test(arguments: NoteDress.all)
  func aNewFieldIsReadBackAndItsRemovalRestoresTheFile(dress: NoteDress) throws {
    let new: [(FieldName, String)] = [
      (.due, "2027-01-01"), (.done, "2027-01-02"), (.effort, "3-4h"), (.after, "x,y/z"), (.progress, "1>2/3"),
      (.id, "new-1"),
    ]
    var set = 0
    var refused = 0
    var complaints = Complaints()
    for seed in DocumentLaws.seeds {
      let document = DocumentLaws.document(seed, dress)
      for index in document.items.indices {
        let fields = document.fields[document.items[index].fields]
        let (name, value) = new[(seed + index) % new.count]
        if fields.contains(where: { $0.name == name }) { continue }
        guard let bytes = Self.result([.setField(item: index, name, value)], document) else {
          refused += 1
          continue
        }
        set += 1
        let after = DocumentLaws.document(bytes)
        let written = after.fields[after.items[index].fields].filter { $0.name == name }
        complaints.expect(written.map { after.text.string($0.value) } == [value], "seed \(seed)")
        let back = Self.result([.removeField(item: index, name)], after)
        complaints.expect(back, equals: document.text.bytes, "seed \(seed), \(name) removed")
      }
    }
    #expect(complaints.first == nil, "\(complaints.count)")
    #expect(set > 100 && refused * 50 < set, "\(refused) of \(set + refused) refused")
  }

  @Test(arguments: NoteDress.all)
  func aFieldThatIsReplacedAndPutBackLeavesTheFileAsItWas(dress: NoteDress) throws {
    var replaced = 0
    var complaints = Complaints()
    for seed in DocumentLaws.seeds {
      let document = DocumentLaws.document(seed, dress)
      for (index, item) in document.items.enumerated() {
        for field in document.fields[item.fields] where field.name == .due {
          guard let bytes = Self.result([.setField(item: index, .due, "2031-12-31")], document) else { continue }
          replaced += 1
          let old = document.text.string(field.value)
          let back = Self.result([.setField(item: index, .due, old)], DocumentLaws.document(bytes))
          complaints.expect(back, equals: document.text.bytes, "seed \(seed), \(field.spelling)")
        }
      }
    }
    #expect(complaints.first == nil, "\(complaints.count)")
    #expect(replaced > 50)
  }

  @Test(arguments: NoteDress.all)
  func aNewKeyIsReadBackAndItsRemovalRestoresTheFile(dress: NoteDress) throws {
    var set = 0
    var refused = 0
    var complaints = Complaints()
    for seed in DocumentLaws.seeds {
      let document = DocumentLaws.document(seed, dress)
      guard let frontMatter = document.frontMatter, frontMatter["planned"] == nil else { continue }
      for value in [
        DocumentEdit.NewValue.scalar("2026-07-01"), .list(["a", "b: c", "ü"]), .scalar("- no: 'x' # \"y\" \\"),
      ] {
        guard let bytes = Self.result([.setFrontMatter(key: "planned", value)], document) else {
          refused += 1
          continue
        }
        set += 1
        let back = Self.result([.removeFrontMatter(key: "planned")], DocumentLaws.document(bytes))
        complaints.expect(back, equals: document.text.bytes, "seed \(seed)")
      }
    }
    #expect(complaints.first == nil, "\(complaints.count)")
    #expect(set > 100 && refused * 4 < set, "\(refused) of \(set + refused) refused")
  }

  @Test(arguments: NoteDress.all)
  func aNoteWithoutFrontMatterGetsABlockAboveItsUntouchedText(dress: NoteDress) throws {
    let text = SourceText(
      path: VaultPath("a.md"), bytes: dress.bytes(of: [Array("# Title".utf8), Array("- [ ] a".utf8)]))
    let change = try PlanDocument(reading: text).change(applying: [.setFrontMatter(key: "goal", .scalar("No"))])
    #expect(
      change.result.suffix(text.bytes.count - (dress.hasMark ? 3 : 0)).elementsEqual(
        text.bytes.dropFirst(dress.hasMark ? 3 : 0)))
    #expect(change.result.starts(with: dress.hasMark ? [0xEF, 0xBB, 0xBF, 0x2D] : [0x2D]))
    let after = DocumentLaws.document(change.result)
    #expect(after.kind == .goal)
    #expect(
      after.frontMatter?["goal"]?.value
        == .scalar(.init(span: after.frontMatter?["goal"]?.valueSpan ?? ByteSpan(0, 0), text: "No")))
  }

  @Test func manyEditsAtOnceSayTheSameAsOneAfterTheOther() throws {
    var random = SeededGenerator(seed: 3)
    var complaints = Complaints()
    for seed in DocumentLaws.seeds {
      let document = DocumentLaws.document(seed, NoteDress.all[seed % NoteDress.all.count])
      guard !document.items.isEmpty else { continue }
      var edits: [DocumentEdit] = [.setFrontMatter(key: "planned", .scalar("2026-01-01"))]
      for _ in 0..<8 {
        let item = Int.random(in: document.items.indices, using: &random)
        edits.append(
          [
            .setBox(item: item, .cancelled),
            .setField(item: item, .due, "2026-02-0\(Int.random(in: 1...9, using: &random))"),
            .setField(item: item, .spent, "1h"), .removeField(item: item, .effort),
            .setField(item: item, .done, "2026-03-01"),
          ].randomElement(using: &random) ?? .setBox(item: item, .open))
      }
      guard let atOnce = Self.result(edits, document) else { continue }
      var step = document
      for edit in edits { step = DocumentLaws.document(Self.result([edit], step) ?? []) }
      var one = DocumentContent(of: step)
      var other = DocumentContent(of: DocumentLaws.document(atOnce))
      for edit in edits {
        one.normalise(after: edit)
        other.normalise(after: edit)
      }
      for index in one.items.indices {
        one.items[index].edited.sort { $0.name.rawValue < $1.name.rawValue }
        other.items[index].edited.sort { $0.name.rawValue < $1.name.rawValue }
      }
      complaints.expect(one == other, "seed \(seed)")
    }
    #expect(complaints.first == nil, "\(complaints.count)")
  }

  @Test func theGateStopsAChangeThatDoesSomethingElse() throws {
    let document = read("---\ngoal: a\n---\n# Milestones\n- [ ] one due:2026-01-01\n- [ ] two\n")
    let marks = document.items.map { ByteSpan(Int($0.mark), Int($0.mark) + 1) }
    let right = FileChange(of: document.text, edits: [TextEdit(span: marks[0], new: "x")])
    try EditGate(document, [.setBox(item: 0, .done)]).check(right)
    let wrongLine = FileChange(of: document.text, edits: [TextEdit(span: marks[1], new: "x")])
    let other = FileChange(of: document.text, edits: right.edits + [TextEdit(span: document.fields[0].value, new: "x")])
    let title = FileChange(of: document.text, edits: right.edits + [TextEdit(span: ByteSpan(9, 10), new: "b")])
    for wrong in [wrongLine, other, title] {
      #expect(throws: EditRefusal.self) { try EditGate(document, [.setBox(item: 0, .done)]).check(wrong) }
    }
  }
}
