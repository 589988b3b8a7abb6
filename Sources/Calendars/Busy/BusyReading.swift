package import PlanDocuments

/// Collects the appointments of calendars, file by file, on the person's own clock.
package struct BusyReading {
  private let days: DayRange
  private var zones: ZoneFinder
  /// The person's own addresses, in lower case: what these have declined takes no time.
  private let addresses: Set<String>
  private var limits: CalendarLimits
  private var events: [BusyCalendar.Event] = []
  private var sources: [BusyCalendar.Source] = []

  package init(days: DayRange, zones: ZoneFinder, addresses: [String] = [], limits: CalendarLimits = CalendarLimits()) {
    self.days = days
    self.zones = zones
    self.addresses = Set(addresses.map { $0.lowercased() })
    self.limits = limits
  }

  package var calendar: BusyCalendar { BusyCalendar(events: events, sources: sources, days: days) }

  /// Begins a calendar; the files that follow belong to it.
  package mutating func begin(_ source: BusyCalendar.Source) { sources.append(source) }

  /// What cannot be read of the calendar that was begun last.
  package mutating func passOver(_ reason: PassedOver.Reason, in path: String) {
    guard !sources.isEmpty else { return }
    sources[sources.count - 1].passedOver.add(reason, of: path)
  }

  /// Takes in one file of the calendar that was begun last.
  ///
  /// - Parameter path: the file, where the calendar has several.
  package mutating func add(_ bytes: [UInt8], from path: String = "") {
    guard let source = sources.indices.last else { return }
    sources[source].fileCount += 1
    let file = CalendarFile(reading: bytes, limits: limits)
    let isHolidays = sources[source].isHolidays
    let expansion = CalendarExpansion(of: file, in: days, zones: &zones, limits: limits) { [addresses] event in
      Self.reasonToLeaveOut(event, isHolidays: isHolidays, addresses: addresses)
    }
    // Bounds hold for all files together.
    limits.instances = max(0, limits.instances - expansion.occurrences.count)
    limits.steps = expansion.stepsLeft
    limits.events = max(0, limits.events - file.events.count)
    sources[source].passedOver.add(file.passedOver, of: path)
    sources[source].passedOver.add(expansion.passedOver, of: path)
    let before = events.count
    for occurrence in expansion.occurrences {
      let title = file.events[occurrence.event].summary
      add(occurrence.span, titled: title.isEmpty ? "an event without a title" : title, source)
    }
    for period in expansion.busyPeriods() { add(period, titled: "busy", source) }
    if events.count > before { sources[source].eventCount += expansion.occurrences.count + file.busyPeriods.count }
  }

  static func reasonToLeaveOut(
    _ event: CalendarEvent, isHolidays: Bool, addresses: Set<String>
  ) -> PassedOver.Reason? {
    if OwnUID.isOwn(event.uid) { return .own }
    if event.isCancelled { return .cancelled }
    if event.isFree, !(isHolidays && event.isAllDay) { return .free }
    if event.declined.contains(where: addresses.contains) { return .declined }
    guard !event.isAllDay else { return nil }
    switch event.ending {
    case .none: return .noLength
    case .time(let end): return end == event.start ? .noLength : nil
    case .duration(let duration): return duration == WrittenDuration() ? .noLength : nil
    }
  }

  /// Cuts a stretch of time into what it takes of each day; whole days among them are joined.
  private mutating func add(_ span: EventOccurrence.Span, titled title: String, _ source: Int) {
    switch span {
    case .days(let range): take(range, nil, title, source)
    case .time(let start, let end):
      guard end > start else { return }
      let from = zones.own.clock(at: start).flooredQuotient(60)
      let to = (zones.own.clock(at: end) + 59).flooredQuotient(60)
      guard to > from else { return }
      let first = Day(number: from.flooredQuotient(1440))
      let last = Day(number: (to - 1).flooredQuotient(1440))
      let opening = from.flooredRemainder(1440)
      let closing = (to - 1).flooredRemainder(1440) + 1
      if first == last {
        return take(DayRange(first, first), ClockWindow(start: opening, end: closing), title, source)
      }
      if opening > 0 { take(DayRange(first, first), ClockWindow(start: opening, end: 1440), title, source) }
      let wholeFirst = opening > 0 ? first + 1 : first
      let wholeLast = closing < 1440 ? last - 1 : last
      if wholeFirst <= wholeLast { take(DayRange(wholeFirst, wholeLast), nil, title, source) }
      if closing < 1440 { take(DayRange(last, last), ClockWindow(start: 0, end: closing), title, source) }
    }
  }

  private mutating func take(_ range: DayRange, _ window: ClockWindow?, _ title: String, _ source: Int) {
    guard range.first <= days.last, range.last >= days.first else { return }
    let range = DayRange(max(range.first, days.first), min(range.last, days.last))
    let isWhole = window.map { $0.length >= 1440 } ?? true
    events.append(BusyCalendar.Event(title: title, days: range, window: isWhole ? nil : window, source: source))
  }
}
