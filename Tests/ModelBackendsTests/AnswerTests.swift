import Drafting
import Foundation
import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import TestSupport
import Testing

@testable import ModelBackends

@Suite struct AnswerTextTests {
  private let plan = #"{"milestones": [{"id": "a", "title": "x } y { \"z\""}], "questions": []}"#

  @Test(arguments: [
    "", "Here you are:\n\n```json\n", "Use {braces} and {\"other\": 1} first.\n```\n", "{ \"a\": 1 } ", "~~~\n",
    "{'no': 1}\n",
  ])
  func aPlanIsFoundBareAndInProse(lead: String) throws {
    for tail in ["", "\n```\nGood luck {with it}.", "\n```\n{\"other\": []}"] {
      let found = AnswerText.object(in: lead + plan + tail, with: "milestones")
      guard case .value(let value) = found else {
        Issue.record("\(lead)…\(tail): \(found)")
        continue
      }
      #expect(value["milestones"]?.array?.count == 1)
    }
  }

  @Test func theLastOfSeveralPlansCounts() {
    let text = "First {\"milestones\": []}, then\n```json\n" + plan + "\n```"
    #expect(AnswerText.object(in: text, with: "milestones") == AnswerText.object(in: plan, with: "milestones"))
  }

  @Test func aPlanThatEndsTooSoonIsCutOff() {
    for count in 2..<plan.utf8.count {
      let text = "```json\n" + String(decoding: plan.utf8.prefix(count), as: UTF8.self)
      let found = AnswerText.object(in: text, with: "milestones")
      #expect(found == .cutOff || count < 3, "\(text): \(found)")
    }
  }

  @Test func whatCannotBeReadIsQuotedWithItsPlace() {
    let found = AnswerText.object(in: "Well:\n{\"milestones\": [1 2]}", with: "milestones")
    let words = if case .unreadable(let words) = found { words } else { "" }
    #expect(words.hasPrefix("line 2, column 19:"), "\(words)")
    #expect(AnswerText.object(in: "I cannot do that.", with: "milestones") == .nothing)
  }

  /// Each of these would take minutes if every beginning were read to the end.
  @Test func hugeNonsenseIsLeftSoon() {
    for text in [
      String(repeating: "{\"a\":", count: 100_000), String(repeating: "{ ", count: 500_000),
      String(repeating: "{\"a\":1,", count: 100_000), String(repeating: "```json\n", count: 100_000),
    ] {
      let found = AnswerText.object(in: text, with: "milestones")
      if case .value = found { Issue.record("a plan in nonsense") }
    }
  }
}

@Suite struct DraftAnswerTests {
  private let anchor = GoalAnchor(goal: "A house")

  private func read(_ text: String) throws -> (draft: DraftPlan, problems: [String]) {
    DraftAnswer.draft(try JSONReader.value(of: Array(text.utf8)), anchor: anchor)
  }

