extension Hours {
  /// Reads one line of `time:`: an entry, several with commas between them, or `none`.
  package init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    var scanner = ValueScanner(bytes)
    if scanner.take(word: "none"), scanner.isAtEnd {
      self = .none
      return
    }
    var entries: [HoursEntry] = []
    for part in HoursEntry.parts(of: bytes) { entries.append(try HoursEntry(reading: part)) }
    self = .entries(entries)
  }

  /// `none`, or the entries with commas between them.
  package var written: String {
    switch self {
    case .none: "none"
    case .entries(let entries): entries.map(\.written).joined(separator: ", ")
    }
  }
}

extension HoursEntry {
  private static let expected = "hours are written 10h/week, 2h mon-fri, 45m 4x/week or 2h mon-fri 06:00-08:00"

  /// Reads `10h/week`, `2h mon-fri`, `2h mon-fri max 8h/week`, `45m 4x/week`, each with a window (`06:00-08:00`), its weeks
  /// (`every 3 weeks from 2026-01-05`) and a period (`2026-09-01..2026-12-20`, `2026-W53`) where there are any.
  package init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    var parts = HoursParts()
    var scanner = ValueScanner(bytes)
    while !scanner.isAtEnd {
      let before = scanner
      guard try parts.take(from: &scanner) else {
        scanner = before
        throw BadValue(
          "`\(String(decoding: scanner.takeToken(), as: UTF8.self))` is no part of it, " + HoursEntry.expected)
      }
      scanner.takeBlanks()
    }
    let hasSlip = scanner.hasSlip || parts.minutes == nil
    guard let minutes = parts.minutes ?? parts.window?.length else { throw BadValue(HoursEntry.expected) }
    let hours = Effort(minutes: minutes).written
    // Hours of a named week are hours of a week.
    let isOneWeek = parts.rhythm == nil && (parts.period?.isWeek ?? false)
    guard let rhythm = parts.rhythm ?? (isOneWeek ? .week : nil) else {
      throw BadValue("it does not say when: \(hours)/week, or \(hours) mon-fri")
    }
    var cycle: WeekCycle?
    if let weeks = parts.everyWeeks {
      guard let from = parts.from ?? parts.period?.first else {
        throw BadValue("it does not say in which week it begins: every \(weeks) weeks from 2026-01-05")
      }
      cycle = WeekCycle(weeks: weeks, from: from)
    }
    let meant = HoursEntry(
      minutes: minutes, rhythm: rhythm, weeklyMost: parts.weeklyMost, window: parts.window, cycle: cycle,
      period: parts.period)
    if case .week = rhythm {
      guard minutes <= 7 * 1440 else { throw BadValue("a week has 168 hours") }
    } else {
      guard minutes <= 1440 else { throw BadValue("a day has 24 hours") }
    }
    if let most = parts.weeklyMost {
      guard case .days = rhythm else {
        throw BadValue("max goes with days: 2h mon-fri max \(Effort(minutes: most).written)/week")
      }
      guard most <= 7 * 1440 else { throw BadValue("a week has 168 hours") }
    }
    if hasSlip || isOneWeek || cycle != nil && parts.from == nil {
      throw BadValue(HoursEntry.expected, suggestion: meant.written)
    }
    self = meant
  }

  /// `2h mon-fri max 8h/week 06:00-08:00 every 3 weeks from 2026-01-05 2026-09-01..2026-12-20`: what `init(reading:)` reads back.
  package var written: String {
    var text = Effort(minutes: minutes).written
    switch rhythm {
    case .week: text += "/week"
    case .timesAWeek(let times): text += " \(times)x/week"
    case .days(let days): text += " " + days.written
    }
    if let weeklyMost { text += " max \(Effort(minutes: weeklyMost).written)/week" }
    if let window { text += " " + window.written }
    if let cycle { text += " every \(cycle.weeks) weeks from \(cycle.from)" }
    if let period { text += period.isWeek ? " \(period.weekName)" : " \(period.first)..\(period.last)" }
    return text
  }

  /// The entries between the commas.
  ///
  /// A comma between weekdays parts no entries: `2h mon, wed`.
  fileprivate static func parts(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] == UInt8(ascii: ",") {
      let next = bytes[(index + 1)...].first { !$0.isWhiteSpace }
      guard next?.isDigit == true, index + 1 < bytes.endIndex, bytes[index + 1].isWhiteSpace else { continue }
      parts.append(bytes[start..<index])
      start = index + 1
    }
    return parts + [bytes[start...]]
  }
}

extension WeekdaySet {
  /// `mon-fri`, `tue thu`, `mon-wed sat`.
  package var written: String {
    let names = Weekday.allCases.map { $0.shortName.lowercased() }
    var runs: [String] = []
    var day = 0
    while day < 7 {
      guard contains(Weekday(fromMonday: day)) else {
        day += 1
        continue
      }
      var last = day
      while last < 6, contains(Weekday(fromMonday: last + 1)) { last += 1 }
      if last - day >= 2 {
        runs.append(names[day] + "-" + names[last])
      } else {
        runs += names[day...last]
      }
      day = last + 1
    }
    return runs.joined(separator: " ")
  }
}

extension ClockWindow {
  /// Such as `06:00-08:00`.
  package var written: String {
    func clock(_ minutes: Int) -> String {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return two(minutes / 60) + ":" + two(minutes % 60)
    }
    return clock(start) + "-" + clock(end)
  }
}
