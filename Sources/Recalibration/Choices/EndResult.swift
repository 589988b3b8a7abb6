package import Forecasting
package import PlanDocuments
package import PlanModel
import Scheduling

/// What becomes of the end of a goal, or of a fixed milestone, on paper: with every free hour used.
package struct EndResult: Hashable, Sendable {
  package enum End: Hashable, Sendable {
    /// The index in `Plan.goals`.
    case goal(Int)
    /// A fixed milestone: the index in `Plan.milestones`.
    case fixed(Int)
  }

  package var end: End
  /// When all of it is complete; for a fixed milestone, when all that comes before is.
  ///
  /// Nil is never.
  package var completion: Day?
  /// The deadline, or the fixed day; nil for a goal without one.
  package var deadline: Day?
  /// The deadline less the buffer.
  package var target: Day?
  /// Open work in minutes.
  package var minutesLeft: Int
  /// Minutes of work that find no place before the target.
  package var shortfallMinutes: Int
  /// The chance that the deadline, or the fixed day, holds; nil without a forecast, or without a day.
  package var chance: Double?
  /// The days by whose ends a goal is probably complete; nil without a forecast, and for what is fixed.
  package var will: PlanForecast.Will?
  /// A choice gives it up.
  package var isGivenUp = false

  package init(
    end: End, completion: Day?, deadline: Day?, target: Day?, minutesLeft: Int, shortfallMinutes: Int = 0
  ) {
    self.end = end
    self.completion = completion
    self.deadline = deadline
    self.target = target
    self.minutesLeft = minutesLeft
    self.shortfallMinutes = shortfallMinutes
  }

  /// The end of something that a choice gives up.
  init(givingUp end: End) {
    self.init(end: end, completion: nil, deadline: nil, target: nil, minutesLeft: 0)
    chance = 0
    isGivenUp = true
  }

  /// Days after the deadline; 0 when it holds, nil where the end is never reached.
  package var daysPastDeadline: Int? { days(past: deadline) }
  /// Days of the buffer that are used up (and days past the deadline beyond it); 0 when the target holds.
  package var daysPastTarget: Int? { days(past: target) }

  private func days(past day: Day?) -> Int? {
    guard let day else { return 0 }
    return completion.map { max(0, $0 - day) }
  }
}

extension PlanForecast {
  /// The chance that an end holds: of a goal its deadline, of a fixed milestone that all before it is complete.
  package func chance(of end: EndResult.End, by day: Day?) -> Double? {
    switch end {
    case .goal(let goal): day.flatMap { chance(ofGoal: goal, by: $0) }
    case .fixed(let milestone):
      fixed(ofMilestone: milestone)?.chance
    }
  }
}
extension EndResult {
  /// The ends of all active goals and their fixed milestones, in the order of the files.
  ///
  /// A goal's completion is that of all that is not fixed: the target binds nothing else.
  package static func all(in outlook: ForecastedPlan) -> [EndResult] {
    var results: [EndResult] = []
    for goal in outlook.plan.goals.indices where outlook.plan.goals[goal].status == .active {
      let milestones = outlook.plan.goals[goal].milestones.filter { outlook.jobs[$0] != nil }
      guard !milestones.isEmpty else { continue }
      for milestone in milestones {
        guard let job = outlook.jobs[milestone], let fixed = outlook.problem.jobs[job].fixed else { continue }
        results.append(
          EndResult(
            end: .fixed(milestone), completion: ready(job, in: outlook), deadline: fixed, target: fixed,
            minutesLeft: outlook.work[milestone].remaining))
      }
      if outlook.problem.goals[goal].hasOpenEnd { continue }
      results.append(
        EndResult(
          end: .goal(goal), completion: completion(of: milestones, in: outlook),
          deadline: outlook.plan.goals[goal].deadline, target: outlook.plan.target(of: goal),
          minutesLeft: outlook.remainingMinutes(ofGoal: goal),
          shortfallMinutes: outlook.schedule.goals[goal].shortfallMinutes))
    }
    guard let forecast = outlook.forecast else { return results }
    for index in results.indices {
      results[index].chance = forecast.chance(of: results[index].end, by: results[index].deadline)
      if case .goal(let goal) = results[index].end {
        results[index].will = forecast.will(ofGoal: goal)
      }
    }
    return results
  }

  private static func completion(of milestones: [Int], in outlook: ForecastedPlan) -> Day? {
    let dates = milestones.compactMap { outlook.jobs[$0] }
    let free = dates.filter { outlook.problem.jobs[$0].fixed == nil }
    let completions = (free.isEmpty ? dates : free).map { outlook.schedule.jobs[$0].completion }
    return completions.contains(nil) ? nil : completions.compactMap(\.self).max()
  }

  /// When a fixed milestone's work and all that comes before it are complete in the plan; nil is never.
  private static func ready(_ job: Int, in outlook: ForecastedPlan) -> Day? {
    let dates = outlook.schedule.jobs[job]
    guard dates.completion != nil else { return nil }
    var days = [outlook.problem.today]
    for before in outlook.problem.jobs[job].predecessors {
      guard let day = outlook.schedule.jobs[before].completion else { return nil }
      days.append(day)
    }
    if let last = dates.portions.last { days.append(last.day + outlook.problem.jobs[job].wait) }
    return days.max()
  }

  /// The goal that the end belongs to.
  package func goal(in plan: Plan) -> Int {
    switch end {
    case .goal(let goal): goal
    case .fixed(let milestone): plan.milestones[milestone].goal
    }
  }

  /// Its deadline does not hold: later, or never.
  package var isPastDeadline: Bool { deadline != nil && daysPastDeadline != 0 }
}
