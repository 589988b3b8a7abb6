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
    /// The best plan that the restarts find, what is proved of it, latest dates, slack, conflicts and reasons.
    case whole
    /// A plan of a few restarts, with its completions and shortfalls: enough to tell which way out is worth a whole plan.
    case rough
  }
}

/// Puts the passes together: alone, then all goals forward, then mirrored.
struct Scheduler {
  private let problem: ScheduleProblem
  private let seed: UInt64
  private(set) var scheduleCase: ScheduleCase
  private let backward: BackwardPlan
  private let ends: Ends
  private let priority: [Int]
  private var effort = LatenessSearch.Effort()

  init(_ problem: ScheduleProblem, seed: UInt64) {
    self.problem = problem
    self.seed = seed
    scheduleCase = ScheduleCase(problem)
    backward = BackwardPlan(&scheduleCase)
    ends = Ends(&scheduleCase, backward: backward)
    priority = problem.goals.map { min(3, max(1, $0.priority)) }
  }

  mutating func schedule() -> PlanSchedule {
    var result = planAlone()
    let forward = planForward(&result)
    let isOnTime = result.worstLateDays == 0 && result.goals.allSatisfy { $0.completion != nil || !$0.hasJobs }
    let fits = backward.goals.map { $0.fits && !$0.isNever }
    // Where every goal that fits alone is on time, the plan itself shows that their hours fit together.
    if zip(fits, lateGoals(result)).contains(where: { $0 && $1 }) {
      result.conflicts = ConflictSearch(scheduleCase, fits: fits).conflicts()
    }
    planMirrored(&result, isOnTime: isOnTime)
    explain(&result, forward)
    return result
  }

  mutating func scheduleRoughly() -> PlanSchedule {
    var result = emptyPlan()
    effort.restarts = 16
    effort.proves = false
    _ = planForward(&result)
    return result
  }

  /// By goal: it, or a fixed milestone of it, is complete after its day.
  private func lateGoals(_ result: PlanSchedule) -> [Bool] {
    var isLate = result.goals.map { $0.lateDays > 0 }
    for (job, dates) in zip(problem.jobs, result.jobs) {
      guard let fixed = job.fixed, let completion = dates.completion, completion > fixed else { continue }
      isLate[job.goal] = true
    }
    return isLate
  }

  // MARK: Alone

  private mutating func planAlone() -> PlanSchedule {
    var result = emptyPlan()
    findEarliestEnds(&result)
    findSlack(&result)
    return result
  }

  /// What follows from the goals by themselves, before anything is looked for.
  private func emptyPlan() -> PlanSchedule {
    let network = scheduleCase.network
    var result = PlanSchedule(
      jobs: [PlanSchedule.JobDates](repeating: PlanSchedule.JobDates(), count: network.count),
      goals: [PlanSchedule.GoalDates](repeating: PlanSchedule.GoalDates(), count: network.goalCount), conflicts: [],
      worstLateDays: 0, isProvedBest: true)
    for (job, dates) in backward.jobs.enumerated() {
      result.jobs[job].mustAlone = dates.must
      result.jobs[job].latestStart = dates.latestStart
      result.jobs[job].latestFinish = dates.latestFinish
      result.jobs[job].earliestStart = dates.earliest
    }
    for (goal, dates) in backward.goals.enumerated() {
      result.goals[goal].fitsAlone = dates.fits
      result.goals[goal].shortfallMinutes = dates.shortfallMinutes
      result.goals[goal].shortfallDays = dates.shortfallDays
    }
    return result
  }

