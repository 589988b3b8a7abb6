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
  func length(from start: WrittenTime, _ ending: CalendarEvent.Ending) -> EventLength {
    switch ending {
    case .none: return isAllDay ? .days(1) : .exact(WrittenDuration())
    case .duration(let duration):
      guard isAllDay else { return .exact(duration) }
      let days = duration.days + (duration.seconds + 86_399).flooredQuotient(86_400)
      return .days(days == 0 ? 1 : days)
    case .time(let end):
      if isAllDay {
        let days = (end.seconds - start.seconds + 86_399).flooredQuotient(86_400)
        return .days(days == 0 ? 1 : days)
      }
      return .clock(clock(at: instant(of: end)) - start.seconds)
    }
  }

  /// When an instance takes place that begins at a time of this clock; nil if it ends before it begins.
  func span(from clock: Int, _ length: EventLength) -> EventOccurrence.Span? {
    let start = instant(of: clock)
    switch length {
    case .days(let days):
      let first = Day(number: clock.flooredQuotient(86_400))
      return days < 1 ? nil : .days(DayRange(first, first + min(days, 100_000) - 1))
    case .clock(let seconds):
      let end = instant(of: clock + seconds)
      // Where the start stands in a gap of the clock, an end soon after may lie before it.
      return seconds < 0 ? nil : .time(start: start, end: end < start ? start + seconds : end)
    case .exact(let duration):
      let end = (duration.days == 0 ? start : instant(of: clock + duration.days * 86_400)) + duration.seconds
      return end < start ? nil : .time(start: start, end: end)
    }
  }
}

/// How long each instance of an event is.
enum EventLength: Hashable {
  case days(Int)
  /// Seconds that the clock goes on, from `DTEND`: a shift from 22:00 to 6:00 ends at six also when the clock changes meanwhile.
  case clock(Int)
  /// As `DURATION` has it: days by the clock, the rest exactly.
  case exact(WrittenDuration)

  /// About so many seconds.
  var seconds: Int {
    switch self {
    case .days(let days): days * 86_400
    case .clock(let seconds): seconds
    case .exact(let duration): duration.days * 86_400 + duration.seconds
    }
  }
}
