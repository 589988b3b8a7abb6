package import Forecasting
package import PlanDocuments
import PlanModel
package import Scheduling

/// Some actions taken: the vault as it would be, planned again by the same scheduler.
package struct Trial: Sendable {
  var actions: [RecoveryAction]
  var snapshot: VaultSnapshot
  package var outlook: ForecastedPlan
}

/// The vault as it is, into which actions are written to see what comes of them.
package struct TrialGround: Sendable {
  let snapshot: VaultSnapshot
  package let outlook: ForecastedPlan

  package init(snapshot: VaultSnapshot, outlook: ForecastedPlan) {
    self.snapshot = snapshot.noting(outlook.plan)
    self.outlook = outlook
  }

  /// Writes the actions into the vault and plans it; nil where a file can't be edited so.
  ///
  /// - Parameter extent: how good a plan is looked for.
  package func trial(
    _ actions: [RecoveryAction], extent: PlanSchedule.Extent = .rough
  ) -> Trial? {
    var writes = MakeWrites(in: outlook.plan)
    guard (try? writes.add(actions.writes)) != nil, let change = try? writes.change(titled: "") else { return nil }
    let changed = snapshot.applying(change)
    let plan = Plan(reading: changed, today: outlook.plan.today)
    return Trial(
      actions: actions, snapshot: changed,
      outlook: ForecastedPlan(plan, handedOver: outlook.handedOver, extent: extent))
  }

  /// The best plan with the actions and its whole forecast, as they will be once the actions are taken.
  func taken(_ actions: [RecoveryAction]) -> Trial? {
    guard outlook.forecast != nil, var trial = trial(actions, extent: .whole) else { return nil }
    trial.outlook.addForecast(afterChanging: outlook)
    return trial
  }

  /// The same with a forecast, by the same evidence and with the same luck.
  func forecast(_ actions: [RecoveryAction], runs: Int) -> Trial? {
    guard let forecast = outlook.forecast, var trial = trial(actions) else { return nil }
    trial.outlook.addForecast(like: forecast, runs: runs)
    return trial
  }
}

extension VaultSnapshot {
  /// What is known of the running week stays known in a changed copy.
  func noting(_ plan: Plan) -> VaultSnapshot {
    var snapshot = self
    snapshot.minutesThisWeek = plan.minutesThisWeek
    return snapshot
  }
}
