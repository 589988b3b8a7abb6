import PlanDocuments
import PlanModel

extension PlanSchedule {
  /// Plans all goals together on the hours that there are.
  ///
  /// The same problem and seed give the same plan, whatever the machine.
  package init(of problem: ScheduleProblem, seed: UInt64 = 1, extent: Extent = .whole) {
    var scheduler = Scheduler(problem, seed: seed)
    self = extent == .whole ? scheduler.schedule() : scheduler.scheduleRoughly()
  }

  /// How much is looked for.
  package enum Extent: Sendable {
    /// The best plan that the search finds, what is proved of it, latest days and conflicts.
    case whole
    /// A plan of a few attempts, with its completions and shortfalls: enough to tell which choice is worth a whole plan.
    case rough
  }
}

/// Puts the passes together: alone, then all goals forward, then mirrored.
struct Scheduler {
  private let problem: ScheduleProblem
  private let seed: UInt64
  private var scheduleCase: ScheduleCase
  private let backward: BackwardPlan
  private let alone: EarliestEnds
  private let constraints: EndConstraints
  private let restsOnAssumed: [Bool]

  init(_ problem: ScheduleProblem, seed: UInt64) {
    self.problem = problem
    self.seed = seed
    var scheduleCase = ScheduleCase(problem)
    backward = BackwardPlan(&scheduleCase)
    let restsOnAssumed = problem.restsOnAssumedHours(scheduleCase.network)
    alone = EarliestEnds(&scheduleCase, restsOnAssumed: restsOnAssumed)
    let atPace =
      problem.pace < 100 ? EarliestEnds(&scheduleCase, pace: problem.pace, restsOnAssumed: restsOnAssumed) : alone
    constraints = EndConstraints(
      problem, scheduleCase, atPace: atPace, isNever: alone.isNever, restsOnAssumed: restsOnAssumed)
    self.restsOnAssumed = restsOnAssumed
    self.scheduleCase = scheduleCase
  }

  mutating func schedule() -> PlanSchedule {
    var result = planAlone()
    planForward(&result, EndSearch.Budget())
    findConflicts(&result)
    findLatestDays(&result)
    return result
  }

  mutating func scheduleRoughly() -> PlanSchedule {
    var result = planAlone()
    var budget = EndSearch.Budget()
    budget.restarts = 4
    budget.placedJobs /= 8
    budget.proves = false
    planForward(&result, budget)
    return result
  }

  // MARK: Alone

  /// What follows from the goals by themselves.
  private func planAlone() -> PlanSchedule {
    let network = scheduleCase.network
    var result = PlanSchedule(
      jobs: [PlanSchedule.JobDates](repeating: PlanSchedule.JobDates(), count: network.count),
      goals: [PlanSchedule.GoalDates](repeating: PlanSchedule.GoalDates(), count: network.goalCount), conflicts: [],
      worstLateDays: 0, isProvedBest: true)
    for (job, dates) in backward.jobs.enumerated() {
      result.jobs[job].latestAlone = dates.latest
      result.jobs[job].latestStart = dates.latestStart
      result.jobs[job].latestFinish = dates.latestFinish
      result.jobs[job].earliestStart = dates.earliest
    }
    for (goal, dates) in backward.goals.enumerated() {
      // The backward pass binds a goal by what other goals do after it; by itself it fits when it is complete in time.
      let fits = dates.fits || isReachedAlone(goal)
      result.goals[goal].fitsAlone = fits
      result.goals[goal].shortfallMinutes = fits ? 0 : dates.shortfallMinutes
      result.goals[goal].shortfallDays = fits ? 0 : dates.shortfallDays
      if alone.goal[goal] != JobTime.never { result.goals[goal].earliestAlone = problem.today + alone.goal[goal] }
    }
    return result
  }

  /// All of a goal is complete by its target with the person's hours to itself, and its fixed milestones on their days.
  private func isReachedAlone(_ goal: Int) -> Bool {
    let network = scheduleCase.network
    let target = scheduleCase.target[goal]
    guard target != JobTime.never, alone.goal[goal] <= target, !alone.isNever[goal] else { return false }
    return (0..<network.count).allSatisfy { job in
      network.goal[job] != goal || network.fixed[job] == JobTime.never || alone.fixed[job] <= network.fixed[job]
    }
  }

