package import PlanDocuments

/// Stretches of days as people read them.
package enum DayRangeWords {
  static let longMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `10 to 14 Aug`, `29 Aug to 5 Sep`, `24 Dec to 1 Jan 2027`; one day alone is `7 Sep`.
  package static func short(_ days: DayRange, today: Day) -> String {
    let (first, last) = (days.first.civil, days.last.civil)
    if days.first == days.last { return DayWords.short(days.first, today: today) }
    let end = DayWords.short(days.last, today: today)
    if first.year == last.year, first.month == last.month { return "\(first.day) to \(end)" }
    let start =
      first.year == last.year
      ? "\(first.day) \(DayWords.months[first.month - 1])" : DayWords.short(days.first, today: today)
    return "\(start) to \(end)"
  }

  /// `27 July to 2 August 2026`, always with the year.
  package static func long(_ days: DayRange) -> String {
    let (first, last) = (days.first.civil, days.last.civil)
    let end = "\(last.day) \(longMonths[last.month - 1]) \(last.year)"
    if days.first == days.last { return end }
    if first.year != last.year { return "\(first.day) \(longMonths[first.month - 1]) \(first.year) to \(end)" }
    if first.month != last.month { return "\(first.day) \(longMonths[first.month - 1]) to \(end)" }
    return "\(first.day) to \(end)"
  }
}
