import PlanDocuments
import Testing

/// How fields are found on lines, and how edits keep the spelling that stands there.
@Suite struct FieldSpellingTests {
  static func fields(_ line: String) -> [String] {
    let document = read("- [ ] " + line, at: "a.md")
    return document.fields.map { "\($0.name)=\(document.text.string($0.value))" }
  }

  static let fieldsAreReadWhereTheyCountCases: [(String, [String])] = [
    ("see: x, at 12:30, https://a.b/due:2026-01-01", []),
    ("`due:2026-01-01` and ``a ` due:2026-01-02``", []),
    ("[due:2026-01-01](x) [a due:2026-01-01 b](c) <https://x due:2026-01-01>", []),
    ("[[a due:2026-01-01]] [b](c due:2026-01-01 )", []),
    ("(due:2026-01-01) due:", []),
    (
      "due:2026-07-19 after:a,goal/b wait:2-3w progress:84>80/72",
      ["due=2026-07-19", "after=a,goal/b", "wait=2-3w", "progress=84>80/72"]
    ),
    ("after:[[My note]],b x", ["after=[[My note]],b"]),
    ("📅 2026-07-19 📆2026-07-20 🗓️  2026-07-21", ["due=2026-07-19", "due=2026-07-20", "due=2026-07-21"]),
    (
      "🆔 ab_c ⛔ x , y ⏫ 🔁 every week on Monday 🏁 delete ➕ 2026-01-01",
      [
        "id=ab_c", "after=x , y", "priority=", "recurrence=every week on Monday", "onCompletion=delete",
        "created=2026-01-01",
      ]
    ),
    ("✅ all ⛔ 📅 tomorrow ⏫ more", []),
    ("[due:: 2026-07-19] (effort:: 3h) [note:: x] [dependsOn:: a, b]", ["due=2026-07-19", "effort=3h", "after=a, b"]),
    ("text ^part-1", ["id=part-1"]),
    ("text ^part_1", []),
    ("^early text", []),
    ("write (2h) due:2026-01-01 ^x", ["effort=2h", "due=2026-01-01", "id=x"]),
    ("write (2h) more", []),
    ("write (2h) effort:3h", ["effort=3h"]),
    ("write (2)", []),
  ]

  @Test(arguments: fieldsAreReadWhereTheyCountCases)
  func fieldsAreReadWhereTheyCount(line: String, expected: [String]) {
    #expect(Self.fields(line) == expected)
  }

  static let aSlipIsFoundAndItsFixCuresItCases: [(String, String)] = [
    ("due: 2026-07-19", "due:2026-07-19"), ("Due: 2026-07-19", "due:2026-07-19"), ("DUE:2026-07-19", "due:2026-07-19"),
    ("due:2026-7-1", "due:2026-07-01"), ("due:2026/07/01.", "due:2026-07-01"), ("after:a, b", "after:a,b"),
    ("after:a, b, c due:2026-01-01", "after:a,b,c due:2026-01-01"), ("effort: 3h", "effort:3h"),
    ("effort:3h,", "effort:3h"),
    ("wait: 2-3w", "wait:2-3w"), ("optional: yes", "optional:yes"), ("progress: 1/2", "progress:1/2"),
    ("📅 2026-7-1", "📅 2026-07-01"), ("📅\u{A0}2026-07-01", "📅 2026-07-01"), ("📅 2026-07-01.", "📅 2026-07-01"),
  ]

  @Test(arguments: aSlipIsFoundAndItsFixCuresItCases)
  func aSlipIsFoundAndItsFixCuresIt(line: String, cured: String) throws {
    let document = read("---\nmilestone: m\n---\n- [ ] x \(line)\n")
    #expect(document.findings.map(\.check) == ["bad-value"])
    let fix = try #require(document.findings.first?.fix)
    #expect(String(decoding: fix.result, as: UTF8.self) == "---\nmilestone: m\n---\n- [ ] x \(cured)\n")
    #expect(PlanDocument(reading: SourceText(path: document.text.path, bytes: fix.result)).findings.isEmpty)
  }

  static let proseIsLeftInPeaceCases: [String] = [
    "see: x", "12:30", "due: soon", "Start: when it rains", "after: lunch", "id: none", "wait: and see",
    "https://a.b/2026-7-1",
    "Done: all of it", "progress: good", "📅 soon", "effort: big", "due:2026-07-19", "after:a,b",
  ]

  @Test(arguments: proseIsLeftInPeaceCases)
  func proseIsLeftInPeace(line: String) {
    #expect(read("---\nmilestone: m\n---\n- [ ] x \(line)\n").findings.isEmpty)
  }

