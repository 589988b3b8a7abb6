import PlanDocuments
import Scheduling
import TestSupport
import Testing

@Suite struct ScheduleLawTests {
  @Test(arguments: SmallVault.Kind.allCases)
  func slackIsExactlyWhatAJobMayGrowBy(kind: SmallVault.Kind) {
    for seed in 0..<(seedCount ?? 8) {
      let vault = SmallVault(kind: kind, seed: seed)
      let problem = vault.problem
      let schedule = PlanSchedule(of: problem)
      let backward = BackwardPlan(of: problem)
      var details = ScheduleDetails(of: problem, schedule)
      for job in vault.jobs.indices {
        guard let slack = details.slackMinutes(of: job), backward.goals[vault.jobs[job].goal].fits else { continue }
        func fits(_ growth: Int) -> Bool {
          var grown = problem
          grown.jobs[job].minutes += growth
          return BackwardPlan(of: grown).goals[vault.jobs[job].goal].fits
        }
        #expect(fits(slack), "\(kind) \(seed), job \(job): \(slack)")
        #expect(!fits(slack + 1), "\(kind) \(seed), job \(job): \(slack)")
      }
    }
  }

  @Test(arguments: SmallVault.Kind.allCases)
  func movingEveryDayByWeeksMovesEveryDate(kind: SmallVault.Kind) {
    for seed in 0..<(seedCount ?? 8) {
      var vault = SmallVault(kind: kind, seed: seed)
      let schedule = PlanSchedule(of: vault.problem)
      vault.today = vault.today + 7 * 150
      let later = PlanSchedule(of: vault.problem)
      func moved(_ day: Day?) -> Day? { day.map { $0 + 7 * 150 } }
      for (one, two) in zip(schedule.jobs, later.jobs) {
        #expect(moved(one.completion) == two.completion)
        #expect(moved(one.latest) == two.latest)
        #expect(moved(one.latestAlone) == two.latestAlone)
        #expect(moved(one.latestStart) == two.latestStart)
        #expect(one.portions.map { $0.day + 7 * 150 } == two.portions.map(\.day))
      }
      #expect(schedule.conflicts.map(\.demands) == later.conflicts.map(\.demands))
    }
  }

  @Test(arguments: [SmallVault.Kind.manyGoals, .waits, .chains, .starts, .weekly])
  func moreHoursNeverMakeTheLeastLatenessWorse(kind: SmallVault.Kind) {
    for seed in 0..<(seedCount ?? 8) {
      var vault = SmallVault(kind: kind, seed: seed)
      // From a Monday: in a week that has begun, more hours on its first days leave less of a limit for the rest.
      vault.today = vault.today.monday
      let before = LeastLateness(of: vault.problem)
      vault.vault = vault.vault.map { $0 + 1 }
      let after = LeastLateness(of: vault.problem)
      guard before.isProved, after.isProved, let more = after.days, let less = before.days else { continue }
      #expect(more <= less, "\(kind) \(seed)")
    }
  }

  @Test(arguments: SmallVault.Kind.allCases)
  func theSameProblemGivesTheSamePlan(kind: SmallVault.Kind) {
    for seed in 0..<(seedCount ?? 4) {
      let problem = SmallVault(kind: kind, seed: seed).problem
      let one = PlanSchedule(of: problem, seed: 5)
      let two = PlanSchedule(of: problem, seed: 5)
      #expect(one.jobs.map(\.portions) == two.jobs.map(\.portions))
      #expect(one.jobs.map(\.latest) == two.jobs.map(\.latest))
    }
  }