  private mutating func findEarliestEnds(_ result: inout PlanSchedule) {
    let network = scheduleCase.network
    var placing = AlonePlacing(count: network.count, step: 1)
    placing.release = network.release
    placing.placeAll(&scheduleCase)
    for job in 0..<network.count where !ends.isNever[network.goal[job]] {
      let goal = network.goal[job]
      if ends.target[goal] != scheduleCase.target[goal] {
        result.goals[goal].earliestAlone = problem.today + ends.target[goal]
        continue
      }
      guard placing.unplaced[job] == 0 else { continue }
      let day = problem.today + network.completion(of: job, lastHour: placing.last[job])
      result.goals[goal].earliestAlone = max(result.goals[goal].earliestAlone ?? day, day)
    }
  }

  private func findSlack(_ result: inout PlanSchedule) {
    var search = SlackSearch(scheduleCase, placing: backward.placing)
    for goal in 0..<scheduleCase.network.goalCount {
      guard problem.hours.counts(goal: goal) else { continue }
      let slacks = search.slack(ofGoal: goal, fits: backward.goals[goal].fits, scheduleCase)
      let least = slacks.map(\.minutes).min()
      for slack in slacks {
        result.jobs[slack.job].slackMinutes = slack.minutes
        result.jobs[slack.job].isCritical = slack.minutes == least
      }
    }
  }

  // MARK: Forward

  private mutating func planForward(_ result: inout PlanSchedule) -> Leveller {
    let network = scheduleCase.network
    let limits = (0..<network.count).map { ends.limit(of: $0, network, priority: priority) }
    let search = searchForward(limits)
    addPortions(search.leveller, &result)
    for job in 0..<network.count {
      let goal = network.goal[job]
      result.jobs[job].hourDeadlines = search.hourDeadlines(of: job).map {
        PlanSchedule.Portion(day: problem.today + $0.time, minutes: $0.minutes)
      }
      result.goals[goal].hasJobs = true
      guard search.leveller.finish[job] != Leveller.never else {
        result.goals[goal].isNever = true
        result.jobs[job].portions = []
        continue
      }
      let day = network.completion(of: job, lastHour: search.leveller.finish[job])
      result.jobs[job].completion = problem.today + day
      result.goals[goal].completion = max(result.goals[goal].completion ?? problem.today + day, problem.today + day)
      let isFixed = network.fixed[job] != JobNetwork.none
      let bound = isFixed ? network.fixed[job] : scheduleCase.target[goal]
      guard bound != JobNetwork.none, !ends.isNever[goal] else { continue }
      result.worstLateDays = max(result.worstLateDays, day - bound)
      if !isFixed { result.goals[goal].lateDays = max(result.goals[goal].lateDays, day - bound) }
    }
    for goal in 0..<network.goalCount where result.goals[goal].isNever {
      result.goals[goal].completion = nil
      result.goals[goal].lateDays = 0
    }
    markProved(search, limits.map(\.stage), &result)
    return search.leveller
  }

  private mutating func searchForward(_ limits: [(limit: Int, stage: Int)]) -> LatenessSearch {
    let view = LevellingView(
      forward: scheduleCase, limit: limits.map(\.limit), stage: limits.map(\.stage))
    var search = LatenessSearch(
      scheduleCase, view: view, stageCount: Ends.stageCount, until: scheduleCase.horizon, seed: seed, effort: effort)
    search.solve()
    scheduleCase = search.scheduleCase
    return search
  }

