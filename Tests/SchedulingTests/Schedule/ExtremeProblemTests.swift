import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

/// Numbers that a file may hold although nobody would plan with them: the schedule stays a schedule.
@Suite struct ExtremeProblemTests {
  @Test(arguments: 0..<(seedCount ?? 8))
  func numbersOfAnySizeGiveAPlanAndNoTrap(seed: Int) {
    var random = SeededGenerator(seed: seed)
    func pick<T>(_ values: [T]) -> T { values.randomElement(using: &random) ?? values[0] }
    let today = day("2026-11-24")
    let days: [Day?] = [nil, nil, today, today + 20, today - 4000, day("9999-12-31"), day("0001-01-01"), today + 3652]
    let periods = [nil, DayRange(day("0001-01-01"), day("9999-12-31")), DayRange(today + 3, today + 3)]
    func hours() -> Hours? {
      let rhythms: [HoursEntry.Rhythm] = [
        .week, .days(.all), .days(WeekdaySet()), .timesAWeek(0), .timesAWeek(1_000_000), .timesAWeek(7),
      ]
      let windows = [nil, ClockWindow(start: 0, end: 1440), ClockWindow(start: 600, end: 600)]
      let entries = (0..<pick([0, 1, 1, 2, 3])).map { _ in
        HoursEntry(
          minutes: pick([0, 1, 60, 600, 5_000_000]), rhythm: pick(rhythms), window: pick(windows), period: pick(periods)
        )
      }
      return pick([nil, Hours.none, .entries(entries), .entries(entries), .entries(entries)])
    }
    func source() -> WorkHours.Source {
      let off = pick([
        [], [DaysOff(days: DayRange(today, today + 9), percent: pick([0, 50, 100, 250]))],
        [DaysOff(days: DayRange(day("0001-01-01"), day("9999-12-31")))],
      ])
      return WorkHours.Source(hours: hours(), off: off)
    }
    let goals = (0..<3).map { _ in
      let target = pick(days)
      return ScheduleProblem.Goal(deadline: target, target: target, priority: pick([-5, 1, 2, 3, 99]))
    }
    let jobs = (0..<8).map { index in
      let minutes = pick([0, 0, 1, 90, 90, 100_000_000])
      let wait = pick([0, 0, 3, 70_000, 2_000_000_000])
      return ScheduleProblem.Job(
        milestone: index, goal: index % 3, minutes: minutes, wait: wait, longWait: pick([wait, wait &+ 5]),
        earliest: pick(days), fixed: pick([nil, nil, pick(days)]), due: pick(days),
        handedOver: pick([nil, pick(days)]), predecessors: index > 0 ? [pick(Array(0..<index))] : [])
    }
    let problem = ScheduleProblem(
      today: today, goals: goals, jobs: jobs, hours: WorkHours(vault: source(), goals: (0..<3).map { _ in source() }))
    let schedule = PlanSchedule(of: problem)
    #expect(schedule.jobs.count == jobs.count)
    #expect(schedule.worstLateDays >= 0)
  }

  @Test func aLoopThatSomebodyForgotToTakeOutStillGivesAnOrder() {
    let today = day("2026-11-24")
    let jobs = [[1], [0], [1]].enumerated().map { index, before in
      ScheduleProblem.Job(milestone: index, goal: 0, minutes: 60, predecessors: before)
    }
    let weekdays = Hours.entries([HoursEntry(minutes: 60, rhythm: .days(.mondayToFriday))])
    let schedule = PlanSchedule(
      of: ScheduleProblem(
        today: today, goals: [ScheduleProblem.Goal()], jobs: jobs,
        hours: WorkHours(vault: WorkHours.Source(hours: weekdays), goals: [WorkHours.Source(hours: nil)])))
    #expect(schedule.jobs.allSatisfy { $0.completion != nil })
  }
}
