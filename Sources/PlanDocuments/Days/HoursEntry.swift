/// One entry of `time:`: how many hours there are, and when.
package struct HoursEntry: Hashable, Sendable {
  package enum Rhythm: Hashable, Sendable {
    /// `2h mon-fri`: so many minutes on each of these days.
    case days(WeekdaySet)
    /// `45m 4x/week`: at most so many minutes a day, on any day, and at most `times` that in an ISO week.
    case timesAWeek(Int)
    /// `10h/week`: so many minutes in an ISO week.
    case week
  }

  package var minutes: Int
  package var rhythm: Rhythm
  /// `2h mon-fri max 8h/week`: at most so many minutes in an ISO week; only beside days.
  package var weeklyMost: Int?
  package var window: ClockWindow?
  /// `every 3 weeks from 2026-01-05`: counts only in these weeks; nil is every week.
  package var cycle: WeekCycle?
  /// Counts only on these days; nil is always.
  package var period: DayRange?

  package init(
    minutes: Int, rhythm: Rhythm, weeklyMost: Int? = nil, window: ClockWindow? = nil, cycle: WeekCycle? = nil,
    period: DayRange? = nil
  ) {
    self.minutes = minutes
    self.rhythm = rhythm
    self.weeklyMost = weeklyMost
    self.window = window
    self.cycle = cycle
    self.period = period
  }

  /// It counts on a day: inside its period, in one of its weeks.
  package func counts(on day: Day) -> Bool {
    (period?.contains(day) ?? true) && (cycle?.contains(day) ?? true)
  }

  /// It gives hours to certain days of the week.
  package var isOfDays: Bool { if case .days = rhythm { true } else { false } }

  /// Of two entries that count on a day the more particular one replaces the other: one with a period is 2, one for some
  /// weeks only is 1, one for always is 0.
  package var rank: Int { period != nil ? 2 : cycle != nil ? 1 : 0 }
}

/// Every so many-th ISO week, from the one that a day lies in.
package struct WeekCycle: Hashable, Sendable {
  /// 2 to 52.
  package var weeks: Int
  package var from: Day

  package static let possibleWeeks = 2...52

  package init(weeks: Int, from: Day) {
    self.weeks = weeks
    self.from = from
  }

  package func contains(_ day: Day) -> Bool {
    day >= from && (day.monday - from.monday).isMultiple(of: 7 * weeks)
  }
}

/// `time:` as a whole.
package enum Hours: Hashable, Sendable {
  /// `time: none`: efforts count as nothing; the plan is made of dates and waits only.
  case none
  case entries([HoursEntry])
}
