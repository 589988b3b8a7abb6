import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// Leaves out what the person has called optional: single milestones, the optional tasks of one, all of a goal, all there is.
enum CutLever {
  static func actions(_ ground: LeverGround) -> [RecoveryAction] {
    var all: [RecoveryAction] = []
    var sets: [RecoveryAction] = []
    for goal in ground.workedOn where ground.only?.contains(goal) ?? true {
      let own = milestones(goal, ground) + tasks(goal, ground)
      all += own
      if own.count > 1 {
        sets.append(together(own, phrase: "leave out everything optional in \(ground.name(goal))"))
      }
    }
    let goals = Set(all.flatMap(\.goals))
    if goals.count > 1 { sets.append(together(all, phrase: "leave out everything optional")) }
    return all + sets
  }

  private static func together(_ actions: [RecoveryAction], phrase: Sentence) -> RecoveryAction {
    RecoveryAction(
      .cut, phrase: phrase + " (\(minutes: actions.minutesSaved))", writes: actions.writes,
      disruption: actions.disruption, minutesSaved: actions.minutesSaved, goals: Set(actions.flatMap(\.goals)).sorted())
  }

  private static func planned(_ goal: Int, _ ground: LeverGround) -> [Int] {
    ground.plan.goals[goal].milestones.filter { ground.plan.isPlanned($0) }
  }

  private static func milestones(_ goal: Int, _ ground: LeverGround) -> [RecoveryAction] {
    let plan = ground.plan
    return planned(goal, ground).filter { plan.milestones[$0].isOptional && !plan.milestones[$0].isFixed }
      .map { index in
        let minutes = ground.outlook.work[index].remaining
        return RecoveryAction(
          .cut, phrase: "leave out \(ground.name(ofMilestone: index)) (\(minutes: minutes))",
          writes: [
            PlannedWrite(
              subject: .milestone(plan.name(of: index)), key: "", action: .box(old: .open, new: .cancelled))
          ],
          disruption: Disruption.cut(minutes: minutes), minutesSaved: minutes, goals: [goal])
      }
  }

  private static func tasks(_ goal: Int, _ ground: LeverGround) -> [RecoveryAction] {
    let plan = ground.plan
    return planned(goal, ground).filter { !plan.milestones[$0].isOptional }.compactMap { index in
      let document = plan.documents[plan.milestones[index].document]
      let range = plan.milestones[index].tasks
      let optional = range.filter {
        plan.tasks[$0].isOptional && plan.tasks[$0].state == .open && plan.tasks[$0].isLeaf
      }
      guard !optional.isEmpty else { return nil }
      let saved = optional.reduce(0) { $0 + Int(plan.tasks[$1].minutes ?? 0) }
      return RecoveryAction(
        .cut, phrase: "leave out the optional tasks of \(ground.name(ofMilestone: index)) (\(minutes: saved))",
        writes: optional.map { task in
          PlannedWrite(
            subject: .milestone(plan.name(of: index)), key: "",
            action: .task(
              task - range.lowerBound, title: document.title(of: Int(plan.tasks[task].item)), old: .open,
              new: .cancelled))
        },
        disruption: Disruption.cut(minutes: saved), minutesSaved: saved, goals: [goal])
    }
  }
}
