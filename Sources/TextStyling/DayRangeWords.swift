package import PlanDocuments

/// Stretches of days as people read them.
package enum DayRangeWords {
  /// `10 to 14 Aug`, `29 Aug to 5 Sep`, `24 Dec to 1 Jan 2027`; one day alone is `7 Sep`.
  package static func short(_ days: DayRange, today: Day) -> String {
    let (first, last) = (days.first.civil, days.last.civil)
    if days.first == days.last { return DayWords.short(days.first, today: today) }
    let end = DayWords.short(days.last, today: today)
    if first.year == last.year, first.month == last.month { return "\(first.day) to \(end)" }
    let start =
      first.year == last.year
      ? "\(first.day) \(MonthNames.shortName(first.month))" : DayWords.short(days.first, today: today)
    return "\(start) to \(end)"
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
