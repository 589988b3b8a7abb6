import PlanModel

/// The end of a plan: of a goal its target, of a fixed milestone its day.
package enum ScheduleEnd: Hashable, Sendable {
  case goal(Int)
  /// The job of a fixed milestone.
  case fixed(Int)
}

extension ScheduleProblem {
  /// The end that a job is held to by itself.
  func end(of job: Int) -> ScheduleEnd? {
    if jobs[job].fixed != nil { return .fixed(job) }
    return goals[jobs[job].goal].target == nil ? nil : .goal(jobs[job].goal)
  }

  /// By job: its hours are assumed, or it comes after work whose hours are.
  func restsOnAssumedHours(_ network: JobNetwork) -> [Bool] {
    var rests = jobs.map(\.isAssumed)
    guard rests.contains(true) else { return rests }
    for job in network.topological where !rests[job] {
      rests[job] = network.predecessors[job].contains { rests[$0] }
    }
    return rests
  }

  /// 0 for fixed dates, else the priority of the goal.
  func priorityClass(of end: ScheduleEnd) -> Int {
    switch end {
    case .goal(let goal): min(3, max(1, goals[goal].priority))
    case .fixed: 0
    }
  }

  func order(of end: ScheduleEnd) -> (Int, Int) {
    switch end {
    case .fixed(let job): (0, job)
    case .goal(let goal): (1, goal)
    }
  }
}
