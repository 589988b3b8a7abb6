extension Effort {
  /// Reads work.
  ///
  /// `90m`, `1.5h`, `40h`, `30-60h`, `45m-2h`. Parts of a minute are rounded up.
  package init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    if let minutes = Effort.plainMinutes(bytes) {
      self.init(minutes: minutes)
      return
    }
    let expected = "hours are written 40h, 1.5h, 90m or 30-60h"
    var scanner = ValueScanner(bytes)
    guard let first = scanner.takeWork() else { throw BadValue(expected) }
    var last = first
    if scanner.takeDash() {
      guard let second = scanner.takeWork() else { throw BadValue(expected) }
      last = second
    }
    guard scanner.isAtEnd else { throw BadValue(expected) }
    if first.unit == .time || last.unit == .time {
      throw BadValue("effort is hours of work, such as 16h; calendar time is a wait")
    }
    if last.unit == nil { scanner.hasSlip = true }
    let lastUnit = last.unit ?? first.unit ?? .hours
    let low = first.minutes(in: first.unit ?? lastUnit)
    let high = last.minutes(in: lastUnit)
    let meant = Effort(low: min(low, high), high: max(low, high))
    if low > high { throw BadValue("a range begins with its smaller end", suggestion: meant.written) }
    if scanner.hasSlip { throw BadValue(expected, suggestion: meant.written) }
    self = meant
  }

  /// The minutes of `40h` and `90m`, which nearly all efforts are; nil for everything else.
  private static func plainMinutes(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let unit = bytes.last, unit == UInt8(ascii: "h") || unit == UInt8(ascii: "m"), (2...6).contains(bytes.count)
    else {
      return nil
    }
    var value = 0
    for index in bytes.startIndex..<bytes.endIndex - 1 {
      guard bytes[index].isDigit else { return nil }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    return unit == UInt8(ascii: "h") ? value * 60 : value
  }

  /// `40h`, `1.5h`, `45m`, `30-60h`: what `init(reading:)` reads back.
  package var written: String {
    let inHours = low % 15 == 0 && high % 15 == 0 && (high >= 60 || high == 0)
    func number(_ minutes: Int) -> String {
      inHours ? Amount.written(thousandths: Int64(minutes) * 1000 / 60) : "\(minutes)"
    }
    return (isRange ? number(low) + "-" : "") + number(high) + (inHours ? "h" : "m")
  }
}

private enum WorkUnit {
  case minutes, hours
  /// Days or weeks, which are no work.
  case time
}

private struct Work {
  var thousandths: Int64
  var unit: WorkUnit?

  func minutes(in unit: WorkUnit) -> Int {
    Int((thousandths * (unit == .hours ? 60 : 1) + 999) / 1000)
  }
}

extension ValueScanner {
  /// Takes one number with its unit.
  ///
  /// `1h30m`, `2 hours` and other units spelt out are slips.
  fileprivate mutating func takeWork() -> Work? {
    guard let number = takeThousandths(), number <= 100_000_000 else { return nil }
    let before = self
    if takeBlanks() { hasSlip = true }
    switch takeLetters() {
    case "h":
      guard next?.isDigit == true, let minutes = takeWhole() else { break }
      guard take(word: "m"), minutes < 60 else { return nil }
      hasSlip = true
      return Work(thousandths: number * 60 + Int64(minutes) * 1000, unit: .minutes)
    case "hour", "hours", "hr", "hrs", "std": hasSlip = true
    case "m": return Work(thousandths: number, unit: .minutes)
    case "min", "mins", "minute", "minutes":
      hasSlip = true
      return Work(thousandths: number, unit: .minutes)
    case "d", "day", "days", "w", "week", "weeks": return Work(thousandths: number, unit: .time)
    case "":
      self = before
      return Work(thousandths: number, unit: nil)
    default: return nil
    }
    return Work(thousandths: number, unit: .hours)
  }
}
