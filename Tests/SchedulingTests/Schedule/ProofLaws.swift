import PlanDocuments
import TestSupport
import Testing

@testable import PlanModel
@testable import Scheduling

/// What is called proved, exact or at the latest is so: each claim is held up to every plan that there is.
@Suite struct ProofLaws {
  private static let monday = day("2026-08-03")

  private static func problem(
    _ jobs: [ScheduleProblem.Job], targets: [Int?], vault: Hours?, goals: [Hours?] = []
  ) -> ScheduleProblem {
    ScheduleProblem(
      today: monday,
      goals: targets.map { target in
        ScheduleProblem.Goal(deadline: target.map { monday + $0 }, target: target.map { monday + $0 })
      }, jobs: jobs,
      hours: WorkHours(
        vault: WorkHours.Source(hours: vault),
        goals: targets.indices.map { WorkHours.Source(hours: $0 < goals.count ? goals[$0] : nil) }))
  }

  /// The last day of the hours of each job, if its goal's end is so many days later than it should be.
  private static func limits(_ vault: SmallVault, later days: Int) -> [Int: Int] {
    var limits: [Int: Int] = [:]
    for (index, job) in vault.jobs.enumerated() {
      if let end = job.fixed ?? vault.goals[job.goal].target { limits[index] = end + days - job.wait }
    }
    return limits
  }

  private static func overfull(_ vault: SmallVault, _ limits: [Int: Int]) -> Overfull? {
    let view = vault.jobs.indices.map { limits[$0] ?? JobTime.never }
    return ImpossibilityProof(ScheduleCase(vault.problem)).overfull(view)
  }

  @Test(arguments: SmallVault.Kind.allCases)
  func whatIsProvedImpossibleHasNoPlan(kind: SmallVault.Kind) {
    var proofs = 0
    for seed in 0..<(seedCount ?? 8) {
      let vault = SmallVault(kind: kind, seed: seed)
      for days in -4...4 {
        let limits = Self.limits(vault, later: days)
        guard !limits.isEmpty, let overfull = Self.overfull(vault, limits) else { continue }
        proofs += 1
        #expect(!vault.canMeet(limits, isAlone: false), "\(kind) \(seed), \(days) days later")
        let minutes = overfull.work.reduce(0) { $0 + $1.minutes }
        #expect(minutes > overfull.capacity || overfull.work.count == 1)
      }
    }
    #expect(proofs > 5)
  }

  /// Trying every plan finds none that reaches an end before the day of its proof while the ends that it names are held.
  @Test(arguments: SmallVault.Kind.allCases)
  func whatAProofSaysNoPlanDoes(kind: SmallVault.Kind) {
    var proofs = 0
    for seed in 0..<(seedCount ?? 15) {
      let vault = SmallVault(kind: kind, seed: seed, wholeWeeks: true)
      let schedule = PlanSchedule(of: vault.problem)
      var details = ScheduleDetails(of: vault.problem, schedule)
      for end in vault.goals.indices.map(ScheduleEnd.goal) + vault.jobs.indices.map(ScheduleEnd.fixed) {
        guard let proof = details.proof(of: end) else { continue }
        proofs += 1
        var limit: [Int: Int] = [:]
        for (index, job) in vault.jobs.enumerated() {
          let own: ScheduleEnd = job.fixed == nil ? .goal(job.goal) : .fixed(index)
          if own == end { limit[index] = proof.day - vault.today - 1 - job.wait }
          guard proof.held.contains(own), let day = job.fixed ?? vault.goals[job.goal].target else { continue }
          limit[index] = day + schedule.lateDays(of: own) - job.wait
        }
        #expect(!vault.canMeet(limit, isAlone: false), "\(kind) \(seed): \(end)")
      }
    }
    if seedCount != nil { print("\(kind): \(proofs) proofs") }
    #expect(proofs > 0)
  }

  /// Where every goal could be in time alone, the least lateness of all is proved by hours that are missing for a day less.
  @Test(arguments: SmallVault.Kind.allCases)
  func theLeastLatenessIsCalledProvedOnlyWithAProof(kind: SmallVault.Kind) {
    for seed in 0..<(seedCount ?? 60) {
      var vault = SmallVault(kind: kind, seed: seed)
      for goal in vault.goals.indices { vault.goals[goal].priority = 2 }
      for job in vault.jobs.indices { vault.jobs[job].fixed = nil }
      var problem = vault.problem
      problem.pace = 100
      let schedule = PlanSchedule(of: problem)
      let isReachable = zip(schedule.goals, problem.goals).allSatisfy { dates, goal in
        goal.target.map { target in dates.earliestAlone.map { $0 <= target } ?? false } ?? true
      }
      guard schedule.worstLateDays > 0, isReachable, schedule.goals.allSatisfy({ !$0.isNever }) else { continue }
      let isPossibleForAll = Self.overfull(vault, Self.limits(vault, later: schedule.worstLateDays - 1)) == nil
      if isPossibleForAll {
        #expect(!schedule.isProvedBest, "\(kind) \(seed): the list is called proved")
        #expect(schedule.isLargestProved.contains(false), "\(kind) \(seed): the largest is called proved")
      }
    }
  }

