import PlanDocuments
package import PlanModel

/// The jobs of a problem as flat arrays, with the facts about days that follow from dates and waits alone.
///
/// Times are whole days from today: 0 is today, negative ones are past.
package struct JobNetwork {
  /// Bounds further away count as this far, so that tables stay small: forty years.
  static let farthest = 14_610

  let today: Day
  let count: Int
  let goal: [Int]
  /// Work in minutes; 0 where the goal's efforts count as nothing.
  package private(set) var minutes: [Int]
  package let wait: [Int]
  /// The day of a fixed milestone, or `JobTime.never`.
  let fixed: [Int]
  /// The day since which the wait of a job without work runs, or `JobTime.never`.
  package let handedOver: [Int]
  /// The own due day, or `JobTime.never`.
  let due: [Int]
  /// The own first day: today, `start`, the day after a fixed milestone that it follows; of a handed-over job that day.
  let release: [Int]
  /// Days from a job's last hour to the first of what follows it.
  let lag: [Int]
  package let predecessors: AdjacencyLists
  let followers: AdjacencyLists
  /// Predecessors before followers.
  let topological: [Int]
  /// The first day by `release` and waits, before any hours are counted.
  let earliest: [Int]
  /// The jobs in order of the earliest due day, inherited from what follows, then of the files.
  package let rank: [Int]
  let goalCount: Int

  /// A minute of a job's work is done elsewhere.
  mutating func takeMinute(of job: Int) { minutes[job] -= 1 }

  package init(_ problem: ScheduleProblem) {
    let jobs = problem.jobs
    today = problem.today
    count = jobs.count
    goalCount = problem.goals.count
    func time(_ day: Day?) -> Int {
      day.map { min(Self.farthest, max(-Self.farthest, $0 - problem.today)) } ?? JobTime.never
    }
    goal = jobs.map(\.goal)
    let goalCounts = (0..<problem.goals.count).map { problem.hours.counts(goal: $0) }
    minutes = jobs.map { goalCounts[$0.goal] ? max(0, $0.minutes) : 0 }
    wait = jobs.map { min(Self.farthest, max(0, $0.wait)) }
    fixed = jobs.map { time($0.fixed) }
    handedOver = jobs.map { $0.minutes == 0 ? time($0.handedOver) : JobTime.never }
    due = jobs.map { time($0.due) }
    lag = zip(fixed, wait).map { $0 != JobTime.never || $1 > 0 ? $1 + 1 : 0 }
    let network = AdjacencyLists(edges: jobs.map(\.predecessors))
    let sorted = network.topologicalOrder()
    predecessors = network.keeping(sorted.kept)
    followers = predecessors.reversed()
    topological = sorted.order

    var release = jobs.map { max(0, $0.earliest.map { min(Self.farthest, $0 - problem.today) } ?? 0) }
    for job in 0..<count {
      if handedOver[job] != JobTime.never {
        release[job] = handedOver[job]
        continue
      }
      for before in predecessors[job] where fixed[before] != JobTime.never {
        release[job] = max(release[job], fixed[before] + 1)
      }
    }
    self.release = release
    var earliest = release
    for job in topological where handedOver[job] == JobTime.never {
      for before in predecessors[job] { earliest[job] = max(earliest[job], earliest[before] + lag[before]) }
    }
    self.earliest = earliest

    var inherited = jobs.map { min(time($0.due), time($0.taskDue)) }
    for job in topological.reversed() {
      for after in followers[job] { inherited[job] = min(inherited[job], inherited[after]) }
    }
    var rank = [Int](repeating: 0, count: count)
    for (position, job) in Self.sorted(by: inherited).enumerated() { rank[job] = position }
    self.rank = rank
  }

  /// The day on which a job is complete, its wait included; not before today, nor before a fixed day.
  func completion(of job: Int, lastHour: Int) -> Int {
    let day = lastHour + wait[job]
    if fixed[job] != JobTime.never { return max(day, fixed[job]) }
    return max(0, day)
  }

  /// The jobs in the order of two times each, then of the files.
  ///
  /// Sorted as numbers of 18 + 18 + 28 bits, eight times as fast as by a closure. Times more than 350 years away are alike.
  static func sorted(by first: [Int], then second: [Int]? = nil) -> [Int] {
    let farthest = 1 << 17
    func bits(_ time: Int) -> UInt64 { UInt64(min(max(time, -farthest), farthest - 1) + farthest) }
    precondition(first.count < 1 << 28, "more jobs than a vault can hold")
    var keys = first.indices.map { job -> UInt64 in
      let times: UInt64 = bits(first[job]) << 18 | bits(second?[job] ?? 0)
      return times << 28 | UInt64(job)
    }
    keys.sort()
    return keys.map { Int($0 & 0xFFF_FFFF) }
  }
}
