import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

/// Which work comes first on a day: what an end needs now, what a written date needs soon, then the person's own reasons.
///
/// Today is Monday, 3 August 2026; there are two hours from Monday to Friday.
@Suite struct WorkOrderTests {
  private let monday = day("2026-08-03")

  private func schedule(_ goals: [String]) -> ScheduledPlan {
    ScheduledPlan(
      Plan(
        reading: snapshot(
          of: [("mm.md", "---\ntime: 2h mon-fri\n---\n")] + goals.enumerated().map { ("\($0).md", $1) }),
        today: monday))
  }

  private func goal(_ keys: String = "", _ milestones: String...) -> String {
    "---\ngoal: G\n\(keys)\n---\n## Milestones\n\n" + milestones.map { "- [ ] \($0)\n" }.joined()
  }

  /// The milestones in the order in which their work begins.
  private func order(_ scheduled: ScheduledPlan) -> [String] {
    let begun = scheduled.problem.jobs.indices.compactMap { job -> (Day, Int, String)? in
      let first = scheduled.schedule.jobs[job].turns.first.map(\.place) ?? Int.max
      return scheduled.schedule.jobs[job].portions.first.map {
        ($0.day, first, scheduled.plan.milestones[scheduled.problem.jobs[job].milestone].title)
      }
    }
    return begun.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  @Test func theHigherPriorityComesFirstWhereNothingSuffers() {
    for keys in ["", "deadline: 2026-12-18"] {
      let low = goal("priority: 3\n\(keys)", "Low effort:5h")
      let high = goal("priority: 1\n\(keys)", "High effort:5h")
      #expect(order(schedule([low, high])) == ["High", "Low"], "\(keys)")
    }
  }

  @Test func aLowPriorityWaitsOnlyUntilItsEndNeedsIt() {
    let low = goal("priority: 3\ndeadline: 2026-08-14", "Low effort:9h")
    let high = goal("priority: 1\ndeadline: 2026-12-18", "High effort:60h")
    let scheduled = schedule([low, high])
    #expect(scheduled.schedule.goals.map(\.lateDays) == [0, 0])
    #expect(order(scheduled) == ["Low", "High"])
    let later = schedule([goal("priority: 3\ndeadline: 2026-11-27", "Low effort:9h"), high])
    #expect(later.schedule.goals.map(\.lateDays) == [0, 0])
    #expect(order(later) == ["High", "Low"])
  }

  /// A form of three hours that is due on Friday, in a goal without an end, beside one that wants all hours for months.
  @Test func aSmallThingWithADateIsDoneInTime() throws {
    let form = goal("priority: 3", "Form effort:3h due:2026-08-07")
    let thesis = goal("priority: 1\ndeadline: 2027-03-31", "Thesis effort:120h")
    let scheduled = schedule([thesis, form])
    let completion = try #require(scheduled.schedule.jobs[1].completion)
    #expect(completion <= monday + 4)
  }

  @Test func aDateFurtherAwayThanTwoWeeksDoesNotHurry() {
    let form = goal("priority: 3", "Form effort:3h due:2026-09-25")
    let thesis = goal("priority: 1", "Thesis effort:8h")
    #expect(order(schedule([form, thesis])) == ["Thesis", "Form"])
  }

  @Test func aDateThatCanNoLongerBeKeptHurriesNobody() {
    let form = goal("priority: 3", "Form effort:30h due:2026-08-05")
    let thesis = goal("priority: 1", "Thesis effort:8h")
    #expect(order(schedule([form, thesis])) == ["Thesis", "Form"])
  }

  @Test func whatIsHalfDoneIsFinishedFirst() {
    let both = goal("", "Untouched effort:4h", "Begun effort:4h\n  - [x] one\n  - [ ] two")
    #expect(order(schedule([both])) == ["Begun", "Untouched"])
  }

  @Test func anEarlierEndComesFirstAndThenTheOrderOfTheFiles() {
    let titles = ["One", "Two", "Three"]
    #expect(order(schedule(titles.map { goal("", "\($0) effort:4h") })) == titles)
    let ends = ["2027-03-31", "2027-01-29", "2027-02-26"]
    let goals = zip(titles, ends).map { goal("deadline: \($1)", "\($0) effort:4h") }
    #expect(order(schedule(goals)) == ["Two", "Three", "One"])
  }

  @Test func assumedHoursComeAfterWrittenOnesOfTheirPriority() {
    let vague = goal("deadline: 2027-01-29\ntime: 1h mon-fri", "Vague", "Vaguer")
    let exact = goal("deadline: 2027-01-29", "Exact effort:20h")
    #expect(order(schedule([vague, exact])).first == "Exact")
    let urgent = goal("priority: 1\ndeadline: 2027-01-29\ntime: 1h mon-fri", "Vague", "Vaguer")
    #expect(order(schedule([exact, urgent])).first == "Vague")
  }

  /// The goal of low priority ends no later beside the other one than alone.
  @Test func noEndIsLaterBecauseAHigherPriorityComesFirst() {
    for effort in stride(from: 2, through: 60, by: 4) {
      let low = goal("priority: 3\ndeadline: 2026-09-11", "Low effort:\(effort)h")
      let high = goal("priority: 1\ndeadline: 2026-12-18", "High effort:100h")
      let late = schedule([low, high]).schedule.goals.map(\.lateDays)
      let alone = schedule([low]).schedule.goals[0].lateDays
      #expect(late == [alone, 0], "\(effort) h")
    }
  }
}
