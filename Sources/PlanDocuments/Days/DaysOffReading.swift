extension DaysOff {
  /// Reads `2026-12-24..2027-01-01 winter`, `2026-09-07`, `2026-07-06..2026-07-17 50% exams`.
  package init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    var scanner = ValueScanner(bytes)
    let daysText = DaysOff.takeDays(from: &scanner)
    var hasSlip = false
    let days: DayRange
    do throws(BadValue) {
      days = try DayRange(reading: daysText)
    } catch {
      guard let meant = error.suggestion.flatMap({ try? DayRange(reading: $0.valueBytes) }) else {
        throw BadValue("days off are written 2026-12-24..2027-01-01 winter, or 2026-09-07: \(error.reason)")
      }
      days = meant
      hasSlip = true
    }
    scanner.takeBlanks()
    var percent = 100
    let before = scanner
    if let number = scanner.takeWhole(), scanner.take("%"), scanner.isAtEnd || scanner.next?.isWhiteSpace == true {
      guard (1...100).contains(number) else { throw BadValue("the share of a day that is gone is 1% to 100%") }
      percent = number
      scanner.takeBlanks()
    } else {
      scanner = before
    }
    let meant = DaysOff(days: days, percent: percent, reason: scanner.restText)
    if hasSlip {
      throw BadValue("days off are written 2026-12-24..2027-01-01 winter", suggestion: meant.written)
    }
    self = meant
  }

  /// Takes the days, also where blanks stand around the points or another word between them.
  private static func takeDays(from scanner: inout ValueScanner) -> ArraySlice<UInt8> {
    let first = scanner.takeToken()
    var ahead = scanner
    ahead.takeBlanks()
    let joint = ahead.takeToken()
    let isBroken = joint.starts(with: "..".utf8) || first.reversed().starts(with: "..".utf8)
    guard isBroken || ["-", "–", "—", "to", "until"].contains(String(decoding: joint, as: UTF8.self)) else {
      return first
    }
    if joint.allSatisfy({ !$0.isDigit }) {
      ahead.takeBlanks()
      let last = ahead.takeToken()
      scanner = ahead
      return first + Array(" .. ".utf8) + last
    }
    scanner = ahead
    return first + Array(" ".utf8) + joint
  }

  /// `2026-07-06..2026-07-17 50% exams`: what `init(reading:)` reads back.
  package var written: String {
    days.written + (percent == 100 ? "" : " \(percent)%") + (reason.isEmpty ? "" : " " + reason)
  }
}
