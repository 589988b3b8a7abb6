import PlanModel

/// When each goal is complete at the earliest with all of the person's hours to itself, and each fixed milestone with all
/// that comes before it.
///
/// A goal has the shared hours under its own limits; work of other goals that it waits for takes part of them, once. One
/// pass forward, the job with the earliest latest day first.
struct EarliestEnds {
  /// Goals that wait for other goals are placed one by one; beyond so many jobs in all, with hours of their own for each.
  private static let mostJobs = 200_000

  /// By goal: the time of completion of all that is not fixed; `JobTime.never` where hours never come, or there is none.
  private(set) var goal: [Int]
  /// By goal: the same of the work that rests on written hours only.
  private(set) var written: [Int]
  /// By job, for fixed ones: the same for all before it and its own work.
  private(set) var fixed: [Int]
  /// By goal: some hours do not come within ten years.
  private(set) var isNever: [Bool]
  private let restsOnAssumed: [Bool]

  /// - Parameters:
  ///   - pace: the share of free hours that becomes work, in hundredths.
  ///   - restsOnAssumed: by job.
  init(_ scheduleCase: inout ScheduleCase, pace: Int = 100, restsOnAssumed: [Bool]) {
    let network = scheduleCase.network
    self.restsOnAssumed = restsOnAssumed
    goal = [Int](repeating: JobTime.never, count: network.goalCount)
    written = goal
    fixed = [Int](repeating: JobTime.never, count: network.count)
    isNever = [Bool](repeating: false, count: network.goalCount)
    var paced = scheduleCase
    if pace < 100 { paced.hours.keepShare(percent: max(1, pace)) }
    var placing = SingleGoalSchedule(count: network.count, step: 1)
    placing.release = network.release
    placing.placeAll(&paced)
    if pace == 100 { scheduleCase = paced }

    let followers = Self.goalsThatFollowOthers(network)
    for job in 0..<network.count where !followers[network.goal[job]] { note(job, placing, network) }
    guard followers.contains(true) else { return }
    var ofGoal = [[Int]](repeating: [], count: network.goalCount)
    for job in paced.forwardOrder.jobs { ofGoal[network.goal[job]].append(job) }
    var position = [Int](repeating: 0, count: network.count)
    for (place, job) in paced.forwardOrder.jobs.enumerated() { position[job] = place }
    let everywhere = placing
    placing.sharesVault = true
    var left = Self.mostJobs
    for goal in 0..<network.goalCount where followers[goal] {
      let jobs = Self.closure(of: ofGoal[goal], network, position: position)
      left -= jobs.count
      guard left >= 0 else {
        for job in ofGoal[goal] { note(job, everywhere, network) }
        continue
      }
      placing.clear(jobs)
      placing.place(
        jobs[...], of: network, minutes: network.minutes, before: paced.forwardEdges,
        row: Self.rows(of: jobs, network), on: paced.hours)
      for job in ofGoal[goal] { note(job, placing, network) }
    }
  }

  private mutating func note(_ job: Int, _ placing: SingleGoalSchedule, _ network: JobNetwork) {
    let owner = network.goal[job]
    guard placing.unplaced[job] == 0, placing.last[job] != JobTime.unbound,
      placing.last[job] < JobTime.never
    else {
      isNever[owner] = true
      goal[owner] = JobTime.never
      written[owner] = JobTime.never
      return
    }
    guard !isNever[owner] else { return }
    if network.fixed[job] != JobTime.never {
      fixed[job] = placing.last[job] + network.wait[job]
    } else {
      let day = network.completion(of: job, lastHour: placing.last[job])
      goal[owner] = goal[owner] == JobTime.never ? day : max(goal[owner], day)
      guard !restsOnAssumed[job] else { return }
      written[owner] = written[owner] == JobTime.never ? day : max(written[owner], day)
    }
  }

  /// Goals with a job that comes after a job of another goal.
  private static func goalsThatFollowOthers(_ network: JobNetwork) -> [Bool] {
    var follows = [Bool](repeating: false, count: network.goalCount)
    for job in 0..<network.count {
      for before in network.predecessors[job] where network.goal[before] != network.goal[job] {
        follows[network.goal[job]] = true
      }
    }
    return follows
  }

  /// The jobs and all that comes before them, in the order of placing.
  private static func closure(of jobs: [Int], _ network: JobNetwork, position: [Int]) -> [Int] {
    var found = Set(jobs)
    var open = jobs
    while let job = open.popLast() {
      for before in network.predecessors[job] where found.insert(before).inserted { open.append(before) }
    }
    return found.sorted { position[$0] < position[$1] }
  }

  /// Limits of its own for each goal among the jobs.
  private static func rows(of jobs: [Int], _ network: JobNetwork) -> [Int] {
    var row = [Int](repeating: -1, count: network.goalCount)
    var rows = 0
    for job in jobs where row[network.goal[job]] < 0 {
      row[network.goal[job]] = rows
      rows += 1
    }
    return row
  }
}
