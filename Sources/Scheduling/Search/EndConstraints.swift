import PlanModel

/// The ends that a plan is held to: targets of goals and dates of fixed milestones, in the order in which they come first.
///
/// Fixed dates come first, then goals by priority. A goal with assumed hours has two ends, one of them for what rests on
/// these: nobody estimated them, so they make nothing late that somebody did estimate.
///
/// An end that the person cannot reach at their own pace, even alone, is ordered to the earliest day that they reach, so
/// that it takes no hours from ends that can be met; how late it is, is always counted from the day that was written.
struct EndConstraints {
  /// Fixed dates, then the priorities, each first with written hours, then with those that are assumed.
  static let classCount = 2 * ScheduleProblem.priorityClasses - 1

  struct End {
    var subject: ScheduleEnd
    var goal: Int
    var priorityClass: Int
    /// The target, or the fixed day.
    var day: Int
    /// The later of `day` and the earliest day that is reached alone at the person's pace.
    var reachable: Int
  }

  /// By class, then by day, then in the order of the files.
  private(set) var ends: [End]
  /// The end that each job is held to by itself; nil where there is none.
  private(set) var endOfJob: [Int?]
  /// By goal: its hours do not come within ten years; it has no end.
  let isNever: [Bool]

  /// - Parameter atPace: when each end is reached alone at the person's pace.
  init(
    _ problem: ScheduleProblem, _ scheduleCase: ScheduleCase, atPace: EarliestEnds, isNever: [Bool],
    restsOnAssumed: [Bool]
  ) {
    let network = scheduleCase.network
    self.isNever = isNever
    var ends: [End] = []
    func reachable(_ day: Int, _ earliest: Int) -> Int {
      earliest == JobTime.never ? max(day, scheduleCase.horizon) : max(day, earliest)
    }
    var hasWritten = [Bool](repeating: false, count: network.goalCount)
    var hasAssumed = hasWritten
    for job in 0..<network.count where !isNever[network.goal[job]] {
      guard network.fixed[job] != JobTime.never else {
        if restsOnAssumed[job] { hasAssumed[network.goal[job]] = true } else { hasWritten[network.goal[job]] = true }
        continue
      }
      ends.append(
        End(
          subject: .fixed(job), goal: network.goal[job], priorityClass: 0, day: network.fixed[job],
          reachable: reachable(network.fixed[job], atPace.fixed[job])))
    }
    for goal in 0..<network.goalCount where scheduleCase.target[goal] != JobTime.never {
      let day = scheduleCase.target[goal]
      let priorityClass = 2 * problem.priorityClass(of: .goal(goal)) - 1
      for (exists, earliest, added) in [
        (hasWritten[goal], atPace.written[goal], 0), (hasAssumed[goal], atPace.goal[goal], 1),
      ] where exists {
        ends.append(
          End(
            subject: .goal(goal), goal: goal, priorityClass: priorityClass + added, day: day,
            reachable: reachable(day, earliest)))
      }
    }
    // A stable sort: fixed dates and goals are listed in the order of the files.
    let order = ends.indices.sorted {
      (ends[$0].priorityClass, ends[$0].day, $0) < (ends[$1].priorityClass, ends[$1].day, $1)
    }
    self.ends = order.map { ends[$0] }
    var endOfGoal = [Int?](repeating: nil, count: network.goalCount)
    var assumedEndOfGoal = endOfGoal
    endOfJob = [Int?](repeating: nil, count: network.count)
    for (index, end) in self.ends.enumerated() {
      switch end.subject {
      case .goal(let goal):
        if end.priorityClass % 2 == 0 { assumedEndOfGoal[goal] = index } else { endOfGoal[goal] = index }
      case .fixed(let job): endOfJob[job] = index
      }
    }
    for job in 0..<network.count where network.fixed[job] == JobTime.never {
      endOfJob[job] = restsOnAssumed[job] ? assumedEndOfGoal[network.goal[job]] : endOfGoal[network.goal[job]]
    }
  }

  /// The last time for a job's last hour when its end is in time; `JobTime.never` without an end.
  func latestFinish(of job: Int, _ network: JobNetwork) -> Int {
    endOfJob[job].map { ends[$0].day - network.wait[job] } ?? JobTime.never
  }
}
