import TestSupport
import Testing

@testable import PlanDocuments

/// Edits that meet, edits that must not be made, and what their refusals say.
@Suite struct EditRefusalTests {
  private static func result(_ edits: [DocumentEdit], _ text: String) -> String? {
    EditLaws.result(edits, read(text)).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func refusal(_ edits: [DocumentEdit], _ document: PlanDocument) -> String? {
    do {
      _ = try document.change(applying: edits)
      return nil
    } catch {
      return error.reason
    }
  }

  // MARK: Edits that meet

  /// A field that is written beside one that is taken away: their places overlap, and both are done.
  @Test(arguments: [
    ("- [ ] a 📅 2026-01-01", FieldName.due), ("- [ ] a ⏫ 🆔 x 📅 2026-01-01", .id), ("- [ ] a ^b", .id),
    ("- [ ] a [due:: 2026-01-01] ^b", .due), ("- [ ] a\n  📅 2026-01-01", .due),
    ("- [ ] 📅 2026-01-01 ✅ 2026-01-02", .due),
  ])
  func aFieldIsWrittenBesideOneThatIsTakenAway(line: String, gone: FieldName) throws {
    for (name, value) in [(FieldName.effort, "2h"), (.spent, "1h"), (.start, "2025-12-31"), (.after, "x")] {
      for edits: [DocumentEdit] in [
        [.setField(item: 0, name, value), .removeField(item: 0, gone)],
        [.removeField(item: 0, gone), .setField(item: 0, name, value)],
      ] {
        let text = try #require(Self.result(edits, line + "\n"), "\(line), \(name)")
        let after = read(text)
        let written = after.fields.filter { $0.name == name }.map { after.text.string($0.value) }
        #expect(written == [value], "\(text)")
        #expect(!after.fields.contains { $0.name == gone }, "\(text)")
      }
    }
  }

  @Test func theLastEditOfAThingCounts() {
    let text = "---\ngoal: g\n---\n- [ ] a due:2026-01-01\n"
    #expect(Self.result([.setBox(item: 0, .done), .setBox(item: 0, .open)], text) == text)
    #expect(
      Self.result([.setField(item: 0, .due, "2026-02-01"), .setField(item: 0, .due, "2026-03-01")], text)
        == text.replacing("2026-01-01", with: "2026-03-01"))
    #expect(
      Self.result(
        [.setFrontMatter(key: "origin", .scalar("x")), .removeFrontMatter(key: "origin")], text) == text)
  }

  @Test func editsOfAFileThatOverlapAreABugOfOurs() async {
    await #expect(processExitsWith: .failure) {
      let text = SourceText(path: VaultPath("a.md"), bytes: Array("0123456789".utf8))
      _ = FileChange(
        of: text, edits: [TextEdit(span: ByteSpan(2, 6), new: "a"), TextEdit(span: ByteSpan(5, 8), new: "b")])
    }
  }

  // MARK: What the gate sees

  @Test func theGateStopsAChangeOfWhyAMilestoneMatters() throws {
    let document = read("---\ngoal: a\n---\n# Milestones\n- [ ] one\n  > Why: rain\n- [ ] two\n")
    let mark = TextEdit(span: ByteSpan(Int(document.items[0].mark), Int(document.items[0].mark) + 1), new: "x")
    let place = try #require(document.text.bytes.firstRange(of: Array("rain".utf8))).lowerBound
    let reason = TextEdit(span: ByteSpan(place, place + 4), new: "snow")
    try EditGate(document, [.setBox(item: 0, .done)]).check(FileChange(of: document.text, edits: [mark]))
    #expect(throws: EditRefusal.self) {
      try EditGate(document, [.setBox(item: 0, .done)]).check(FileChange(of: document.text, edits: [mark, reason]))
    }
  }

  // MARK: What is refused, and why

  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
  func aNoteInUTF16IsLeftAlone(mark: [UInt8]) {
    let text = SourceText(path: VaultPath("a.md"), bytes: mark + [0x23, 0, 0x20, 0])
    let document = PlanDocument(reading: text, extent: .everyNote)
    #expect(
      Self.refusal([.setFrontMatter(key: "goal", .scalar("x"))], document)?.contains("UTF-16") == true)
  }

  @Test func ofTwoEqualFieldsOrKeysNoneIsChosen() {
    let line = read("- [ ] a due:2026-01-01 due:2026-01-02\n")
    for edit in [DocumentEdit.setField(item: 0, .due, "2026-03-01"), .removeField(item: 0, .due)] {
      #expect(Self.refusal([edit], line)?.contains("twice") == true)
    }
    let keys = read("---\ngoal: a\norigin: b\norigin: c\n---\n")
    for edit in [DocumentEdit.setFrontMatter(key: "origin", .scalar("d")), .removeFrontMatter(key: "origin")] {
      #expect(Self.refusal([edit], keys)?.contains("twice") == true)
    }
  }

  @Test(arguments: ["", "1h\n- [ ] b", "1h\u{7F}", "\t1h"])
  func aFieldHoldsNoEmptyValueAndNoLineBreak(value: String) {
    let reason = Self.refusal([.setField(item: 0, .effort, value)], read("- [ ] a\n"))
    #expect(reason?.contains("cannot hold an empty value or a line break") == true, "\(reason ?? "written")")
  }

  // MARK: Front matter

  @Test func anEntryWithACommaStaysOneEntry() throws {
    for values in [["a, b", "c"], ["[x]", "y"], ["{z}", "#"]] {
      let text = try #require(Self.result([.setFrontMatter(key: "off", .list(values))], "---\ngoal: a\n---\n"))
      #expect(read(text).frontMatter?["off"]?.scalars.map(\.text) == values, "\(text)")
    }
  }

  @Test(arguments: [
    "off:\n  - 2026-08-01\n  - 2026-08-02\n", "off: [2026-08-01,\n  2026-08-02]\n", "off: >\n  a long\n  text\n",
    "off: x\n",
  ])
  func aKeyIsRemovedWithAllItsLines(key: String) {
    let (before, after) = ("---\ngoal: a\n", "deadline: 2026-12-01\n---\nText\n")
    #expect(Self.result([.removeFrontMatter(key: "off")], before + key + after) == before + after)
  }

  // MARK: Boxes and new tasks

  @Test func whatIsOpenedAgainHasNoDayOfCompletion() throws {
    let document = read("- [x] a due:2026-01-01 done:2026-01-02\n")
    #expect(
      EditLaws.result(document.edits(unticking: 0), document).map { String(decoding: $0, as: UTF8.self) }
        == "- [ ] a due:2026-01-01\n")
  }

  @Test func aNewTaskIsOneTask() throws {
    let document = read("---\nmilestone: m\n---\n- [ ] one\n")
    #expect(try document.change(addingTasks: ["- [ ] two", "- [ ] three"], below: nil).edits.count == 1)
    for lines in [["- [ ] two\n- [ ] three"], ["two"], ["- [ ] two\n  - [ ] three"]] {
      #expect(throws: EditRefusal.self) { try document.change(addingTasks: lines, below: nil) }
    }
  }
}
