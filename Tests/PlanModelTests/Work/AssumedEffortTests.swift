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
    // Ten hours until the target; one given and done, one cancelled: 0.7 × (600 − 100) ÷ 3 = 116 min, so 105.
    let milestones = [
      milestone(100, .done), milestone(nil, .done), milestone(nil), milestone(nil), milestone(400, .cancelled),
    ]
    goal.milestones = 0..<milestones.count
    let plan = Plan(
      today: monday, settings: Settings(document: document), documents: [document], goals: [goal],
      milestones: milestones)
    let work = RemainingWork(in: plan, hours: WorkHours(of: plan))
    #expect(work.entries.map(\.effort) == [100, 105, 105, 105, 400])
    #expect(work.entries.map(\.remaining) == [0, 0, 105, 105, 0])
    #expect(work.entries.map(\.isAssumed) == [false, true, true, true, false])
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
