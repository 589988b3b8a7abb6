import PlanDocuments
import PlanModel
import Scheduling

/// Hours and an end for a goal that names none: what such goals usually take.
struct AssumedTime {
  let playbook: Playbook
  let today: Day

  /// The end where none is named: the middle of how long it usually lasts, on the Sunday of that week.
  var deadline: Day {
    (today + (playbook.lasts?.middle ?? 13 * 7)).monday + 6
  }

  /// Minutes a week, in half hours, with which the work is done by the target at three quarters of the pace: work waits where
  /// others have to answer, and no week is full.
  ///
  /// - Parameters:
  ///   - minutes: the work.
  ///   - waits: days of waits along the longest chain.
  func weeklyMinutes(for minutes: Int, until target: Day, waits: Int) -> Int {
    let days = max(7, target - today - waits * 2 / 3)
    let exact = Double(minutes) * 7 / Double(days) / 0.75
    return max(30, Int((exact / 30).rounded(.up)) * 30)
  }

  /// Minutes a week that the vault has for all goals, on average until the target; nil where it shares none.
  static func mostMinutes(in plan: Plan, until target: Day) -> Int? {
    let hours = WorkHours(of: plan)
    guard hours.isShared else { return nil }
    let weeks = max(1, (target - plan.today) / 7)
    let last = plan.today + 7 * weeks - 1
    let free = FreeHours(hours, today: plan.today, from: plan.today, through: last)
    let minutes = (0..<7 * weeks).reduce(0) { $0 + (free.sharedMinutes(on: plan.today + $1) ?? 0) }
    return minutes / weeks / 30 * 30
  }

  static func written(_ minutes: Int) -> String {
    HoursEntry(minutes: minutes, rhythm: .week).written
  }
}
