import PlanDocuments
import PlanModel
import Scheduling

/// How past weeks were really divided among the goals, beside three ways to divide them: as that week's plan did, as each
/// goal needed, and as they were divided on average.
///
/// A way fits a week by the share of its hours that both put on the same goals.
struct DividedWeeks {
  /// At most so many past weeks are planned again, and fewer in large plans.
  private static let weeksPlannedAgain = 16
  private static let jobsPlannedAgain = 2_000
  /// A week whose plan fits so much better than anything else went by the plan.
  private static let clearlyBetter = 0.2

  /// By week; nil where the plan of then is not known or not looked at.
  private var byPlan: [Double?]
  private var byMean: [Double] = []
  private var byNeed: [Double] = []

  init(_ weeks: [PastWeeks.Week], _ history: PlanHistory, _ scheduled: ScheduledPlan) {
    let shares = weeks.map { week in week.minutes.map { $0 / max(1e-9, week.total) } }
    let needed = Self.needed(in: weeks, scheduled)
    let goals = scheduled.plan.goals.indices
    let sums = goals.map { goal in shares.reduce(0) { $0 + $1[goal] } }
    for index in weeks.indices {
      let others = Double(max(1, weeks.count - 1))
      byMean.append(goals.reduce(0) { $0 + min(shares[index][$1], (sums[$1] - shares[index][$1]) / others) })
      byNeed.append(goals.reduce(0) { $0 + min(shares[index][$1], needed[index][$1]) })
    }
    let count = min(Self.weeksPlannedAgain, Self.jobsPlannedAgain / max(1, scheduled.problem.jobs.count))
    byPlan = weeks.indices.map { index in
      guard index >= weeks.count - count, let planned = PlannedShares(history, weeks[index]) else { return nil }
      return goals.reduce(0) { $0 + min(shares[index][$1], planned.shares[$1]) }
    }
  }

  /// The share of a week's hours that went in the plan's order, as far as nothing else explains it as well; nil where
  /// nobody knows.
  func shareInOrder(of week: Int) -> Double? {
    byPlan[week].map { plan in
      let other = byMean.count > 1 ? max(byMean[week], byNeed[week]) : byNeed[week]
      return min(1, max(0, 0.5 + (plan - other) / (2 * Self.clearlyBetter)))
    }
  }

  // MARK: By need

  private static let priorOfNeed = 0.3
  private static let clearness = 5.0

  /// How likely it is that the weeks were divided by what each goal needed, beside steady shares.
  var needShare: Double {
    let better = byMean.count > 1 ? zip(byNeed, byMean).reduce(0) { $0 + $1.0 - $1.1 } : 0
    let odds =
      Self.priorOfNeed / (1 - Self.priorOfNeed) * Exponentials.exp(min(20, max(-20, Self.clearness * better)))
    return odds / (1 + odds)
  }

  /// By week, the shares that go to each goal if each gets what it needs a week until its target.
  private static func needed(in weeks: [PastWeeks.Week], _ scheduled: ScheduledPlan) -> [[Double]] {
    let goals = scheduled.plan.goals.indices
    var left = goals.map { Double(scheduled.remainingMinutes(ofGoal: $0)) }
    var needed: [[Double]] = []
    for week in weeks.reversed() {
      for goal in goals { left[goal] += week.minutes[goal] }
      let needs = goals.map { goal -> Double in
        guard week.freeOfGoal[goal] > 0 else { return 0 }
        let end = scheduled.problem.goals[goal].target ?? week.monday + 182
        return left[goal] / max(1, Double(end - week.monday) / 7)
      }
      let sum = max(1e-9, needs.reduce(0, +))
      needed.append(needs.map { $0 / sum })
    }
    return needed.reversed()
  }
}
