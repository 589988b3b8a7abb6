import PlanModel

/// Shows that no plan at all can keep some lateness: then what the search found is the best possible.
///
/// A lateness is impossible if a job has no day left by its own chain, if the hours of all jobs do not fit into their
/// windows (max-flow job → goal-day → shared day), or if the work inside some interval is more than there are hours for
/// (max-flow goal → goal-week limit → goal-day → shared day). Jackson's bound is the second without goals.
struct LatenessBound {
  private let scheduleCase: ScheduleCase
  /// Larger networks are not tried, so that a proof never takes longer than the plan.
  private static let mostEdges = 60_000
  private static let mostSteps = 200_000

  init(_ scheduleCase: ScheduleCase) {
    self.scheduleCase = scheduleCase
  }

  /// - Parameter limit: the last time for each job's last hour, or `LevellingView.noLimit`.
  func isImpossible(_ limit: [Int]) -> Bool {
    let end = scheduleCase.hours.dayCount - scheduleCase.hours.todayIndex
    if limit.contains(where: { $0 != LevellingView.noLimit && $0 >= end }) { return false }
    let windows = ChainWindows(scheduleCase, limit: limit)
    if windows.isEmpty { return true }
    return overflowsWindows(windows) || overflowsAnInterval(windows)
  }

  private func overflowsWindows(_ windows: ChainWindows) -> Bool {
    let network = scheduleCase.network
    let hours = scheduleCase.hours
    let jobs = windows.jobs.filter { network.minutes[$0] > 0 }
    guard let first = jobs.map({ windows.earliestStart[$0] }).min(),
      let last = jobs.map({ windows.latestFinish[$0] }).max(), first <= last
    else { return false }
    let edges = jobs.reduce(0) { $0 + max(0, windows.latestFinish[$1] - windows.earliestStart[$1] + 1) }
    guard edges <= Self.mostEdges, hours.todayIndex + first >= 0, hours.todayIndex + last < hours.dayCount else {
      return false
    }
    let days = last - first + 1
    var flow = MaximumFlow(nodeCount: 2 + days)
    for day in 0..<days {
      let shared = hours.isShared ? Int(hours.vault[hours.todayIndex + first + day]) : Int.max / 4
      flow.addEdge(from: 2 + day, to: 1, capacity: shared)
    }
    var goalDay: [Int: Int] = [:]
    var wanted = 0
    for job in jobs {
      let node = flow.addNode()
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
    return flow.flow(from: 0, to: 1) < wanted
  }

  private func overflowsAnInterval(_ windows: ChainWindows) -> Bool {
    var intervals = WorkIntervals(
      scheduleCase, jobs: windows.jobs, from: windows.earliestStart, through: windows.latestFinish)
    return intervals.largestExcess(atLeast: 1, mostSteps: Self.mostSteps, stopsAtFirst: true) != nil
  }
}
