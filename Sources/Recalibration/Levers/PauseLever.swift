import PlanDocuments
import PlanModel
import Scheduling

/// Sets a goal aside until one of the ends in trouble has passed, and never beyond its own end: that would be to give it up.
enum PauseLever {
  static func actions(_ ground: LeverGround) -> [RecoveryAction] {
    let ends = ground.goalsToHelp.compactMap(ground.end).filter { $0 > ground.today }
    guard let first = ends.min(), let last = ends.max() else { return [] }
    return ground.workedOn.flatMap { goal in
      Set([first, last]).sorted().compactMap { action(goal, until: $0 + 1, ground) }
    }
  }

  private static func action(_ goal: Int, until day: Day, _ ground: LeverGround) -> RecoveryAction? {
    let facts = ground.plan.goals[goal]
    // A fixed day inside the pause, or soon after it, would come without its work: to pause is not to give up.
    let hasFixedDay = facts.milestones.contains { milestone in
      ground.plan.isPlanned(milestone) && ground.plan.milestones[milestone].isFixed
        && (ground.plan.milestones[milestone].due ?? day) - day < day - ground.today
    }
    guard !hasFixedDay, ground.end(of: goal).map({ day < $0 }) ?? true, facts.begins.map({ $0 < day }) ?? true,
      ground.goalsToHelp.contains(where: { $0 != goal && ground.end(of: $0).map { $0 < day } ?? false })
    else { return nil }
    return RecoveryAction(
      .pause, phrase: "pause \(ground.name(goal)) until \(day)",
      writes: [ground.write(goal: goal, "status", to: "paused \(day)")],
      disruption: Disruption.pause(days: day - ground.today, priority: facts.priority), goals: [goal])
  }
}
