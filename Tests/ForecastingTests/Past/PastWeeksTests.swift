import PlanDocuments
import Scheduling
import TestSupport
import Testing

@testable import Forecasting
@testable import PlanModel

/// Which week gets the work and the hours of a past that was seen now and then.
@Suite struct PastWeeksTests {
  private static let monday = day("2026-06-01")

  /// Whenever work was seen, all of it is counted once, and none before the time since which it may have been done.
  @Test(arguments: 0..<60) func workIsSpreadOverTheTimeInWhichItWasDone(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let length = Int.random(in: 0...120, using: &random)
    let seen = SeenDone(day: Self.monday + length, since: Self.monday)
    let work = PastWork(minutes: 600, seen: seen, evidence: .git, identity: 0)
    let spread = work.days { $0.weekday == .sunday ? 0 : 60 }
    #expect(abs(spread.reduce(0) { $0 + $1.minutes } - 600) < 1e-6)
    #expect(spread.allSatisfy { $0.day <= seen.day && (length == 0 || $0.day > Self.monday) })
    if length <= 7 {
      #expect(spread.map(\.day) == [seen.day])
    } else {
      // No day has more than its part of the free hours, and days without any have none.
      let days = (1...length).count { (Self.monday + $0).weekday != .sunday }
      #expect(spread.allSatisfy { abs($0.minutes - 600 / Double(days)) < 1e-6 })
      #expect(spread.count == days)
    }
  }

  @Test func theHoursOfAPausedGoalAreNotFree() {
    func goal(_ status: String) -> String {
      "---\ngoal: A boat\ntime: 5h/week\nstatus: \(status)\n---\n## Milestones\n\n- [ ] Hull effort:30h\n"
    }
    let states = ["active", "paused", "active"].enumerated().map { week, status in
      VaultPast.State(
        name: "\(week)", day: Self.monday + 7 * week - 1, parents: week == 0 ? [] : [week - 1],
        snapshot: snapshot([
          "mm.md": "---\ntime: 10h/week\n---\n", "boat.md": goal(status),
          "book.md": "---\ngoal: A book\n---\n## Milestones\n\n- [ ] Draft effort:30h\n",
        ]))
    }
    let today = Self.monday + 28
    let now = Plan(reading: states[2].snapshot, today: today)
    let history = PlanHistory(TracedPast(VaultPast(states: states), today: today), current: now)
    let weeks = PastWeeks(
      history, through: today - 1, work: RemainingWork(in: now, hours: WorkHours(of: now))
    ).weeks
    #expect(weeks.map(\.monday) == (0..<4).map { Self.monday + 7 * $0 })
    // A day has the goals of the plan that it began with.
    #expect(weeks.map { $0.freeOfGoal[0] } == [300, 0, 300, 300])
    #expect(weeks.allSatisfy { $0.freeOfGoal[1] == 600 })
  }

  @Test func onlyWhatIsWhollyDoneWaitsForOthers() throws {
    let lines = """
      - [ ] Half the boxes wait:1w
        - [x] one done:2026-06-01
        - [ ] two
      - [ ] All the boxes wait:1w
        - [x] one done:2026-06-02
        - [x] two done:2026-06-03
        - [-] three
      - [ ] Half the amount wait:1w progress:3/5
      - [ ] All of the amount wait:1w progress:5/5
      - [ ] No boxes wait:1w
      - [ ] No wait
        - [x] one done:2026-06-02
      """
    let files = snapshot(["mm.md": "", "a.md": "---\ngoal: A\n---\n## Milestones\n\n\(lines)\n"])
    let past = VaultPast(states: [.init(name: "0", day: Self.monday + 4, parents: [], snapshot: files)])
    let now = Plan(reading: files, today: Self.monday + 10)
    let history = PlanHistory(TracedPast(past, today: now.today), current: now)
    #expect(history.handedOver == [1: day("2026-06-03"), 3: Self.monday + 4])
  }
}
