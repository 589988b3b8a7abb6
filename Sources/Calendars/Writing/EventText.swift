import PlanDocuments

/// The person's own clock, as events are written with it.
package struct CalendarZone: Sendable {
  /// `Europe/Berlin`; nil where the machine does not say.
  package var name: String?
  package var rules: ZoneRules

  package init(name: String?, rules: ZoneRules) {
    self.name = name
    self.rules = rules
  }

  /// Midnight UTC is the start of this clock's days.
  var isUTC: Bool { name.map { ["UTC", "Etc/UTC", "Etc/GMT", "GMT"].contains($0) } ?? false }
}

/// Whole calendars of our own events.
package enum CalendarWriting {
  private static let product = "-//milestone map//mm//EN"

  /// One file with all events, to be subscribed to or imported.
  package static func feed(_ events: [OwnEvent], name: String, in zone: CalendarZone) -> [UInt8] {
    var text = heading
    text.add("METHOD", "PUBLISH")
    text.add("X-WR-CALNAME", text: name)
    text.add("NAME", text: name)
    text.add("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
    text.add("X-PUBLISHED-TTL", "PT12H")
    text.add(zoneOf: events, zone)
    for event in events { text.add(event, in: zone) }
    text.add("END", "VCALENDAR")
    return text.bytes
  }

  /// The file of one event in a folder of events (vdir).
  package static func file(of event: OwnEvent, in zone: CalendarZone) -> [UInt8] {
    var text = heading
    text.add(zoneOf: [event], zone)
    text.add(event, in: zone)
    text.add("END", "VCALENDAR")
    return text.bytes
  }

  private static var heading: CalendarText {
    var text = CalendarText()
    text.add("BEGIN", "VCALENDAR")
    text.add("VERSION", "2.0")
    text.add("PRODID", product)
    text.add("CALSCALE", "GREGORIAN")
    return text
  }
}

extension CalendarText {
  fileprivate mutating func add(zoneOf events: [OwnEvent], _ zone: CalendarZone) {
    let isNeeded = events.contains { if case .weekly = $0.time { true } else { false } }
    if isNeeded, !zone.isUTC, let name = zone.name { add(zone.rules, name: name) }
  }

  fileprivate mutating func add(_ event: OwnEvent, in zone: CalendarZone) {
    let stamp = "\(Self.date(event.changed))T000000Z"
    add("BEGIN", "VEVENT")
    add("UID", event.uid)
    add("DTSTAMP", stamp)
    add("LAST-MODIFIED", stamp)
    add("SEQUENCE", String(event.sequence))
    add(event.movedTo ?? event.time, in: zone)
    add("SUMMARY", text: event.summary)
    add("DESCRIPTION", text: event.note + "\n" + event.record(in: zone).text)
    add("TRANSP", event.isBusy ? "OPAQUE" : "TRANSPARENT")
    if !event.isBusy { add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE") }
    if let alarm = event.alarm {
      add("BEGIN", "VALARM")
      add("ACTION", "DISPLAY")
      add("DESCRIPTION", text: event.summary)
      add("TRIGGER", Self.duration(minutes: alarm))
      add("END", "VALARM")
    }
    add("END", "VEVENT")
  }

  private mutating func add(_ time: OwnEvent.Time, in zone: CalendarZone) {
    switch time {
    case .day(let day):
      add("DTSTART;VALUE=DATE", Self.date(day))
      add("DTEND;VALUE=DATE", Self.date(day + 1))
    case .clock(let day, let window):
      add("DTSTART", Self.instant(day, window.start, in: zone))
      add("DTEND", Self.instant(day, window.end, in: zone))
    case .weekly(let day, let window, let until):
      let parameter = zone.isUTC ? "" : zone.name.map { ";TZID=\($0)" } ?? ""
      let mark = zone.isUTC ? "Z" : ""
      add("DTSTART\(parameter)", Self.clock(day, window.start) + mark)
      add("DTEND\(parameter)", Self.clock(day, window.end) + mark)
      // The end is an instant where the beginning has a zone, and a clock time where it floats.
      let end = until.map { zone.name == nil ? Self.clock($0, 1439) : Self.instant($0, 1439, in: zone) }
      add("RRULE", "FREQ=WEEKLY" + (end.map { ";UNTIL=\($0)" } ?? ""))
    }
  }

  static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  private static func clock(_ day: Day, _ minute: Int) -> String {
    let (hour, rest) = (minute / 60, minute % 60)
    return "\(date(day + hour / 24))T\(twoDigits(hour % 24))\(twoDigits(rest))00"
  }

  private static func instant(_ day: Day, _ minute: Int, in zone: CalendarZone) -> String {
    let seconds = zone.rules.instant(of: Int(day.number) * 86_400 + minute * 60)
    let midnight = seconds.flooredQuotient(86_400)
    let time = seconds - midnight * 86_400
    return clock(Day(number: midnight), time / 60).dropLast(2) + twoDigits(time % 60) + "Z"
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// `-PT15H`, `PT5M`, `PT0S`.
  private static func duration(minutes: Int) -> String {
    let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
    if minutes == 0 { return "PT0S" }
    return (minutes < 0 ? "-PT" : "PT") + (hours > 0 ? "\(hours)H" : "") + (rest > 0 ? "\(rest)M" : "")
  }
}

extension OwnEvent {
  /// What stands in its description of it: two events with one record say the same.
  func record(in zone: CalendarZone) -> EventRecord {
    var until = ""
    if case .weekly(_, _, let last) = time { until = last?.description ?? "" }
    let clock = if case .day = time { "" } else { zone.name ?? "" }
    let content = ["1", summary, note, until, alarm.map(String.init) ?? "", clock].joined(separator: "\u{1F}")
    // FNV-1a, 32 bits.
    var hash: UInt32 = 0x811C_9DC5
    for byte in content.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    let digest = String(repeating: "0", count: 8 - digits.count) + digits
    return EventRecord(kind: kind, name: name, time: time.recorded, digest: digest)
  }
}
