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

  /// What the events of a calendar take, each day's times joined.
  package init(of calendar: BusyCalendar) {
    self.init()
    for event in calendar.events {
      guard let window = event.window else {
        // The events come in order, so what touches or meets the last range widens it.
        if let last = allDay.last, event.days.first <= last.last + 1 {
          allDay[allDay.count - 1] = DayRange(last.first, max(last.last, event.days.last))
        } else {
          allDay.append(event.days)
        }
        continue
      }
      windows[event.days.first, default: []].append(window)
    }
    for (day, times) in windows where times.count > 1 { windows[day] = ClockTimes(times).stretches }
  }

  package var isEmpty: Bool { allDay.isEmpty && windows.isEmpty }
}
