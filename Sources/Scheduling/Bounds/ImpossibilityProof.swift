import PlanModel

/// Work that no plan can do in time, as anyone can count: jobs with the days on which their hours can lie, and fewer free
/// minutes on those days than the jobs need; or one job with no day at all.
struct Overfull: Equatable {
  struct Work: Equatable {
    var job: Int
    /// The first and the last day of its hours, by its own chain of hours and waits.
    var first: Int
    var last: Int
    var minutes: Int
  }

  var work: [Work]
  /// The minutes that all of them can have at most; 0 where a job has no day.
  var capacity: Int
  /// Jobs whose own ends decide the last days.
  var deciding: Set<Int>
}

/// Shows that no plan at all can keep some limits: then the best that was found is the best possible.
///
/// Limits are impossible if a job has no day left by its own chain, if the hours of all jobs do not fit into their
/// windows (max-flow job → goal-day → shared day), or if the work inside some interval is more than there are hours for
/// (max-flow goal → goal-week limit → goal-day → shared day). Jackson's bound is the second without goals.
struct ImpossibilityProof {
  private let scheduleCase: ScheduleCase
  /// Larger networks are not tried, so that a proof never takes longer than the plan.
  private static let mostEdges = 60_000
  private static let mostSteps = 200_000

  init(_ scheduleCase: ScheduleCase) {
    self.scheduleCase = scheduleCase
  }

  /// What makes the limits impossible; nil where nothing was found that does.
  ///
  /// - Parameters:
  ///   - latestFinish: the last time for each job's last hour, or `JobTime.never`.
  ///   - release: the first time of each job by itself; nil is the network's.
  func overfull(_ latestFinish: [Int], release: [Int]? = nil) -> Overfull? {
    let end = scheduleCase.hours.dayCount - scheduleCase.hours.todayIndex
    if latestFinish.contains(where: { $0 != JobTime.never && $0 >= end }) { return nil }
    let windows = ChainWindows(scheduleCase, latestFinish: latestFinish, release: release)
    if let job = windows.withoutDay { return overfull([job], windows, capacity: 0) }
    return overfullWindows(windows) ?? overfullInterval(windows)
  }

  private func overfull(_ jobs: [Int], _ windows: ChainWindows, capacity: Int) -> Overfull {
    Overfull(
      work: jobs.map { job in
        Overfull.Work(
          job: job, first: windows.earliestStart[job], last: windows.latestFinish[job],
          minutes: scheduleCase.network.minutes[job])
      }, capacity: capacity, deciding: Set(jobs.map { windows.deciding[$0] }))
  }

  private func overfullWindows(_ windows: ChainWindows) -> Overfull? {
    let network = scheduleCase.network
    let hours = scheduleCase.hours
    let jobs = windows.jobs.filter { network.minutes[$0] > 0 }
    guard let first = jobs.map({ windows.earliestStart[$0] }).min(),
      let last = jobs.map({ windows.latestFinish[$0] }).max(), first <= last
    else { return nil }
    let edges = jobs.reduce(0) { $0 + max(0, windows.latestFinish[$1] - windows.earliestStart[$1] + 1) }
    guard edges <= Self.mostEdges, hours.todayIndex + first >= 0, hours.todayIndex + last < hours.dayCount else {
      return nil
    }
    let days = last - first + 1
    var flow = MaximumFlow(nodeCount: 2 + days)
    for day in 0..<days {
      let shared = hours.isShared ? Int(hours.vault[hours.todayIndex + first + day]) : Int.max / 4
      flow.addEdge(from: 2 + day, to: 1, capacity: shared)
    }
    var goalDay: [Int: Int] = [:]
    var nodes: [Int] = []
    var wanted = 0
    for job in jobs {
      let node = flow.addNode()
      nodes.append(node)
      wanted += network.minutes[job]
      flow.addEdge(from: 0, to: node, capacity: network.minutes[job])
      let goal = network.goal[job]
      let table = Int(hours.tableOfGoal[goal])
      for time in stride(from: windows.earliestStart[job], through: windows.latestFinish[job], by: 1) {
        let free = Int(hours.free[table * hours.dayCount + hours.todayIndex + time])
        guard free > 0 else { continue }
        let key = goal * days + time - first
        let day: Int
        if let known = goalDay[key] {
          day = known
        } else {
          day = flow.addNode()
          goalDay[key] = day
          flow.addEdge(from: day, to: 2 + time - first, capacity: free)
        }
        flow.addEdge(from: node, to: day, capacity: network.minutes[job])
      }
    }
    let most = flow.flow(from: 0, to: 1)
    guard most < wanted else { return nil }
    // The jobs before the cut are those that find no room; what they can have is their minutes less what is missing.
    let stuck = zip(jobs, nodes).filter { flow.isBeforeTheCut($0.1) }.map(\.0)
    let minutes = stuck.reduce(0) { $0 + network.minutes[$1] }
    return overfull(stuck, windows, capacity: minutes - (wanted - most))
  }

  private func overfullInterval(_ windows: ChainWindows) -> Overfull? {
    var intervals = WorkIntervals(
      scheduleCase, jobs: windows.jobs, from: windows.earliestStart, through: windows.latestFinish)
    let excess = intervals.largestExcess(atLeast: 1, mostSteps: Self.mostSteps, stopsAtFirst: true)
    guard let excess else { return nil }
    let inside = windows.jobs.filter { job in
      scheduleCase.network.minutes[job] > 0 && windows.earliestStart[job] >= excess.first
        && windows.latestFinish[job] <= excess.last
    }
    var demand = [Int](repeating: 0, count: scheduleCase.network.goalCount)
    for job in inside { demand[scheduleCase.network.goal[job]] += scheduleCase.network.minutes[job] }
    let goals = demand.indices.filter { demand[$0] > 0 }
    let capacity = IntervalCapacity(scheduleCase.hours, goalCount: demand.count)
    return overfull(
      inside, windows,
      capacity: capacity.flow(goals: goals, demand: demand, from: excess.first, through: excess.last))
  }
}
