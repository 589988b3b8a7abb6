import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

/// The rules of the plan, one by one, on cases small enough to check by hand.
///
/// Today is Monday, 3 August 2026.
@Suite struct PlanningRuleTests {
  private let monday = day("2026-08-03")
  private let twoHours = Hours.entries([HoursEntry(minutes: 120, rhythm: .days(.mondayToFriday))])

  private func job(
    _ minutes: Int, goal: Int = 0, wait: Int = 0, long: Int? = nil, start: Int? = nil, fixed: Int? = nil,
    due: Int? = nil,
    handedOver: Int? = nil, after: [Int] = []
  ) -> ScheduleProblem.Job {
    ScheduleProblem.Job(
      milestone: 0, goal: goal, minutes: minutes, wait: wait, longWait: long, earliest: start.map { monday + $0 },
      fixed: fixed.map { monday + $0 }, due: due.map { monday + $0 }, handedOver: handedOver.map { monday + $0 },
      predecessors: after)
  }

  private func problem(
    _ jobs: [ScheduleProblem.Job], targets: [Int?] = [nil], priorities: [Int] = [], vault: Hours? = nil,
    goals: [Hours?] = [], today: Int = 0, off: [DaysOff] = []
  ) -> ScheduleProblem {
    ScheduleProblem(
      today: monday + today,
      goals: targets.enumerated().map { index, target in
        ScheduleProblem.Goal(
          deadline: target.map { monday + $0 }, target: target.map { monday + $0 },
          priority: index < priorities.count ? priorities[index] : 2)
      },
      jobs: jobs,
      hours: WorkHours(
        vault: WorkHours.Source(hours: vault ?? twoHours, off: off),
        goals: targets.indices.map { WorkHours.Source(hours: $0 < goals.count ? goals[$0] : nil) }))
  }

  private func days(_ dates: [Day?]) -> [Int?] { dates.map { $0.map { $0 - monday } } }
  private func completions(_ schedule: PlanSchedule) -> [Int?] { days(schedule.jobs.map(\.completion)) }

  // MARK: Days

