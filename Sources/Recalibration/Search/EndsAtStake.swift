import Forecasting
import PlanDocuments
import PlanModel

/// The ends that choices are judged by: every goal's, by its last fixed day where it has one, and every other fixed date.
struct EndsAtStake {
  struct End {
    var end: EndResult.End
    var goal: Int
    var priority: Int
    /// Its day is fixed: no choice moves it but giving it up.
    var isFixed: Bool
  }

  /// Chances above this count as this: who has so much needs no help.
  static let enough = 0.8

  let ends: [End]
  /// The chance of each as the plan is.
  let chances: [Double]

  /// Nothing of a plan without a forecast.
  init(of outlook: ForecastedPlan) {
    guard let forecast = outlook.forecast else {
      (ends, chances) = ([], [])
      return
    }
    let plan = outlook.plan
    let found = EndResult.all(in: outlook).compactMap { (result: EndResult) -> (End, Double)? in
      let goal = result.goal(in: plan)
      var isFixed = false
      switch result.end {
      case .goal: if plan.fixedEnd(of: goal) != nil { return nil }
      case .fixed: isFixed = true
      }
      guard let chance = forecast.chance(of: result.end, by: result.deadline) else { return nil }
      return (End(end: result.end, goal: goal, priority: plan.goals[goal].priority, isFixed: isFixed), chance)
    }
    ends = found.map(\.0)
    chances = found.map(\.1)
  }

  /// The chance of each end in a changed plan, by its own dates; 0 for what is given up.
  func chances(in outlook: ForecastedPlan) -> [Double] {
    guard let forecast = outlook.forecast else { return chances }
    let plan = outlook.plan
    return ends.map { end in
      guard plan.goals[end.goal].status == .active else { return 0 }
      if case .fixed(let milestone) = end.end {
        if plan.milestones[milestone].state != .open { return 0 }
        if let chance = forecast.fixed(ofMilestone: milestone)?.chance { return chance }
      }
      guard let deadline = plan.goals[end.goal].deadline else { return 0 }
      return forecast.chance(ofGoal: end.goal, by: deadline) ?? 0
    }
  }

  /// 3, 2 or 1 by the priority of an end's goal.
  func weight(of place: Int) -> Int { 4 - min(3, max(1, ends[place].priority)) }

  /// What chances are worth together.
  struct Value: Hashable {
    /// The lowest of those that can be helped.
    var worst: Double
    /// Weighted by priority.
    var mean: Double
  }

  /// - Parameter hopeless: places in `ends` that nothing lifts: they are no measure.
  func value(of chances: [Double], without hopeless: Set<Int> = []) -> Value {
    var value = Value(worst: Self.enough, mean: 0)
    var weights = 0.0
    for (place, chance) in chances.enumerated() {
      let counted = min(Self.enough, chance)
      let weight = Double(weight(of: place))
      value.mean += weight * counted
      weights += weight
      if !hopeless.contains(place) { value.worst = min(value.worst, counted) }
    }
    value.mean /= max(1, weights)
    return value
  }
}
