import PlanDocuments
import PlanModel

/// One problem made ready for all passes: numbered jobs, tables of free minutes, orders and edges in both directions.
struct ScheduleCase {
  private(set) var network: JobNetwork
  var hours: FreeHours
  /// The target of each goal as a time, or `JobTime.never`.
  let target: [Int]
  /// Ten years from today: hours later than this do not come.
  let horizon: Int
  private let lastBound: Int
  private let firstBound: Int

  /// Backward: a job comes after what follows it.
  ///
  /// A fixed job is bound by its date only.
  let backwardOrder: PlacingOrder
  let backwardEdges: LaggedEdges
  /// Forward: a job comes after what it follows.
  ///
  /// Made when it is asked for: most questions look backward.
  private(set) lazy var forwardOrder = PlacingOrder(
    network, before: network.predecessors, after: network.followers,
    sorted: JobNetwork.sorted(by: latest, then: network.due))
  let forwardEdges: LaggedEdges
  /// The last day by targets, fixed dates and waits, before any hours are counted; `JobTime.never` where nothing binds.
  let latest: [Int]

  init(_ problem: ScheduleProblem) {
    let network = JobNetwork(problem)
    self.network = network
    target = problem.goals.map {
      $0.target.map { min(JobNetwork.farthest, max(-JobNetwork.farthest, $0 - problem.today)) } ?? JobTime.never
    }
    let (year, month, day) = problem.today.civil
    let end = Day(year: year + 10, month: month, day: day) ?? Day(year: year + 10, month: 3, day: 1) ?? problem.today
    horizon = end - problem.today
    let bounds = (target + network.fixed).filter { $0 != JobTime.never } + network.release + [0]
    firstBound = bounds.min() ?? 0
    lastBound = bounds.max() ?? 0
    hours = FreeHours(
      problem.hours, today: problem.today, from: problem.today + firstBound - 400,
      through: problem.today + lastBound + 400)

    backwardEdges = LaggedEdges(network.followers) { job, _ in
      network.fixed[job] == JobTime.never ? network.lag[job] : nil
    }
    forwardEdges = LaggedEdges(network.predecessors) { job, before in
      network.handedOver[job] == JobTime.never ? network.lag[before] : nil
    }
    backwardOrder = PlacingOrder(
      network, before: network.followers, after: network.predecessors,
      sorted: JobNetwork.sorted(by: network.earliest, then: network.due).reversed())
    var latest = [Int](repeating: JobTime.never, count: network.count)
    for job in network.topological.reversed() {
      latest[job] = Self.ownLatestFinish(job, network, target: target)
      for edge in backwardEdges.range(job) where latest[backwardEdges.targets[edge]] != JobTime.never {
        latest[job] = min(latest[job], latest[backwardEdges.targets[edge]] - backwardEdges.lags[edge])
      }
    }
    self.latest = latest
  }

  /// The last day for a job's hours by its own date or its goal's target.
  static func ownLatestFinish(_ job: Int, _ network: JobNetwork, target: [Int]) -> Int {
    if network.fixed[job] != JobTime.never { return network.fixed[job] - network.wait[job] }
    let target = target[network.goal[job]]
    return target == JobTime.never ? target : target - network.wait[job]
  }

  /// Tables that hold ten years before the first date and after the last: beyond, nothing is looked for.
  mutating func widenTables() {
    hours.cover(
      from: network.today + firstBound - 3_660, through: network.today + max(lastBound, 0) + horizon + 7)
  }

  /// The goal has hours on a day, and where hours are shared, so has the vault.
  func canWork(goal: Int, time: Int) -> Bool {
    hours.canWork(goal: goal, index: hours.todayIndex + time)
  }

  /// Keeps a minute of a day for a job: what is planned then has one less of its work and one less of the hours.
  mutating func keepMinute(for job: Int, at time: Int) {
    network.takeMinute(of: job)
    hours.takeMinute(ofGoal: network.goal[job], at: hours.todayIndex + time)
  }

  mutating func cover(through time: Int) {
    if !covers(time) { hours.cover(from: network.today, through: network.today + time + 400) }
  }

  /// The tables hold this time.
  func covers(_ time: Int) -> Bool {
    let index = hours.todayIndex + time
    return index >= 0 && index < hours.dayCount
  }

  var tablesAreWide: Bool { hours.todayIndex >= 3_660 - firstBound }
}
