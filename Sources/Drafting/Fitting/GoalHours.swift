import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// The minutes of each day that a goal can have beside the others.
struct GoalHours: Sendable {
  let today: Day
  private var byDay: [Double] = []

  /// The days that are looked at.
  static let horizon = 7 * 52 * 6

  init(goal: Int, in plan: Plan, beside others: ScheduledPlan?) {
    let monday = plan.today.monday
    today = plan.today
    let hours = WorkHours(of: plan)
    var free = FreeHours(hours, today: plan.today, from: monday, through: monday + Self.horizon)
    guard hours.counts(goal: goal) else { return }
    let load = others.map { WeekLoad($0, weeks: 60).weeks } ?? []
    for week in 0..<(Self.horizon / 7) {
      let first = max(plan.today, monday + 7 * week)
      let last = monday + 7 * week + 6
      guard first <= last else { continue }
      var own = Double(free.ownMinutes(goal: goal, from: first, through: last))
      if week < load.count, let all = load[week].free {
        let wanted = load[week].allWanted
        // Something is always left: what is due first gives way a little.
        own = min(own, max(Double(all - wanted), own * 0.2))
      }
      let days = (0...(last - first)).map { Double(free.minutes(goal: goal, on: first + $0) ?? 0) }
      let sum = days.reduce(0, +)
      byDay += days.map { sum > 0 ? own * $0 / sum : 0 }
    }
  }

  func minutes(on day: Day) -> Double {
    let index = day - today
    guard byDay.indices.contains(index) else { return byDay.suffix(7).reduce(0, +) / 7 }
    return byDay[index]
  }

  /// Minutes of an ordinary week between two days.
  func weekly(until day: Day) -> Double {
    let days = min(byDay.count, max(7, day - today))
    guard days > 0 else { return 0 }
    return byDay.prefix(days).reduce(0, +) * 7 / Double(days)
  }

  var isEmpty: Bool { !byDay.contains { $0 > 0 } }
}
