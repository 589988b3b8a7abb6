import PlanDocuments

/// Goes through a calendar's lines once and collects what they say about times.
struct CalendarReader {
  private(set) var file = CalendarFile()
  private var lines: ContentLines
  private let limits: CalendarLimits
  private var open: [CalendarComponent] = []
  private var zoneNumbers: [String: Int] = [:]
  private var event: EventDraft?
  private var observance: ObservanceDraft?
  private var zone = WrittenZone()
  private var zoneName: String?

  /// Deeper components are taken for a mistake.
  private static let deepest = 32

  init(_ bytes: [UInt8], limits: CalendarLimits) {
    lines = ContentLines(bytes, longest: limits.lineBytes)
    self.limits = limits
  }

  mutating func read() {
    while let line = lines.next() {
      switch line.name {
      case .begin: begin(line)
      case .end: end(line)
      default: property(line)
      }
    }
    // What is not ended ends with the file.
    while let component = open.popLast() { close(component) }
    for line in lines.tooLong { file.passedOver.add(.lineTooLong(bytes: limits.lineBytes), line: line) }
  }

  private mutating func begin(_ line: ContentLine) {
    let component = CalendarComponent(named: line.value)
    // An event inside an event: the first was never ended.
    if component == .event, let index = open.firstIndex(of: .event) { closeDown(to: index) }
    guard open.count < Self.deepest else { return file.passedOver.add(.tooDeep, line: line.number) }
    open.append(component)
    switch component {
    case .event: event = EventDraft(line: line.number)
    case .observance: observance = ObservanceDraft()
    case .zone:
      zone = WrittenZone()
      zoneName = nil
    case .task: file.passedOver.add(.task, line: line.number)
    case .calendar, .freeBusy, .journal, .other: break
    }
  }

  private mutating func end(_ line: ContentLine) {
    let ended = CalendarComponent(named: line.value)
    guard let index = open.lastIndex(of: ended) else { return }
    closeDown(to: index)
  }

  private mutating func closeDown(to index: Int) {
    while open.count > index, let component = open.popLast() { close(component) }
  }

  private mutating func close(_ component: CalendarComponent) {
    switch component {
    case .event:
      guard let draft = event else { return }
      event = nil
      guard file.events.count < limits.events else {
        return file.passedOver.add(.tooManyEvents(limits.events), line: draft.line)
      }
      switch draft.finished() {
      case .success(let event): file.events.append(event)
      case .failure(let problem): file.passedOver.add(problem.reason, line: draft.line, title: draft.summary)
      }
      for reason in draft.remarks { file.passedOver.add(reason, line: draft.line, title: draft.summary) }
    case .observance:
      if let finished = observance?.finished() { zone.observances.append(finished) }
      observance = nil
    case .zone:
      if let zoneName, !zone.observances.isEmpty { file.zones[zoneName] = zone }
    case .calendar, .freeBusy, .task, .journal, .other: break
    }
  }

  private mutating func property(_ line: ContentLine) {
    switch open.last {
    case .event: readEvent(line)
    case .observance: observance?.read(line)
    case .zone: if line.name == .zoneID { zoneName = line.text }
    case .freeBusy: if line.name == .freeBusy { readFreeBusy(line) }
    case .calendar:
      switch line.name {
      case .calendarName: file.name = line.text
      case .name: file.name = file.name ?? line.text
      case .product: file.product = line.text
      default: break
      }
    case .task, .journal, .other, nil: break
    }
  }

  private mutating func readEvent(_ line: ContentLine) {
    // Taken out for a moment, so that zone names can be numbered meanwhile.
    guard var draft = event else { return }
    event = nil
    draft.read(line) { zoneNumber(of: $0) }
    event = draft
  }

  private mutating func readFreeBusy(_ line: ContentLine) {
    if let kind = line.parameter("FBTYPE"), kind.says("FREE") { return }
    for value in line.values {
      guard let period = WrittenPeriod(value, of: line, zone: { zoneNumber(of: $0) }), period.ending != .none else {
        file.passedOver.add(.unreadable(String(decoding: value.prefix(60), as: UTF8.self)), line: line.number)
        continue
      }
      guard file.busyPeriods.count < limits.events else {
        return file.passedOver.add(.tooManyEvents(limits.events), line: line.number)
      }
      file.busyPeriods.append(.init(start: period.start, ending: period.ending, line: line.number))
    }
  }

  private mutating func zoneNumber(of name: ArraySlice<UInt8>) -> Int {
    let name = String(decoding: name, as: UTF8.self)
    if let number = zoneNumbers[name] { return number }
    zoneNumbers[name] = file.zoneNames.count
    file.zoneNames.append(name)
    return file.zoneNames.count - 1
  }
}

/// `20260302T090000Z/PT1H`, `20260302T090000Z/20260302T100000Z`, or a time alone.
struct WrittenPeriod {
  let start: WrittenTime
  let ending: CalendarEvent.Ending

  init?(_ value: ArraySlice<UInt8>, of line: ContentLine, zone: (ArraySlice<UInt8>) -> Int) {
    guard let slash = value.firstIndex(of: UInt8(ascii: "/")) else {
      guard let time = WrittenTime(value, of: line, zone: zone) else { return nil }
      start = time
      ending = .none
      return
    }
    guard let time = WrittenTime(value[..<slash], of: line, zone: zone) else { return nil }
    start = time
    let rest = value[(slash + 1)...]
    if let duration = WrittenDuration(rest) {
      ending = .duration(duration)
    } else if let end = WrittenTime(rest, of: line, zone: zone) {
      ending = .time(end)
    } else {
      return nil
    }
  }
}

extension WrittenTime {
  /// Reads a value with what the line's parameters say of it.
  init?(_ value: ArraySlice<UInt8>, of line: ContentLine, zone: (ArraySlice<UInt8>) -> Int) {
    guard var time = WrittenTime(value) else { return nil }
    if line.parameter("VALUE")?.says("DATE") ?? false, time.clock != .day {
      time = WrittenTime(seconds: time.seconds - time.secondOfDay, clock: .day)
    }
    if time.clock == .floating, let name = line.parameter("TZID"), !name.isEmpty {
      time.clock = .zone(zone(name))
    }
    self = time
  }
}
