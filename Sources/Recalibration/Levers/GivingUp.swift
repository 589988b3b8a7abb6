import PlanDocuments
import PlanModel

/// The last resorts: a fixed date is given up, or a whole goal.
enum GivingUp {
  /// For a goal that nothing else brings to even odds.
  ///
  /// - Parameter likely: the day by which it would be complete if nothing fixed it.
  static func actions(_ ground: LeverGround, goal: Int, likely: Day?) -> [RecoveryAction] {
    var actions: [RecoveryAction] = []
    if let fixed = ground.plan.fixedEnd(of: goal), let likely, let action = unfix(fixed, goal, likely, ground) {
      actions.append(action)
    }
    let facts = ground.plan.goals[goal]
    actions.append(
      RecoveryAction(
        .givingUp, phrase: "let \(ground.name(goal)) go",
        writes: [ground.write(goal: goal, "status", to: "dropped")],
        disruption: Disruption.goalGivenUp(priority: facts.priority), goals: [goal]))
    return actions
  }

  private static func unfix(_ milestone: Int, _ goal: Int, _ likely: Day, _ ground: LeverGround) -> RecoveryAction? {
    let plan = ground.plan
    guard let due = plan.milestones[milestone].due, likely > due,
      let mark = plan.writtenValue(of: .fixed, milestone: milestone),
      let written = plan.writtenValue(of: .due, milestone: milestone)
    else { return nil }
    let subject = PlannedWrite.Subject.milestone(plan.name(of: milestone))
    var writes = [
      PlannedWrite(subject: subject, key: "fixed", action: .set(old: mark, new: nil)),
      PlannedWrite(subject: subject, key: "due", action: .set(old: written, new: likely.description)),
    ]
    if let deadline = plan.goals[goal].deadline, deadline < likely {
      writes.append(ground.write(goal: goal, "deadline", to: likely.description))
      if plan.goals[goal].planned == nil {
        writes.append(ground.write(goal: goal, "planned", to: deadline.description))
      }
    }
    return RecoveryAction(
      .givingUp,
      phrase:
        "move \(ground.name(ofMilestone: milestone)) from \(due), a fixed date, to \(likely)",
      writes: writes,
      disruption: Disruption.fixedDateGivenUp
        + Disruption.laterEnd(days: likely - due, priority: plan.goals[goal].priority), goals: [goal])
  }
}
