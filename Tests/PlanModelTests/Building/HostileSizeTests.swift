import PlanDocuments
import PlanModel
import TestSupport
import Testing

/// Notes of a size that nobody writes by hand: reading them takes as long as they are long.
///
/// Each of these took minutes, or gigabytes, while something was looked for anew for each of its parts. No clock decides,
/// since the machine may be busy: who makes one of them quadratic again waits for it.
@Suite struct HostileSizeTests {
  private static let head = "---\ngoal: G\n---\n\n## Milestones\n\n"
  private static let count = 40_000

  private static func repeated(_ text: (Int) -> String) -> String { (0..<count).map(text).joined(separator: " ") }

  private static func document(_ text: String) -> PlanDocument {
    PlanDocument(reading: SourceText(path: VaultPath("g.md"), bytes: Array(text.utf8)))
  }

  @Test func aFieldAgainAndAgainOnOneLine() {
    let plan = plan(["g.md": Self.head + "- [ ] A " + Self.repeated { "due:2026-09-\($0 % 20 + 10)" } + "\n"])
    #expect(plan.milestones[0].due == day("2026-09-10"))
    let twice = plan.findings.filter { $0.message.contains("stands twice") }
    #expect(twice.count == Self.count - 1)
    #expect(Set(twice.flatMap { $0.related.map(\.place.span) }).count == 1)
  }

  @Test func slipsOnOneLineAndOnManyLines() {
    let line = plan(["g.md": Self.head + "- [ ] A " + Self.repeated { _ in "due: 2026-09-01" } + "\n"])
    #expect(line.findings.count == Self.count && line.hasUnreadDue(0))
    let lines = plan(["g.md": Self.head + Self.repeated { "- [ ] A\($0) due: 2026-09-01 effort:soon\n" }])
    #expect(lines.milestones.indices.allSatisfy(lines.hasUnreadDue))
    #expect(lines.findings.count == 2 * lines.milestones.count)
  }

  @Test(arguments: ["[due:: ", "after:[[a ", "🔺 ", "(due:: ", "`", "<a ", "[a ", "⛔ a,", "^a "])
  func openingsAndSignsThatNothingCloses(sign: String) {
    let document = Self.document(Self.head + "- [ ] A " + Self.repeated { _ in sign } + "\n")
    #expect(document.items.count == 1)
  }

  @Test func keysAgainAndAgainInFrontMatter() {
    let keys = (0..<3_000).map { "key\($0): 1\nkey\($0): 2\n" }.joined()
    let document = Self.document("---\ngoal: G\n" + keys + "---\n")
    #expect(document.findings.count { $0.message.contains("stands twice") } == 3_000)
    #expect(document.frontMatter?["key2999"]?.scalars.first?.text == "1")
    #expect(document.frontMatter?["none"] == nil)
  }

  /// A loop is kept once; each of its milestones has the few links that it would show.
  @Test func aLoopOfThousands() throws {
    let count = Self.count
    let lines = (0..<count).map { "- [ ] M\($0) id:m\($0) effort:1h after:m\(($0 + 1) % count)\n" }
    let plan = plan(["g.md": Self.head + lines.joined()])
    #expect(plan.loops.map(\.count) == [count])
    #expect(plan.milestones.allSatisfy { $0.blockedBy?.count == 8 })
    for index in [0, 1, count / 2, count - 1] {
      let chain = try #require(plan.milestones[index].blockedBy)
      #expect(Array(chain.prefix(7)) == (0..<7).map { (index + $0) % count })
      #expect(chain.last == (index + count - 1) % count)
    }
  }

  @Test func oneMilestoneAfterThousands() {
    let lines = (0..<Self.count).map { "- [ ] M\($0) id:m\($0)\n" }
    let after = (0..<Self.count).map { "m\($0)" }.joined(separator: ",")
    let plan = plan(["g.md": Self.head + lines.joined() + "- [ ] Last after:\(after)\n"])
    #expect(plan.milestones[Self.count].predecessors == Array(0..<Self.count))
  }

  @Test func anItemOfManyWrappedLines() {
    let plan = plan(["g.md": Self.head + "- [ ] A" + String(repeating: "\n  more words", count: 250_000) + "\n"])
    #expect(plan.milestones[0].title.utf8.count == 1 + 11 * 250_000)
  }
}
