import PlanDocuments
import Testing

/// Lines mean what their writer meant, or are told.
@Suite struct WriterMeaningTests {
  private static func titles(_ body: String) -> [String] {
    let document = read("---\ngoal: a\n---\n## Milestones\n\n" + body)
    return document.items.indices.map { document.title(of: $0) }
  }

  private static func fields(_ body: String) -> [String] {
    let document = read("---\ngoal: a\n---\n## Milestones\n\n" + body)
    return document.fields.map { "\($0.name)=\(document.text.string($0.value))" }
  }

  static let commentsAreNoTextOfThePlanCases: [(String, [String])] = [
    ("- [ ] a\n\n%%\n- [ ] hidden\n%%\n\n- [ ] b\n", ["a", "b"]),
    ("- [ ] a\n%%\n- [ ] hidden\n- [ ] too\n%%\n- [ ] b\n", ["a", "b"]),
    ("%% draft\n- [ ] hidden\nend %%\n- [ ] b\n", ["b"]),
    ("- [ ] a\n  %%\n  - [ ] hidden\n  %%\n  - [ ] c\n", ["a", "c"]),
    ("%% one line %%\n- [ ] b\n", ["b"]),
    ("- [ ] a %%hidden%% c\n", ["a c"]), ("- [ ] %%id 7%% a\n", ["a"]), ("- [ ] a %%[x:: 1] [l](https://x)%%\n", ["a"]),
    ("- [ ] a <!-- hidden --> c\n", ["a c"]), ("- [ ] a <!--hidden\n  too--> c\n", ["a c"]),
    ("- [ ] `%%` a `%%`\n", ["`%%` a `%%`"]), ("- [ ] 50 %% off\n", ["50 %% off"]),
    ("```\n%%\n```\n- [ ] a\n\n```\n%%\n```\n", ["a"]), ("%%\n- [ ] nobody closes this\n", ["nobody closes this"]),
  ]

  @Test(arguments: commentsAreNoTextOfThePlanCases)
  func commentsAreNoTextOfThePlan(body: String, expected: [String]) {
    #expect(Self.titles(body) == expected)
  }

  static let commentsHoldNoFieldsCases: [(String, [String])] = [
    ("- [ ] a due:2026-09-01 <!-- due:2026-09-05 -->\n", ["due=2026-09-01"]),
    ("- [ ] a %% due:2026-09-05 %% effort:2h\n", ["effort=2h"]),
    ("- [ ] a <!-- [due:: 2026-09-05] --> 📅 2026-09-01\n", ["due=2026-09-01"]),
    ("- [ ] a %%📅 2026-09-05%%\n", []), ("- [ ] a <!-- ^x --> effort:1h\n", ["effort=1h"]),
    ("- [ ] a <!-- open due:2026-09-05\n", ["due=2026-09-05"]),
  ]

  @Test(arguments: commentsHoldNoFieldsCases)
  func commentsHoldNoFields(body: String, expected: [String]) {
    #expect(Self.fields(body) == expected)
  }

  static let whatStandsBelowAnItemIsNoTitleCases: [(String, [String])] = [
    ("- [ ] Paint effort:2h\nThis is hard in winter.\n", ["Paint"]),
    ("- [ ] Paint\nProse due:2026-01-01\n- [ ] b\n", ["Paint", "b"]),
    ("- [ ] a\n  - [ ] Sub\n  Prose for a.\n", ["a", "Sub"]), ("1. [ ] Paint\nProse\n", ["Paint"]),
    ("- [ ] Paint\n  the hall\n", ["Paint the hall"]), ("- [ ] Paint\n the hall\n", ["Paint the hall"]),
    ("- [ ] Paint\n  id:: 66a0-b1\n  collapsed:: true\n", ["Paint"]),
    ("- [ ] Paint\n  the hall\n  background-color:: red\n", ["Paint the hall"]),
    ("- [ ] Paint\n  created:: [[2026-01-01]]\n  - [ ] Sub\n", ["Paint", "Sub"]),
    ("> - [ ] Paint\n> the hall\n", ["Paint the hall"]),
  ]

  @Test(arguments: whatStandsBelowAnItemIsNoTitleCases)
  func whatStandsBelowAnItemIsNoTitle(body: String, expected: [String]) {
    #expect(Self.titles(body) == expected)
  }

