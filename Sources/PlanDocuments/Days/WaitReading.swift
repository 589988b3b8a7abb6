extension Wait {
  /// Reads calendar time.
  ///
  /// `10d`, `2w`, `2-3w`. Parts of a day are rounded up.
  package init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    let expected = "calendar time is written 10d, 2w or 2-3w"
    var scanner = ValueScanner(bytes)
    guard let first = scanner.takeTime() else { throw BadValue(expected) }
    var last = first
    if scanner.takeDash() {
      guard let second = scanner.takeTime() else { throw BadValue(expected) }
      last = second
    }
    guard scanner.isAtEnd, let unit = last.unit ?? first.unit else { throw BadValue(expected) }
    if last.unit == nil { scanner.hasSlip = true }
    let low = first.days(in: first.unit ?? unit)
    let high = last.days(in: unit)
    let meant = Wait(low: min(low, high), high: max(low, high))
    if low > high { throw BadValue("a range begins with its smaller end", suggestion: meant.written) }
    if scanner.hasSlip { throw BadValue(expected, suggestion: meant.written) }
    self = meant
  }

  /// `10d`, `2w`, `2-3w`: what `init(reading:)` reads back.
  package var written: String {
    let inWeeks = low % 7 == 0 && high % 7 == 0 && high > 0
    func number(_ days: Int) -> String { "\(inWeeks ? days / 7 : days)" }
    return (isRange ? number(low) + "-" : "") + number(high) + (inWeeks ? "w" : "d")
  }

  /// Reads one length of calendar time, without a range: `1w`.
  package static func days(reading bytes: ArraySlice<UInt8>) throws(BadValue) -> Int {
    let wait = try Wait(reading: bytes)
    guard !wait.isRange else { throw BadValue("a buffer is one length of time, such as 1w, not a range") }
    return wait.high
  }
}

private struct CalendarTime {
  var thousandths: Int64
  /// In thousandths of a day.
  var unit: Int64?

  func days(in unit: Int64) -> Int {
    Int((thousandths * unit + 999_999) / 1_000_000)
  }
}

extension ValueScanner {
  /// Takes one number with its unit.
  ///
  /// Hours, months and units spelt out are slips.
  fileprivate mutating func takeTime() -> CalendarTime? {
    guard let number = takeThousandths(), number <= 100_000_000 else { return nil }
    let before = self
    if takeBlanks() { hasSlip = true }
    switch takeLetters() {
    case "d": return CalendarTime(thousandths: number, unit: 1000)
    case "w": return CalendarTime(thousandths: number, unit: 7000)
    case "day", "days":
      hasSlip = true
      return CalendarTime(thousandths: number, unit: 1000)
    case "week", "weeks", "wk", "wks":
      hasSlip = true
      return CalendarTime(thousandths: number, unit: 7000)
    case "h", "hour", "hours":
      hasSlip = true
      return CalendarTime(thousandths: (number + 23) / 24, unit: 1000)
    case "month", "months", "mo":
      hasSlip = true
      return CalendarTime(thousandths: number, unit: 30_000)
    case "":
      self = before
      return CalendarTime(thousandths: number, unit: nil)
    default: return nil
    }
  }
}
