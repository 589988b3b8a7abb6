package import PlanDocuments

/// Days as people read them.
package enum DayWords {
  /// `19 Jul`, with the year where it is not that of `today`: `5 Feb 2027`.
  package static func short(_ day: Day, today: Day) -> String {
    let (year, month, number) = day.civil
    return "\(number) \(MonthNames.shortName(month))" + (year == today.civil.year ? "" : " \(year)")
  }

  /// For narrow columns: `19 Jul`, with the year only where the day is not the next or the last of its name (ten months ahead, two back).
  package static func narrow(_ day: Day, today: Day) -> String {
    if (-60...300).contains(day - today) { return "\(day.civil.day) \(MonthNames.shortName(day.civil.month))" }
    return short(day, today: today)
  }

  /// Such as `Fri 30 Oct`.
  package static func withWeekday(_ day: Day, today: Day) -> String {
    day.weekday.shortName + " " + short(day, today: today)
  }
}
