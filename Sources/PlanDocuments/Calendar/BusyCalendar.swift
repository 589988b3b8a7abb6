/// The appointments that were read, in days and hours of the person's own clock, and where they came from.
package struct BusyCalendar: Sendable {
  /// What an appointment takes: whole days, or a stretch of one day.
  package struct Event: Hashable, Sendable {
    package var title: String
    package var days: DayRange
    /// Minutes of its one day; nil takes all of `days`.
    package var window: ClockWindow?
    /// The index among the sources.
    package var source: Int

    package init(title: String, days: DayRange, window: ClockWindow? = nil, source: Int = 0) {
      self.title = title
      self.days = days
      self.window = window
      self.source = source
    }

    /// The first day, then the time of day, whole days first.
    package var order: (Int32, Int) { (days.first.number, window?.start ?? -1) }
  }

  /// A calendar as the person named it: a file, or a folder of files.
  package struct Source: Hashable, Sendable {
    package var name: String
    /// Its whole days are public holidays, whatever they say about being free.
    package var isHolidays: Bool
    package var fileCount = 0
    /// Times at which its events take something of the days.
    package var eventCount = 0
    package var passedOver = PassedOver()
    /// When a copy of a calendar elsewhere was fetched; nil for files that are read where they lie.
    package var fetched: Day?

    package init(name: String, isHolidays: Bool = false) {
      self.name = name
      self.isHolidays = isHolidays
    }
  }

  /// In the order of `Event.order`.
  package private(set) var events: [Event]
  package var sources: [Source]
  /// The days that were looked at; nil where no calendar is named.
  package var days: DayRange?

  package init(events: [Event] = [], sources: [Source] = [], days: DayRange? = nil) {
    self.events = events.sorted { $0.order < $1.order }
    self.sources = sources
    self.days = days
  }

  package var isEmpty: Bool { events.isEmpty }

  /// The events that take something of these days, in their order.
  package func events(in range: DayRange) -> [Event] {
    events.filter { $0.days.first <= range.last && $0.days.last >= range.first }
  }
}
