import PlanDocuments

/// An event while its lines are read.
struct EventDraft {
  let line: Int
  private(set) var summary = ""
  /// What is not followed, although the event counts.
  private(set) var remarks: [PassedOver.Reason] = []
  private var event: CalendarEvent
  private var hasStart = false
  private var problem: PassedOver.Reason?

  /// An event without a start, or with one that cannot be read.
  struct Problem: Error {
    var reason: PassedOver.Reason
  }

  init(line: Int) {
    self.line = line
    event = CalendarEvent(line: line, start: WrittenTime(seconds: 0, clock: .floating))
  }

  func finished() -> Result<CalendarEvent, Problem> {
    if let problem { return .failure(Problem(reason: problem)) }
    return hasStart ? .success(event) : .failure(Problem(reason: .noStart))
  }

  /// - Parameter zone: the number of a zone's name.
  mutating func read(_ line: ContentLine, zone: (ArraySlice<UInt8>) -> Int) {
    switch line.name {
    case .uid: event.uid = line.text
    case .summary:
      summary = String(line.text.prefix(200))
      event.summary = summary
    case .status: event.isCancelled = line.value.says("CANCELLED")
    case .transparency: if line.value.says("TRANSPARENT") { event.isFree = true }
    case .busyStatus:
      if line.value.says("FREE") || line.value.says("WORKINGELSEWHERE") { event.isFree = true }
    case .attendee: readAttendee(line)
    case .sequence: event.sequence = line.value.number ?? 0
    case .stamp: event.stamp = WrittenTime(line.value)?.seconds ?? 0
    case .start, .finish, .duration, .recurrenceID: readTime(line, zone)
    case .rule, .exceptionRule: readRule(line)
    case .date, .exceptionDate: readDates(line, zone)
    default: break
    }
  }

  private mutating func readTime(_ line: ContentLine, _ zone: (ArraySlice<UInt8>) -> Int) {
    if line.name == .duration {
      guard let duration = WrittenDuration(line.value) else { return fail(line) }
      event.ending = .duration(duration)
      return
    }
    guard let time = WrittenTime(line.value, of: line, zone: zone) else { return fail(line) }
    switch line.name {
    case .start:
      event.start = time
      hasStart = true
    case .finish: event.ending = .time(time)
    default:
      event.recurrenceID = time
      event.isThisAndFuture = line.parameter("RANGE")?.says("THISANDFUTURE") ?? false
    }
  }

  private mutating func readRule(_ line: ContentLine) {
    do throws(RecurrenceRule.Refusal) {
      let rule = try RecurrenceRule(line.value)
      if line.name == .rule { event.rules.append(rule) } else { event.exceptionRules.append(rule) }
    } catch {
      switch error {
      case .tooOften: remarks.append(.repeatsTooOften)
      case .foreignCalendar(let name): remarks.append(.foreignCalendar(name))
      case .unreadable(let part): remarks.append(.unreadableRule(part))
      }
    }
  }

  private mutating func readDates(_ line: ContentLine, _ zone: (ArraySlice<UInt8>) -> Int) {
    for value in line.values {
      guard let period = WrittenPeriod(value, of: line, zone: zone) else {
        remarks.append(.unreadable(Self.excerpt(value)))
        continue
      }
      if line.name == .date {
        event.listedDates.append(.init(start: period.start, ending: period.ending))
      } else {
        event.exceptionDates.append(period.start)
      }
    }
  }

  private mutating func readAttendee(_ line: ContentLine) {
    guard line.parameter("PARTSTAT")?.says("DECLINED") ?? false, event.declined.count < 100 else { return }
    let address = line.text.lowercased()
    event.declined.append(address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address)
  }

  private mutating func fail(_ line: ContentLine) {
    problem = problem ?? .unreadable(Self.excerpt(line.bytes))
  }

  private static func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(60), as: UTF8.self)
  }
}

/// A change of the clock in a `VTIMEZONE` while its lines are read.
struct ObservanceDraft {
  private var start: Int?
  private var offsetFrom: Int?
  private var offsetTo: Int?
  private var rules: [RecurrenceRule] = []
  private var dates: [Int] = []

  mutating func read(_ line: ContentLine) {
    switch line.name {
    case .start: start = WrittenTime(line.value)?.seconds
    case .offsetFrom: offsetFrom = line.value.zoneOffset
    case .offsetTo: offsetTo = line.value.zoneOffset
    case .rule: if let rule = try? RecurrenceRule(line.value) { rules.append(rule) }
    case .date: dates += line.values.compactMap { WrittenTime($0)?.seconds }
    default: break
    }
  }

  func finished() -> WrittenZone.Observance? {
    guard let start, let offsetTo else { return nil }
    return WrittenZone.Observance(
      start: start, offsetFrom: offsetFrom ?? offsetTo, offsetTo: offsetTo, rules: rules, dates: dates)
  }
}
