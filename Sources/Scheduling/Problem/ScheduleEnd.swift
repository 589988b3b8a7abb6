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

  /// The number of classes that `priorityClass` gives.
  static let priorityClasses = 5

  /// 0 for fixed dates, 1 for goals that come first until their target; the others are 2, 3 and 4, by priority.
  func priorityClass(of end: ScheduleEnd) -> Int {
    switch end {
    case .goal(let goal):
      let isFirst = goals[goal].first.map { first in goals[goal].target.map { $0 <= first } ?? false } ?? false
      return isFirst ? 1 : 1 + min(3, max(1, goals[goal].priority))
    case .fixed: return 0
    }
  }

  func order(of end: ScheduleEnd) -> (Int, Int) {
    switch end {
    case .fixed(let job): (0, job)
    case .goal(let goal): (1, goal)
    }
  }
}
