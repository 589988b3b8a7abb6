import PlanDocuments

extension PlanSchedule {
  /// Plans all goals together on the hours that there are.
  ///
  /// The same problem and seed give the same plan, whatever the machine.
  package init(of problem: ScheduleProblem, seed: UInt64 = 1) {
    var scheduler = Scheduler(problem, seed: seed)
    self = scheduler.schedule()
  }
}

/// Puts the passes together: alone, then all goals forward, then mirrored.
struct Scheduler {
  private let problem: ScheduleProblem
  private let seed: UInt64
  private var scheduleCase: ScheduleCase
  private let backward: BackwardPlan
  private let ends: Ends
  private let priority: [Int]

  init(_ problem: ScheduleProblem, seed: UInt64) {
    self.problem = problem
    self.seed = seed
    scheduleCase = ScheduleCase(problem)
    backward = BackwardPlan(&scheduleCase)
    ends = Ends(&scheduleCase, backward: backward)
    priority = problem.goals.map { min(3, max(1, $0.priority)) }
  }

  mutating func schedule() -> PlanSchedule {
    let network = scheduleCase.network
    var result = PlanSchedule(
      jobs: [PlanSchedule.JobDates](repeating: PlanSchedule.JobDates(), count: network.count),
      goals: [PlanSchedule.GoalDates](repeating: PlanSchedule.GoalDates(), count: network.goalCount), conflicts: [], worstLateDays: 0,
      isProvedBest: true)
    for job in 0..<network.count {
      result.jobs[job].mustAlone = backward.jobs[job].must
      result.jobs[job].latestStart = backward.jobs[job].latestStart
      result.jobs[job].latestFinish = backward.jobs[job].latestFinish
      result.jobs[job].earliestStart = backward.jobs[job].earliest
    }
    for goal in 0..<network.goalCount {
      result.goals[goal].fitsAlone = backward.goals[goal].fits
      result.goals[goal].shortfallMinutes = backward.goals[goal].shortfallMinutes
      result.goals[goal].shortfallDays = backward.goals[goal].shortfallDays
    }
    let isOnTime = planForward(&result)
    planMirrored(&result, isOnTime: isOnTime)
    return result
  }

  // MARK: Forward

  private mutating func planForward(_ result: inout PlanSchedule) -> Bool {
    let network = scheduleCase.network
    let limits = (0..<network.count).map { ends.limit(of: $0, network, priority: priority) }
    let view = LevellingView(forward: scheduleCase, limit: limits.map(\.limit), stage: limits.map(\.stage))
    var search = LatenessSearch(
      scheduleCase, view: view, stageCount: Ends.stageCount, until: scheduleCase.horizon, seed: seed,
      effort: LatenessSearch.Effort())
    search.solve { _, _ in false }
    let leveller = search.leveller
    for portion in leveller.portionJob.indices {
      let day = problem.today + Int(leveller.portionTime[portion])
      let job = Int(leveller.portionJob[portion])
      let minutes = Int(leveller.portionMinutes[portion])
      if let last = result.jobs[job].portions.indices.last, result.jobs[job].portions[last].day == day {
        result.jobs[job].portions[last].minutes += minutes
      } else {
        result.jobs[job].portions.append(PlanSchedule.Portion(day: day, minutes: minutes))
      }
    }
    var isUnfinished = [Bool](repeating: false, count: network.goalCount)
    for job in 0..<network.count {
      let goal = network.goal[job]
      guard leveller.finish[job] != Leveller.never else {
        isUnfinished[goal] = true
        result.jobs[job].portions = []
        continue
      }
      let day = completion(of: job, lastHour: leveller.finish[job])
      result.jobs[job].completion = problem.today + day
      result.goals[goal].completion = max(result.goals[goal].completion ?? problem.today + day, problem.today + day)
      let bound = network.fixed[job] != JobNetwork.none ? network.fixed[job] : scheduleCase.target[goal]
      guard bound != JobNetwork.none else { continue }
      result.worstLateDays = max(result.worstLateDays, ends.isNever[goal] ? 0 : day - bound)
      if network.fixed[job] == JobNetwork.none {
        result.goals[goal].lateDays = max(result.goals[goal].lateDays, day - bound)
      }
    }
    for goal in 0..<network.goalCount where isUnfinished[goal] { result.goals[goal].completion = nil }
    for stage in search.stages.indices where search.stages[stage].isUsed && !search.stages[stage].isProved {
      result.isProvedBest = false
    }
    return search.stages.allSatisfy { $0.lateness <= 0 } && !isUnfinished.contains(true)
  }

  private func completion(of job: Int, lastHour: Int) -> Int {
    let network = scheduleCase.network
    let day = lastHour + network.wait[job]
    if network.fixed[job] != JobNetwork.none { return max(day, network.fixed[job]) }
    return max(0, day)
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
    let view = LevellingView(mirrored: scheduleCase, limit: limit, stage: stage)
    var effort = LatenessSearch.Effort()
    effort.restarts = isOnTime ? 50 : 0
    var search = LatenessSearch(
      scheduleCase, view: view, stageCount: Ends.stageCount, until: 3_650, seed: seed, effort: effort)
    search.solve { _, _ in false }
    let leveller = search.leveller
    var lastHour = [Int](repeating: Leveller.never, count: network.count)
    for portion in leveller.portionJob.indices.reversed() {
      lastHour[Int(leveller.portionJob[portion])] = -Int(leveller.portionTime[portion])
    }
    for job in 0..<network.count where view.takesPart[job] && leveller.finish[job] != Leveller.never {
      let goal = network.goal[job]
      var finish = -leveller.release[job]
      if network.minutes[job] > 0 {
        let latest = finish
        finish = lastHour[job]
        while finish < latest, !scheduleCase.canWork(goal: goal, time: finish + 1) { finish += 1 }
      }
      var must = finish + network.wait[job]
      if network.fixed[job] != JobNetwork.none { must = network.fixed[job] }
      if let alone = result.jobs[job].mustAlone { must = min(must, alone - problem.today) }
      if isOnTime, let completion = result.jobs[job].completion { must = max(must, completion - problem.today) }
      result.jobs[job].must = problem.today + must
      if let completion = result.jobs[job].completion {
        result.jobs[job].slackDays = must - (completion - problem.today)
      }
      if problem.jobs[job].longWait > 0 {
        result.jobs[job].sendBy = problem.today + (must - problem.jobs[job].longWait)
      }
    }
  }
}
