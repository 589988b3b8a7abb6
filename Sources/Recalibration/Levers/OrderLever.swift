import PlanDocuments
import PlanModel

/// Puts one goal before all others until its end.
enum OrderLever {
  static func actions(_ ground: LeverGround) -> [RecoveryAction] {
    guard ground.workedOn.count > 1 else { return [] }
    return ground.goalsToHelp.compactMap { goal in
      guard let end = ground.end(of: goal), end > ground.today, ground.plan.goals[goal].first.map({ $0 < end }) ?? true
      else { return nil }
      return RecoveryAction(
        .order, phrase: "put \(ground.name(goal)) first until \(end)",
        writes: [ground.write(goal: goal, "first", to: end.description)], disruption: Disruption.order)
    }
  }
}
