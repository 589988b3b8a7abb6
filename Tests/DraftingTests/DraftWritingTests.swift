import Drafting
import Foundation
import PlanDocuments
import PlanModel
import TestSupport
import Testing

@Suite struct DraftWritingTests {
  static let words = [
    "Research", "über", "3 clients", "due:2026-01-01", "due: 2026-1-1", "Due:2026-01-01", "after:a,",
    "[due:: 2026-01-01]", "📅",
    "2026-01-01", "🔁 every day", "⏳", "^p-1", "<!--", "-->", "<b>x</b>", "<img src=x>", "![i](http://x/y.png)",
    "[[note|other]]", "[link](../../etc/passwd)", "\u{1B}[31m", "\r\n---\r\n", "\n- [x] ", "# heading", "`code", "```",
    "> quote",
    "\u{202E}", "\u{2028}", "\u{0}", "%%", "(2h)", "|", "\\", "&amp;", "a:b", "* * *", "\t", "goal:", "1.", "~~~",
    "$x$", "afterr:b",
    "(due:: x)", "((due:2026-02-02))", "effort:3h", "🆔", "p:h", "[x]", "<", "> ", "*", "_", "!", "€", "日本語",
  ]

  static func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...5, using: &generator)).map { _ in words.randomElement(using: &generator) ?? "" }
      .joined(separator: Bool.random(using: &generator) ? " " : "")
  }

  /// A draft whose texts are as hostile as they come.
  static func draft(_ generator: inout SeededGenerator) -> DraftPlan {
    var milestones: [DraftPlan.Milestone] = []
    for index in 0..<Int.random(in: 1...5, using: &generator) {
      milestones.append(
        DraftPlan.Milestone(
          id: "m-\(index)", title: text(&generator),
          effort: Bool.random(using: &generator) ? Effort(low: 60, high: 120) : nil,
          after: index > 0 && Bool.random(using: &generator) ? ["m-0"] : [],
          wait: Bool.random(using: &generator) ? Wait(low: 3, high: 5) : nil,
          due: Bool.random(using: &generator) ? august2 + index : nil,
          isOptional: Bool.random(using: &generator),
          reasons: Playbook.Reason.Kind.allCases.filter { _ in Bool.random(using: &generator) }.map {
            Playbook.Reason($0, text(&generator))
          },
          tasks: (0..<Int.random(in: 0...2, using: &generator)).map { _ in
            DraftPlan.Task(title: text(&generator), minutes: Bool.random(using: &generator) ? 60 : nil)
          }))
    }
    return DraftPlan(
      anchor: GoalAnchor(goal: text(&generator) + "A", success: text(&generator), origin: ["a", text(&generator)]),
      milestones: milestones)
  }

  @Test func whatIsWrittenIsReadBackWhateverItsWordsAre() throws {
    for seed in 0..<600 {
      var generator = SeededGenerator(seed: seed)
      let draft = Self.draft(&generator)
      let file = draft.newFile(at: VaultPath("goals/x.md"))
      let document = PlanDocument(reading: SourceText(path: file.path, bytes: file.result))
      let empty = PlanDocument(reading: SourceText(path: VaultPath("mm.md"), bytes: []))
      let plan = Plan(reading: VaultSnapshot(settings: empty, documents: [document]), today: august2)
      let text = String(decoding: file.result, as: UTF8.self)
      try #require(plan.goals.count == 1, "seed \(seed)\n\(text)")
      #expect(plan.findings.map(\.message) == [], "seed \(seed)\n\(text)")
      try #require(plan.milestones.count == draft.milestones.count, "seed \(seed)\n\(text)")
      for (read, written) in zip(plan.milestones, draft.milestones) {
        #expect(
          read.id == written.id && read.effort == written.effort && read.wait == written.wait, "seed \(seed)\n\(text)")
        #expect(read.due == written.due && read.isOptional == written.isOptional, "seed \(seed)\n\(text)")
        #expect(
          read.state == .open && read.done == nil && !read.isFixed && read.progress == nil, "seed \(seed)\n\(text)")
        #expect(
          read.after.map(\.text) == written.after && read.tasks.count == written.tasks.count, "seed \(seed)\n\(text)")
        for (task, words) in zip(plan.tasks[read.tasks], written.tasks) {
          #expect(task.state == .open && task.minutes.map(Int.init) == words.minutes, "seed \(seed)\n\(text)")
        }
      }
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
      let list = text.components(separatedBy: "## Milestones")[1]
      #expect(!["<!--", "](", "[[", "<b>"].contains { list.contains($0) }, "seed \(seed)\n\(text)")
    }
  }

  @Test func wordsWithoutAnyHarmStayAsTheyAre() {
    for words in [
      "Beta readers' feedback in", "Why: two to three weeks pass, whatever they promise.", "21.1 km in < 2 h at 12:30",
      "C++ & C#",
      "日本語の本", "Contract (with scope): signed", "e-mail list at 1,000", "a 50% deposit; 30 days",
    ] {
      #expect(HarmlessText.line(words) == words)
    }
    #expect(HarmlessText.line("see [the guide](https://example.org/x) now") == "see the guide now")
    #expect(HarmlessText.line("due:2026-01-01 x") == "due 2026-01-01 x")
    #expect(HarmlessText.line(String(repeating: "a ", count: 500)).count <= 300)
  }

  @Test(arguments: [
    "---\ngoal: A\n---\n", "---\ngoal: A\n---", "---\r\ngoal: A\r\n---\r\n\r\nWhy.\r\n",
    "---\ngoal: A\n---\n## Milestones\n", "---\ngoal: A\n---\n## Milestones\n\n## Notes\n\ntext",
    "---\ngoal: A\n---\n## Milestones\n- [x] Old id:old\n  - [ ] task\n\n    more\n\n## Notes\n- [ ] no milestone\n",
    "---\ngoal: A\n---\n## Milestones\n* Phase\n  * [ ] Old\n    > Why: so.\n",
    "---\ngoal: A\nsuccess: mine\n---\n```\n## Milestones\n```\n\nMilestones\n----------\n\n1. [ ] Old",
    "---\ngoal: A\n---\n- [ ] elsewhere",
  ])
  func milestonesAreAddedBelowThoseThatAreThere(file: String) throws {
    let document = PlanDocument(reading: SourceText(path: VaultPath("goals/a.md"), bytes: Array(file.utf8)))
    let draft = DraftPlan(
      anchor: GoalAnchor(goal: "other", success: "S", time: ["2h mon", "3h sat"], playbook: "book"),
      milestones: [
        DraftPlan.Milestone(
          id: "new", title: "New", reasons: [Playbook.Reason(.why, "so")], tasks: [DraftPlan.Task(title: "T")]),
        DraftPlan.Milestone(id: "newer", title: "Newer", after: ["new"]),
      ])
    let change = try draft.change(into: document)
    let after = PlanDocument(reading: SourceText(path: document.text.path, bytes: change.result))
    let titles = { (document: PlanDocument) in
      document.items.indices.filter { document.items[$0].isInPlan && document.items[$0].depth == 0 }.map(document.title)
    }
    #expect(titles(after) == titles(document) + ["New", "Newer"])
    #expect(after.items.count == document.items.count + 3)
    #expect(after.frontMatter?["goal"]?.scalars.map(\.text) == ["A"])
    #expect(after.frontMatter?["success"]?.scalars.map(\.text) == [file.contains("mine") ? "mine" : "S"])
    #expect(after.frontMatter?["time"]?.scalars.map(\.text) == ["2h mon", "3h sat"])
    let lines = String(decoding: change.result, as: UTF8.self)
    #expect(!file.contains("\r") || !lines.replacing("\r\n", with: "").contains("\n"))
  }
}
