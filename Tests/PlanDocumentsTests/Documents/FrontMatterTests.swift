import PlanDocuments
import Testing

@Suite struct FrontMatterTests {
  static func entries(_ text: String) -> [String: FrontMatter.Value] {
    let frontMatter = read("---\n\(text)\n---\n").frontMatter
    return Dictionary((frontMatter?.entries ?? []).map { ($0.key, $0.value) }) { first, _ in first }
  }

  static func texts(_ text: String, _ key: String) -> [String]? {
    switch entries(text)[key] {
    case .scalar(let scalar): [scalar.text]
    case .list(let scalars): scalars.map(\.text)
    case .empty: []
    case .other, nil: nil
    }
  }

  static let aValueIsTheTextThatStandsThereCases: [(String, [String]?)] = [
    ("a: No", ["No"]), ("a: 0777", ["0777"]), ("a: 12:30", ["12:30"]), ("a: 1e3", ["1e3"]),
    ("a: 2026-02-30", ["2026-02-30"]),
    ("a: {{date}}", nil), ("a: 'it''s ü'", ["it's ü"]), ("a: \"x \\\"y\\\" ü \\u00e9\"", ["x \"y\" ü é"]), ("a: ~", []),
    ("a:", []),
    ("a: # c", []), ("a: x # c", ["x"]), ("a: x#c", ["x#c"]), ("a: [[n ü|b]]", ["[[n ü|b]]"]), ("a: [[x]]", ["[[x]]"]),
    ("a: [[[x]], y]", ["[[x]]", "y"]), ("a: [[x], [y]]", nil), ("a:\n- x\n- [[y]]", ["x", "[[y]]"]),
    ("a: >\n  x ü\n  q", ["x ü q\n"]),
    ("a: |\n  x\n  ü", ["x\nü\n"]), ("a: one\n  two ü", ["one two ü"]), ("a: &q ü qq", ["ü qq"]), ("a: !!str ü", ["ü"]),
    ("a: x\u{2028}y", ["x\u{2028}y"]), ("a: x\u{85}y\u{7F}\u{1B}z", ["x\u{85}y\u{7F}\u{1B}z"]), ("\"a\": b", ["b"]),
    ("a : b", ["b"]),
  ]

  @Test(arguments: aValueIsTheTextThatStandsThereCases)
  func aValueIsTheTextThatStandsThere(text: String, expected: [String]?) {
    #expect(Self.texts("k: v\n" + text + "\nz: w", "a") == expected)
    #expect(Self.texts("k: v\n" + text + "\nz: w", "z") == ["w"])
  }

  static let whatIsNoYAMLIsFoundAtItsPlaceAndTheNoteKeepsItsKindCases: [(String, Int, Int)] = [
    ("goal: a: b", 2, 8), ("goal: a\ndue: @x", 3, 6), ("goal: a\nb: [c", 4, 1), ("goal: a\n\tb: c", 3, 1),
    ("goal: ü: b", 2, 8),
    ("goal: a\nb: \"c", 3, 4),
  ]

  @Test(arguments: whatIsNoYAMLIsFoundAtItsPlaceAndTheNoteKeepsItsKindCases)
  func whatIsNoYAMLIsFoundAtItsPlaceAndTheNoteKeepsItsKind(text: String, line: Int, column: Int) throws {
    let document = read("---\n\(text)\n---\n# Milestones\n- [ ] a\n")
    #expect(document.kind == .goal)
    #expect(document.items.map(\.isInPlan) == [true])
    let finding = try #require(document.findings.first)
    #expect(finding.check == "bad-front-matter")
    let position = document.text.position(of: Int(finding.place.span.start))
    #expect(position == (line, column), "\(position) \(finding.message)")
    #expect(throws: EditRefusal.self) { try document.change(applying: [.setFrontMatter(key: "due", .scalar("x"))]) }
    #expect((try? document.change(applying: [.setBox(item: 0, .done)])) != nil)
  }

  static let theFencesAndTheKeysDecideWhatANoteIsCases: [(String, NoteKind)] = [
    ("---\ngoal: a\n...\ntext", NoteKind.goal), ("---  \ngoal: a\n---\t\n", .goal),
    ("\u{FEFF}---\ngoal: a\n---\n", .goal),
    ("\n---\ngoal: a\n---\n", .other), (" ---\ngoal: a\n---\n", .other), ("----\ngoal: a\n----\n", .other),
    ("---\ngoal: a\n\ntext without an end\n", .goal), ("---\n\ntext: x\n", .other),
    ("---\nmilestone: m\ngoal: a\n---\n", .milestone),
    ("---\nplaybook: p\n---\n", .playbook), ("---\ngoal: a\nplaybook: p\n---\n", .goal),
    ("---\ngoals: a\n---\n", .other),
    ("---\nx:\n  goal: a\n---\n", .other), ("---\n{\"goal\": \"a\"}\n---\n", .goal), ("---\njust text\n---\n", .other),
    ("---\n---\n", .other),
    ("---", .other), ("", .other),
  ]

  @Test(arguments: theFencesAndTheKeysDecideWhatANoteIsCases)
  func theFencesAndTheKeysDecideWhatANoteIs(text: String, kind: NoteKind) {
    #expect(read(text).kind == kind)
    #expect(PlanDocument(reading: SourceText(path: VaultPath("x.md"), bytes: Array(text.utf8))).kind == kind)
    #expect(read(text, at: "mm.md").kind == .settings)
  }