  // MARK: Together

  private mutating func planForward(_ result: inout PlanSchedule, _ budget: EndSearch.Budget) {
    let network = scheduleCase.network
    let view = LevellingView(
      forward: scheduleCase, latestFinish: (0..<network.count).map { constraints.latestFinish(of: $0, network) },
      end: constraints.endOfJob.map { $0 ?? 0 },
      classOfEnd: constraints.ends.isEmpty ? [0] : constraints.ends.map(\.priorityClass))
    var search = EndSearch(
      scheduleCase, view: view, grace: constraints.ends.isEmpty ? nil : constraints.ends.map { $0.reachable - $0.day },
      until: scheduleCase.horizon, seed: seed, budget: budget)
    search.solve()
    scheduleCase = search.scheduleCase
    putInOrder(&search, &result)
    addPortions(search.leveller, &result)
    result.isInOwnOrder = search.isInOwnOrder
    for work in search.workInOwnOrder {
      result.jobs[work.job].portionsInOwnOrder.append(
        PlanSchedule.Portion(day: problem.today + work.time, minutes: work.minutes))
    }
    for work in search.workAtPace {
      result.jobs[work.job].portionsAtPace.append(
        PlanSchedule.Portion(day: problem.today + work.time, minutes: work.minutes))
    }
    var isLateAsWritten = [Bool](repeating: false, count: network.goalCount)
    for job in 0..<network.count {
      let goal = network.goal[job]
      result.jobs[job].turns = search.turns[job]
      result.goals[goal].hasJobs = true
      guard search.leveller.finish[job] != JobTime.never else {
        result.goals[goal].isNever = true
        result.jobs[job].portions = []
        continue
      }
      let day = problem.today + network.completion(of: job, lastHour: search.leveller.finish[job])
      result.jobs[job].completion = day
      result.goals[goal].completion = max(result.goals[goal].completion ?? day, day)
      if network.fixed[job] == JobTime.never, let target = problem.goals[goal].target {
        result.goals[goal].lateDays = max(result.goals[goal].lateDays, day - target)
        if day > target, !restsOnAssumed[job] { isLateAsWritten[goal] = true }
      } else if let fixed = problem.jobs[job].fixed {
        result.jobs[job].lateDays = max(0, day - fixed)
      }
    }
    for goal in 0..<network.goalCount where result.goals[goal].isNever {
      result.goals[goal].completion = nil
      result.goals[goal].lateDays = 0
    }
    for goal in 0..<network.goalCount where problem.goals[goal].hasOpenEnd { result.goals[goal].completion = nil }
    for goal in 0..<network.goalCount {
      result.goals[goal].isLateByAssumedHoursOnly = result.goals[goal].lateDays > 0 && !isLateAsWritten[goal]
    }
    for end in constraints.ends where !result.goals[end.goal].isNever {
      result.worstLateDays = max(result.worstLateDays, result.lateDays(of: end.subject))
    }
    result.isProvedBest = !search.isListProved.contains(false)
    result.isLargestProved = search.isLargestProved
  }

  private mutating func putInOrder(_ search: inout EndSearch, _ result: inout PlanSchedule) {
    let network = scheduleCase.network
    let latestFinish = (0..<network.count).map { job -> Int in
      guard let end = constraints.endOfJob[job], search.leveller.finish[job] != JobTime.never else {
        return JobTime.never
      }
      return constraints.ends[end].reachable - network.wait[job]
    }
    let order = WorkOrder(
      problem, &scheduleCase, latestFinish: latestFinish,
      priorityClass: search.view.neededBy.map { min($0, EndConstraints.classCount) }, restsOnAssumed: restsOnAssumed)
    var paced = scheduleCase.hours
    paced.keepShare(percent: problem.pace)
    for job in 0..<network.count {
      let (urgent, pressing) = order.urgency(of: job)
      result.jobs[job].urgent = urgent.map {
        .init(from: problem.today + $0.from, latestStart: problem.today + $0.latestStart)
      }
      result.jobs[job].pressing = pressing.map {
        .init(from: problem.today + $0.from, latestStart: problem.today + $0.latestStart)
      }
    }
    search.lay(in: order, atPace: paced, yields: yields(count: search.leveller.lateness.count))
  }

