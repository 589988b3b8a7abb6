import Forecasting
import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

@testable import Recalibration

/// Ends, and due dates that hold or get another day.
@Suite struct DateTests {
  private static func ground(_ files: KeyValuePairs<String, String>, today: Day = august2) -> TrialGround {
    let snapshot = snapshot(files)
    return TrialGround(snapshot: snapshot, outlook: ForecastedPlan(Plan(reading: snapshot, today: today)))
  }

  private static func choices(_ files: KeyValuePairs<String, String>) -> Choices {
    let snapshot = snapshot(files)
    return ChoiceSearch(of: snapshot, ForecastedPlan(Plan(reading: snapshot, today: august2))).choices()
  }

  private static func goal(_ deadline: String, _ keys: String = "", _ lines: String) -> String {
    "---\ngoal: A goal\ndeadline: \(deadline)\n\(keys)---\n\n## Milestones\n\n\(lines)\n"
  }

  private static let hours = "---\ntime: 1h mon-fri\n---\n"

  @Test func aGoalWithWorkThatNeverGetsItsHoursHasNoEnd() {
    let ground = Self.ground([
      "mm.md": Self.hours, "a.md": Self.goal("2026-12-01", "", "- [ ] One effort:3h\n- [ ] Two effort:9000h"),
    ])
    let end = EndResult.all(in: ground.outlook).first
    #expect(end?.completion == nil && end?.isPastDeadline == true)
  }

  @Test func aFixedDateIsReadyWhenItsWaitIsOver() throws {
    let ground = Self.ground([
      "mm.md": Self.hours, "a.md": Self.goal("2026-08-28", "", "- [ ] Fair due:2026-08-28 effort:3h fixed:yes wait:5d"),
    ])
    let job = try #require(ground.outlook.schedule.jobs.first?.portions.last)
    #expect(EndResult.all(in: ground.outlook).first { $0.end == .fixed(0) }?.completion == job.day + 5)
  }

  // MARK: Waits and dates

  @Test func aWaitIsOverTheDayAfterItsLast() {
    for (since, isOver) in [("2026-07-18", true), ("2026-07-19", false), ("2026-07-20", false)] {
      let choices = Self.choices([
        "mm.md": Self.hours,
        "a.md": Self.goal("2026-12-01", "", "- [ ] Sign id:sign effort:3h wait:2w waiting:\(since)"),
      ])
      #expect(choices.small.map(\.slug) == (isOver ? ["complete-waits"] : []), "\(since)")
    }
  }

  private static func failing(_ lines: String, settings: String = "") -> ([Int], [Day?]) {
    let outlook = ground([
      "mm.md": "---\ntime: 1h mon-fri\n\(settings)---\n", "a.md": goal("2026-12-01", "", lines),
    ]).outlook
    var feasibility = DateFeasibility(of: outlook.scheduled)
    let dates = KeptDates(of: outlook, &feasibility)
    return (dates.failing, dates.completions)
  }

  @Test func aDateThatIsPastFailsAlsoWhereOnlyAWaitIsLeft() {
    #expect(Self.failing("- [ ] Sign effort:3h wait:1w waiting:2026-07-10 due:2026-07-20").0 == [0])
    #expect(Self.failing("- [ ] Sign effort:3h wait:5w waiting:2026-07-10 due:2026-08-20").0 == [])
  }

  @Test func aFixedDateThatIsMissedTakesNoOtherDateWithIt() {
    // B's date is not met by the plan at hand, in which A has its hours first; it can be.
    let outlook = Self.ground([
      "mm.md": Self.hours, "a.md": Self.goal("2026-08-21", "", "- [ ] One effort:5h"),
      "b.md": Self.goal("2026-12-01", "", "- [ ] Two due:2026-08-07 effort:2h"),
      "c.md": Self.goal("2026-12-01", "time: 30m mon-fri\n", "- [ ] Fair due:2026-08-12 effort:6h fixed:yes"),
    ]).outlook
    var feasibility = DateFeasibility(of: outlook.scheduled)
    #expect(outlook.schedule.jobs[2].lateDays > 0)
    #expect(KeptDates(of: outlook, &feasibility).failing == [])
  }

  /// What is kept is met: each kept date has a plan that is complete by it, with all the others.
  @Test(arguments: 0..<40) func keptDatesAreMetByOnePlan(seed: Int) {
    var vault = RandomVault(seed: seed, today: august2)
    let outlook = ForecastedPlan(Plan(reading: vault.snapshot(), today: august2))
    var feasibility = DateFeasibility(of: outlook.scheduled)
    let dates = KeptDates(of: outlook, &feasibility)
    for (job, due) in dates.kept.enumerated() {
      guard let due else { continue }
      #expect(due >= august2)
      let completion = dates.completions[job]
      #expect(
        completion.map { $0 <= due } == true, "job \(job) is complete on \(String(describing: completion)), due \(due)")
    }
  }

  @Test func aDateOfTodayIsNotPast() {
    let outlook = Self.ground([
      "mm.md": "---\ntime: 1h mon-sun\n---\n",
      "a.md": Self.goal("2026-12-01", "", "- [ ] One due:2026-08-02 effort:9h"),
    ]).outlook
    let failure = ChosenDay(for: 0, in: outlook)?.failure
    #expect(failure != nil && failure != .past)
  }

  // MARK: Proposed dates

  private static func proposals(_ lines: String, settings: String = "") -> [Day] {
    let outlook = ground([
      "mm.md": "---\ntime: 1h mon-fri\n\(settings)---\n", "a.md": goal("2026-12-01", "", lines),
    ]).outlook
    return MissingDates(in: outlook).proposals.map(\.day)
  }

  @Test func theEndOfAWaitIsNotProposedForADayOff() throws {
    let off = "off: 2026-08-10..2026-08-23\n"
    let day = try #require(Self.proposals("- [ ] Sent effort:2h wait:10d", settings: off).first)
    #expect(day > day - 1 && !DayRange(TestSupport.day("2026-08-10"), TestSupport.day("2026-08-23")).contains(day))
  }

  /// Proposed dates are in the order of what they wait for, and a wait is between the two.
  @Test(arguments: 0..<30) func proposedDatesAreInOrder(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let lines = (0..<6).map { index -> String in
      let isDated = index % 3 == 1
      return "- [ ] Part \(index) id:p\(index) effort:\(pick(1...6))h"
        + (isDated ? " due:\(august2 + pick(30...60))" : "") + (pick(0...2) == 0 ? " wait:\(pick(2...9))d" : "")
        + (index > 0 ? " after:p\(pick(0...index - 1))" : "")
    }
    let outlook = Self.ground([
      "mm.md": "---\ntime: 1h mon-fri\n---\n", "a.md": Self.goal("2027-03-01", "", lines.joined(separator: "\n")),
    ]).outlook
    var due = outlook.problem.jobs.map(\.due)
    for proposal in MissingDates(in: outlook).proposals {
      due[try #require(outlook.jobs[proposal.milestone])] = proposal.day
    }
    for (job, facts) in outlook.problem.jobs.enumerated() where facts.due == nil {
      for before in facts.predecessors {
        guard let first = due[before], let last = due[job] else { continue }
        let work = outlook.problem.jobs[before].wait > 0 ? 1 : 0
        #expect(last >= first + work + facts.wait, "job \(job) due \(last), after \(before) due \(first)")
      }
    }
  }
}
