package import PlanDocuments
import PlanModel

/// The latest day on which each item alone may be complete, with every free hour used and no end later than the plan has it.
///
/// Every goal is held to the later of its target and its completion in the plan, every fixed date likewise.
package struct LatestSearch {
  private let problem: ScheduleProblem
  private var scheduleCase: ScheduleCase
  private let schedule: PlanSchedule
  private let seed: UInt64
  /// The last time for each job's last hour by its own end as the plan has it.
  private let latestFinish: [Int]
  private var knownBounds: [Day?]?
  private var latestByChain: [Int]?
  private var placedJobs = 0

  package init(of problem: ScheduleProblem, _ schedule: PlanSchedule, seed: UInt64 = 1) {
    self.init(problem, ScheduleCase(problem), schedule, seed: seed)
  }

  init(_ problem: ScheduleProblem, _ scheduleCase: ScheduleCase, _ schedule: PlanSchedule, seed: UInt64) {
    self.problem = problem
    self.scheduleCase = scheduleCase
    self.schedule = schedule
    self.seed = seed
    latestFinish = schedule.reachedLatestFinish(of: problem, scheduleCase)
  }

  /// For every job a day that leaves all ends as they are: from the plan mirrored in time, in which all are late at once.
  ///
  /// Nil where nothing binds the job, or its hours never come.
  mutating func bounds() -> [Day?] {
    if let knownBounds { return knownBounds }
    let network = scheduleCase.network
    let view = LevellingView(
      mirrored: scheduleCase, ownLatestFinish: latestFinish,
      latestFinish: network.earliest.map { -$0 })
    var budget = EndSearch.Budget()
    budget.restarts = 0
    budget.proves = false
    budget.looksAtLargestOnly = true
    var search = EndSearch(scheduleCase, view: view, until: 3_650, seed: seed, budget: budget)
    search.solve()
    let latest = search.latestCompletions()
    let bounds = latest.indices.map { job -> Day? in
      // What the plan at hand does is possible, whatever the mirrored one says.
      guard let time = latest[job], let completion = schedule.jobs[job].completion else { return nil }
      return max(problem.today + time, completion)
    }
    knownBounds = bounds
    return bounds
  }

  /// The latest day of one job, and whether a day more is shown to make some end later.
  package mutating func latest(of job: Int) -> (day: Day, isExact: Bool)? {
    guard let (day, isExact) = latestWithinThePlan(job) else { return nil }
    let capped = problem.notAfterItsEnd(day, job)
    return (capped, isExact || capped < day)
  }

  private mutating func latestWithinThePlan(_ job: Int) -> (day: Day, isExact: Bool)? {
    guard let bound = bounds()[job] else { return nil }
    let network = scheduleCase.network
    if network.fixed[job] != JobTime.never { return (bound, true) }
    var low = bound - problem.today
    let most = mostAlone(job)
    guard most > low else { return (bound, true) }
    if isImpossible(job, on: low + 1) { return (bound, true) }
    var high = most + 1
    // Feasibility is monotone: whatever waits for the item can wait a day less.
    var step = 1
    while low + step < high, mayComplete(job, on: low + step) {
      low += step
      step *= 2
    }
    high = min(high, low + step)
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if mayComplete(job, on: middle) { low = middle } else { high = middle }
    }
    let isExact = low >= most || isImpossible(job, on: low + 1)
    return lastDayOfItsOwn(job, from: low, downTo: bound - problem.today, isExact: isExact)
  }

  /// The last day on which some of the job's own work can be done, from the last on which all others leave it alone.
  private mutating func lastDayOfItsOwn(
    _ job: Int, from last: Int, downTo bound: Int, isExact: Bool
  ) -> (day: Day, isExact: Bool) {
    var isExact = isExact
    for time in stride(from: last, to: max(bound, last - Self.mostDaysBack), by: -1) {
      if mayComplete(job, on: time, withItsOwnWork: true) { return (problem.today + time, isExact) }
      if !isImpossible(job, on: time, withItsOwnWork: true) { isExact = false }
    }
    return (problem.today + bound, isExact && last - bound <= Self.mostDaysBack)
  }

  private static let mostDaysBack = 14

  /// The latest time by the job's own chain of hours and waits, with nobody else at work: no plan can do better.
  private mutating func mostAlone(_ job: Int) -> Int {
    let latest = latestByChain ?? ChainWindows(scheduleCase, latestFinish: latestFinish).latestFinish
    latestByChain = latest
    return latest[job] == JobTime.never ? latest[job] : latest[job] + scheduleCase.network.wait[job]
  }

  /// How many jobs were placed since this was last asked.
  mutating func takePlacedJobs() -> Int {
    defer { placedJobs = 0 }
    return placedJobs
  }

  /// The ends hold in a plan in which what follows the job begins after that day only.
  private mutating func mayComplete(_ job: Int, on time: Int, withItsOwnWork: Bool = false) -> Bool {
    placedJobs += scheduleCase.network.count
    guard let (scheduleCase, view) = delayed(job, until: time, withItsOwnWork) else { return false }
    var budget = EndSearch.Budget()
    budget.restarts = scheduleCase.network.count <= 60 ? 24 : 0
    var search = EndSearch(scheduleCase, view: view, until: scheduleCase.horizon, seed: seed, budget: budget)
    return search.holdsAll()
  }

  private mutating func isImpossible(_ job: Int, on time: Int, withItsOwnWork: Bool = false) -> Bool {
    placedJobs += scheduleCase.network.count
    guard let (scheduleCase, view) = delayed(job, until: time, withItsOwnWork) else { return true }
    return ImpossibilityProof(scheduleCase).overfull(latestFinish, release: view.release) != nil
  }

  /// What follows the job waits for that day; nil where the job's own end is before it.
  ///
  /// - Parameter withItsOwnWork: a minute of that day is kept for the job, if the day has hours for it.
  private func delayed(_ job: Int, until time: Int, _ withItsOwnWork: Bool) -> (ScheduleCase, LevellingView)? {
    var scheduleCase = scheduleCase
    let lastHour = time - scheduleCase.network.wait[job]
    guard latestFinish[job] == JobTime.never || lastHour <= latestFinish[job] else { return nil }
    let goal = scheduleCase.network.goal[job]
    if withItsOwnWork, scheduleCase.network.minutes[job] > 0, scheduleCase.covers(lastHour), lastHour >= 0,
      scheduleCase.canWork(goal: goal, time: lastHour)
    {
      scheduleCase.keepMinute(for: job, at: lastHour)
    }
    var view = LevellingView(forward: scheduleCase, latestFinish: latestFinish)
    for edge in view.after.range(job) {
      let follower = view.after.targets[edge]
      view.release[follower] = max(view.release[follower], lastHour + view.after.lags[edge])
    }
    return (scheduleCase, view)
  }
}

