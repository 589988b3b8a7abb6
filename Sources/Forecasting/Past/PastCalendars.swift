package import PlanDocuments
package import PlanModel

/// The appointments of past weeks as the calendars had them by the end of each: what a calendar says now changes nothing of
/// the past.
package struct PastCalendars: Sendable {
  /// By the week's Monday; weeks that are not here have the appointments that the calendars have today.
  package var weeks: [Day: BusyTimes]
  /// Calendars are read that nothing remembers: what they had in a past week only a review note may know.
  package var areForgotten: Bool

  package init(weeks: [Day: BusyTimes] = [:], areForgotten: Bool = false) {
    self.weeks = weeks
    self.areForgotten = areForgotten
  }
}

extension PlanHistory {
  /// The hours of a week are those that were known by its end: from git, or from the week's note.
  package func areHoursKnown(inWeekOf monday: Day) -> Bool {
    if keptWeeks[monday] != nil { return true }
    return monday + 6 >= plan.today || state(atEndOf: monday + 6) != nil && !calendars.areForgotten
  }

  /// The settings and calendars as the last commits before the end of past weeks had them, latest week first, for a
  /// year.
  package var committedCalendars: [(monday: Day, state: VaultPast.State)] {
    let first = max(firstDay ?? plan.today, plan.today - 371).monday
    let count = (plan.today.monday - first) / 7
    return (0..<max(0, count)).compactMap { week in
      let monday = plan.today.monday - 7 * (week + 1)
      return state(atEndOf: monday + 6).map { (monday, past.states[$0]) }
    }
  }
}
