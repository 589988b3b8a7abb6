package import PlanDocuments

/// When the events of a calendar take place within some days.
///
/// A recurrence is laid out on the clock of its event and only then turned into instants, so that a weekly meeting keeps its time
/// across a change of the clock. The event's own start always counts as an instance, whether or not its rule holds it.
package struct CalendarExpansion: Sendable {
  package private(set) var occurrences: [EventOccurrence] = []
  package private(set) var passedOver = PassedOver()

  private let file: CalendarFile
  private let limits: CalendarLimits
  private let floating: ZoneRules
  private var zones: [ZoneRules] = []
  /// The wanted stretch in instants, the end not part of it, and as days.
  private let from: Int
  private let to: Int
  private let days: DayRange
  private var steps: Int

  /// What is left of the days that may be looked at.
  var stepsLeft: Int { max(0, steps) }

  private var hasTooMany = false

  /// - Parameters:
  ///   - days: on the person's own clock.
  ///   - leftOut: why an event does not count at all; nil if it does.
  package init(
    of file: CalendarFile, in days: DayRange, zones finder: inout ZoneFinder, limits: CalendarLimits = CalendarLimits(),
    leavingOut leftOut: (CalendarEvent) -> PassedOver.Reason?
  ) {
    self.file = file
    self.limits = limits
    self.days = days
    steps = limits.steps
    floating = finder.own
    from = floating.instant(of: Int(days.first.number) * 86_400)
    to = floating.instant(of: (Int(days.last.number) + 1) * 86_400)
    for name in file.zoneNames {
      let rules = finder.rules(named: name, written: file.zones[name], through: to, steps: &steps)
      if rules == nil { passedOver.add(.unknownZone(name)) }
      zones.append(rules ?? floating)
    }
    let reasons = file.events.map(leftOut)
    for (event, reason) in zip(file.events, reasons) {
      if let reason { passedOver.add(reason, line: event.line, title: event.summary) }
    }
    for series in EventSeries.all(of: file.events) { add(series, reasons) }
    if hasTooMany { passedOver.add(.tooManyInstances(limits.instances)) }
  }

  private mutating func add(_ series: EventSeries, _ reasons: [PassedOver.Reason?]) {
    guard let first = series.masters.first ?? series.changes.first else { return }
    let clock = clock(of: first)
    var replaced = ReplacedInstances(series.changes.map { file.events[$0] }, clock)
    let excluded = ExcludedStarts(series.masters.flatMap { file.events[$0].exceptionDates }, clock)
    for index in series.changes {
      let event = file.events[index]
      guard let id = event.recurrenceID else { continue }
      let original = clock.instant(of: id)
      if event.isThisAndFuture, !series.masters.isEmpty {
        replaced.addFuture(index, event, from: original)
      }
      if reasons[index] == nil, !excluded.contains(clock.clock(at: original), original) {
        add(event, index, at: event.start.seconds, self.clock(of: index), original: original)
      }
    }
    for index in series.masters { add(index, replaced, reasons) }
  }

  /// The instances of an event that no other event stands for.
  private mutating func add(_ index: Int, _ replaced: ReplacedInstances, _ reasons: [PassedOver.Reason?]) {
    let event = file.events[index]
    // What stands for later instances may count although the event itself does not.
    if reasons[index] != nil, replaced.futures.allSatisfy({ reasons[$0.event] != nil }) { return }
    let clock = clock(of: index)
    let length = clock.length(from: event.start, event.ending)
    guard clock.span(from: event.start.seconds, length) != nil else {
      return passedOver.add(.endsBeforeItBegins, line: event.line, title: event.summary)
    }
    let first = from - length.seconds - replaced.longestReach - 2 * 86_400
    let last = to + replaced.longestReach + 2 * 86_400
    var starts = Set<Int>()
    let mayBe = first...last
    if mayBe.contains(event.start.seconds) { starts.insert(event.start.seconds) }
    for rule in event.rules {
      let added = RecurrenceStarts(
        rule, start: event.start.seconds, isAllDay: clock.isAllDay, until: rule.until.map(clock.until))
      let isDone = added.forEach(from: first, through: last, steps: &steps) { start in
        starts.insert(start)
        return starts.count <= limits.instances
      }
      if !isDone { passedOver.add(.tooMuchWork, line: event.line, title: event.summary) }
    }
    var endings: [Int: CalendarEvent.Ending] = [:]
    for date in event.listedDates {
      let start = clock.clock(at: clock.instant(of: date.start))
      guard mayBe.contains(start) else { continue }
      starts.insert(start)
      if date.ending != .none { endings[start] = date.ending }
    }
    var excluded = ExcludedStarts(event.exceptionDates, clock)
    for rule in event.exceptionRules {
      let taken = RecurrenceStarts(
        rule, start: event.start.seconds, isAllDay: clock.isAllDay, until: rule.until.map(clock.until))
      _ = taken.forEach(from: first, through: last, steps: &steps) { start in
        excluded.add(start, clock)
        return excluded.count <= limits.instances
      }
    }
    for start in starts.sorted() {
      let original = clock.instant(of: start)
      if excluded.contains(start, original) || replaced.contains(start, original) { continue }
      if let future = replaced.future(at: original) {
        if reasons[future.event] == nil { add(future, at: start, clock, original) }
      } else if reasons[index] == nil {
        let length = endings[start].map { ending in
          clock.length(from: WrittenTime(seconds: start, clock: event.start.clock), ending)
        }
        add(event, index, at: start, clock, original: original, length: length)
      }
    }
  }

  /// An instance that an event stands for together with all after it: moved as far as that one was.
  private mutating func add(_ future: ReplacedInstances.Future, at start: Int, _ clock: EventClock, _ original: Int) {
    let event = file.events[future.event]
    let own = self.clock(of: future.event)
    let moved = own.isAllDay == clock.isAllDay ? own.clock(at: original) + future.shift : event.start.seconds
    add(event, future.event, at: moved, own, original: original)
  }

  private mutating func add(
    _ event: CalendarEvent, _ index: Int, at start: Int, _ clock: EventClock, original: Int,
    length: EventLength? = nil
  ) {
    let length = length ?? clock.length(from: event.start, event.ending)
    guard let span = clock.span(from: start, length) else {
      return passedOver.add(.endsBeforeItBegins, line: event.line, title: event.summary)
    }
    switch span {
    case .days(let range): if range.last < days.first || range.first > days.last { return }
    case .time(let start, let end): if max(end, start + 1) <= from || start >= to { return }
    }
    guard occurrences.count < limits.instances else {
      hasTooMany = true
      return
    }
    occurrences.append(EventOccurrence(event: index, span: span, original: original))
  }

  private func clock(of index: Int) -> EventClock {
    EventClock(of: file.events[index].start, floating: floating, zones: zones)
  }

  /// The stretches that the calendar says somebody is busy in, without telling why.
  package func busyPeriods() -> [EventOccurrence.Span] {
    file.busyPeriods.compactMap { period in
      let clock = EventClock(of: period.start, floating: floating, zones: zones)
      return clock.span(from: period.start.seconds, clock.length(from: period.start, period.ending))
    }
  }
}