  @Test func aKeyThatStandsTwiceIsFoundAndNotEdited() {
    let document = read("---\ngoal: a\ndue: 1\ndue: 2\n---\n")
    #expect(document.findings.map(\.check) == ["bad-value"])
    #expect(document.findings[0].related.count == 1)
    #expect(throws: EditRefusal.self) { try document.change(applying: [.setFrontMatter(key: "due", .scalar("3"))]) }
    #expect((try? document.change(applying: [.setFrontMatter(key: "goal", .scalar("b"))])) != nil)
  }

  static let aKeyIsSetInItsLineCases: [(String, String)] = [
    ("due: 2026-01-01", "due: 2027-02-02"), ("due:   2026-01-01   # why", "due:   2027-02-02   # why"),
    ("due: '2026-01-01'", "due: '2027-02-02'"), ("due: \"2026-01-01\" # c", "due: \"2027-02-02\" # c"),
    ("due:", "due: 2027-02-02"),
    ("due: ", "due: 2027-02-02"), ("due: # when", "due: 2027-02-02 # when"), ("due: ~", "due: 2027-02-02"),
    ("due : x", "due : 2027-02-02"),
    ("\"due\": x", "\"due\": 2027-02-02"), ("x: 1", "x: 1\ndue: 2027-02-02"), ("  x: 1", "  x: 1\n  due: 2027-02-02"),
    ("goal: a\nx: 1", "goal: a\ndue: 2027-02-02\nx: 1"),
  ]

  @Test(arguments: aKeyIsSetInItsLineCases)
  func aKeyIsSetInItsLine(before: String, after: String) throws {
    let document = read("---\n\(before)\n# end\n---\n", at: "a.md")
    let change = try document.change(applying: [.setFrontMatter(key: "due", .scalar("2027-02-02"))])
    let expected =
      before.contains("due") || before.contains("goal")
      ? "---\n\(after)\n# end\n---\n" : "---\n\(before)\n# end\n\(after.split(separator: "\n")[1])\n---\n"
    #expect(String(decoding: change.result, as: UTF8.self) == expected)
  }

  static let aListIsEditedInItsStyleCases: [(String, [String], String)] = [
    ("after: [a, b]", ["a", "b", "c"], "after: [a, b, c]"), ("after: ['a', b]  # c", ["a"], "after: ['a']  # c"),
    ("after: [ a ]", ["b, c"], "after: [ \"b, c\" ]"), ("after: []", ["a"], "after: [a]"),
    ("after: a", ["a", "b"], "after: [a, b]"),
    ("after:", ["a", "b"], "after: [a, b]"), ("after:\n  - a\n  - b", ["a", "b", "c"], "after:\n  - a\n  - b\n  - c"),
    ("after:\n- a # why\n- b", ["a", "c"], "after:\n- a # why\n- c"), ("after:\n- a\n- b", ["b"], "after:\n- b"),
    ("x: 1\nafter: [a]", [], "x: 1"), ("x: 1", ["[[n]]", "b"], "x: 1\nafter: [\"[[n]]\", b]"),
  ]

  @Test(arguments: aListIsEditedInItsStyleCases)
  func aListIsEditedInItsStyle(before: String, value: [String], after: String) throws {
    let document = read("---\n\(before)\n---\n", at: "a.md")
    let change = try document.change(applying: [.setFrontMatter(key: "after", .list(value))])
    #expect(String(decoding: change.result, as: UTF8.self) == "---\n\(after)\n---\n")
  }

  static let aShapeThatCannotBeEditedInItsLineIsRefusedCases: [String] = [
    "due: &a 2026-01-01", "due: *a", "due: !!str x", "due: |\n  x", "due: one\n  two", "due: {a: 1}", "due: [a]",
    "{due: x}",
    "? due\n: x",
  ]

  @Test(arguments: aShapeThatCannotBeEditedInItsLineIsRefusedCases)
  func aShapeThatCannotBeEditedInItsLineIsRefused(text: String) {
    let document = read("---\n\(text)\n---\n", at: "a.md")
    #expect(throws: EditRefusal.self) {
      try document.change(applying: [.setFrontMatter(key: "due", .scalar("2027-02-02"))])
    }
  }

  static let anyTextComesBackAsItWasWrittenCases: [String] = [
    "yes", "a: b", "- a", "#a", "a #b", "", " a", "it's", "\"a\" \\ b", "[[note]]", "12:30", "{{x}}", "ü", "a:", "~",
    "2026-01-01",
  ]

  @Test(arguments: anyTextComesBackAsItWasWrittenCases)
  func anyTextComesBackAsItWasWritten(value: String) throws {
    let document = read("---\nk: v\n---\n", at: "a.md")
    for new in [DocumentEdit.NewValue.scalar(value), .list([value, "b"])] {
      let change = try document.change(applying: [.setFrontMatter(key: "text", new)])
      let after = PlanDocument(reading: SourceText(path: document.text.path, bytes: change.result), extent: .everyNote)
      switch (after.frontMatter?["text"]?.value, new) {
      case (.scalar(let scalar), .scalar): #expect(scalar.text == value)
      case (.list(let scalars), .list): #expect(scalars.map(\.text) == [value, "b"])
      default: Issue.record("\(String(decoding: change.result, as: UTF8.self))")
      }
    }
  }
}
