package import PlanDocuments

/// The days that a review note covers, and the ISO week that it is filed under.
package struct ReviewPeriod: Hashable, Sendable {
  /// The most days that one note looks back on.
  package static let longest = 28

  package var days: DayRange

  package init(days: DayRange) {
    self.days = days
  }

  /// The period of a review held on `today`: from the day after the last one's end to the last full day, at most 28 days.
  ///
  /// A Sunday's review covers the Sunday, since the week is over then; on other days the last full day is the one before.
  /// Without an earlier note the period is the seven days up to that day.
  package init(today: Day, coveredUntil: Day?) {
    let last = ReviewPeriod.lastFullDay(on: today)
    let first = coveredUntil.map { $0 + 1 } ?? last - 6
    days = DayRange(min(max(first, last - (ReviewPeriod.longest - 1)), last), last)
  }

  package static func lastFullDay(on today: Day) -> Day {
    today.weekday == .sunday ? today : today - 1
  }

  package var week: (year: Int, number: Int) { days.last.week }

  /// `2026-W31`: the note's name and its `week:`.
  package var weekName: String { WeekName.text(week) }

  /// The first day that is still planned: the day after the last one covered.
  package var planFrom: Day { days.last + 1 }
}
