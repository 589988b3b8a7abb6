import PlanDocuments

/// The clock that an event lives by, and what its written times mean on it.
struct EventClock {
  /// Whole days have no zone.
  let isAllDay: Bool
  private let own: ZoneRules
  private let floating: ZoneRules
  private let zones: [ZoneRules]

  /// - Parameters:
  ///   - start: the event's start.
  ///   - floating: the person's own zone.
  ///   - zones: those that the calendar's times name, by number.
  init(of start: WrittenTime, floating: ZoneRules, zones: [ZoneRules]) {
    isAllDay = start.clock == .day
    self.floating = floating
    self.zones = zones
    switch start.clock {
    case .day, .utc: own = .utc
    case .floating: own = floating
    case .zone(let number): own = zones[number]
    }
  }

  /// The instant at which this clock shows a time; whole days count as midnight in UTC.
  func instant(of clock: Int) -> Int { isAllDay ? clock : own.instant(of: clock) }
  func clock(at instant: Int) -> Int { isAllDay ? instant : own.clock(at: instant) }

  /// The instant of a written time; without a zone of its own it is meant on this clock.
  func instant(of time: WrittenTime) -> Int {
    if isAllDay { return time.seconds }
    switch time.clock {
    case .utc: return time.seconds
    case .zone(let number): return zones[number].instant(of: time.seconds)
    case .floating, .day: return own.instant(of: time.seconds)
    }
  }

  /// `UNTIL` on this clock, included: an instant where it is in UTC, else what the clock shows; a day to its end.
  func until(_ time: WrittenTime) -> Int {
    switch time.clock {
    case .utc: isAllDay ? time.seconds : own.clock(at: time.seconds)
    case .day: time.seconds + 86_399
    case .floating, .zone: time.seconds
    }
  }

  /// How long an event is that begins at `start`.
  func length(from start: WrittenTime, _ ending: CalendarEvent.Ending) -> WrittenDuration {
    switch ending {
    case .none: return isAllDay ? WrittenDuration(days: 1) : WrittenDuration()
    case .duration(let duration):
      guard isAllDay else { return duration }
      let days = duration.days + (duration.seconds + 86_399).flooredQuotient(86_400)
      return WrittenDuration(days: days == 0 ? 1 : days)
    case .time(let end):
      guard isAllDay else { return WrittenDuration(seconds: instant(of: end) - instant(of: start)) }
      let seconds = end.seconds - start.seconds
      let days = (seconds + 86_399).flooredQuotient(86_400)
      return WrittenDuration(days: days == 0 ? 1 : days)
    }
  }

  /// When an instance takes place that begins at a time of this clock; nil if it ends before it begins.
  func span(from clock: Int, _ length: WrittenDuration) -> EventOccurrence.Span? {
    if isAllDay {
      let first = Day(number: clock.flooredQuotient(86_400))
      return length.days < 1 ? nil : .days(DayRange(first, first + min(length.days, 100_000) - 1))
    }
    let start = instant(of: clock)
    let end = (length.days == 0 ? start : instant(of: clock + length.days * 86_400)) + length.seconds
    return end < start ? nil : .time(start: start, end: end)
  }
}