  @Test func anAnswerIsReadWhole() throws {
    let (draft, problems) = try read(
      """
      {"milestones": [
        {"id": "Frame 1", "title": "The frame stands", "why": "It holds.", "effort_hours_low": 2, "effort_hours_high": 4.1,
         "after": [], "wait_days_low": 7, "wait_days_high": 14, "fixed_date": null, "optional": false,
         "forgotten": "It must dry.", "assumptions": ["Wood is there"], "obstacles": ["Rain"],
         "tasks": [{"title": "Saw", "hours": 1.5}]},
        {"id": "exam", "title": "Exam", "after": ["Frame 1"], "fixed_date": "2026-09-01", "optional": true}],
       "questions": ["Who helps?"]}
      """)
    #expect(problems == [])
    #expect(
      draft.milestones[0]
        == DraftPlan.Milestone(
          id: "frame-1", title: "The frame stands", effort: Effort(low: 120, high: 240), wait: Wait(low: 7, high: 14),
          reasons: [
            .init(.why, "It holds."), .init(.forgotten, "It must dry."), .init(.assumes, "Wood is there"),
            .init(.stall, "Rain"),
          ], tasks: [.init(title: "Saw", minutes: 90)]))
    #expect(draft.milestones[1].after == ["frame-1"])
    #expect(draft.milestones[1].due == Day(year: 2026, month: 9, day: 1) && draft.milestones[1].isFixed)
    #expect(draft.milestones[1].isOptional)
    #expect(draft.questions == ["Who helps?"])
  }

  @Test(arguments: [
    (#"{"milestones": 5}"#, "`milestones` is no list."), (#"{"milestones": [7]}"#, "Milestone 1 is no object."),
    (#"{"milestones": [{"id": "a"}]}"#, "`milestones[0].title` is missing."),
    (#"{"milestones": [{"title": 7}]}"#, "`milestones[0].title` is no text."),
    (#"{"milestones": [{"title": "A", "fixed_date": "soon"}]}"#, "no date"),
    (#"{"milestones": [{"title": "A", "effort_hours_low": -1}]}"#, "no number of hours"),
    (#"{"milestones": [{"title": "A", "wait_days_low": 1.5}]}"#, "no whole number of days"),
    (#"{"milestones": [{"title": "A", "optional": "perhaps"}]}"#, "neither true nor false"),
  ])
  func whatIsOfTheWrongKindIsAProblem(text: String, problem: String) throws {
    let problems = try read(text).problems
    #expect(problems.contains { $0.contains(problem) }, "\(problems)")
  }

  @Test(arguments: [
    ("see https://evil.example/?q=1 now", "see now"), ("![x](https://evil.example)", "x"), ("<b>bold</b>", "bold"),
    ("\u{1b}[31mred\u{1b}]0;t\u{7}", "31mred 0;t"), ("a\nb\u{2028}c", "a b c"), ("file:///etc/passwd", ""),
    ("www.evil.example", ""),
    ("(javascript:alert(1))", ""), ("\u{202e}gnp.exe", "gnp.exe"),
  ])
  func wordsOfAModelDoNothing(text: String, words: String) {
    let line = ModelText.line(text)
    #expect(
      line == words || line.unicodeScalars.allSatisfy { !$0.isTerminalHazard } && !line.contains("://"), "\(line)")
  }

  /// Any JSON at all is read without a trap, and what is read can be asked for its findings and written.
  @Test func anyAnswerIsReadWithoutATrap() throws {
    var random = SeededGenerator(seed: 3)
    let today = try #require(Day(year: 2026, month: 8, day: 1))
    let names = [
      "id", "title", "why", "effort_hours_low", "effort_hours_high", "after", "wait_days_low", "wait_days_high",
      "fixed_date", "optional", "forgotten", "assumptions", "obstacles", "tasks",
    ]
    func value(_ depth: Int) -> JSONValue {
      switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
      case 0: .null
      case 1: .bool(true)
      case 2: .integer([0, -1, 5, Int.max, Int.min].randomElement(using: &random) ?? 0)
      case 3: .number([0.5, -1e300, 1e300, 1e-9].randomElement(using: &random) ?? 0, decimals: 2)
      case 4, 5:
        .string(
          ["", "a", "b", "A b", "2026-09-01", "\u{1b}[2J<b>", "^p-1 due:2020-01-01"].randomElement(using: &random) ?? ""
        )
      case 6: .array((0..<3).map { _ in value(depth - 1) })
      default: .object(names.filter { _ in Bool.random(using: &random) }.map { .init($0, value(depth - 1)) })
      }
    }
    for _ in 0..<300 {
      let list = (0..<5).map { _ in JSONValue.object(names.map { .init($0, value(2)) }) }
      let (draft, _) = DraftAnswer.draft(["milestones": .array(list), "questions": value(1)], anchor: anchor)
      let findings = draft.findings(on: DraftGround(today: today, deadline: today + 100, minutes: 6_000))
      if findings.allSatisfy({ !$0.isError }) {
        #expect(!draft.newFile(at: VaultPath("goals/a.md")).edits.isEmpty)
      }
    }
  }
}

@Suite struct AnswerFileTests {
  @Test func whatIsHeardIsOnTheDiskAtOnceAndOldAnswersGo() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mm-answers-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var paths: [String] = []
    for number in 0..<55 {
      let file = try #require(AnswerFile(in: folder, stamp: "20260801-1200\(10 + number)", title: "draft-book"))
      file.append("first ")
      file.append("second")
      #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "first second")
      paths.append(file.path)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count == 50 && names.contains("20260801-120064-draft-book.md"))
    let attributes = try FileManager.default.attributesOfItem(atPath: paths[54])
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let again = try #require(AnswerFile(in: folder, stamp: "20260801-120064", title: "draft-book"))
    #expect(again.path.hasSuffix("draft-book-2.md"))
  }
}