  @Test func whatFollowsMayUseWhatIsLeftOfTheSameDay() {
    let schedule = PlanSchedule(of: problem([job(90), job(90, after: [0])]))
    #expect(completions(schedule) == [0, 1])
    #expect(
      schedule.jobs[1].portions == [
        PlanSchedule.Portion(day: monday, minutes: 30), PlanSchedule.Portion(day: monday + 1, minutes: 60),
      ])
  }

  @Test func workThatEndsOnADayWithAWaitIsCompleteThatManyDaysLaterAndWhatFollowsWorksFromTheDayAfter() {
    let schedule = PlanSchedule(of: problem([job(120, wait: 2), job(60, after: [0])]))
    #expect(completions(schedule) == [2, 3])
  }

  @Test func aFixedMilestoneIsCompleteOnItsDayAndWhatFollowsWorksFromTheDayAfter() {
    let schedule = PlanSchedule(of: problem([job(60, fixed: 2), job(60, after: [0])]))
    #expect(completions(schedule) == [2, 3])
    #expect(schedule.jobs[0].portions.map(\.day) == [monday])
    #expect(days([schedule.jobs[0].latest]) == [2])
  }

  @Test func aFixedMilestonesHoursLieOnOrBeforeItsDayLessItsWait() {
    let plan = BackwardPlan(of: problem([job(120, wait: 3, fixed: 4)]))
    #expect(days([plan.jobs[0].latestFinish, plan.jobs[0].latestStart, plan.jobs[0].latest]) == [1, 1, 4])
    #expect(!BackwardPlan(of: problem([job(120, wait: 5, fixed: 4)])).goals[0].fits)
  }

  @Test func todaysHoursAllCount() {
    #expect(PlanSchedule(of: problem([job(120)])).jobs[0].portions.first?.day == monday)
  }

  @Test func aWaitThatRunsEndsByTheDayThatItBegan() {
    let schedule = PlanSchedule(of: problem([job(0, wait: 10, handedOver: -4), job(60, after: [0])]))
    #expect(completions(schedule) == [6, 7])
    #expect(completions(PlanSchedule(of: problem([job(0, wait: 2, handedOver: -4)]))) == [0])
  }

  @Test func withoutHoursOnlyDaysCount() {
    let schedule = PlanSchedule(
      of: problem(
        [job(600, wait: 3), job(600, start: 9, after: [0])], targets: [12], goals: [Hours.none]))
    #expect(completions(schedule) == [3, 9])
    #expect(days(schedule.jobs.map(\.latest)) == [11, 12])
    #expect(schedule.jobs.allSatisfy { $0.portions.isEmpty })
  }

  @Test func hoursThatDoNotComeWithinTenYearsAreNever() {
    let weekend = Hours.entries([HoursEntry(minutes: 60, rhythm: .days(WeekdaySet(.sunday)))])
    let schedule = PlanSchedule(
      of: problem([job(60), job(60, goal: 1)], targets: [4, 10], goals: [weekend]))
    #expect(completions(schedule) == [nil, 0])
    #expect(schedule.goals[0].isNever && schedule.goals[0].completion == nil)
    #expect(schedule.worstLateDays == 0 && schedule.conflicts.isEmpty)
    let tooMuch = PlanSchedule(of: problem([job(11 * 261 * 120)], targets: [9]))
    #expect(tooMuch.goals[0].isNever)
    #expect(completions(PlanSchedule(of: problem([job(9 * 261 * 120)])))[0] != nil)
  }

  // MARK: Backward

  @Test func theLatestDaysTakeTheGoalsOwnHoursBackwardFromItsTarget() {
    // Thursday: b takes Thursday and Wednesday, a has the rest of Wednesday and Tuesday.
    let plan = BackwardPlan(of: problem([job(120), job(180, after: [0])], targets: [3]))
    #expect(days(plan.jobs.map(\.latestFinish)) == [2, 3])
    #expect(days(plan.jobs.map(\.latestStart)) == [1, 2])
    #expect(days(plan.jobs.map(\.latest)) == [2, 3])
  }

  @Test func aWaitBringsTheLatestFinishForwardOnBothSides() {
    let plan = BackwardPlan(of: problem([job(120, wait: 3), job(120, wait: 2, after: [0])], targets: [11]))
    #expect(days(plan.jobs.map(\.latestFinish)) == [5, 9])
    // Day 5 is a Saturday: the last hour lies on Friday, the next free hours on Monday, day 7.
    #expect(days(plan.jobs.map(\.latestStart)) == [4, 9])
    #expect(days(plan.jobs.map(\.latest)) == [8, 11])
  }

  @Test func whereTheLastHourLiesEarlierItMustBeCompleteBeforeTheNextFreeHours() {
    // Both end by Thursday. The later in the files takes Thursday and Wednesday; the other's last hour is on Tuesday.
    let plan = BackwardPlan(of: problem([job(60), job(240)], targets: [3]))
    #expect(days(plan.jobs.map(\.latest)) == [1, 3])
  }

  @Test func ofTwoTheOneWithTheLaterFirstDayIsPlacedFirst() {
    let plan = BackwardPlan(of: problem([job(120, start: 2), job(120)], targets: [3]))
    #expect(days(plan.jobs.map(\.latest)) == [3, 2])
    let byDue = BackwardPlan(of: problem([job(120, due: 3), job(120, due: 2)], targets: [3]))
    #expect(days(byDue.jobs.map(\.latest)) == [3, 2])
  }

  @Test func itRunsOnIntoThePastAndCountsTheHoursWithoutAPlace() {
    let plan = BackwardPlan(of: problem([job(600)], targets: [1]))
    #expect(!plan.goals[0].fits)
    #expect(days([plan.jobs[0].latestStart]) == [-5])
    #expect(plan.goals[0].shortfallMinutes == 360 && plan.goals[0].shortfallDays == 0)
  }

  @Test func whereWaitsAloneAreTooLongDaysAreStated() {
    let plan = BackwardPlan(of: problem([job(60, wait: 10), job(60, after: [0])], targets: [7]))
    #expect(!plan.goals[0].fits && plan.goals[0].shortfallDays == 4 && plan.goals[0].shortfallMinutes == 0)
  }

  @Test func followersOfAnotherGoalBindToo() {
    let plan = BackwardPlan(of: problem([job(60), job(120, goal: 1, after: [0])], targets: [nil, 2]))
    #expect(days(plan.jobs.map(\.latest)) == [2, 2])
    let free = BackwardPlan(of: problem([job(60)]))
    #expect(free.jobs[0].latest == nil)
  }

  @Test func theLongEndOfAWaitSaysBySendingWhen() {
    let schedule = PlanSchedule(of: problem([job(60, wait: 4, long: 6)], targets: [10]))
    #expect(days([schedule.jobs[0].latest, schedule.jobs[0].sendBy]) == [10, 4])
  }

  @Test func slackIsWhatTheWorkMayGrowByAndTheLeastIsCritical() {
    let problem = problem([job(120), job(120, start: 3)], targets: [3])
    let schedule = PlanSchedule(of: problem)
    var details = ScheduleDetails(of: problem, schedule)
    #expect((0..<2).map { details.slackMinutes(of: $0) } == [240, 0])
    #expect((0..<2).map { details.isCritical($0) } == [false, true])
    #expect(schedule.jobs.map(\.slackDays) == [2, 0])
  }

  // MARK: Forward

  @Test func theGoalWithTheEarlierTargetGoesFirst() {
    let schedule = PlanSchedule(of: problem([job(240), job(240, goal: 1)], targets: [9, 2]))
    #expect(completions(schedule) == [3, 1])
    #expect(schedule.worstLateDays == 0 && schedule.isProvedBest)
  }

  @Test func aLimitByTheWeekMakesHoursUrgentThatAPlainOrderWouldLeave() {
    // Goal 1 may take an hour a week and needs one each week; goal 0 is due first and wants every hour until then.
    let capped = Hours.entries([HoursEntry(minutes: 60, rhythm: .week)])
    let schedule = PlanSchedule(
      of: problem([job(1080), job(120, goal: 1)], targets: [11, 13], goals: [nil, capped]))
    #expect(schedule.worstLateDays == 0)
  }

  @Test func fixedMilestonesComeFirstThenPriorities() {
    let fixed = PlanSchedule(
      of: problem([job(240), job(240, goal: 1, fixed: 1)], targets: [1, nil], priorities: [1, 3]))
    #expect(completions(fixed) == [3, 1])
    let priorities = PlanSchedule(of: problem([job(240), job(240, goal: 1)], targets: [1, 1], priorities: [2, 1]))
    #expect(completions(priorities) == [3, 1])
    #expect(priorities.goals.map(\.lateDays) == [2, 0] && priorities.isProvedBest)
  }

  @Test func aGoalThatCannotReachItsTargetMakesNoOtherLate() {
    let schedule = PlanSchedule(of: problem([job(1200), job(240, goal: 1)], targets: [1, 9]))
    #expect(schedule.goals[1].lateDays == 0)
    #expect(!schedule.goals[0].fitsAlone && schedule.goals[0].shortfallMinutes == 960)
    #expect(days([schedule.goals[0].earliestAlone]) == [11])
    // Fewer hours never take a conflict away: the goal that cannot reach its target wants hours all the same.
    #expect(schedule.conflicts.map(\.excessMinutes) == [480])
  }

  @Test func aGoalWithoutDeadlineIsNeverLateAndComesLast() {
    let schedule = PlanSchedule(of: problem([job(240), job(240, goal: 1)], targets: [nil, 3]))
    #expect(completions(schedule) == [3, 1])
    #expect(schedule.goals[0].lateDays == 0)
  }

  @Test func dueDatesBreakTies() {
    let schedule = PlanSchedule(of: problem([job(120, due: 9), job(120, due: 4)], targets: [9]))
    #expect(completions(schedule) == [1, 0])
    let inherited = PlanSchedule(of: problem([job(120, due: 5), job(120), job(0, due: 3, after: [1])], targets: [nil]))
    #expect(completions(inherited) == [1, 0, 0])
  }

  @Test func withoutVaultHoursNothingIsShared() {
    let schedule = PlanSchedule(
      of: problem([job(240), job(240, goal: 1)], targets: [1, 1], vault: Hours.none, goals: [twoHours, twoHours]))
    #expect(completions(schedule) == [1, 1])
  }

  // MARK: Together, conflicts, reasons

  @Test func theLatestDayIsThatOfOneItemAlone() {
    let schedule = PlanSchedule(of: problem([job(240), job(240, goal: 1)], targets: [3, 3]))
    #expect(days(schedule.jobs.map(\.latestAlone)) == [3, 3])
    // Each by itself may be complete on the last day; both together cannot leave all their hours until then.
    #expect(days(schedule.jobs.map(\.latest)) == [3, 3])
    #expect(schedule.jobs.map(\.isLatestExact) == [true, true])
    #expect(schedule.worstLateDays == 0)
  }

  @Test func aConflictNamesItsDaysItsGoalsAndWhatIsMissing() {
    let schedule = PlanSchedule(of: problem([job(360), job(300, goal: 1)], targets: [3, 4]))
    #expect(schedule.conflicts.count == 1)
    let conflict = schedule.conflicts.first
    #expect(conflict?.days == DayRange(monday, monday + 4))
    #expect(conflict?.demands.map(\.goal) == [0, 1] && conflict?.demands.map(\.minutes) == [360, 300])
    #expect(conflict?.freeMinutes == 600 && conflict?.excessMinutes == 60)
  }

  @Test func everyDateSaysWhy() {
    let problem = problem(
      [job(120, wait: 2), job(120, after: [0]), job(240, goal: 1), job(60, start: 10), job(0, fixed: 12)],
      targets: [11, 1])
    let schedule = PlanSchedule(of: problem)
    let details = ScheduleDetails(of: problem, schedule)
    #expect(details.completionReasons(of: 2) == [.noMoreHours(goal: 1), .today])
    #expect(details.completionReasons(of: 0) == [.wait(days: 2), .hours(takenBy: [2]), .today])
    #expect(details.completionReasons(of: 1).last == .after(job: 0, completion: monday + 4))
    #expect(details.completionReasons(of: 3) == [.start(monday + 10)])
    #expect(details.completionReasons(of: 4) == [.fixed(monday + 12)])
    #expect(details.latestReasons(of: 0).last == .before(job: 1, latestStart: schedule.jobs[1].latestStart ?? monday))
    #expect(details.latestReasons(of: 1) == [.target(goal: 0, monday + 11)])
  }
}
