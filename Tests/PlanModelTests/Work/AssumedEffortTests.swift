import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

@Suite struct AssumedEffortTests {
  @Test func anEqualShareOfSevenTenthsOfWhatTheOthersLeaveInQuarterHours() throws {
    let monday = try #require(Day(year: 2026, month: 8, day: 3))
    let document = PlanDocument(text: SourceText(path: VaultPath("g.md"), bytes: []), kind: .goal, frontMatter: nil)
    func milestone(_ effort: Int?, _ state: MilestoneState = .open) -> Milestone {
      var milestone = Milestone(goal: 0, document: 0, origin: .item(0), id: "m", hasWrittenID: true, title: "M")
      milestone.effort = effort.map { Effort(minutes: $0) }
      milestone.state = state
      return milestone
    }
    var goal = Goal(document: 0, id: "g", hasWrittenID: false, title: "G")
    goal.hours = .entries([HoursEntry(minutes: 60, rhythm: .days(.mondayToFriday))])
    goal.deadline = monday + 13
    goal.buffer = 2
    // Ten hours until the target; one given and done, one cancelled: 0.7 × (600 − 100 − 50) ÷ 3 = 105 min.
    let milestones = [
      milestone(100, .done), milestone(nil, .done), milestone(nil), milestone(nil), milestone(50, .cancelled),
    ]
    goal.milestones = 0..<milestones.count
    let plan = Plan(
      today: monday, settings: Settings(document: document), documents: [document], goals: [goal],
      milestones: milestones)
    let work = RemainingWork(in: plan, hours: WorkHours(of: plan))
    #expect(work.entries.map(\.effort) == [100, 105, 105, 105, 50])
    #expect(work.entries.map(\.remaining) == [0, 0, 105, 105, 0])
    #expect(work.entries.map(\.isAssumed) == [false, true, true, true, false])
  }

  /// The hours that are assumed for the open milestones of one goal; it begins on Monday, 3 August 2026.
  private func assumed(_ keys: String, _ lines: [String], settings: String = "time: 2h mon-fri") -> [Int] {
    let goal = "---\ngoal: G\n\(keys)\n---\n## Milestones\n\n" + lines.map { "- \($0)\n" }.joined()
    let plan = plan(["mm.md": "---\n\(settings)\n---\n", "g.md": goal], today: Day(number: 20_668))
    let work = RemainingWork(in: plan, hours: WorkHours(of: plan))
    return plan.milestones.indices.map { work[$0].isAssumed ? work[$0].effort / 60 : -1 }
  }

  private let four = ["[ ] One", "[ ] Two", "[ ] Three", "[ ] Four"]

  @Test func whatOnlyWaitsOrComesBackHasNoHours() {
    let lines = [
      "[ ] Read", "[ ] Sent to the readers wait:2w", "[ ] Water the plants 🔁 every week",
      "[ ] Bound wait:1w\n  - [ ] a",
    ]
    // 28 days off the clock: 20 working days of two hours; 0.7 × 40 h ÷ 2 = 14 h.
    #expect(assumed("deadline: 2026-08-30", lines) == [14, 0, 0, 14])
  }

  @Test func noneIsAssumedToBeLargerThanTwentyHours() {
    #expect(assumed("deadline: 2027-08-30", four) == [20, 20, 20, 20])
  }

  @Test func aLaterEndMoreHoursForATimeAndWorkLeftOutChangeNothing() {
    let usual = assumed("deadline: 2026-08-30", four)
    #expect(usual == [7, 7, 7, 7])
    #expect(assumed("deadline: 2027-03-31\nplanned: 2026-08-30", four) == usual)
    #expect(
      assumed("deadline: 2026-08-30", four, settings: "time: [2h mon-fri, 3h sat 2026-08-03..2026-08-30]") == usual)
    #expect(assumed("deadline: 2026-08-30", ["[ ] One", "[-] Two", "[ ] Three", "[-] Four"]) == usual)
    #expect(
      assumed("deadline: 2026-08-30", ["[ ] One", "[-] Two effort:8h"])
        == assumed(
          "deadline: 2026-08-30", ["[ ] One", "[ ] Two effort:8h"]))
  }

  @Test func aGoalsOwnBufferCountsBeforeTheVaults() {
    for (vault, own, days) in [(nil, nil, 0), (3, nil, 3), (nil, 5, 5), (3, 5, 5), (5, 3, 3), (3, 0, 0)]
      as [(Int?, Int?, Int)]
    {
      func line(_ buffer: Int?) -> String { buffer.map { "buffer: \($0)d\n" } ?? "" }
      let read = plan([
        "mm.md": "---\n\(line(vault))---\n", "a.md": "---\ngoal: A\ndeadline: 2026-12-01\n\(line(own))---\n",
      ])
      #expect(read.target(of: 0) == day("2026-12-01") - days)
    }
  }
}
