import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import Scheduling
import TestSupport
import Testing

/// A two-week trip, public holidays, a weekly meeting in the morning hours, and three goals without dates.
@Suite struct PlacementTests {
  private let today = day("2026-08-02")
  private let trip = DayRange(day("2026-08-17"), day("2026-08-28"))
  private let holidays = ["2026-08-15", "2026-09-14", "2026-10-03"]

  private func outlook() -> ForecastedPlan {
    var reader = DocumentReader()
    func document(_ path: String, _ text: String) -> PlanDocument {
      reader.document(from: SourceText(path: VaultPath(path), bytes: Array(text.utf8)))
    }
    func goal(_ name: String, _ deadline: String, hours: Int) -> PlanDocument {
      let milestones = (1...4).map { "- [ ] Part \($0) effort:\(hours + $0)h\n" }.joined()
      return document(
        "\(name).md", "---\ngoal: \(name)\ndeadline: \(deadline)\nin-order: true\n---\n## Milestones\n\(milestones)")
    }
    var snapshot = VaultSnapshot(
      settings: document("mm.md", "---\ntime: [2h mon-fri 06:00-08:00, 4h sat]\nbuffer: 1w\n---\n"),
      documents: [
        goal("book", "2026-12-18", hours: 10), goal("film", "2026-11-27", hours: 5),
        goal("song", "2026-11-13", hours: 4),
      ])
    let meetings = (0..<30).map { week in
      BusyCalendar.Event(
        title: "Team", days: DayRange(today + 2 + week * 7, today + 2 + week * 7),
        window: ClockWindow(start: 420, end: 480))
    }
    let off = holidays.map { BusyCalendar.Event(title: "Holiday", days: DayRange(day($0), day($0))) }
    snapshot.busy = BusyCalendar(events: meetings + off + [BusyCalendar.Event(title: "Trip", days: trip)])
    return ForecastedPlan(Plan(reading: snapshot, today: today))
  }

  @Test func noDateFallsOnADayOffOrOnTheFirstDayAfterTheTripOrBesideAnotherGoals() {
    let outlook = outlook()
    let dates = MissingDates(in: outlook)
    #expect(dates.proposals.count == 12)
    let firstAfterTrip = day("2026-08-29")
    var goalOfDay: [Day: Int] = [:]
    for proposal in dates.proposals {
      #expect(!outlook.hours.isDayOff(proposal.day, goal: nil), "\(proposal)")
      #expect(proposal.day != firstAfterTrip)
      let goal = outlook.plan.milestones[proposal.milestone].goal
      #expect(goalOfDay[proposal.day] ?? goal == goal, "two goals on \(proposal.day)")
      goalOfDay[proposal.day] = goal
      if let must = outlook.dates(of: proposal.milestone)?.latest { #expect(proposal.day <= must) }
    }
  }

  @Test func eachDateSaysWhyItIsThatDay() {
    let outlook = outlook()
    let proposals = MissingDates(in: outlook).proposals
    for proposal in proposals {
      let chosen = ChosenDay(for: proposal.milestone, in: outlook)
      #expect(chosen?.day == proposal.day && chosen?.shift == proposal.shift && chosen?.failure == nil)
    }
    #expect(proposals.contains { $0.origin == .pace(percent: 60) })
  }

  @Test func aDayWhenAnotherGoalsMilestoneIsDueIsLeftToIt() throws {
    var outlook = outlook()
    let first = try #require(MissingDates(in: outlook).proposals.first { $0.shift == nil })
    let other = try #require(outlook.problem.jobs.firstIndex { $0.goal != outlook.problem.jobs[0].goal })
    outlook.scheduled.problem.jobs[other].due = first.day
    let milestone = outlook.problem.jobs[other].milestone
    #expect(ChosenDay(for: first.milestone, in: outlook)?.shift == .otherGoal(first.day, milestone: milestone))
  }

  @Test func aDateThatDoesNotHoldSaysWhy() {
    func failure(_ due: String) -> DateFailure? {
      var outlook = outlook()
      outlook.scheduled.problem.jobs[0].due = day(due)
      return ChosenDay(for: outlook.problem.jobs[0].milestone, in: outlook)?.failure
    }
    #expect(failure("2026-07-31") == .past)
    #expect(failure("2026-08-18") == .dayOff)
    #expect(failure("2026-08-14") == nil)
    if case .tooLate = failure("2026-12-17") {} else { Issue.record("held, or for another reason") }
  }

  @Test func noWorkIsPlannedOnADayOff() {
    let outlook = outlook()
    for dates in outlook.schedule.jobs {
      for portion in dates.portions { #expect(!outlook.hours.isDayOff(portion.day, goal: nil)) }
    }
  }

  @Test func appointmentsMakeThePlanLater() {
    let outlook = outlook()
    var bare = outlook.plan
    bare.busy = BusyCalendar()
    let without = ForecastedPlan(bare)
    let last = outlook.schedule.jobs.compactMap(\.completion).max()
    #expect(last ?? today > without.schedule.jobs.compactMap(\.completion).max() ?? today)
  }
}
