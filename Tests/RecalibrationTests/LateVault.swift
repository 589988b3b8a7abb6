import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import Scheduling
import TestSupport

/// Vaults with a forecast by most people's pace, and what is looked for in them.
struct LateVault {
  let snapshot: VaultSnapshot
  let outlook: ForecastedPlan

  init(_ snapshot: VaultSnapshot, today: Day = august2) {
    self.snapshot = snapshot
    let plan = Plan(reading: snapshot, today: today)
    outlook = ForecastedPlan(plan, history: PlanHistory(TracedPast(VaultPast(), today: today), current: plan))
  }

  init(_ files: KeyValuePairs<String, String>, today: Day = august2) {
    self.init(TestSupport.snapshot(files), today: today)
  }

  var plan: Plan { outlook.plan }

  func choices(focus: Int? = nil) -> Choices { ChoiceSearch(of: snapshot, outlook, focus: focus).choices() }

  /// The vault with what a choice writes.
  func taking(_ choice: Choice) throws -> LateVault {
    LateVault(snapshot.applying(try change(writing: choice.writes, in: plan)), today: plan.today)
  }

  /// A goal's file.
  static func goal(_ deadline: String, _ keys: String = "", _ lines: String) -> String {
    "---\ngoal: A goal\ndeadline: \(deadline)\n\(keys)---\n\n## Milestones\n\n\(lines)\n"
  }
}
