package import PlanDocuments

/// An event of ours as it stands in a calendar now.
package struct WrittenEvent: Hashable, Sendable {
  package var uid: String
  var title = ""
  var sequence = 0
  /// The day of its stamp.
  package internal(set) var changed: Day?
  /// What `mm` wrote; nil where somebody has taken it out of the description.
  var record: EventRecord?
  /// When it takes place now; nil where that cannot be read.
  var time: OwnEvent.Time?

  package var kind: OwnEvent.Kind? { record?.kind }
  /// `book/part-1`; nil where its record is gone.
  package var name: String? { record?.name }

  /// When `mm` put it.
  package var recordedTime: OwnEvent.Time? { record.flatMap { OwnEvent.Time(recorded: $0.time) } }

  /// Where the person moved it; nil where it stands as it was written.
  package var movedTo: OwnEvent.Time? {
    guard let recorded = recordedTime, let time, time.recorded != recorded.recorded else { return nil }
    switch (recorded, time) {
    case (.day, .clock(let day, _)) where day == recorded.day: return nil
    case (.day, .clock(let day, _)): return .day(day)
    default: return time
    }
  }
}

/// What a calendar's bytes hold, as far as it concerns events of ours.
package struct WrittenCalendar: Sendable {
  /// Ours, in the order of the file; of one that stands twice the first.
  package private(set) var events: [WrittenEvent] = []
  /// Entries that are not ours.
  package private(set) var foreignCount = 0
  /// There is a calendar in it.
  package private(set) var isCalendar = false

  /// The bytes are a calendar at all.
  package static func isCalendar(_ bytes: [UInt8]) -> Bool {
    var lines = ContentLines(bytes, longest: longestLine)
    guard let first = lines.next() else { return false }
    return first.name == .begin && CalendarComponent(named: first.value) == .calendar
  }

  /// Longer lines are none of ours.
  private static let longestLine = 64 * 1_024

  /// - Parameters:
  ///   - bytes: a feed, or the file of one event, whoever wrote it last.
  ///   - zones: finds the zones that others write times in.
  package init(_ bytes: [UInt8], in zone: CalendarZone, zones: inout ZoneFinder) {
    var lines = ContentLines(bytes, longest: Self.longestLine)
    var draft: WrittenDraft?
    var depth = 0
    var seen: Set<String> = []
    while let line = lines.next() {
      switch line.name {
      case .begin where draft == nil:
        switch CalendarComponent(named: line.value) {
        case .calendar: isCalendar = true
        case .event: draft = WrittenDraft()
        case .task, .journal, .freeBusy: foreignCount += 1
        case .zone, .observance, .other: break
        }
        depth = 0
      case .begin: depth += 1
      case .end where depth > 0: depth -= 1
      case .end:
        guard let ended = draft else { break }
        draft = nil
        if let event = ended.event(in: zone, zones: &zones) {
          if !ended.isInstance, seen.insert(event.uid).inserted { events.append(event) }
        } else {
          foreignCount += 1
        }
      // What stands in an alarm is about the alarm.
      case _ where depth == 0: draft?.read(line)
      default: break
      }
    }
  }
}

/// An event while its lines are read.
private struct WrittenDraft {
  private var event = WrittenEvent(uid: "")
  private var start: WrittenTime?
  private var finish: WrittenTime?
  private var duration: WrittenDuration?
  private var zoneName = ""
  private var repeats = false
  /// One instance of a series that was moved alone.
  private(set) var isInstance = false

  mutating func read(_ line: ContentLine) {
    switch line.name {
    case .uid: event.uid = line.text
    case .summary: event.title = line.text
    case .sequence: event.sequence = line.value.number ?? 0
    case .stamp: event.changed = WrittenTime(line.value)?.day
    case .description: event.record = EventRecord(in: line.text)
    case .rule: repeats = true
    case .recurrenceID: isInstance = true
    case .duration: duration = WrittenDuration(line.value)
    case .finish: finish = time(line)
    case .start:
      start = time(line)
      zoneName = line.parameter("TZID").map { String(decoding: $0, as: UTF8.self) } ?? ""
    default: break
    }
  }

  private func time(_ line: ContentLine) -> WrittenTime? {
    var time = WrittenTime(line.value)
    if line.parameter("TZID") != nil, time?.clock == .floating { time?.clock = .zone(0) }
    return time
  }

  /// Nil where it is not ours.
  func event(in zone: CalendarZone, zones: inout ZoneFinder) -> WrittenEvent? {
    guard OwnUID.isOwn(event.uid) else { return nil }
    var event = event
    event.time = time(in: zone, zones: &zones)
    return event
  }

  private func time(in zone: CalendarZone, zones: inout ZoneFinder) -> OwnEvent.Time? {
    guard let start else { return nil }
    if start.clock == .day { return .day(start.day) }
    guard let from = local(start, zone, &zones) else { return nil }
    let length = finish.flatMap { local($0, zone, &zones) }.map { $0 - from }
    let minutes = (length ?? duration.map { $0.days * 86_400 + $0.seconds } ?? 0) / 60
    let day = from.flooredQuotient(86_400)
    let minute = (from - day * 86_400) / 60
    // Nothing of ours is longer than a day.
    let window = ClockWindow(start: minute, end: minute + min(max(0, minutes), 24 * 60))
    return repeats ? .weekly(Day(number: day), window, until: nil) : .clock(Day(number: day), window)
  }

  /// Seconds of the person's own clock.
  private func local(_ time: WrittenTime, _ zone: CalendarZone, _ zones: inout ZoneFinder) -> Int? {
    switch time.clock {
    case .day, .floating: return time.seconds
    case .utc: return zone.rules.clock(at: time.seconds)
    case .zone:
      if zoneName == zone.name { return time.seconds }
      var steps = 0
      let rules = zones.rules(named: zoneName, written: nil, through: time.seconds, steps: &steps)
      return zone.rules.clock(at: (rules ?? zone.rules).instant(of: time.seconds))
    }
  }
}
