import PlanDocuments
import PlanModel

/// The stretches of the clock in which the work of a goal may lie, by day.
struct FreeWindows {
  private let hours: WorkHours
  private let rules: BlockRules
  private var known: [Key: [ClockWindow]] = [:]

  private struct Key: Hashable {
    var goal: Int
    var day: Day
  }

  init(_ hours: WorkHours, rules: BlockRules) {
    self.hours = hours
    self.rules = rules
  }

  /// The stretches in the order in which they are taken, without what appointments take, on the grid of blocks.
  ///
  /// Where the hours of the day have a window, it alone; else the day, then the evening, then the morning.
  mutating func stretches(goal: Int, on day: Day) -> [ClockWindow] {
    let key = Key(goal: goal, day: day)
    if let known = known[key] { return known }
    let rule = DayRule(vault: hours.vault, goal: hours.goals[goal], isShared: hours.isShared)
    let busy = rule.busyTimes(on: day)
    let parts = rule.window(on: day).map { [$0] } ?? [rules.day, rules.evening, rules.morning].map { ClockTimes([$0]) }
    let found = parts.flatMap { $0.subtracting(busy).stretches }.map { stretch in
      ClockWindow(start: BlockRules.roundedUp(stretch.start), end: BlockRules.roundedDown(stretch.end))
    }.filter { $0.length > 0 }
    known[key] = found
    return found
  }
}