  static let newFieldsStandOnTheBoxesOwnLineCases: [(String, String)] = [
    ("- [ ] Paint\nProse.\n", "- [ ] Paint due:2026-09-01\nProse.\n"),
    ("- [ ] Paint\n\n%%\nx\n%%\n", "- [ ] Paint due:2026-09-01\n\n%%\nx\n%%\n"),
    ("- [ ] Paint\n%%\nx\n%%\n", "- [ ] Paint due:2026-09-01\n%%\nx\n%%\n"),
    ("- [ ] Paint %%x%%\n", "- [ ] Paint due:2026-09-01 %%x%%\n"),
    ("- [ ] Paint <!-- x -->\n", "- [ ] Paint due:2026-09-01 <!-- x -->\n"),
    ("- [ ] Paint\n  id:: 7\n", "- [ ] Paint due:2026-09-01\n  id:: 7\n"),
  ]

  @Test(arguments: newFieldsStandOnTheBoxesOwnLineCases)
  func newFieldsStandOnTheBoxesOwnLine(body: String, expected: String) throws {
    let head = "---\ngoal: a\n---\n## Milestones\n\n"
    let document = read(head + body)
    let change = try document.change(applying: [.setField(item: 0, .due, "2026-09-01")])
    #expect(String(decoding: change.result, as: UTF8.self) == head + expected)
  }

  static let nearMissesOfFieldsAreToldCases: [(String, String)] = [
    ("Pay (due:2026-12-01)", "Pay due:2026-12-01"), ("Pay **due:2026-12-01**", "Pay due:2026-12-01"),
    ("Pay [due:2026-12-01] now", "Pay due:2026-12-01 now"), ("Pay _effort:2h_", "Pay effort:2h"),
    ("Pay (📅 2026-12-01)", "Pay 📅 2026-12-01"), ("Pay **📅 2026-12-01**", "Pay 📅 2026-12-01"),
    ("Pay📅2026-12-01", "Pay 📅2026-12-01"), ("Pay:📅 2026-12-01", "Pay: 📅 2026-12-01"),
    ("Pay due：2026-12-01", "Pay due:2026-12-01"), ("Pay effort： 2h", "Pay effort:2h"),
    ("Pay due:: 2026-12-01", "Pay due:2026-12-01"), ("Pay effort::3h", "Pay effort:3h"),
  ]

  @Test(arguments: nearMissesOfFieldsAreToldCases)
  func nearMissesOfFieldsAreTold(line: String, expected: String) throws {
    let head = "---\ngoal: a\n---\n## Milestones\n\n- [ ] "
    let finding = try #require(read(head + line + "\n").findings.first)
    let fix = try #require(finding.fix)
    #expect(finding.severity == .warning)
    #expect(String(decoding: fix.result, as: UTF8.self) == head + expected + "\n")
  }

  static let proseWithFieldWordsIsLeftInPeaceCases: [String] = [
    "Pay (due: soon)", "Say **after:** that", "[due:2026-12-01](x.md)", "`due：2026-12-01`", "📅 of the year", "Pay📅soon",
    "std::string", "effort:: none", "(after:all)",
  ]

  @Test(arguments: proseWithFieldWordsIsLeftInPeaceCases)
  func proseWithFieldWordsIsLeftInPeace(line: String) {
    #expect(read("---\ngoal: a\n---\n## Milestones\n\n- [ ] \(line)\n").findings.map(\.message) == [])
  }

  static let marksInAFenceAreNoMergeCases: [(String, Bool)] = [
    ("```\n<<<<<<< HEAD\n```\n", false), ("~~~ text\n>>>>>>> main\n~~~\n", false), ("```\n<<<<<<< HEAD\n", true),
    ("<<<<<<< HEAD\n```\na\n```\n", true), ("```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n```\n", true),
    ("  ```\n<<<<<<<\n  ```\n", false), ("```\nx\n```\n>>>>>>> main\n", true), ("a\n=======\n", false),
  ]

  @Test(arguments: marksInAFenceAreNoMergeCases)
  func marksInAFenceAreNoMerge(body: String, isMerge: Bool) {
    #expect((read("---\ngoal: a\n---\n" + body).conflict != nil) == isMerge)
  }
}
