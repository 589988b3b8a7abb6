package import PlanDocuments
package import PlanModel

/// What a person has shown so far, used where a playbook can only say what is usual.
package struct OwnRecord: Hashable, Sendable {
  /// The share of free hours that becomes work, in hundredths.
  package var pace: Int
  /// Hours that finished milestones took against their estimates; nil while there are too few.
  package var effortRatio: Double?
  /// The pace is from own weeks, and not the usual one.
  package var hasOwnPace = false

  package init(pace: RecordedPace = .usual, effortRatio: Double? = nil) {
    self.pace = pace.percent
    self.effortRatio = effortRatio
    hasOwnPace = pace.isOwn
  }

  /// What the plan shows: the pace that the last review recorded, and what finished milestones with `spent:` took against
  /// their estimates, the middle of three at least.
  package init(in plan: Plan) {
    let ratios = plan.milestones.compactMap { milestone -> Double? in
      guard milestone.state == .done, let spent = milestone.spent, let effort = milestone.effort?.middle, effort > 0,
        spent > 0
      else { return nil }
      return min(8, max(0.125, Double(spent) / Double(effort)))
    }.sorted()
    self.init(pace: plan.pace, effortRatio: ratios.count < 3 ? nil : ratios[ratios.count / 2])
  }
}
