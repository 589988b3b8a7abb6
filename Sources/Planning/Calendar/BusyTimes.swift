package import PlanDocuments

/// Times that appointments take: all-day events, and hours of the clock on single days.
///
/// An all-day event takes the whole day. An event with a time counts only where hours have a window.
package struct BusyTimes: Hashable, Sendable {
  package var allDay: [DayRange]
  /// Clock times by day; they may overlap and stand in any order.
  package var windows: [Day: [ClockWindow]]

  package init(allDay: [DayRange] = [], windows: [Day: [ClockWindow]] = [:]) {
    self.allDay = allDay
    self.windows = windows
  }

  package var isEmpty: Bool { allDay.isEmpty && windows.isEmpty }
}
