package import PlanModel

/// The ends that a plan is held to: targets of goals and dates of fixed milestones, in the order in which they come first.
///
/// Stages: fixed milestones with all that comes before them, then priorities 1, 2, 3; of each first the ends that can be
/// reached with all hours to themselves, then the others, held to the earliest day that they can reach.
struct Ends {
  static let stageCount = 8

  /// By goal: the earliest reachable target, or the target itself; `JobNetwork.none` where there is none, or never.
  private(set) var target: [Int]
  /// By job, for fixed ones: the same for their date.
  private(set) var fixed: [Int]
  /// By goal: its hours do not come within ten years.
  private(set) var isNever: [Bool]
  private var isLateGoal: [Bool]
  private var isLateFixed: [Bool]

  /// - Parameter priority: 1, 2 or 3, by goal.
  init(_ scheduleCase: inout ScheduleCase, backward: BackwardPlan) {
    let network = scheduleCase.network
    target = scheduleCase.target
    fixed = network.fixed
    isNever = [Bool](repeating: false, count: network.goalCount)
    isLateGoal = isNever
    isLateFixed = [Bool](repeating: false, count: network.count)
    var search = EarliestEnd(scheduleCase)
    let isPlain = network.fixed.allSatisfy { $0 == JobNetwork.none } && !search.crossesGoals
    if !isPlain {
      // What follows a fixed milestone that is late alone cannot begin before its reachable day.
      for job in network.topological {
        for before in network.predecessors[job] where network.handedOver[job] == JobNetwork.none {
          search.earliest[job] = max(
            search.earliest[job], min(JobNetwork.none / 2, search.earliest[before]) + network.lag[before])
          if network.fixed[before] != JobNetwork.none {
            search.earliest[job] = max(
              search.earliest[job], fixed[before] == JobNetwork.none ? fixed[before] : fixed[before] + 1)
          }
        }
        guard network.fixed[job] != JobNetwork.none else { continue }
        if let shift = search.leastShift(ofFixed: job, fixed: fixed, &scheduleCase) {
          fixed[job] += shift
          isLateFixed[job] = shift > 0
        } else {
          fixed[job] = JobNetwork.none
          isNever[network.goal[job]] = true
        }
      }
    }
    for goal in 0..<network.goalCount where target[goal] != JobNetwork.none {
      if isPlain && backward.goals[goal].fits { continue }
      if let shift = search.leastShift(ofGoal: goal, target: target[goal], fixed: fixed, &scheduleCase) {
        target[goal] += shift
        isLateGoal[goal] = shift > 0
      } else {
        target[goal] = JobNetwork.none
        isNever[goal] = true
      }
    }
  }

  /// The last day for a job's last hour by its end, and that end's stage.
  func limit(of job: Int, _ network: JobNetwork, priority: [Int]) -> (limit: Int, stage: Int) {
    let goal = network.goal[job]
    let (day, stage) =
      network.fixed[job] != JobNetwork.none
      ? (fixed[job], isLateFixed[job] ? 1 : 0)
      : (target[goal], 2 * priority[goal] + (isLateGoal[goal] ? 1 : 0))
    return day == JobNetwork.none ? (LevellingView.noLimit, stage) : (day - network.wait[job], stage)
  }
}

extension Ends {
  /// Proofs for more ends than this, times jobs, are not tried.
  private static let mostProofs = 2_000_000

  /// Where a stage holds ends that cannot be reached in time: no plan reaches one of them a day earlier than it is held to.
  func areEarliestProved(_ stage: Int, priority: [Int], _ scheduleCase: ScheduleCase) -> Bool {
    guard stage % 2 == 1 else { return true }
    let network = scheduleCase.network
    let bound = LatenessBound(scheduleCase)
    func isProved(_ belongs: (Int) -> Bool) -> Bool {
      bound.isImpossible(
        (0..<network.count).map { job in
          let limit = limit(of: job, network, priority: priority).limit
          guard limit != LevellingView.noLimit else { return limit }
          if belongs(job) { return limit - 1 }
          return network.fixed[job] == JobNetwork.none ? LevellingView.noLimit : limit
        })
    }
    if stage == 1 {
      let late = isLateFixed.indices.filter { isLateFixed[$0] }
      guard late.count * network.count <= Self.mostProofs else { return false }
      return late.allSatisfy { job in isProved { $0 == job } }
    }
    let late = isLateGoal.indices.filter { isLateGoal[$0] && 2 * priority[$0] + 1 == stage }
    guard late.count * network.count <= Self.mostProofs else { return false }
    return late.allSatisfy { goal in isProved { network.goal[$0] == goal && network.fixed[$0] == JobNetwork.none } }
  }
}