extension ScheduleProblem {
  /// Nothing is due at the latest after the day of its own end, even where the plan is late there.
  func notAfterItsEnd(_ day: Day, _ job: Int) -> Day {
    guard let end = jobs[job].fixed ?? goals[jobs[job].goal].target else { return day }
    return min(day, end)
  }
}

extension PlanSchedule {
  /// The last time for each job's last hour by its own end, as late as the plan has that end; `JobTime.never` without one.
  ///
  /// - Parameter usesBuffer: a goal is held to its deadline only.
  func reachedLatestFinish(of problem: ScheduleProblem, _ scheduleCase: ScheduleCase, usesBuffer: Bool = false) -> [Int]
  {
    let network = scheduleCase.network
    return (0..<network.count).map { job in
      let goal = network.goal[job]
      guard !goals[goal].isNever else { return JobTime.never }
      if let fixed = problem.jobs[job].fixed {
        return fixed + jobs[job].lateDays - problem.today - network.wait[job]
      }
      guard let target = problem.goals[goal].target else { return JobTime.never }
      var day = target + goals[goal].lateDays
      if usesBuffer, let deadline = problem.goals[goal].deadline { day = max(day, deadline) }
      return day - problem.today - network.wait[job]
    }
  }
}

extension EndSearch {
  /// When each job is complete in a mirrored plan, at the latest: up to its goal's next free hours; nil where none was
  /// placed.
  func latestCompletions() -> [Int?] {
    let network = scheduleCase.network
    var lastHour = [Int](repeating: JobTime.never, count: network.count)
    for portion in leveller.portionJob.indices.reversed() {
      lastHour[Int(leveller.portionJob[portion])] = -Int(leveller.portionTime[portion])
    }
    return (0..<network.count).map { job in
      guard view.takesPart[job], leveller.finish[job] != JobTime.never else { return nil }
      if network.fixed[job] != JobTime.never { return network.fixed[job] }
      let latest = -leveller.release[job]
      guard network.minutes[job] > 0 else { return latest + network.wait[job] }
      var finish = lastHour[job]
      while finish < latest, !scheduleCase.canWork(goal: network.goal[job], time: finish + 1) { finish += 1 }
      return finish + network.wait[job]
    }
  }
}
