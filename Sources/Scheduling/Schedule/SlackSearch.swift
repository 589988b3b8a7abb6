/// How much each job's work may grow with its goal, alone, still fitting.
struct SlackSearch {
  private var placing: SingleGoalSchedule
  private var minutes: [Int]
  private var capacity: IntervalCapacity
  private let jobsOfGoal: [[Int]]

  /// - Parameter placing: every job placed backward; what binds a goal from other goals is taken from it.
  init(_ scheduleCase: ScheduleCase, placing: SingleGoalSchedule) {
    let network = scheduleCase.network
    self.placing = placing
    minutes = network.minutes
    capacity = IntervalCapacity(scheduleCase.hours, goalCount: network.goalCount)
    var jobsOfGoal = [[Int]](repeating: [], count: network.goalCount)
    for job in scheduleCase.backwardOrder.jobs { jobsOfGoal[network.goal[job]].append(job) }
    self.jobsOfGoal = jobsOfGoal
  }

  /// Minutes by job, for the jobs that something binds; 0 for all where the goal does not fit as it is.
  mutating func slack(ofGoal goal: Int, fits: Bool, _ scheduleCase: ScheduleCase) -> [(job: Int, minutes: Int)] {
    let network = scheduleCase.network
    let bound = jobsOfGoal[goal].filter { placing.start[$0] != JobTime.unbound }
    let latest = bound.map { -placing.start[$0] }
    var result: [(job: Int, minutes: Int)] = []
    for (job, last) in zip(bound, latest) {
      guard fits else {
        result.append((job, 0))
        continue
      }
      let most = max(0, capacity.own(goal: goal, from: network.earliest[job], through: last) - network.minutes[job])
      result.append((job, slack(of: job, goal, most: most, like: result.last?.minutes, scheduleCase)))
    }
    _ = unplaced(goal, stopping: false, scheduleCase)
    return result
  }

  /// - Parameter like: the slack of another job of the goal, which often is the same.
  private mutating func slack(
    of job: Int, _ goal: Int, most: Int, like: Int?, _ scheduleCase: ScheduleCase
  ) -> Int {
    defer { minutes[job] = scheduleCase.network.minutes[job] }
    func fits(_ search: inout SlackSearch, _ growth: Int) -> Bool {
      search.minutes[job] = scheduleCase.network.minutes[job] + growth
      return search.unplaced(goal, stopping: false, scheduleCase) == 0
    }
    var low = 0
    var high = most
    if let like, like < most {
      if !fits(&self, like + 1) {
        if like == 0 || fits(&self, like) { return like }
        high = like
      } else {
        low = like + 1
      }
    }
    if high == most && fits(&self, most) { return most }
    // What finds no place when the job takes all that it could is nearly always what it may not grow by.
    minutes[job] = scheduleCase.network.minutes[job] + most
    let guess = most - unplaced(goal, stopping: true, scheduleCase)
    if guess > low && guess < high {
      if fits(&self, guess) {
        low = guess
        if !fits(&self, guess + 1) { return guess }
        low = guess + 1
      } else {
        high = guess
      }
    }
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if fits(&self, middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// Places the goal again.
  ///
  /// Stopping at the earliest days: the minutes without a place; else 0 when it fits and 1 when not.
  private mutating func unplaced(_ goal: Int, stopping: Bool, _ scheduleCase: ScheduleCase) -> Int {
    let network = scheduleCase.network
    let jobs = jobsOfGoal[goal]
    placing.stop = stopping ? stops(network) : nil
    placing.clear(jobs)
    placing.place(
      jobs[...], of: network, minutes: minutes, before: scheduleCase.backwardEdges, row: scheduleCase.backwardOrder.row,
      on: scheduleCase.hours)
    if stopping { return jobs.reduce(0) { $0 + placing.unplaced[$1] } }
    for job in jobs where placing.last[job] != JobTime.unbound && -placing.last[job] < network.earliest[job] {
      return 1
    }
    return 0
  }

  private var knownStops: [Int]?
  private mutating func stops(_ network: JobNetwork) -> [Int] {
    if let knownStops { return knownStops }
    let stops = network.earliest.map { -$0 }
    knownStops = stops
    return stops
  }
}
