package import PlanDocuments

/// Whether dates can be kept: together with every end of the plan, as late as the plan has it at most.
///
/// The dates of one question are given by job; nil leaves a job to its ends.
package struct KeptDates {
  private let problem: ScheduleProblem
  private var scheduleCase: ScheduleCase
  private let seed: UInt64
  /// The last day for a job's last hour by its end, with the lateness that the plan has there.
  private let limit: [Int]
  /// The same where a goal's buffer may be used up.
  private let limitInBuffer: [Int]

  package init(of problem: ScheduleProblem, seed: UInt64 = 1) {
    self.problem = problem
    self.seed = seed
    var scheduler = Scheduler(problem, seed: seed)
    let limit = scheduler.limitsReached()
    scheduleCase = scheduler.scheduleCase
    limitInBuffer = limit.indices.map { job in
      let job = (number: job, goal: problem.goals[problem.jobs[job].goal], isFixed: problem.jobs[job].fixed != nil)
      guard !job.isFixed, limit[job.number] != LevellingView.noLimit, let deadline = job.goal.deadline else {
        return limit[job.number]
      }
      return max(limit[job.number], deadline - problem.today - problem.jobs[job.number].wait)
    }
    self.limit = limit
  }

  /// The completions of a plan in which every end holds and every given date too; nil where none was found.
  package mutating func plan(keeping dates: [Day?]) -> [Day?]? {
    let network = scheduleCase.network
    let limits = bounded(limit, by: dates)
    for job in 0..<network.count where limits[job] != LevellingView.noLimit && limits[job] < network.earliest[job] {
      return nil
    }
    let view = LevellingView(forward: scheduleCase, limit: limits, stage: [Int](repeating: 0, count: network.count))
    var effort = LatenessSearch.Effort()
    effort.restarts = 100
    effort.proves = false
    var search = LatenessSearch(
      scheduleCase, view: view, stageCount: 1, until: scheduleCase.horizon, seed: seed, effort: effort)
    search.solve()
    guard !search.stages[0].isUsed || search.stages[0].lateness <= 0 else { return nil }
    return (0..<network.count).map { job in
      let finish = search.leveller.finish[job]
      return finish == Leveller.never ? nil : problem.today + network.completion(of: job, lastHour: finish)
    }
  }

  /// The latest day of completion that every job may have so that the ends and the given dates hold; nil where nothing
  /// binds it.
  ///
  /// - Parameter usesBuffer: a goal is held to its deadline only.
  package mutating func latest(keeping dates: [Day?], usesBuffer: Bool = false) -> [Day?] {
    let network = scheduleCase.network
    let limits = bounded(usesBuffer ? limitInBuffer : limit, by: dates)
    let view = LevellingView(
      mirrored: scheduleCase, ownLimit: limits.map { $0 == LevellingView.noLimit ? JobNetwork.none : $0 },
      limit: network.earliest.map { -$0 }, stage: [Int](repeating: 0, count: network.count))
    var effort = LatenessSearch.Effort()
    effort.restarts = 0
    effort.proves = false
    var search = LatenessSearch(scheduleCase, view: view, stageCount: 1, until: 3_650, seed: seed, effort: effort)
    search.solve()
    return Scheduler.latestCompletions(of: search).map { time in time.map { problem.today + $0 } }
  }

  /// The ends hold in a plan in which what follows a job begins after that day only: it may be complete as late as that.
  ///
  /// A goal is held to its deadline only. The mirrored plan of `latest` gives one set of latest days; this asks for a single
  /// one, and finds it where another set has it.
  package mutating func mayComplete(_ job: Int, on day: Day) -> Bool {
    let network = scheduleCase.network
    let time = day - problem.today
    let lastHour = time - network.wait[job]
    guard limitInBuffer[job] == LevellingView.noLimit || lastHour <= limitInBuffer[job] else { return false }
    var view = LevellingView(
      forward: scheduleCase, limit: limitInBuffer, stage: [Int](repeating: 0, count: network.count))
    for edge in view.after.range(job) {
      let follower = view.after.targets[edge]
      view.release[follower] = max(view.release[follower], lastHour + view.after.lags[edge])
    }
    var effort = LatenessSearch.Effort()
    effort.restarts = 24
    effort.proves = false
    var search = LatenessSearch(
      scheduleCase, view: view, stageCount: 1, until: scheduleCase.horizon, seed: seed, effort: effort)
    search.solve()
    return !search.stages[0].isUsed || search.stages[0].lateness <= 0
  }

  private func bounded(_ limit: [Int], by dates: [Day?]) -> [Int] {
    let wait = scheduleCase.network.wait
    return zip(limit.indices, limit).map { job, limit in
      dates[job].map { min(limit, $0 - problem.today - wait[job]) } ?? limit
    }
  }
}
