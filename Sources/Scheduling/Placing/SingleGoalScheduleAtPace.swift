package import PlanDocuments
import PlanModel

/// One goal forward by itself with a share of each of its free days, as people really use them.
///
/// The share is the larger of the person's pace and the smallest with which the goal still ends by its target; all of the
/// hours where none does.
package struct SingleGoalScheduleAtPace {
  private let problem: ScheduleProblem
  private var scheduleCase: ScheduleCase
  /// The completions of all jobs in the plan: what other goals' jobs are waited for.
  private let planned: [Day?]

  package init(of problem: ScheduleProblem, planned: [Day?]) {
    self.problem = problem
    self.planned = planned
    scheduleCase = ScheduleCase(problem)
  }

  /// - Parameter pace: the share of free hours that becomes work, in hundredths; 60 before any history.
  /// - Returns: the day of completion of each of the goal's jobs, by job; jobs whose hours never come are left out.
  package mutating func completions(ofGoal goal: Int, pace: Int) -> [Int: Day] {
    guard let target = problem.goals[goal].target else { return attempt(goal, percent: max(1, pace)).completions }
    func fits(_ result: (completions: [Int: Day], isWhole: Bool)) -> Bool {
      result.isWhole && result.completions.allSatisfy { job, day in problem.jobs[job].fixed != nil || day <= target }
    }
    var high = min(100, max(1, pace))
    var best = attempt(goal, percent: high)
    guard !fits(best), high < 100 else { return best.completions }
    var low = high
    high = 100
    best = attempt(goal, percent: high)
    guard fits(best) else { return best.completions }
    while low + 1 < high {
      let middle = (low + high) / 2
      let result = attempt(goal, percent: middle)
      if fits(result) { (high, best) = (middle, result) } else { low = middle }
    }
    return best.completions
  }

  private mutating func attempt(_ goal: Int, percent: Int) -> (completions: [Int: Day], isWhole: Bool) {
    let network = scheduleCase.network
    let last = max(problem.today, problem.goals[goal].target ?? problem.today) + 800
    // All rows stand for this one goal, so that only its hours are reckoned.
    let source = WorkHours(
      vault: problem.hours.vault, goals: Array(repeating: problem.hours.goals[goal], count: problem.goals.count))
    var hours = FreeHours(source, today: problem.today, from: problem.today, through: last)
    hours.keepShare(percent: percent)
    var placing = SingleGoalSchedule(count: network.count, step: 1)
    let own = scheduleCase.forwardOrder.jobs.filter { network.goal[$0] == goal }
    for job in own {
      placing.release[job] = network.release[job]
      for before in network.predecessors[job] where network.goal[before] != goal {
        if let day = planned[before] {
          placing.release[job] = max(placing.release[job], day - problem.today + (network.lag[before] > 0 ? 1 : 0))
        }
      }
    }
    placing.place(
      own[...], of: network, minutes: network.minutes, before: scheduleCase.forwardEdges,
      row: [Int](repeating: 0, count: problem.goals.count), on: hours)
    var completions: [Int: Day] = [:]
    for job in own where placing.unplaced[job] == 0 {
      completions[job] = problem.today + network.completion(of: job, lastHour: placing.last[job])
    }
    return (completions, completions.count == own.count)
  }
}