  /// The last day for the last hour of each job by its end, as late as the plan has that end; `noLimit` where none binds.
  mutating func limitsReached() -> [Int] {
    let limits = (0..<scheduleCase.network.count).map { ends.limit(of: $0, scheduleCase.network, priority: priority) }
    let stages = searchForward(limits).stages
    return limits.map { limit, stage in
      limit == LevellingView.noLimit ? limit : limit + max(0, stages[stage].lateness)
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

  /// A stage's lateness is shown to be the least if it and all before it are: those before it take hours first.
  private func markProved(_ search: LatenessSearch, _ stage: [Int], _ result: inout PlanSchedule) {
    var isProved = true
    var provedThrough = [Bool](repeating: true, count: search.stages.count)
    for stage in search.stages.indices {
      let stageIsProved =
        search.stages[stage].isProved && ends.areEarliestProved(stage, priority: priority, scheduleCase)
      if search.stages[stage].isUsed && !stageIsProved { isProved = false }
      provedThrough[stage] = isProved
    }
    result.isProvedBest = isProved
    for goal in result.goals.indices { result.goals[goal].isProvedBest = result.goals[goal].lateDays == 0 }
    for job in stage.indices where result.goals[scheduleCase.network.goal[job]].lateDays > 0 {
      if scheduleCase.network.fixed[job] == JobNetwork.none {
        result.goals[scheduleCase.network.goal[job]].isProvedBest = provedThrough[stage[job]]
      }
    }
  }

  // MARK: Mirrored

  /// `must` together: the forward plan mirrored in time. Where all ends hold, a date that the plan keeps is late enough.
  private mutating func planMirrored(_ result: inout PlanSchedule, isOnTime: Bool) {
    let network = scheduleCase.network
    var stage = (0..<network.count).map { ends.limit(of: $0, network, priority: priority).stage }
    for job in network.topological.reversed() {
      for after in network.followers[job] { stage[job] = min(stage[job], stage[after]) }
    }
    let limit = (0..<network.count).map { job -> Int in
      guard let start = backward.jobs[job].latestStart, !ends.isNever[network.goal[job]] else {
        return LevellingView.noLimit
      }
      return -min(network.earliest[job], start - problem.today)
    }
    let view = LevellingView(
      mirrored: scheduleCase, isNever: backward.goals.map(\.isNever), limit: limit, stage: stage)
    var effort = LatenessSearch.Effort()
    effort.restarts = isOnTime ? 50 : 0
    effort.proves = false
    var search = LatenessSearch(
      scheduleCase, view: view, stageCount: Ends.stageCount, until: 3_650, seed: seed, effort: effort)
    search.solve()
    for (job, latest) in Self.latestCompletions(of: search).enumerated() {
      guard var must = latest else { continue }
      if let alone = result.jobs[job].mustAlone { must = min(must, alone - problem.today) }
      if isOnTime, let completion = result.jobs[job].completion { must = max(must, completion - problem.today) }
      result.jobs[job].must = problem.today + must
      if let completion = result.jobs[job].completion {
        result.jobs[job].slackDays = must - (completion - problem.today)
      }
      if problem.jobs[job].longWait > 0 {
        result.jobs[job].sendBy = problem.today + (must - min(JobNetwork.farthest, problem.jobs[job].longWait))
      }
    }
  }

  /// When each job is complete in a mirrored plan, at the latest: up to its goal's next free hours; nil where none was placed.
  static func latestCompletions(of search: LatenessSearch) -> [Int?] {
    let network = search.scheduleCase.network
    let leveller = search.leveller
    var lastHour = [Int](repeating: Leveller.never, count: network.count)
    for portion in leveller.portionJob.indices.reversed() {
      lastHour[Int(leveller.portionJob[portion])] = -Int(leveller.portionTime[portion])
    }
    return (0..<network.count).map { job in
      guard search.view.takesPart[job], leveller.finish[job] != Leveller.never else { return nil }
      if network.fixed[job] != JobNetwork.none { return network.fixed[job] }
      let latest = -leveller.release[job]
      guard network.minutes[job] > 0 else { return latest + network.wait[job] }
      var finish = lastHour[job]
      while finish < latest, !search.scheduleCase.canWork(goal: network.goal[job], time: finish + 1) { finish += 1 }
      return finish + network.wait[job]
    }
  }

  private func explain(_ result: inout PlanSchedule, _ forward: Leveller) {
    var reasons = DateReasons(scheduleCase, result, forward: forward)
    for job in result.jobs.indices {
      result.jobs[job].completionReasons = reasons.completion(of: job)
      result.jobs[job].mustReasons = reasons.must(of: job, backward.placing)
    }
  }
}
