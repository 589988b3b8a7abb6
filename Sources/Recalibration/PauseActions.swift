import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// Another goal rests for some weeks, so that a goalsToRecover one has its hours; its own end moves where it has to.
struct PauseActions {
  let ground: TrialGround

  /// The goals that could rest, the least urgent first: lower priority, then the later deadline.
  var resting: [Int] {
    let plan = ground.outlook.plan
    let priority = ground.goalsToRecover.map { plan.goals[$0].priority }.min() ?? 2
    return plan.goals.indices.filter { goal in
      !ground.goalsToRecover.contains(goal) && plan.goals[goal].status == .active
        && plan.goals[goal].priority >= priority
        && ground.outlook.remainingMinutes(ofGoal: goal) > 0
        && !plan.goals[goal].milestones.contains { ground.outlook.jobs[$0] != nil && plan.milestones[$0].isFixed }
    }.sorted { one, other in
      let (first, second) = (plan.goals[one], plan.goals[other])
      if first.priority != second.priority { return first.priority > second.priority }
      return (first.deadline ?? .distantFuture) > (second.deadline ?? .distantFuture)
    }
  }

  /// The shortest rest, in whole weeks, with which the goalsToRecover goals hold; nil where none helps.
  func shortest(for goal: Int) -> Trial? {
    let first = ground.outlook.problem.today
    let ends = ground.goalsToRecover.compactMap { ground.outlook.plan.goals[$0].deadline }
    guard let last = ends.max(), last > first else { return nil }
    let monday = first.weekday == .monday ? first : first.monday + 7
    let weeks = max(1, (last - monday) / 7 + 1)
    guard let longest = rest(goal, until: monday + 7 * weeks - 1) else { return nil }
    var best = longest
    var low = 0
    var high = weeks
    while low + 1 < high {
      let middle = (low + high) / 2
      if let trial = rest(goal, until: monday + 7 * middle - 1) { (high, best) = (middle, trial) } else { low = middle }
    }
    return best
  }

  private func rest(_ goal: Int, until last: Day) -> Trial? {
    let plan = ground.outlook.plan
    let days = DayRange(ground.outlook.problem.today, last)
    let lever = RecoveryAction(
      slug: "rest-" + Identifier.slug(of: plan.goals[goal].id, limit: 24),
      sentence: "\(title: plan.goals[goal].title) rests until \(last)",
      writes: [
        PlannedWrite(
          subject: .goal(plan.goals[goal].id), key: "off",
          action: .add(DaysOff(days: days, reason: "rests").written, old: plan.writtenEntries(of: "off", goal: goal)))
      ])
    guard let trial = ground.trial([lever]) else { return nil }
    if ground.standing(of: trial) > .fails { return trial }
    // The resting goal may be what fails now: its own end moves to where the plan has it.
    guard let longer = LaterEndAction.lever(goal: goal, in: ground.outlook, to: trial.outlook),
      let moved = ground.trial([lever, longer]), ground.standing(of: moved) > .fails
    else { return nil }
    return moved
  }
}
