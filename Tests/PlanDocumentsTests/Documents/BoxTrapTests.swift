import PlanDocuments
import Testing

/// Lines that look like tasks and are none, and lines that are tasks and do not look it.
@Suite struct BoxTrapTests {
  static func titles(_ body: String) -> [String] {
    let document = read(body, at: "a.md")
    return document.items.indices.map { document.title(of: $0) }
  }

  static let onlyRealBoxesAreTasksCases: [(String, [String])] = [
    ("```\n- [ ] in a fence\n```", []),
    ("- [ ] a\n\n```\n- [ ] an open fence swallows the rest\n- [ ] b", ["a"]),
    ("<!--\n- [ ] in a comment\n-->\n- [ ] b", ["b"]),
    ("<div>\n- [ ] in HTML\n</div>\n\n- [ ] b", ["b"]),
    ("<details>\n\n- [ ] parsed\n\n</details>", ["parsed"]),
    ("text\n\n    - [ ] indented code", []),
    ("-     [ ] code in an item", []),
    ("-\n  [ ] on the next line", []),
    ("- ```\n  [ ] x", []),
    ("-\u{A0}[ ] no-break space", []),
    ("– [ ] a dash", []),
    ("- [ab] two marks", []),
    ("- [] no mark", []),
    ("- [ ]nospace", []),
    ("- [x]: http://example.org\n- [x] done", ["done"]),
    ("- [x] done\n\n[x]: http://example.org", ["done"]),
    ("- a\n      - [ ] six spaces under an item are its text", []),
    ("1. a\n  - [ ] two spaces under a numbered item are none", ["two spaces under a numbered item are none"]),
    ("- [ ]", [""]),
    ("- [ ] \n- [x]\t", ["", ""]),
    ("1234567890. [ ] too many digits", []),
    ("123456789) [ ] nine are fine", ["nine are fine"]),
    ("text\n2. [ ] cannot interrupt a paragraph", []),
    ("- [ ] a\n---\n- [ ] b", ["a", "b"]),
    ("- - + [ ] in lists on one line", ["in lists on one line"]),
    ("> > - [ ] in quotes\n> > more", ["in quotes more"]),
    ("- [ü] any mark is open", ["any mark is open"]),
    ("- [ ] a\r- [ ] b\r\n- [ ] c", ["a", "b", "c"]),
    ("- [ ] a\u{2028}- [ ] b\u{85}", ["a\u{2028}- [ ] b\u{85}"]),
  ]

  @Test(arguments: onlyRealBoxesAreTasksCases)
  func onlyRealBoxesAreTasks(body: String, expected: [String]) {
    #expect(Self.titles(body) == expected)
  }

  @Test func aNULBeforeTheBoxMovesNothing() {
    let document = PlanDocument(
      reading: SourceText(path: VaultPath("a.md"), bytes: Array("\0 - x\n\n- [ ] a\0b\n".utf8)), extent: .everyNote)
    #expect(document.items.map(\.mark) == [10])
  }

  static let theListOfAGoalMayBeHeadedInAnyWayCases: [String] = [
    "## Milestones ##", "# milestones", "MILESTONES\n===", "###### Milestones",
  ]

  @Test(arguments: theListOfAGoalMayBeHeadedInAnyWayCases)
  func theListOfAGoalMayBeHeadedInAnyWay(heading: String) {
    #expect(read("---\ngoal: a\n---\n\(heading)\n- [ ] a\n").items.map(\.isInPlan) == [true])
  }

  static let whatIsNoHeadingHeadsNothingCases: [String] = [
    "## Milestones and more", "Milestones", "> ## Milestones", "- # Milestones", "```\n# Milestones\n```",
    "Old\nMilestones\n===",
  ]

  @Test(arguments: whatIsNoHeadingHeadsNothingCases)
  func whatIsNoHeadingHeadsNothing(heading: String) {
    #expect(read("---\ngoal: a\n---\n\(heading)\n\n***\n- [ ] a\n").items.map(\.isInPlan) == [false])
  }

  @Test func fiftyThousandLevelsAreReadInALoop() {
    for opening in ["- ", "> ", "1. "] {
      let line = String(repeating: opening, count: 50_000) + "- [ ] deep"
      let document = read("- [ ] a\n" + line + "\n- [ ] b\n", at: "a.md")
      #expect(document.items.count >= 2)
      #expect(document.items.allSatisfy { Int($0.end) <= document.text.bytes.count })
    }
    let brackets = String(repeating: "[", count: 200_000) + String(repeating: "`<(", count: 100_000)
    #expect(Self.titles("- [ ] " + brackets).count == 1)
    #expect(read("---\ngoal: " + String(repeating: "[", count: 5_000) + "\n---\n").frontMatter?.isBroken == true)
    #expect(
      read("---\ngoal: a\nx:\n" + String(repeating: "- ", count: 5_000) + "\n---\n").frontMatter?.isBroken == true)
  }

  @Test func conflictMarksAreFoundAndStopEveryEdit() throws {
    let document = read("---\ngoal: a\n---\n# Milestones\n<<<<<<< HEAD\n- [ ] a\n=======\n- [x] a\n>>>>>>> other\n")
    #expect(document.findings.map(\.check) == ["conflict-markers"])
    #expect(document.text.position(of: Int(document.findings[0].place.span.start)).line == 5)
    for edit in [DocumentEdit.setBox(item: 0, .done), .setFrontMatter(key: "due", .scalar("2026-01-01"))] {
      #expect(throws: EditRefusal.self) { try document.change(applying: [edit]) }
    }
    #expect(read(">>>>>>>> eight\n<<<<<<<text\n").conflict == nil)
  }
}
