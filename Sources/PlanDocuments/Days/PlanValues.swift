/// Work in minutes.
///
/// A range is read as one chance in five below `low` and one in five above `high`.
package struct Effort: Hashable, Sendable {
  package var low: Int
  package var high: Int

  package init(low: Int, high: Int) {
    self.low = low
    self.high = high
  }

  package init(minutes: Int) {
    self.init(low: minutes, high: minutes)
  }

  /// The arithmetic mean, in whole minutes, rounded up.
  package var middle: Int { (low + high + 1) / 2 }
  package var isRange: Bool { low != high }
}

/// Calendar time in whole days that passes after the work.
package struct Wait: Hashable, Sendable {
  package var low: Int
  package var high: Int

  package init(low: Int, high: Int) {
    self.low = low
    self.high = high
  }

  /// The arithmetic mean in days, rounded up.
  package var middle: Int { (low + high + 1) / 2 }
  package var isRange: Bool { low != high }
}

/// A measured amount.
///
/// `from>now/to unit`. Numbers are kept in thousandths. An amount may fall (`84>80/72 kg`).
package struct Amount: Hashable, Sendable {
  package var from: Int64
  package var now: Int64
  package var to: Int64
  package var unit: String

  package init(from: Int64, now: Int64, to: Int64, unit: String) {
    self.from = from
    self.now = now
    self.to = to
    self.unit = unit
  }

  /// The whole way, in thousandths; never negative.
  package var total: Int64 { abs(to - from) }

  /// What is still to go, in thousandths: 0 when the end is reached or passed, `total` when nothing is done.
  package var left: Int64 { min(max(to >= from ? to - now : now - to, 0), total) }
  package var isFull: Bool { left == 0 }
}

/// A time of day in minutes from midnight, as a window: `06:00-08:00`.
package struct ClockWindow: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  package var length: Int { end - start }
}

/// A set of weekdays.
package struct WeekdaySet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package init(_ day: Weekday) {
    rawValue = 1 << day.rawValue
  }

  package static let all = WeekdaySet(rawValue: 0b111_1111)
  package static let mondayToFriday = WeekdaySet(rawValue: 0b001_1111)

  package func contains(_ day: Weekday) -> Bool { rawValue & (1 << day.rawValue) != 0 }
}

/// One entry of `off:`.
package struct DaysOff: Hashable, Sendable {
  package var days: DayRange
  /// The share of the day's hours that is gone: 100 unless a `50%` stands there.
  package var percent: Int
  package var reason: String

  package init(days: DayRange, percent: Int = 100, reason: String = "") {
    self.days = days
    self.percent = percent
    self.reason = reason
  }
}
