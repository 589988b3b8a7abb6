package import PlanDocuments

/// A time as a calendar says it: a whole day, or a clock somewhere.
package struct WrittenTime: Hashable, Sendable {
  /// Whose clock it is.
  package enum Clock: Hashable, Sendable {
    /// No clock: a whole day.
    case day
    /// The clock of whoever reads it.
    case floating
    case utc
    /// The zone with this number among the calendar's zone names.
    case zone(Int)
  }

  /// Seconds of that clock since 1 January 1970, 0:00.
  package var seconds: Int
  package var clock: Clock

  package init(seconds: Int, clock: Clock) {
    self.seconds = seconds
    self.clock = clock
  }

  package var day: Day { Day(number: seconds.flooredQuotient(86_400)) }
  var secondOfDay: Int { seconds - seconds.flooredQuotient(86_400) * 86_400 }

  /// Reads `20260302`, `20260302T090000` or `20260302T090000Z`; a time without a `Z` is floating.
  init?(_ bytes: ArraySlice<UInt8>) {
    var bytes = bytes
    var clock = Clock.floating
    if let last = bytes.last, last.uppercased == UInt8(ascii: "Z") {
      clock = .utc
      bytes = bytes.dropLast()
    }
    guard bytes.count == 8 || bytes.count == 15 || bytes.count == 13, let date = bytes.prefix(8).number,
      let day = Day(year: date / 10_000, month: date / 100 % 100, day: date % 100)
    else { return nil }
    if bytes.count == 8 {
      self.init(seconds: Int(day.number) * 86_400, clock: .day)
      return
    }
    guard bytes[bytes.startIndex + 8].uppercased == UInt8(ascii: "T"), var time = bytes.dropFirst(9).number else {
      return nil
    }
    if bytes.count == 13 { time *= 100 }
    let (hour, minute, second) = (time / 10_000, time / 100 % 100, time % 100)
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    // A leap second is the last of its minute, as POSIX has it.
    self.init(seconds: Int(day.number) * 86_400 + hour * 3600 + minute * 60 + min(second, 59), clock: clock)
  }
}

/// A length of time as a calendar says it: weeks and days are days of the calendar, the rest is exact.
package struct WrittenDuration: Hashable, Sendable {
  package var days: Int
  package var seconds: Int

  package init(days: Int = 0, seconds: Int = 0) {
    self.days = days
    self.seconds = seconds
  }

  /// Reads `PT1H30M`, `P1D`, `P2W`, `P1DT12H`, with or without a sign.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var sign = 1
    if rest.first == UInt8(ascii: "-") { sign = -1 }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard rest.first?.uppercased == UInt8(ascii: "P") else { return nil }
    rest = rest.dropFirst()
    self.init()
    var isTime = false
    var parts = 0
    while let first = rest.first {
      if first.uppercased == UInt8(ascii: "T"), !isTime {
        isTime = true
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.prefix { $0.isDigit }
      guard digits.count <= 7, let number = digits.number, let unit = rest.dropFirst(digits.count).first else {
        return nil
      }
      switch (unit.uppercased, isTime) {
      case (UInt8(ascii: "W"), false): days += sign * number * 7
      case (UInt8(ascii: "D"), false): days += sign * number
      case (UInt8(ascii: "H"), true): seconds += sign * number * 3600
      case (UInt8(ascii: "M"), true): seconds += sign * number * 60
      case (UInt8(ascii: "S"), true): seconds += sign * number
      default: return nil
      }
      parts += 1
      rest = rest.dropFirst(digits.count + 1)
    }
    // Thousands of years are no length of an event, and would lead out of the days that can be counted.
    if parts == 0 || abs(days) > 1_000_000 || abs(seconds) > 86_400_000_000 { return nil }
  }
}

extension Int {
  /// The quotient rounded down, also below zero.
  func flooredQuotient(_ divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// What is left of the division rounded down: never negative.
  func flooredRemainder(_ divisor: Int) -> Int { self - flooredQuotient(divisor) * divisor }
}
