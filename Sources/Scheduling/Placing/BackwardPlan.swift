package import PlanDocuments

/// What must be true when, each goal by itself: every job as late as its goal's own hours allow.
///
/// The cheap half of the schedule: no hours are shared, and nothing is searched for. Followers bind across goals.
package struct BackwardPlan: Sendable {
  package struct JobDates: Hashable, Sendable {
    /// The latest day of completion; nil where neither a target nor a fixed date binds the job.
    package var latest: Day?
    /// The latest days on which the work may begin and end.
    package var latestStart: Day?
    package var latestFinish: Day?
    /// The first day on which it could begin: today, `start`, waits before it.
    package var earliest: Day
    /// Its hours begin no earlier than that day.
    package var fits: Bool = true
  }

  package struct GoalDates: Hashable, Sendable {
    package var fits: Bool = true
    /// Minutes without a place when no job begins before its earliest day.
    package var shortfallMinutes: Int = 0
    /// Where waits and not-before days alone are too long: by how many days.
    ///
    /// The minutes are then 0.
    package var shortfallDays: Int = 0
    /// The hours do not come within ten years.
    package var isNever: Bool = false
  }

  package private(set) var jobs: [JobDates]
  package private(set) var goals: [GoalDates]
  /// Where everything was placed.
  let placing: SingleGoalSchedule

  package init(of problem: ScheduleProblem) {
    var scheduleCase = ScheduleCase(problem)
    self.init(&scheduleCase)
  }

  init(_ scheduleCase: inout ScheduleCase) {
    let network = scheduleCase.network
    jobs = network.earliest.map { JobDates(earliest: network.today + $0) }
    goals = [GoalDates](repeating: GoalDates(), count: network.goalCount)
    let placing = Self.placing(&scheduleCase)
    self.placing = placing
    var misfits: Set<Int> = []
    for job in 0..<network.count where placing.start[job] != JobTime.unbound {
      if placing.unplaced[job] > 0 {
        jobs[job].fits = false
        goals[network.goal[job]].fits = false
        goals[network.goal[job]].isNever = true
        misfits.insert(network.goal[job])
        continue
      }
      let finish = -placing.start[job]
      let begin = -placing.last[job]
      jobs[job].latestFinish = network.today + finish
      jobs[job].latestStart = network.today + begin
      jobs[job].latest = network.today + Self.latestCompletion(job, placing, scheduleCase)
      if begin < network.earliest[job] {
        jobs[job].fits = false
        goals[network.goal[job]].fits = false
        misfits.insert(network.goal[job])
      }
    }
    if !misfits.isEmpty { findShortfalls(misfits, &scheduleCase) }
  }

  /// Every job backward from targets and fixed dates, on into the past where that is needed.
  static func placing(_ scheduleCase: inout ScheduleCase) -> SingleGoalSchedule {
    let network = scheduleCase.network
    var placing = SingleGoalSchedule(count: network.count, step: -1)
    for job in 0..<network.count {
      placing.release[job] = -ScheduleCase.ownLatestFinish(job, network, target: scheduleCase.target)
    }
    placing.placeAll(&scheduleCase)
    return placing
  }

  /// Complete on the day of the latest finish; where the last hour lies earlier, up to the goal's next free hours.
  private static func latestCompletion(_ job: Int, _ placing: SingleGoalSchedule, _ scheduleCase: ScheduleCase) -> Int {
    let network = scheduleCase.network
    if network.fixed[job] != JobTime.never { return network.fixed[job] }
    var finish = -placing.first[job]
    let latestFinish = -placing.start[job]
    while finish < latestFinish {
      if scheduleCase.canWork(goal: network.goal[job], time: finish + 1) { break }
      finish += 1
    }
    return finish + network.wait[job]
  }

  private mutating func findShortfalls(_ misfits: Set<Int>, _ scheduleCase: inout ScheduleCase) {
    let network = scheduleCase.network
    var placing = SingleGoalSchedule(count: network.count, step: -1)
    for job in 0..<network.count {
      placing.release[job] = -ScheduleCase.ownLatestFinish(job, network, target: scheduleCase.target)
    }
    placing.stop = network.earliest.map { -$0 }
    placing.placeAll(&scheduleCase)
    for job in 0..<network.count where misfits.contains(network.goal[job]) {
      let goal = network.goal[job]
      goals[goal].shortfallMinutes += placing.unplaced[job]
      if scheduleCase.latest[job] != JobTime.never {
        goals[goal].shortfallDays = max(goals[goal].shortfallDays, network.earliest[job] - scheduleCase.latest[job])
      }
    }
    for goal in misfits where goals[goal].shortfallDays > 0 { goals[goal].shortfallMinutes = 0 }
  }
}

extension SingleGoalSchedule {
  /// Places every job by its goal's group; widens the tables once where they turn out too narrow.
  mutating func placeAll(_ scheduleCase: inout ScheduleCase) {
    while true {
      clear(start.indices)
      let order = step < 0 ? scheduleCase.backwardOrder : scheduleCase.forwardOrder
      let edges = step < 0 ? scheduleCase.backwardEdges : scheduleCase.forwardEdges
      for group in order.groups {
        place(
          order.jobs[group], of: scheduleCase.network, minutes: scheduleCase.network.minutes, before: edges,
          row: order.row, on: scheduleCase.hours)
      }
      guard leftTables, !scheduleCase.tablesAreWide else { return }
      scheduleCase.widenTables()
    }
  }
}