  /// Completing one item on its latest day leaves every end as the plan has it; a day more, where the day is called exact,
  /// makes one later.
  @Test(arguments: SmallVault.Kind.allCases)
  func onItsLatestDayAnItemMakesNoEndLaterAndADayMoreDoes(kind: SmallVault.Kind) {
    var counts = (items: 0, exact: 0)
    for seed in 0..<(seedCount ?? 6) {
      let vault = SmallVault(kind: kind, seed: seed, wholeWeeks: true)
      let schedule = PlanSchedule(of: vault.problem)
      guard schedule.goals.allSatisfy({ !$0.isNever }) else { continue }
      for job in vault.jobs.indices {
        guard let latest = schedule.jobs[job].latest, schedule.jobs[job].completion != nil else { continue }
        counts.items += 1
        let day = latest - vault.today
        let end = vault.jobs[job].fixed ?? vault.goals[vault.jobs[job].goal].target
        // No day after the end is shown, even where the item cannot be complete as early as that.
        let isItsEnd = end.map { day >= $0 } ?? false
        #expect(
          vault.keepsAllEnds(of: schedule, completing: job, onlyOn: day, withItsOwnWork: !isItsEnd),
          "\(kind) \(seed), job \(job): \(day)")
        guard schedule.jobs[job].isLatestExact else { continue }
        counts.exact += 1
        let isLater = end.map { day + 1 > $0 } ?? false
        #expect(
          isLater || !(1...4).contains { vault.keepsAllEnds(of: schedule, completing: job, onlyOn: day + $0) },
          "\(kind) \(seed), job \(job): a later day than \(day) is possible too")
      }
    }
    if seedCount != nil { print("\(kind): \(counts)") }
    #expect(counts.exact * 10 >= counts.items * 9, "\(kind): \(counts)")
  }

  @Test(arguments: SmallVault.Kind.allCases)
  func aloneTheGoalStillFitsWhenOneMilestoneIsCompleteAsLateAsItMust(kind: SmallVault.Kind) {
    var tight = 0
    var count = 0
    for seed in 0..<(seedCount ?? 8) {
      let vault = SmallVault(kind: kind, seed: seed)
      let plan = BackwardPlan(of: vault.problem)
      guard plan.goals.allSatisfy(\.fits) else { continue }
      for job in vault.jobs.indices {
        guard let must = plan.jobs[job].latest else { continue }
        #expect(
          vault.canMeetAllEnds(completing: job, onlyOn: must - vault.today, isAlone: true),
          "\(kind) \(seed), job \(job)")
        count += 1
        if !vault.canMeetAllEnds(completing: job, onlyOn: must - vault.today + 1, isAlone: true) { tight += 1 }
      }
    }
    if seedCount != nil { print("alone, \(kind): \(tight) of \(count) musts cannot be a day later") }
  }
}

extension SmallVault {
  /// Some plan has no end later than this one although one job is complete on this day and no earlier.
  func keepsAllEnds(
    of schedule: PlanSchedule, completing job: Int, onlyOn day: Int, withItsOwnWork: Bool = true
  ) -> Bool {
    var vault = self
    let isEvent = jobs[job].wait > 0 || jobs[job].fixed != nil
    for other in jobs.indices where jobs[other].before.contains(job) {
      vault.jobs[other].start = max(jobs[other].start, isEvent ? day + 1 : day)
    }
    var limit: [Int: Int] = [:]
    for end in ends() {
      let last = max(end.day, completion(of: end, in: schedule))
      for job in end.jobs { limit[job] = last - jobs[job].wait }
    }
    let lastHour = day - jobs[job].wait
    if let own = limit[job], lastHour > own { return false }
    if withItsOwnWork, jobs[job].fixed == nil, jobs[job].units > 0, lastHour >= 0,
      units(on: lastHour, goal: jobs[job].goal) > 0
    {
      // Some of its work is done on that day, or it would have been complete before.
      vault.jobs[job].units -= 1
      limit[vault.jobs.count] = lastHour
      var last = jobs[job]
      (last.units, last.wait, last.start, last.before) = (1, 0, lastHour, [job])
      vault.jobs.append(last)
    }
    return vault.canMeet(limit, isAlone: false)
  }

  /// Some plan holds all ends although one job is complete on this day and no earlier.
  func canMeetAllEnds(completing job: Int, onlyOn day: Int, isAlone: Bool = false) -> Bool {
    var vault = self
    let isEvent = jobs[job].wait > 0 || jobs[job].fixed != nil
    for other in jobs.indices where jobs[other].before.contains(job) {
      vault.jobs[other].start = max(jobs[other].start, isEvent ? day + 1 : day)
    }
    var limit: [Int: Int] = [:]
    for (index, job) in jobs.enumerated() {
      if let end = job.fixed ?? goals[job.goal].target { limit[index] = end - job.wait }
    }
    if let own = limit[job], day - jobs[job].wait > own { return false }
    return vault.canMeet(limit, isAlone: isAlone)
  }
}
