import PlanDocuments
import PlanModel

/// Moves a goal's deadline.
enum LaterEnd {
  /// - Parameter day: after the goal's deadline; nil is given back where it isn't.
  static func action(goal index: Int, to day: Day, _ ground: LeverGround) -> RecoveryAction? {
    let goal = ground.plan.goals[index]
    guard let deadline = goal.deadline, day > deadline,
      let written = ground.plan.writtenValue(of: "deadline", goal: index)
    else { return nil }
    var writes = [ground.write(goal: index, "deadline", to: day.description)]
    if goal.planned == nil { writes.append(ground.write(goal: index, "planned", to: written)) }
    return RecoveryAction(
      .laterEnd, phrase: "\(ground.name(index)) to \(day)", writes: writes,
      disruption: Disruption.laterEnd(days: day - deadline, priority: goal.priority), goals: [index])
  }
}
