import PlanDocuments

/// Which days a rule picks out of a period.
///
/// What the rule does not say is taken from the event's own start, as RFC 5545 has it: a yearly rule without any part for days
/// falls on the start's month and day, a weekly one on its weekday, and so on.
struct RecurrenceDays {
  private let frequency: RecurrenceRule.Frequency
  private let months: UInt16
  private let monthDays: [Int]
  private let yearDays: [Int]
  private let weekNumbers: [Int]
  private let weekStart: Weekday
  /// Weekdays of which every one counts.
  private var everyWeekday = WeekdaySet()
  /// Weekdays that are counted within their month or year.
  private var counted: [RecurrenceRule.WeekdayNumber] = []
  private let countsInMonth: Bool

  init(_ rule: RecurrenceRule, start: Day) {
    frequency = rule.frequency
    weekStart = rule.weekStart
    yearDays = rule.yearDays
    weekNumbers = rule.weekNumbers
    let (_, month, day) = start.civil
    let saysDays = !rule.monthDays.isEmpty || !rule.weekdays.isEmpty || !rule.yearDays.isEmpty
    var months = rule.months
    var monthDays = rule.monthDays
    if !saysDays {
      switch rule.frequency {
      case .yearly where !rule.weekNumbers.isEmpty: everyWeekday = WeekdaySet(start.weekday)
      case .yearly:
        if months == 0 { months = 1 << UInt16(month) }
        monthDays = [day]
      case .monthly: monthDays = [day]
      case .weekly: everyWeekday = WeekdaySet(start.weekday)
      case .daily, .hourly: break
      }
    } else if rule.frequency == .yearly, months == 0, !monthDays.isEmpty, rule.weekdays.isEmpty, yearDays.isEmpty {
      // "The 29th, every year" is once a year, as libical has it; dateutil takes the 29th of every month.
      months = 1 << UInt16(month)
    }
    self.months = months
    self.monthDays = monthDays
    countsInMonth = rule.frequency == .monthly || rule.months != 0
    for weekday in rule.weekdays {
      // A number means something only where there is a month or a year to count in.
      if weekday.ordinal == 0 || rule.frequency != .monthly && rule.frequency != .yearly {
        everyWeekday.formUnion(WeekdaySet(weekday.weekday))
      } else {
        counted.append(weekday)
      }
    }
  }

  func contains(_ day: Day) -> Bool {
    let (year, month, dayOfMonth) = day.civil
    if months != 0, months & (1 << UInt16(month)) == 0 { return false }
    if !everyWeekday.isEmpty || !counted.isEmpty, !holdsWeekday(day, year, month, dayOfMonth) { return false }
    if !monthDays.isEmpty {
      let fromEnd = dayOfMonth - Day.length(ofMonth: month, year: year) - 1
      if !monthDays.contains(dayOfMonth) && !monthDays.contains(fromEnd) { return false }
    }
    if !yearDays.isEmpty {
      let dayOfYear = day - Self.newYear(year) + 1
      let fromEnd = dayOfYear - Self.length(ofYear: year) - 1
      if !yearDays.contains(dayOfYear) && !yearDays.contains(fromEnd) { return false }
    }
    return weekNumbers.isEmpty || holdsWeek(day)
  }

  private func holdsWeekday(_ day: Day, _ year: Int, _ month: Int, _ dayOfMonth: Int) -> Bool {
    let weekday = day.weekday
    if everyWeekday.contains(weekday) { return true }
    guard counted.contains(where: { $0.weekday == weekday }) else { return false }
    let index: Int
    let length: Int
    if countsInMonth {
      index = dayOfMonth - 1
      length = Day.length(ofMonth: month, year: year)
    } else {
      index = day - Self.newYear(year)
      length = Self.length(ofYear: year)
    }
    let fromStart = index / 7 + 1
    let fromEnd = -((length - 1 - index) / 7 + 1)
    return counted.contains { $0.weekday == weekday && ($0.ordinal == fromStart || $0.ordinal == fromEnd) }
  }

  /// The number of the day's week, from the year's start or end, is wanted.
  private func holdsWeek(_ day: Day) -> Bool {
    let year = Self.weekYear(of: day, from: weekStart)
    let firstWeek = Self.firstWeek(year, from: weekStart)
    let number = (day - firstWeek) / 7 + 1
    let count = (Self.firstWeek(year + 1, from: weekStart) - firstWeek) / 7
    return weekNumbers.contains(number) || weekNumbers.contains(number - count - 1)
  }

  /// The year that the day's week belongs to: the one that holds the week's fourth day.
  static func weekYear(of day: Day, from weekStart: Weekday) -> Int {
    (day - (day.weekday.fromMonday - weekStart.fromMonday).flooredRemainder(7) + 3).civil.year
  }

  /// The first day of a year's first week.
  static func firstWeek(_ year: Int, from weekStart: Weekday) -> Day {
    let fourth = newYear(year) + 3
    return fourth - (fourth.weekday.fromMonday - weekStart.fromMonday).flooredRemainder(7)
  }

  static func newYear(_ year: Int) -> Day { Day(year: year, month: 1, day: 1) ?? Day(number: 0) }
  static func length(ofYear year: Int) -> Int { newYear(year + 1) - newYear(year) }
}
