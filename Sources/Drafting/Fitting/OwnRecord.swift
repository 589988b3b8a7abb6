package import Forecasting
import PlanDocuments
package import PlanModel

/// What a person has shown so far, used where a playbook can only say what is usual.
package struct OwnRecord: Hashable, Sendable {
  /// The share of planned hours that became work, in hundredths.
  package var pace: Int
  /// Hours that finished milestones took against their estimates; nil while there are too few.
  package var effortRatio: Double?
  /// The pace is from own weeks, and not the usual one.
  package var hasOwnPace = false

  package init(pace: Int = 60, effortRatio: Double? = nil) {
    self.pace = pace
    self.effortRatio = effortRatio
  }

  /// What history shows: the pace of past weeks that had hours, four at least, and what finished milestones with `spent:` took against their
  /// estimates, the middle of three at least.
  package init(in plan: Plan, evidence: ForecastEvidence? = nil) {
    let own = evidence?.paces.filter { $0.ownWeeks >= 4 }.max { $0.ownWeeks < $1.ownWeeks }
    let pace = own.map { min(100, max(10, Int(($0.mean * 100).rounded()))) }
    let ratios = plan.milestones.compactMap { milestone -> Double? in
      guard milestone.state == .done, let spent = milestone.spent, let effort = milestone.effort?.middle, effort > 0,
        spent > 0
      else { return nil }
      return min(8, max(0.125, Double(spent) / Double(effort)))
    }.sorted()
    self.init(pace: pace ?? 60, effortRatio: ratios.count < 3 ? nil : ratios[ratios.count / 2])
    hasOwnPace = pace != nil
  }
}