  /// The line, an edit of it, the line after.
  static let aFieldTakesTheSpellingAndThePlaceThatFitCases: [(String, FieldName, String, String)] = [
    ("a due:2026-01-01", FieldName.due, "2026-02-02", "a due:2026-02-02"),
    ("a due:2026-01-01 ^id", .effort, "3h", "a due:2026-01-01 effort:3h ^id"),
    ("a 📅 2026-01-01", .due, "2026-02-02", "a 📅 2026-02-02"),
    ("a 🔼 📅 2026-01-01 ^id", .done, "2026-01-02", "a 🔼 📅 2026-01-01 ✅ 2026-01-02 ^id"),
    ("a 📅 2026-01-01 ✅ 2026-01-02", .start, "2025-12-01", "a 🛫 2025-12-01 📅 2026-01-01 ✅ 2026-01-02"),
    ("a 📅 2026-01-01", .effort, "3h", "a effort:3h 📅 2026-01-01"),
    ("a 📅 2026-01-01", .after, "x,y", "a ⛔ x,y 📅 2026-01-01"),
    ("a 📅 2026-01-01", .after, "goal/x", "a after:goal/x 📅 2026-01-01"),
    ("a ⛔ x 📅 2026-01-01", .after, "goal/x", "a after:goal/x 📅 2026-01-01"),
    ("a 📅 2026-01-01", .id, "new", "a 🆔 new 📅 2026-01-01"),
    ("a [due:: 2026-01-01]", .due, "2026-02-02", "a [due:: 2026-02-02]"),
    ("a [due:: 2026-01-01]", .done, "2026-02-02", "a [due:: 2026-01-01] [completion:: 2026-02-02]"),
    ("a [due:: 2026-01-01]", .effort, "3h", "a [effort:: 3h] [due:: 2026-01-01]"),
    ("a (2h)", .effort, "3h", "a (3h)"),
    ("a (2h)", .due, "2026-01-01", "a (2h) due:2026-01-01"),
    ("a ^old", .id, "new", "a ^new"),
    ("a", .due, "2026-01-01", "a due:2026-01-01"),
    ("a  ", .due, "2026-01-01", "a due:2026-01-01  "),
    ("a\n  b", .due, "2026-01-01", "a\n  b due:2026-01-01"),
    ("due:2026-01-01 a", .due, "2026-02-02", "due:2026-02-02 a"),
  ]

  @Test(arguments: aFieldTakesTheSpellingAndThePlaceThatFitCases)
  func aFieldTakesTheSpellingAndThePlaceThatFit(line: String, name: FieldName, value: String, expected: String) throws {
    let document = read("- [ ] \(line)\n", at: "a.md")
    let change = try document.change(applying: [.setField(item: 0, name, value)])
    #expect(String(decoding: change.result, as: UTF8.self) == "- [ ] \(expected)\n")
  }

  @Test func aNewFieldFollowsTheList() throws {
    let signs = read("- [ ] a 📅 2026-01-01\n- [ ] b\n  - [ ] c\n", at: "a.md")
    for item in [1, 2] {
      let change = try signs.change(applying: signs.edits(ticking: item, on: Day(number: 20_000), writesDone: false))
      #expect(String(decoding: change.result, as: UTF8.self).contains("] \(item == 1 ? "b" : "c") ✅ 2024-10-04\n"))
    }
    let own = read("- [ ] a due:2026-01-01\n- [ ] b\n", at: "a.md")
    #expect(own.edits(ticking: 1, on: Day(number: 20_000), writesDone: false).count == 1)
  }

  static let whatCannotBeDoneIsRefusedCases: [(String, DocumentEdit)] = [
    ("a 🔁 every week 📅 2026-01-01", DocumentEdit.setBox(item: 0, .done)),
    ("a due:2026-01-01 due:2026-01-02", .setField(item: 0, .due, "2026-03-03")),
    ("a", .setField(item: 0, .due, "to morrow")),
    ("a", .setField(item: 0, .due, "")),
    ("a", .setField(item: 0, .progress, "1/2 words")),
    ("a", .setField(item: 0, .due, "2026-01-01\n- [ ] b")),
    ("a", .setField(item: 0, .priority, "high")),
  ]

  @Test(arguments: whatCannotBeDoneIsRefusedCases)
  func whatCannotBeDoneIsRefused(line: String, edit: DocumentEdit) {
    let document = read("- [ ] \(line)\n", at: "a.md")
    #expect(throws: EditRefusal.self) { try document.change(applying: [edit]) }
  }

  @Test func linksAreKnownByTheirWholeTitle() {
    let document = read("- [ ] [[pricing]] due:2026-01-01\n- [ ] see [[pricing]]\n- [x] [P](a/b%20c.md)\n", at: "a.md")
    #expect(document.items.indices.map { document.link(of: $0)?.target } == ["pricing", nil, "a/b c.md"])
  }
}
