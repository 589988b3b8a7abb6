import PlanModel

/// The ends that a plan is held to: targets of goals and dates of fixed milestones, in the order in which they come first.
///
/// Fixed dates come first, then goals by priority. An end that the person cannot reach at their own pace, even alone, is
/// ordered to the earliest day that they reach, so that it takes no hours from ends that can be met; how late it is, is
/// always counted from the day that was written.
struct EndConstraints {
  /// Fixed dates, then priorities 1, 2 and 3.
  static let classCount = 4
  static let noEnd = -1

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
  /// The end that each job is held to by itself; `noEnd` where there is none.
  private(set) var endOfJob: [Int]
  /// By goal: its hours do not come within ten years; it has no end.
  let isNever: [Bool]

  /// - Parameter atPace: when each end is reached alone at the person's pace.
  init(_ problem: ScheduleProblem, _ scheduleCase: ScheduleCase, atPace: EarliestEnds, isNever: [Bool]) {
    let network = scheduleCase.network
    self.isNever = isNever
    var ends: [End] = []
    func reachable(_ day: Int, _ earliest: Int) -> Int {
      earliest == JobNetwork.none ? max(day, scheduleCase.horizon) : max(day, earliest)
    }
    var hasFreeJobs = [Bool](repeating: false, count: network.goalCount)
    for job in 0..<network.count where !isNever[network.goal[job]] {
      guard network.fixed[job] != JobNetwork.none else {
        hasFreeJobs[network.goal[job]] = true
        continue
      }
      ends.append(
        End(
          subject: .fixed(job), goal: network.goal[job], priorityClass: 0, day: network.fixed[job],
          reachable: reachable(network.fixed[job], atPace.fixed[job])))
    }
    for goal in 0..<network.goalCount where hasFreeJobs[goal] && scheduleCase.target[goal] != JobNetwork.none {
      ends.append(
        End(
          subject: .goal(goal), goal: goal, priorityClass: problem.priorityClass(of: .goal(goal)),
          day: scheduleCase.target[goal], reachable: reachable(scheduleCase.target[goal], atPace.goal[goal])))
    }
    // A stable sort: fixed dates and goals are listed in the order of the files.
    let order = ends.indices.sorted {
      (ends[$0].priorityClass, ends[$0].day, $0) < (ends[$1].priorityClass, ends[$1].day, $1)
    }
    self.ends = order.map { ends[$0] }
    var endOfGoal = [Int](repeating: Self.noEnd, count: network.goalCount)
    endOfJob = [Int](repeating: Self.noEnd, count: network.count)
    for (index, end) in self.ends.enumerated() {
      switch end.subject {
      case .goal(let goal): endOfGoal[goal] = index
      case .fixed(let job): endOfJob[job] = index
      }
    }
    for job in 0..<network.count where network.fixed[job] == JobNetwork.none {
      endOfJob[job] = endOfGoal[network.goal[job]]
    }
  }

  /// The last time for a job's last hour when its end is in time; `noLimit` without an end.
  func limit(of job: Int, _ network: JobNetwork) -> Int {
    endOfJob[job] == Self.noEnd ? LevellingView.noLimit : ends[endOfJob[job]].day - network.wait[job]
  }
}
