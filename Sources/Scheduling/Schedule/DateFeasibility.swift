package import PlanDocuments
import PlanModel

/// Whether dates can be kept: together with every end of the plan, as late as the plan has it at most.
///
/// The dates of one question are given by job; nil leaves a job to its ends.
package struct DateFeasibility {
  private let problem: ScheduleProblem
  private var scheduleCase: ScheduleCase
  private let seed: UInt64
  /// The last time for a job's last hour by its end, with the lateness that the plan has there.
  private let latestFinish: [Int]
  /// The same where a goal's buffer may be used up.
  private let latestFinishInBuffer: [Int]

  package init(of scheduled: ScheduledPlan, seed: UInt64 = 1) {
    problem = scheduled.problem
    self.seed = seed
    scheduleCase = ScheduleCase(problem)
    latestFinish = scheduled.schedule.reachedLatestFinish(of: problem, scheduleCase)
    latestFinishInBuffer = scheduled.schedule.reachedLatestFinish(of: problem, scheduleCase, usesBuffer: true)
  }

  /// The completions of a plan in which every end holds and every given date too; nil where none was found.
  package mutating func plan(keeping dates: [Day?]) -> [Day?]? {
    let network = scheduleCase.network
    let ends = bounded(latestFinish, by: dates)
    for job in 0..<network.count where ends[job] != JobTime.never && ends[job] < network.earliest[job] {
      return nil
    }
    var search = search(LevellingView(forward: scheduleCase, latestFinish: ends))
    guard search.holdsAll() else { return nil }
    search.layBest()
    return (0..<network.count).map { job in
      let finish = search.leveller.finish[job]
      return finish == JobTime.never ? nil : problem.today + network.completion(of: job, lastHour: finish)
    }
  }

  /// The latest day of completion that every job may have so that the ends and the given dates hold; nil where nothing
  /// binds it.
  ///
  /// - Parameter usesBuffer: a goal is held to its deadline only.
  package mutating func latest(keeping dates: [Day?], usesBuffer: Bool = false) -> [Day?] {
    let network = scheduleCase.network
    let ends = bounded(usesBuffer ? latestFinishInBuffer : latestFinish, by: dates)
    let view = LevellingView(
      mirrored: scheduleCase, ownLatestFinish: ends,
      latestFinish: network.earliest.map { -$0 })
    var search = search(view, until: 3_650)
    search.solve()
    return search.latestCompletions().map { time in time.map { problem.today + $0 } }
  }

  /// The ends hold in a plan in which what follows a job begins after that day only: it may be complete as late as that.
  ///
  /// A goal is held to its deadline only. The mirrored plan of `latest` gives one set of latest days; this asks for a single
  /// one, and finds it where another set has it.
  package mutating func mayComplete(_ job: Int, on day: Day) -> Bool {
    let network = scheduleCase.network
    let lastHour = day - problem.today - network.wait[job]
    guard latestFinishInBuffer[job] == JobTime.never || lastHour <= latestFinishInBuffer[job] else { return false }
    var view = LevellingView(forward: scheduleCase, latestFinish: latestFinishInBuffer)
    for edge in view.after.range(job) {
      let follower = view.after.targets[edge]
      view.release[follower] = max(view.release[follower], lastHour + view.after.lags[edge])
    }
    var search = search(view)
    return search.holdsAll()
  }

  private func search(_ view: LevellingView, until last: Int? = nil) -> EndSearch {
    var budget = EndSearch.Budget()
    // Small plans are worth a second look; in large ones each question must stay one pass.
    budget.restarts = scheduleCase.network.count <= 60 ? 24 : 0
    budget.proves = false
    budget.looksAtLargestOnly = true
    return EndSearch(scheduleCase, view: view, until: last ?? scheduleCase.horizon, seed: seed, budget: budget)
  }

  private func bounded(_ latestFinish: [Int], by dates: [Day?]) -> [Int] {
    let wait = scheduleCase.network.wait
    return zip(latestFinish.indices, latestFinish).map { job, latestFinish in
      dates[job].map { min(latestFinish, $0 - problem.today - wait[job]) } ?? latestFinish
    }
  }
}
