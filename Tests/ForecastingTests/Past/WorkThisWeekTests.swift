import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

@testable import Forecasting

/// What was done in the running week counts against its limit.
@Suite struct WorkThisWeekTests {
  private static let monday = day("2026-08-03")

  private static func files(done: Int, of total: Int = 600, time: String = "2h/week") -> VaultSnapshot {
    let lines = "- [ ] One effort:\(total)m progress:\(done)/\(total)\n- [ ] Two effort:1h after:one\n"
    return snapshot([
      "mm.md": "---\ntime: 2h mon-fri\n---\n",
      "a.md": "---\ngoal: A\ntime: \(time)\n---\n## Milestones\n\n\(lines)",
    ])
  }

  private static func outlook(_ files: VaultSnapshot, _ states: [(day: Day, files: VaultSnapshot)], today: Day)
    -> ForecastedPlan
  {
    let past = VaultPast(
      states: states.enumerated().map { index, state in
        VaultPast.State(
          name: "\(index)", day: state.day, parents: index == 0 ? [] : [index - 1], snapshot: state.files)
      })
    let plan = Plan(reading: files, today: today)
    return ForecastedPlan(
      plan, history: PlanHistory(TracedPast(past, today: today), current: plan), runs: 20)
  }

  /// Each day's work is done as planned, the amount is written and committed, and the next day plans again.
  @Test(arguments: ["2h/week", "100m/week", "45m 3x/week", "1h mon wed fri, 150m/week", "7h/week"])
  func theLimitOfTheWeekHoldsAndThePlanStays(time: String) throws {
    let limit = ["2h/week": 120, "100m/week": 100, "45m 3x/week": 135, "1h mon wed fri, 150m/week": 150][time] ?? 420
    var done = 0
    var states = [(day: Self.monday - 3, files: Self.files(done: 0, time: "[\(time)]"))]
    var ofWeek: [Day: Int] = [:]
    var planned: Day?
    for today in (0..<12).map({ Self.monday + $0 }) where done < 600 {
      let files = Self.files(done: done, time: "[\(time)]")
      let outlook = Self.outlook(files, states, today: today)
      let completion = try #require(outlook.schedule.goals[0].completion)
      if let planned { #expect(completion == planned, "on \(today)") }
      planned = completion
      let minutes = outlook.schedule.jobs[0].portions.filter { $0.day == today }.reduce(0) { $0 + $1.minutes }
      done += minutes
      ofWeek[today.monday, default: 0] += minutes
      states.append((today, Self.files(done: done, time: "[\(time)]")))
    }
    #expect(ofWeek[Self.monday] == limit)
    #expect(ofWeek.values.allSatisfy { $0 <= limit })
  }

  @Test func withoutARecordTheDaysOfBoxesCount() {
    func minutes(_ lines: String) -> Int? {
      let files = snapshot([
        "mm.md": "---\ntime: 2h mon-fri\n---\n",
        "a.md": "---\ngoal: A\ntime: 5h/week\n---\n## Milestones\n\n\(lines)",
      ])
      return Plan(reading: files, today: Self.monday + 2).workThisWeek(ofGoal: 0)?.minutes
    }
    #expect(minutes("- [x] One effort:2h done:2026-08-04\n- [ ] Two effort:9h\n") == 120)
    #expect(minutes("- [x] One effort:2h done:2026-08-02\n- [ ] Two effort:9h\n") == nil)
    #expect(minutes("- [ ] One effort:4h\n  - [x] A done:2026-08-03\n  - [x] B done:2026-07-30\n  - [ ] C\n") == 80)
    #expect(minutes("- [ ] One\n  - [x] A (1h) done:2026-08-05\n  - [ ] C (2h)\n") == 60)
    // An amount carries no day.
    #expect(minutes("- [ ] One effort:4h progress:1/2\n") == nil)
  }
}
