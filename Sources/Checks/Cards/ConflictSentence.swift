import PlanDocuments
import PlanModel
import Scheduling

extension PlanSchedule.Conflict {
  /// Such as `Between … and … “A book” and “A film” want 7 h more than there are: 15 h and 12 h of 20 h`.
  func sentence(in plan: Plan, wanting: String) -> String {
    let goals = demands.prefix(4).map { "“\(plan.goals[$0.goal].title)” \(CheckWords.hours($0.minutes))" }
    let others = demands.count > 4 ? ", \(CheckWords.counted(demands.count - 4, "more goal"))" : ""
    return
      "Between `\(days.first)` and `\(days.last)` \(wanting) want \(CheckWords.hours(excessMinutes)) more than there are: "
      + goals.joined(separator: ", ") + others + "; free \(CheckWords.hours(freeMinutes))."
  }
}
