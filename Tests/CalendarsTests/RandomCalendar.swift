import PlanDocuments
import TestSupport

@testable import Calendars

/// A made-up calendar with everything that makes recurrences hard: zones, changes of the clock, exceptions, moved instances.
struct RandomCalendar {
  private(set) var text = ""
  /// The days that are asked about.
  let days: DayRange
  private var generator: SeededGenerator

  private static let zones = [
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Cairo", "America/Santiago",
    "W. Europe Standard Time", "Pacific Standard Time",
  ]
  private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  init(seed: Int) {
    generator = SeededGenerator(seed: seed)
    let first = Day(number: 20_000 + Int.random(in: 0..<700, using: &generator))
    days = DayRange(first, first + Int.random(in: 100..<500, using: &generator))
    add("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//random//EN")
    for number in 0..<Int.random(in: 1...3, using: &generator) { addSeries(number) }
    add("END:VCALENDAR")
  }

  private mutating func add(_ lines: String...) { for line in lines { text += line + "\r\n" } }
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
  private mutating func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &generator)] }

  /// What the times of a series look like.
  private enum Kind {
    case day, floating, utc
    case zone(String)
  }

  private mutating func addSeries(_ number: Int) {
    let kind: Kind = chance(25) ? .day : chance(10) ? .floating : chance(20) ? .utc : .zone(pick(Self.zones))
    var day = days.first - Int.random(in: 0..<400, using: &generator) + 100
    // Around the Sundays on which clocks change.
    if chance(40) {
      let year = day.civil.year
      day = (Day(year: year, month: pick([3, 4, 9, 10, 11]), day: pick([1, 8, 25, 28])) ?? day).monday + 6
      day = day + pick([-7, -1, 0, 0, 1])
    }
    let minute =
      chance(40) ? Int.random(in: 0..<20, using: &generator) * 15 : Int.random(in: 0..<96, using: &generator) * 15
    let start = Int(day.number) * 86_400 + minute * 60
    let rule = rule(startingOn: day, isDay: isDay(kind))
    let uid = "series-\(number)"
    add("BEGIN:VEVENT", "UID:\(uid)", "DTSTAMP:20240101T000000Z", "SUMMARY:s\(number)")
    addTime("DTSTART", start, kind)
    addLength(from: start, kind)
    if let rule { add("RRULE:\(rule)") }
    let likely = likelyStarts(rule, start: start, isDay: isDay(kind))
    // Where a day has several instances the other program leaves out more of them than an exception says: it also compares the
    // hour of one zone with that of another.
    let mayExcept = rule.map { !$0.contains("BYHOUR") } ?? false
    if mayExcept {
      for _ in 0..<Int.random(in: 0...2, using: &generator) where chance(60) { addTime("EXDATE", pick(likely), kind) }
      if chance(20) {
        addTime(
          "RDATE", start + Int.random(in: 1...200, using: &generator) * 86_400 + 9000 * (isDay(kind) ? 0 : 1), kind)
      }
    }
    add("END:VEVENT")
    guard mayExcept, chance(50) else { return }
    var changed: Set<Int> = []
    for change in 0..<Int.random(in: 1...2, using: &generator) {
      let original = pick(likely)
      guard changed.insert(original).inserted else { continue }
      let moved =
        original + (isDay(kind) ? pick([-1, 0, 1, 3]) * 86_400 : pick([-90_000, -3600, 0, 1800, 86_400, 604_800]))
      add("BEGIN:VEVENT", "UID:\(uid)", "DTSTAMP:20240102T000000Z", "SUMMARY:s\(number)c\(change)")
      addTime("RECURRENCE-ID" + (chance(20) ? ";RANGE=THISANDFUTURE" : ""), original, kind)
      addTime("DTSTART", moved, kind)
      addLength(from: moved, kind)
      add("END:VEVENT")
    }
  }

  private func isDay(_ kind: Kind) -> Bool { if case .day = kind { true } else { false } }

  private mutating func addTime(_ name: String, _ seconds: Int, _ kind: Kind) {
    let day = Day(number: seconds.flooredQuotient(86_400)).description.filter { $0 != "-" }
    let time = seconds.flooredRemainder(86_400)
    let clock = [time / 3600, time / 60 % 60, 0].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    switch kind {
    case .day: add("\(name);VALUE=DATE:\(day)")
    case .floating: add("\(name):\(day)T\(clock)")
    case .utc: add("\(name):\(day)T\(clock)Z")
    case .zone(let zone): add("\(name);TZID=\(zone):\(day)T\(clock)")
    }
  }

  private mutating func addLength(from start: Int, _ kind: Kind) {
    if isDay(kind) {
      let length = pick([1, 1, 1, 2, 7])
      if chance(20) { return add("DURATION:P\(length)D") }
      return addTime("DTEND", start + length * 86_400, kind)
    }
    let minutes = pick([15, 45, 60, 90, 150, 480])
    if chance(30) { return add("DURATION:PT\(minutes)M") }
    addTime("DTEND", start + minutes * 60, kind)
  }

  private mutating func rule(startingOn day: Day, isDay: Bool) -> String? {
    if chance(10) { return nil }
    let (_, month, _) = day.civil
    let weekday = Self.weekdays[day.weekday.fromMonday]
    var rule: String
    switch Int.random(in: 0..<10, using: &generator) {
    case 0...1: rule = "FREQ=DAILY"
    case 2...5:
      rule = "FREQ=WEEKLY"
      if chance(70) {
        let days = Set([weekday, pick(Self.weekdays), pick(Self.weekdays)])
        rule += ";BYDAY=" + Self.weekdays.filter(days.contains).joined(separator: ",")
      }
      if chance(20) { rule += ";WKST=" + pick(["SU", "MO"]) }
    case 6...7:
      rule = "FREQ=MONTHLY"
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: rule += ";BYMONTHDAY=" + pick(["1", "15", "31", "-1", "5,20,-2"])
      case 1: rule += ";BYDAY=" + pick(["1", "2", "3", "4", "-1", "-2"]) + pick(Self.weekdays)
      case 2: rule += ";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=" + pick(["1", "-1", "2,-2"])
      default: break
      }
    case 8:
      rule = "FREQ=YEARLY"
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: rule += ";BYMONTH=\(month);BYDAY=" + pick(["1", "-1", "2"]) + pick(Self.weekdays)
      case 1: rule += ";BYMONTH=\(pick([3, 10])),\(month);BYMONTHDAY=" + pick(["1", "28", "-1"])
      case 2: rule += ";BYYEARDAY=" + pick(["1", "100,200", "-1", "60"])
      default: break
      }
    default:
      rule = "FREQ=DAILY;BYMONTH=\(pick([3, 4])),\(pick([10, 11]))"
      if chance(50) { rule += ";BYDAY=" + pick(["SU", "SA,SU", "MO,WE"]) }
    }
    if chance(30) { rule += ";INTERVAL=\(Int.random(in: 2...4, using: &generator))" }
    if !isDay, chance(10) { rule += ";BYHOUR=" + pick(["2,14", "1,2,3"]) }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: rule += ";COUNT=\(Int.random(in: 1...40, using: &generator))"
    case 1:
      let end = (day + Int.random(in: 0...500, using: &generator)).description.filter { $0 != "-" }
      rule += isDay ? ";UNTIL=\(end)" : ";UNTIL=\(end)T\(pick(["000000", "120000", "235959"]))Z"
    default: break
    }
    return rule
  }

  /// Starts that the rule may well have, so that exceptions and changes meet some; that they miss some is as good.
  private mutating func likelyStarts(_ rule: String?, start: Int, isDay: Bool) -> [Int] {
    guard let rule, let parsed = try? RecurrenceRule(Array(rule.utf8)[...]) else { return [start] }
    var steps = 10_000
    var found: [Int] = []
    _ = RecurrenceStarts(parsed, start: start, isAllDay: isDay, until: nil)
      .forEach(from: start, through: start + 600 * 86_400, steps: &steps) {
        found.append($0); return found.count < 30
      }
    return found.isEmpty ? [start] : found
  }
}