  /// By end: a goal that was put first may make it later; never a fixed day.
  private func yields(count: Int) -> [Bool] {
    func isFirst(_ goal: Int) -> Bool { problem.goals[goal].first.map { $0 >= problem.today } ?? false }
    guard !constraints.ends.isEmpty, problem.goals.indices.contains(where: isFirst) else {
      return [Bool](repeating: false, count: count)
    }
    return constraints.ends.map { end in
      if case .goal(let goal) = end.subject { !isFirst(goal) } else { false }
    }
  }

  private func addPortions(_ leveller: Leveller, _ result: inout PlanSchedule) {
    for index in leveller.portionJob.indices {
      let portion = PlanSchedule.Portion(
        day: problem.today + Int(leveller.portionTime[index]), minutes: Int(leveller.portionMinutes[index]))
      let job = Int(leveller.portionJob[index])
      if let last = result.jobs[job].portions.indices.last, result.jobs[job].portions[last].day == portion.day {
        result.jobs[job].portions[last].minutes += portion.minutes
      } else {
        result.jobs[job].portions.append(portion)
      }
    }
  }

  /// Where every goal is in time, the plan itself shows that their hours fit together.
  private func findConflicts(_ result: inout PlanSchedule) {
    let isLate =
      result.goals.contains { $0.lateDays > 0 || $0.isNever } || result.jobs.contains { $0.lateDays > 0 }
    guard isLate else { return }
    result.conflicts = ConflictSearch(scheduleCase, isNever: alone.isNever).conflicts()
  }

  // MARK: Latest days

  /// What each probe for an exact latest day places counts against this: far plans and large ones have bounds only.
  private static let jobsPlacedForLatestDays = 40_000
  /// Days ahead within which every item that is due or planned has its exact latest day.
  private static let exactDays = 56

  private mutating func findLatestDays(_ result: inout PlanSchedule) {
    var search = LatestSearch(problem, scheduleCase, result, seed: seed)
    let bounds = search.bounds()
    for job in result.jobs.indices { set(bounds[job], of: job, &result) }
    var left = Self.jobsPlacedForLatestDays
    for job in nearJobs(result) where left > 0 {
      guard let (day, isExact) = search.latest(of: job) else { continue }
      left -= search.takePlacedJobs()
      set(day, of: job, &result)
      result.jobs[job].isLatestExact = isExact
    }
  }

  private func set(_ latest: Day?, of job: Int, _ result: inout PlanSchedule) {
    guard let latest else { return }
    result.jobs[job].latest = problem.notAfterItsEnd(latest, job)
    if problem.jobs[job].longWait > 0 {
      result.jobs[job].sendBy = result.jobs[job].latest.map {
        $0 - min(JobNetwork.farthest, problem.jobs[job].longWait)
      }
    }
  }

  /// The next item of each goal, all that waits, and all that is due or planned within eight weeks, nearest first.
  private func nearJobs(_ result: PlanSchedule) -> [Int] {
    var seen: Set<Int> = []
    let far = problem.today + Self.exactDays
    return problem.jobs.indices.filter { result.jobs[$0].latest != nil }
      .sorted { one, other in
        let days = (result.jobs[one].completion ?? far, result.jobs[other].completion ?? far)
        return (days.0, one) < (days.1, other)
      }
      .filter { job in
        let isNext = seen.insert(problem.jobs[job].goal).inserted
        let isNear = result.jobs[job].completion.map { $0 <= far } ?? false
        return isNext || problem.jobs[job].wait > 0 || isNear || problem.jobs[job].due.map { $0 <= far } ?? false
      }
  }
}

extension PlanSchedule {
  /// Days of the plan after the day that was written.
  func lateDays(of end: ScheduleEnd) -> Int {
    switch end {
    case .goal(let goal): goals[goal].lateDays
    case .fixed(let job): jobs[job].lateDays
    }
  }
}
