package import PlanDocuments

/// Stretches of days as people read them.
package enum DayRangeWords {
  /// `10 to 14 Aug`, `29 Aug to 5 Sep`, `24 Dec to 1 Jan 2027`; one day alone is `7 Sep`.
  package static func short(_ days: DayRange, today: Day) -> String {
    if days.first == days.last { return DayWords.short(days.first, today: today) }
    return joined(days, DayWords.short(days.first, today: today), DayWords.short(days.last, today: today))
  }

  /// The same with the years only where the days are far off.
  package static func narrow(_ days: DayRange, today: Day) -> String {
    if days.first == days.last { return DayWords.narrow(days.first, today: today) }
    return joined(days, DayWords.narrow(days.first, today: today), DayWords.narrow(days.last, today: today))
  }

  private static func joined(_ days: DayRange, _ start: String, _ end: String) -> String {
    let (first, last) = (days.first.civil, days.last.civil)
    guard first.year == last.year else { return "\(start) to \(end)" }
    return first.month == last.month
      ? "\(first.day) to \(end)" : "\(first.day) \(MonthNames.shortName(first.month)) to \(end)"
  }

  /// `27 July to 2 August 2026`, always with the year.
  package static func long(_ days: DayRange) -> String {
    let (first, last) = (days.first.civil, days.last.civil)
    let end = "\(last.day) \(MonthNames.name(last.month)) \(last.year)"
    if days.first == days.last { return end }
    if first.year != last.year { return "\(first.day) \(MonthNames.name(first.month)) \(first.year) to \(end)" }
    if first.month != last.month { return "\(first.day) \(MonthNames.name(first.month)) to \(end)" }
    return "\(first.day) to \(end)"
  }
}
