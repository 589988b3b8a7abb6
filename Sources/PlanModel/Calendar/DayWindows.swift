package import PlanDocuments

extension DayRule {
  /// The clock times that the hours of the day name; nil where some of them name none.
  package func window(on day: Day) -> ClockTimes? {
    let shared = Self.window(of: HoursInForce(vault.entries, on: day, spreadsWeeks: true).items(on: day.weekday))
    guard let goal, !goal.entries.isEmpty else { return shared }
    let own = HoursInForce(goal.entries, on: day, spreadsWeeks: false)
    let windows = own.hasDayItems ? own.items(on: day.weekday).compactMap(\.window) : own.weeklyWindows
    let isWhole = own.hasDayItems ? windows.count == own.items(on: day.weekday).count : !windows.isEmpty
    guard isWhole, !windows.isEmpty else { return shared }
    return shared.map { ClockTimes(windows).intersection($0) } ?? ClockTimes(windows)
  }

  /// What appointments take of the day.
  package func busyTimes(on day: Day) -> ClockTimes {
    ClockTimes((vault.busy.windows[day] ?? []) + (goal?.busy.windows[day] ?? []))
  }
}