/// Finds the earliest day that an end can be reached on when it has all hours to itself.
private struct EarliestEnd {
  private var placing: AlonePlacing
  /// The first day of each job by dates and waits.
  var earliest: [Int]
  private let position: [Int]
  private let jobsOfGoal: AdjacencyLists
  let crossesGoals: Bool

  init(_ scheduleCase: ScheduleCase) {
    let network = scheduleCase.network
    placing = AlonePlacing(count: network.count, step: -1)
    earliest = network.earliest
    var position = [Int](repeating: 0, count: network.count)
    var ofGoal = [[Int]](repeating: [], count: network.goalCount)
    for (place, job) in scheduleCase.backwardOrder.jobs.enumerated() {
      position[job] = place
      ofGoal[network.goal[job]].append(job)
    }
    self.position = position
    jobsOfGoal = AdjacencyLists(edges: ofGoal)
    crossesGoals = (0..<network.count).contains { job in
      network.predecessors[job].contains { network.goal[$0] != network.goal[job] }
    }
  }

  mutating func leastShift(ofFixed job: Int, fixed: [Int], _ scheduleCase: inout ScheduleCase) -> Int? {
    let jobs = closure(of: [job], scheduleCase.network)
    return leastShift(jobs, fixed: fixed, &scheduleCase) { $0 == job ? fixed[job] : JobNetwork.none }
  }

  mutating func leastShift(ofGoal goal: Int, target: Int, fixed: [Int], _ scheduleCase: inout ScheduleCase) -> Int? {
    let network = scheduleCase.network
    let own = Array(jobsOfGoal[goal])
    let jobs = crossesGoals ? closure(of: own, network) : own
    return leastShift(jobs, fixed: fixed, &scheduleCase) { job in
      network.goal[job] == goal && network.fixed[job] == JobNetwork.none ? target : JobNetwork.none
    }
  }

  /// The jobs and all that comes before them, in the order of placing.
  private func closure(of jobs: [Int], _ network: JobNetwork) -> [Int] {
    var found = Set(jobs)
    var open = jobs
    while let job = open.popLast() {
      for before in network.predecessors[job] where found.insert(before).inserted { open.append(before) }
    }
    return found.sorted { position[$0] < position[$1] }
  }

  /// The least days ≥ 0 by which `end` must move for the jobs to fit; the other fixed ones among them keep their day.
  private mutating func leastShift(
    _ jobs: [Int], fixed: [Int], _ scheduleCase: inout ScheduleCase, end: (Int) -> Int
  ) -> Int? {
    let network = scheduleCase.network
    let row = crossesGoals ? rows(of: jobs, network) : scheduleCase.backwardOrder.row
    func fits(_ shift: Int) -> Bool {
      placing.clear(jobs)
      for job in jobs {
        let day = end(job)
        if day != JobNetwork.none {
          placing.release[job] = -(day + shift - network.wait[job])
        } else {
          placing.release[job] =
            fixed[job] == JobNetwork.none ? AlonePlacing.unbound : -(fixed[job] - network.wait[job])
        }
      }
      placing.place(
        jobs[...], of: network, minutes: network.minutes, before: scheduleCase.backwardEdges, row: row,
        on: scheduleCase.hours)
      return !placing.leftTables
        && jobs.allSatisfy { placing.last[$0] == AlonePlacing.unbound || -placing.last[$0] >= earliest[$0] }
    }
    if fits(0) { return 0 }
    var low = 0
    var high = 1
    let day = jobs.map(end).filter { $0 != JobNetwork.none }.max() ?? 0
    let farthest = max(1, scheduleCase.horizon - day)
    scheduleCase.cover(through: day + high)
    while !fits(high) {
      if high >= farthest { return nil }
      low = high
      high = min(2 * high, farthest)
      scheduleCase.cover(through: day + high)
    }
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if fits(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// Hours of its own for each goal among the jobs.
  private func rows(of jobs: [Int], _ network: JobNetwork) -> [Int] {
    var row = [Int](repeating: -1, count: network.goalCount)
    var rows = 0
    for job in jobs where row[network.goal[job]] < 0 {
      row[network.goal[job]] = rows
      rows += 1
    }
    return row
  }
}
