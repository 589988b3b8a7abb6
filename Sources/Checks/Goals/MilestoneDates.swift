import PlanDocuments
import PlanModel

/// The due dates of a goal's milestones that count, in their order.
struct MilestoneDates {
  let dues: [(due: Day, milestone: Int)]
  /// From the goal's start, else its first date, else today.
  let start: Day
  /// To the goal's deadline, else its last date.
  let end: Day

  /// nil where fewer than two dates are known.
  init?(ofGoal goal: Int, in plan: Plan) {
    dues = plan.goals[goal].milestones.compactMap { index -> (due: Day, milestone: Int)? in
      let milestone = plan.milestones[index]
      guard milestone.state != .cancelled, let due = milestone.due else { return nil }
      return (due, index)
    }.sorted { ($0.due, $0.milestone) < ($1.due, $1.milestone) }
    guard dues.count >= 2, let first = dues.first?.due, let last = dues.last?.due else { return nil }
    start = min(plan.goals[goal].start ?? min(first, plan.today), first)
    end = max(plan.goals[goal].deadline ?? last, last)
  }

  var days: Int { end - start }
}