  /// An hour each day for all; the first goal may take so many hours a week and has two weeks for twice as many, the second
  /// has the second week for what is left of it and some hours more.
  ///
  /// That this is too much follows from the weeks of the one goal and the days of the other together, which no count of free
  /// hours shows: it counts one or the other.
  private static func crowdedWeek(
    perWeek: Int, over: Int, _ others: [ScheduleProblem.Job] = [], targets: [Int?] = []
  ) -> ScheduleProblem {
    problem(
      [
        .init(milestone: 0, goal: 0, minutes: 120 * perWeek),
        .init(milestone: 1, goal: 1, minutes: 60 * (7 - perWeek + over), earliest: monday + 7),
      ] + others, targets: [13, 13] + targets, vault: .entries([HoursEntry(minutes: 60, rhythm: .days(.all))]),
      goals: [.entries([HoursEntry(minutes: 60 * perWeek, rhythm: .week)])])
  }

  @Test(arguments: [(1, 1), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3)])
  func whatNoCountShowsIsNotCalledProved(perWeek: Int, over: Int) {
    let problem = Self.crowdedWeek(perWeek: perWeek, over: over)
    let schedule = PlanSchedule(of: problem)
    #expect(schedule.worstLateDays == over)
    #expect(ImpossibilityProof(ScheduleCase(problem)).overfull([12 + over, 12 + over]) == nil)
    #expect(schedule.isLargestProved.contains(false) && !schedule.isProvedBest)
  }

  /// Two goals more want the fourth week whole, so that one of them is a week late, as a count of its hours shows.
  ///
  /// The goals before them are less late, and of those nothing is proved.
  @Test(arguments: [(1, 1), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3)])
  func aListIsNotProvedByItsLargest(perWeek: Int, over: Int) {
    let others = (2...3).map {
      ScheduleProblem.Job(milestone: $0, goal: $0, minutes: 420, earliest: Self.monday + 21)
    }
    let schedule = PlanSchedule(of: Self.crowdedWeek(perWeek: perWeek, over: over, others, targets: [27, 27]))
    #expect(schedule.worstLateDays == 7)
    #expect(!schedule.isLargestProved.contains(false) && !schedule.isProvedBest)
  }

  /// The second week is full as it is: what follows an item of the first must be done in the first, and no count shows that.
  @Test(arguments: 1...3)
  func aLatestDayIsNotExactWhereNoCountShowsIt(perWeek: Int) throws {
    let others = [
      ScheduleProblem.Job(milestone: 2, goal: 2, minutes: 60),
      ScheduleProblem.Job(milestone: 3, goal: 2, minutes: 60, predecessors: [2]),
    ]
    let problem = Self.crowdedWeek(perWeek: perWeek, over: 0, others, targets: [13])
    let schedule = PlanSchedule(of: problem)
    #expect(schedule.worstLateDays == 0)
    var search = LatestSearch(of: problem, schedule)
    let found = search.latest(of: 2)
    let latest = try #require(found)
    #expect(latest.day < Self.monday + 7 && !latest.isExact)
  }

  @Test func aProofIsAboutTheDayBeforeTheEnd() throws {
    // Ten hours at two a day: complete on Friday, since until Thursday there are eight.
    let hours = Hours.entries([HoursEntry(minutes: 120, rhythm: .days(.mondayToFriday))])
    let problem = Self.problem((0..<2).map { .init(milestone: $0, goal: 0, minutes: 300) }, targets: [1], vault: hours)
    var details = ScheduleDetails(of: problem, PlanSchedule(of: problem))
    let found = details.proof(of: .goal(0))
    let proof = try #require(found)
    #expect(proof.day == Self.monday + 4 && proof.freeMinutes == 480 && proof.held.isEmpty)
    #expect(
      proof.work.sorted { $0.job < $1.job }
        == (0..<2).map { .init(job: $0, first: Self.monday, last: Self.monday + 3, minutes: 300) })
  }

  @Test func hoursAWeekProveThatWorkDoesNotFitWhereNothingIsShared() {
    let own = Hours.entries([
      HoursEntry(minutes: 120, rhythm: .days(.mondayToFriday)), HoursEntry(minutes: 180, rhythm: .week),
    ])
    let jobs = (0..<2).map { ScheduleProblem.Job(milestone: $0, goal: 0, minutes: 120) }
    for (target, isProved) in [(4, true), (7, false)] {
      let problem = Self.problem(jobs, targets: [target], vault: Hours.none, goals: [own])
      let limits = [Int](repeating: target, count: 2)
      #expect((ImpossibilityProof(ScheduleCase(problem)).overfull(limits) != nil) == isProved)
    }
  }

  @Test(arguments: SmallVault.Kind.allCases)
  func aLatestDayIsCalledExactOnlyWhereADayLaterHasNoPlan(kind: SmallVault.Kind) {
    for seed in 0..<(seedCount ?? 12) {
      let vault = SmallVault(kind: kind, seed: seed)
      let schedule = PlanSchedule(of: vault.problem)
      guard schedule.worstLateDays == 0, schedule.goals.allSatisfy({ !$0.isNever }) else { continue }
      var search = LatestSearch(of: vault.problem, schedule)
      for job in vault.jobs.indices {
        guard let (day, isExact) = search.latest(of: job), isExact else { continue }
        #expect(
          !vault.keepsAllEnds(of: schedule, completing: job, onlyOn: day - vault.today + 1),
          "\(kind) \(seed), job \(job)")
      }
    }
  }

  @Test(arguments: SmallVault.Kind.allCases)
  func noLatestDayIsAfterTheEndAlsoWhereTheEndIsMissed(kind: SmallVault.Kind) {
    for seed in 0..<(seedCount ?? 12) {
      let problem = SmallVault(kind: kind, seed: seed).problem
      for (job, dates) in zip(problem.jobs, PlanSchedule(of: problem).jobs) {
        guard let latest = dates.latest, let end = job.fixed ?? problem.goals[job.goal].target else { continue }
        #expect(latest <= end, "\(kind) \(seed)")
      }
    }
  }

  @Test func whatWasHandedOverWaitsForNothingThatComesBeforeIt() {
    let hours = Hours.entries([HoursEntry(minutes: 120, rhythm: .days(.mondayToFriday))])
    let problem = Self.problem(
      [
        .init(milestone: 0, goal: 0, minutes: 60, earliest: Self.monday + 20),
        .init(milestone: 1, goal: 0, minutes: 0, wait: 10, handedOver: Self.monday - 4, predecessors: [0]),
      ], targets: [nil], vault: hours)
    #expect(PlanSchedule(of: problem).jobs[1].completion == Self.monday + 6)
  }

  @Test func theHoursOfADateAreWantedBeforeItsWait() {
    let plan = plan([
      "mm.md": "---\ntime: 2h mon-fri\n---\n",
      "a.md": "---\ngoal: A\n---\n## Milestones\n\n- [ ] Sent due:2026-08-24 effort:10h wait:10d\n",
    ])
    let load = WeekLoad(ScheduledPlan(plan), weeks: 5)
    // From Monday, 3 August until Friday, 14 August; on a Sunday the plan begins on Monday.
    #expect(load.weeks.map(\.allWanted) == [300, 300, 0, 0, 0])
  }

  @Test func theFirstDateThatIsTooTightIsTheFirstWithoutItsHours() throws {
    // Two hours a day: the first date takes all of its day, and the second lacks an hour.
    let hours = Hours.entries([HoursEntry(minutes: 120, rhythm: .days(.mondayToFriday))])
    let problem = Self.problem(
      [
        .init(milestone: 0, goal: 0, minutes: 120, due: Self.monday),
        .init(milestone: 1, goal: 0, minutes: 180, due: Self.monday + 1),
      ], targets: [nil], vault: hours)
    let tight = try #require(DateFit(problem).tooTight.first)
    #expect(tight.job == 1 && tight.minutes == 60)
  }

  @Test func daysToSpareAreThoseBetweenTheEndAndItsDay() {
    let scheduled = ScheduledPlan(
      plan([
        "mm.md": "---\ntime: 2h mon-fri\n---\n",
        "a.md": "---\ngoal: A\ndeadline: 2026-08-14\n---\n## Milestones\n\n- [ ] One effort:6h\n",
      ]))
    let target = day("2026-08-14")
    #expect(scheduled.schedule.goals[0].completion == day("2026-08-05"))
    for (completion, days) in [(target, 0), (target - 1, 1), (day("2026-08-05"), 9)] {
      #expect(scheduled.daysToSpare(ofGoal: 0, completion: completion, target: target) == days)
    }
  }

  @Test func theShareThatIsDoneIsAShareOfTheWork() {
    func share(_ lines: String) -> Double {
      ScheduledPlan(plan(["mm.md": "", "a.md": "---\ngoal: A\n---\n## Milestones\n\n\(lines)\n"])).doneShare(ofGoal: 0)
    }
    #expect(share("- [x] One effort:9h\n- [ ] Two effort:1h\n- [-] Three effort:90h") == 0.9)
    #expect(share("- [x] One effort:0h\n- [ ] Two effort:0h") == 0.5)
  }
}
