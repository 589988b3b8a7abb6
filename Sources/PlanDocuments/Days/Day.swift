/// A civil day: no clock, no time zone.
///
/// The number of days since 1 January 1970 in the proleptic Gregorian calendar.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int32

  package init(number: Int) {
    self.number = Int32(number)
  }

  /// The day of a date; nil where the calendar has none (30 February).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year) else { return nil }
    // Howard Hinnant's days_from_civil: years begin in March, so that the leap day is a year's last.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Later than every day that is written.
  package static let distantFuture = Day(number: Int(Int32.max))

  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package var weekday: Weekday {
    Weekday(fromMonday: ((Int(number) + 3) % 7 + 7) % 7)
  }

  /// The Monday of this day's ISO week.
  package var monday: Day { self - weekday.fromMonday }

  /// The ISO week that the day lies in; its year is that of the week's Thursday.
  package var week: (year: Int, number: Int) {
    let thursday = monday + 3
    let year = thursday.civil.year
    let newYear = Day(year: year, month: 1, day: 1) ?? thursday
    return (year, (thursday - newYear) / 7 + 1)
  }

  /// Such as `2026-07-19`.
  package var description: String {
    let (year, month, day) = civil
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(abs(number))
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return (year < 0 ? "-" : "") + padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  package static func < (one: Day, other: Day) -> Bool { one.number < other.number }
  package static func + (day: Day, days: Int) -> Day { Day(number: Int(day.number) + days) }
  package static func - (day: Day, days: Int) -> Day { Day(number: Int(day.number) - days) }
  /// The days from `other` to `one`.
  package static func - (one: Day, other: Day) -> Int { Int(one.number) - Int(other.number) }
}

/// A day of the week; weeks begin on Monday.
package enum Weekday: UInt8, CaseIterable, Hashable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// `index` counts from Monday, 0 to 6.
  package init(fromMonday index: Int) {
    self = Weekday.allCases[index]
  }

  package var fromMonday: Int { Int(rawValue) }
}

/// Days from `first` to `last`, both included.
package struct DayRange: Hashable, Sendable {
  package var first: Day
  package var last: Day

  package init(_ first: Day, _ last: Day) {
    precondition(first <= last, "a range of days ends before it begins")
    self.first = first
    self.last = last
  }

  package func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// The seven days of an ISO week; nil where the year has no week of that number.
  package init?(week: Int, year: Int) {
    // The 4th of January is always in the first week.
    guard let inFirst = Day(year: year, month: 1, day: 4), (1...53).contains(week) else { return nil }
    let monday = inFirst.monday + (week - 1) * 7
    guard monday.week == (year, week) else { return nil }
    self.init(monday, monday + 6)
  }

  /// It is a whole ISO week.
  package var isWeek: Bool { first.weekday == .monday && last - first == 6 }
}
