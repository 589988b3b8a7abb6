import PlanDocuments

/// The starts of a rule's instances, on the clock of its event, in order and only as far as somebody asks.
///
/// Without `COUNT` the periods before the window are leapt over, so that an old daily event costs what a new one costs.
struct RecurrenceStarts {
  /// Seconds on the event's clock.
  typealias Seconds = Int

  private let rule: RecurrenceRule
  private let days: RecurrenceDays
  private let start: Seconds
  private let startDay: Day
  /// Years are counted in weeks, and begin and end with one.
  private let countsWeeks: Bool
  private let firstYear: Int
  /// The last start that counts, by `UNTIL`.
  private let until: Seconds
  /// Seconds of the day on which instances of one day begin.
  private var times: [Int] = []

  /// - Parameters:
  ///   - isAllDay: the event has no times, and what the rule says of them means nothing.
  ///   - until: `UNTIL` on the event's clock, included; nil goes on for ever.
  init(_ rule: RecurrenceRule, start: Seconds, isAllDay: Bool, until: Seconds?) {
    self.rule = rule
    self.start = start
    self.until = until ?? .max
    startDay = Day(number: start.flooredQuotient(86_400))
    days = RecurrenceDays(rule, start: startDay)
    countsWeeks = rule.frequency == .yearly && !rule.weekNumbers.isEmpty
    firstYear =
      countsWeeks ? RecurrenceDays.weekYear(of: startDay, from: rule.weekStart) : startDay.civil.year
    guard !isAllDay else {
      times = [0]
      return
    }
    let second = start.flooredRemainder(86_400)
    let hours = rule.hours.isEmpty ? [second / 3600] : rule.hours
    let minutes = rule.minutes.isEmpty ? [second / 60 % 60] : rule.minutes
    let seconds = rule.seconds.isEmpty ? [second % 60] : rule.seconds
    let isHourly = rule.frequency == .hourly
    for hour in isHourly ? [0] : hours {
      for minute in minutes { times += seconds.map { hour * 3600 + minute * 60 + $0 } }
    }
  }

  /// Calls `take` with each start from `first` through `last`.
  ///
  /// - Parameters:
  ///   - steps: how many more periods may be looked at; false is returned when they are used up.
  ///   - take: returns false to stop.
  func forEach(from first: Seconds, through last: Seconds, steps: inout Int, _ take: (Seconds) -> Bool) -> Bool {
    let last = min(last, until)
    var left = rule.count ?? .max
    var period = rule.count == nil ? periodBefore(first) : 0
    var found: [Seconds] = []
    while let firstDay = self.firstDay(ofPeriod: period), left > 0 {
      guard Int(firstDay.number) * 86_400 <= last else { return true }
      if steps <= 0 { return false }
      found.removeAll(keepingCapacity: true)
      steps -= collect(period, firstDay, into: &found)
      for start in found where start >= self.start {
        if start > last || left == 0 { return true }
        left -= 1
        if start >= first, !take(start) { return true }
      }
      period += 1
    }
    return true
  }

  /// The number of a period of which none of the instances comes after `time`, as late as is easily known.
  private func periodBefore(_ time: Seconds) -> Int {
    guard time > start else { return 0 }
    let distance: Int
    let day = Day(number: time.flooredQuotient(86_400))
    switch rule.frequency {
    case .yearly: distance = day.civil.year - firstYear - 1
    case .monthly:
      let (from, to) = (startDay.civil, day.civil)
      distance = (to.year - from.year) * 12 + to.month - from.month
    case .weekly: distance = (day - firstWeekday(of: startDay)) / 7
    case .daily: distance = day - startDay
    case .hourly: distance = (time - start) / 3600
    }
    return max(0, distance / rule.interval - 1)
  }

  private func firstWeekday(of day: Day) -> Day {
    day - (day.weekday.fromMonday - rule.weekStart.fromMonday).flooredRemainder(7)
  }

  /// nil beyond the days that can be counted.
  private func firstDay(ofPeriod period: Int) -> Day? {
    let (product, overflows) = period.multipliedReportingOverflow(by: rule.interval)
    guard !overflows, product < 100_000_000 else { return nil }
    switch rule.frequency {
    case .yearly:
      let year = firstYear + product
      guard year <= 9999 else { return nil }
      return countsWeeks ? RecurrenceDays.firstWeek(year, from: rule.weekStart) : RecurrenceDays.newYear(year)
    case .monthly:
      let (year, month, _) = startDay.civil
      let months = year * 12 + month - 1 + product
      return months / 12 > 9999 ? nil : Day(year: months / 12, month: months % 12 + 1, day: 1)
    case .weekly: return firstWeekday(of: startDay) + min(product * 7, 4_000_000)
    case .daily: return startDay + min(product, 4_000_000)
    case .hourly: return Day(number: (start.flooredQuotient(3600) + product).flooredQuotient(24))
    }
  }

  /// Adds the instances of a period, in order; returns what that cost, in days looked at.
  private func collect(_ period: Int, _ first: Day, into found: inout [Seconds]) -> Int {
    let length: Int
    switch rule.frequency {
    case .yearly where countsWeeks:
      length = RecurrenceDays.firstWeek((first + 3).civil.year + 1, from: rule.weekStart) - first
    case .yearly: length = RecurrenceDays.length(ofYear: first.civil.year)
    case .monthly:
      let (year, month, _) = first.civil
      length = Day.length(ofMonth: month, year: year)
    case .weekly: length = 7
    case .daily, .hourly: length = 1
    }
    var offset = 0
    if rule.frequency == .hourly {
      let hour = (start.flooredQuotient(3600) + period * rule.interval).flooredRemainder(24)
      if !rule.hours.isEmpty, !rule.hours.contains(hour) { return 1 }
      offset = hour * 3600
    }
    for index in 0..<length where days.contains(first + index) {
      for time in times { found.append(Int((first + index).number) * 86_400 + offset + time) }
    }
    if !rule.positions.isEmpty {
      let places = Set(rule.positions.map { $0 > 0 ? $0 - 1 : found.count + $0 })
      found = places.filter(found.indices.contains).sorted().map { found[$0] }
    }
    return length
  }
}
