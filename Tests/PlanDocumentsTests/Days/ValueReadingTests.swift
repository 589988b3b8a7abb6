import PlanDocuments
import TestSupport
import Testing

/// What a reader makes of a text: the value as the format writes it, or the suggestion after `?`, or `-` for neither.
private func outcome(_ read: (ArraySlice<UInt8>) throws(BadValue) -> String, _ text: String) -> String {
  // Bytes around the value show that a reader stays inside its slice.
  let whole = Array(("9" + text + "9").utf8)
  do throws(BadValue) {
    return try read(whole[1..<(whole.count - 1)])
  } catch {
    return error.suggestion.map { "?" + $0 } ?? "-"
  }
}

@Sendable private func readDay(_ bytes: ArraySlice<UInt8>) throws(BadValue) -> String {
  try Day(reading: bytes).description
}
@Sendable private func readDays(_ bytes: ArraySlice<UInt8>) throws(BadValue) -> String {
  try DayRange(reading: bytes).written
}
@Sendable private func readEffort(_ bytes: ArraySlice<UInt8>) throws(BadValue) -> String {
  try Effort(reading: bytes).written
}
@Sendable private func readWait(_ bytes: ArraySlice<UInt8>) throws(BadValue) -> String {
  try Wait(reading: bytes).written
}
@Sendable private func readAmount(_ bytes: ArraySlice<UInt8>) throws(BadValue) -> String {
  try Amount(reading: bytes).written
}
@Sendable private func readHours(_ bytes: ArraySlice<UInt8>) throws(BadValue) -> String {
  try Hours(reading: bytes).written
}
@Sendable private func readOff(_ bytes: ArraySlice<UInt8>) throws(BadValue) -> String {
  try DaysOff(reading: bytes).written
}

@Suite struct ValueReadingTests {
  @Test(arguments: [
    ("2026-07-19", "2026-07-19"), ("2026-7-1", "?2026-07-01"), ("2026/07/01", "?2026-07-01"),
    ("20260701", "?2026-07-01"), ("1.7.2026", "?2026-07-01"), ("1/7/2026", "-"), ("[[2026-07-01]]", "?2026-07-01"),
    ("2026-07-01,", "?2026-07-01"), ("2026-07-01T09:00:00", "?2026-07-01"), ("2026-02-30", "-"), ("2026-13-01", "-"),
    ("soon", "-"), ("", "-"), ("2026-07-1९", "-"), ("99999999999", "-"),
  ])
  func aDayIsReadStrictlyAndItsNearMissesAreUnderstood(text: String, expected: String) {
    #expect(outcome(readDay, text) == expected)
  }

  @Test func aDayThatDoesNotExistSaysWhy() {
    #expect(throws: BadValue("February 2026 has 28 days")) { try Day(reading: "2026-02-30".valueBytes) }
  }

  @Test(arguments: [
    ("2026-12-24..2027-01-01", "2026-12-24..2027-01-01"), ("2026-12-24", "2026-12-24"),
    ("2027-01-01..2026-12-24", "?2026-12-24..2027-01-01"), ("2026-12-24 .. 2027-1-1", "?2026-12-24..2027-01-01"),
    ("2026-12-24...2027-01-01", "?2026-12-24..2027-01-01"), ("2026-12-24–2027-01-01", "?2026-12-24..2027-01-01"),
    ("2026-12-24..", "-"), ("2026-12-24..2026-12-32", "-"),
  ])
  func aStretchOfDays(text: String, expected: String) {
    #expect(outcome(readDays, text) == expected)
  }

  @Test(arguments: [
    ("90m", "1.5h"), ("1.5h", "1.5h"), ("40h", "40h"), ("30-60h", "30-60h"), ("30m-1h", "0.5-1h"), ("0h", "0h"),
    ("45m", "45m"), ("40", "?40h"), ("40 h", "?40h"), ("1,5h", "?1.5h"), ("30–60h", "?30-60h"), ("60-30h", "?30-60h"),
    ("1h30m", "?1.5h"), ("2 hours", "?2h"), ("1,200h", "?1200h"), ("2d", "-"), ("8%", "-"), ("h", "-"), ("4h-", "-"),
    ("-4h", "-"),
    ("9999999999h", "-"),
  ])
  func effort(text: String, expected: String) {
    #expect(outcome(readEffort, text) == expected)
  }

  @Test(arguments: [
    ("10d", "10d"), ("2w", "2w"), ("2-3w", "2-3w"), ("1.5w", "11d"), ("10d-2w", "10-14d"), ("0d", "0d"),
    ("2 weeks", "?2w"), ("48h", "?2d"), ("3-2w", "?2-3w"), ("2", "-"), ("soon", "-"),
  ])
  func waiting(text: String, expected: String) {
    #expect(outcome(readWait, text) == expected)
  }

  @Test(arguments: [
    ("15000/20000 words", "15000/20000 words"), ("420>505/1000", "420>505/1000"), ("84>80/72 kg", "84>80/72 kg"),
    ("1.5/2.25", "1.5/2.25"), ("15,000/20,000 words", "?15000/20000 words"), ("3 / 8", "?3/8"), ("3 of 8", "?3/8"),
    ("75%", "?75/100"), ("5kg", "-"), ("3/3/3", "-"), ("3>3/3", "-"), ("0/0", "-"), ("", "-"), ("3/", "-"),
    ("-3>0/5", "-3>0/5"),
  ])
  func amounts(text: String, expected: String) {
    #expect(outcome(readAmount, text) == expected)
  }

  /// Points that separate thousands are told, never read as a goal that is reached.
  @Test(arguments: [
    ("640/2.400 CHF", "?640/2400 CHF"), ("3.200>4.100/12.000", "?3200>4100/12000"),
    ("730.000/1.050.000 Wörter", "?730000/1050000 Wörter"), ("0/7.500", "?0/7500"), ("36/9.125", "36/9.125"),
    ("1.125/5", "1.125/5"), ("0.750/1.125 kg", "0.75/1.125 kg"), ("61.4>60.2/58.25 kg", "61.4>60.2/58.25 kg"),
    ("1.234/2.345", "1.234/2.345"),
  ])
  func pointsBeforeThreeDigits(text: String, expected: String) {
    #expect(outcome(readAmount, text) == expected)
  }

  @Test(arguments: [
    ("10h/week", "10h/week"), ("2h mon-fri", "2h mon-fri"), ("45m tue thu", "45m tue thu"),
    ("45m 4x/week", "45m 4x/week"),
    ("2h mon-fri 06:00-08:00", "2h mon-fri 06:00-08:00"),
    ("8h/week 2026-09-01..2026-12-20", "8h/week 2026-09-01..2026-12-20"),
    ("2h mon-fri, 4h sat", "2h mon-fri, 4h sat"), ("2h Mon, Wednesday", "2h mon wed"), ("3h sat-mon", "3h mon sat sun"),
    ("none", "none"), ("2h/day", "?2h mon-sun"), ("10h per week", "?10h/week"), ("10 h/week", "?10h/week"),
    ("06:00-08:00 mon-fri", "?2h mon-fri 06:00-08:00"), ("2h weekdays", "?2h mon-fri"), ("2h mon–fri", "?2h mon-fri"),
    ("10h", "-"), ("200h/week", "-"), ("30h mon", "-"), ("2h mnday", "-"), ("2h mon 08:00-06:00", "-"), ("lots", "-"),
    ("", "-"),
    ("2h 4h mon", "-"), ("45m 9x/week", "-"),
    ("2h mon-fri max 8h/week", "2h mon-fri max 8h/week"),
    ("90m tue thu sat max 3h/week 18:00-21:00", "1.5h tue thu sat max 3h/week 18:00-21:00"),
    ("6h/week every 3 weeks from 2026-01-05", "6h/week every 3 weeks from 2026-01-05"),
    (
      "3h sat every 2 weeks from 2026-02-07 2026-02-01..2026-06-30",
      "3h sat every 2 weeks from 2026-02-07 2026-02-01..2026-06-30"
    ),
    (
      "2h mon-fri max 8h/week, 6h/week every 3 weeks from 2026-01-05",
      "2h mon-fri max 8h/week, 6h/week every 3 weeks from 2026-01-05"
    ),
    ("12h/week 2026-W53", "12h/week 2026-W53"), ("12h/week 2026-12-28..2027-01-03", "12h/week 2026-W53"),
    ("12h/week 2026-W52..2027-W01", "12h/week 2026-12-21..2027-01-10"),
    ("12h 2026-W53", "?12h/week 2026-W53"), ("12h/week 2026-w7", "?12h/week 2026-W07"), ("12h/week 2027-W53", "-"),
    ("2h mon-fri max 8h", "?2h mon-fri max 8h/week"), ("2h mon-fri at most 8h/week", "?2h mon-fri max 8h/week"),
    ("2h mon-fri up to 8 hours a week", "?2h mon-fri max 8h/week"), ("8h/week max 6h/week", "-"),
    ("2h mon max 8h/day", "-"),
    ("2h mon max 200h/week", "-"),
    ("6h/week every other week from 2026-01-05", "?6h/week every 2 weeks from 2026-01-05"),
    ("6h/week every third week from 2026-01-05", "?6h/week every 3 weeks from 2026-01-05"),
    ("6h/week every 3rd week starting 2026-W02", "?6h/week every 3 weeks from 2026-01-05"),
    ("6h/week every 3 weeks", "-"),
    ("6h/week every 3 weeks 2026-01-05..2026-06-30", "?6h/week every 3 weeks from 2026-01-05 2026-01-05..2026-06-30"),
    ("6h/week from 2026-01-05", "-"), ("6h/week every 1 weeks from 2026-01-05", "-"),
    ("2h every day", "?2h mon-sun"), ("2h every monday", "?2h mon"), ("6h every week", "?6h/week"),
  ])
  func hours(text: String, expected: String) {
    #expect(outcome(readHours, text) == expected)
  }

  @Test(arguments: [
    ("2026-12-24..2027-01-01 winter", "2026-12-24..2027-01-01 winter"), ("2026-09-07", "2026-09-07"),
    ("2026-07-06..2026-07-17 50% exams", "2026-07-06..2026-07-17 50% exams"),
    ("2026-09-07 50 km run", "2026-09-07 50 km run"),
    ("2026-12-24 .. 2027-01-01 winter", "?2026-12-24..2027-01-01 winter"),
    ("2026-12-24 to 2027-01-01", "?2026-12-24..2027-01-01"), ("2026-9-7 Anna's", "?2026-09-07 Anna's"),
    ("2026-09-07 150% x", "-"), ("winter", "-"), ("2026-W53 skiing", "2026-12-28..2027-01-03 skiing"),
    ("2027-W53", "-"),
  ])
  func daysOff(text: String, expected: String) {
    #expect(outcome(readOff, text) == expected)
  }

  @Test func yesAndNo() throws {
    #expect(try WordReading.yesOrNo("Yes".valueBytes))
    #expect(try !WordReading.yesOrNo("false".valueBytes))
    #expect(throws: BadValue("it is yes or no", suggestion: "yes")) { try WordReading.yesOrNo("y".valueBytes) }
    #expect(throws: BadValue("it is yes or no")) { try WordReading.yesOrNo("maybe".valueBytes) }
  }

  @Test func aChoiceOneSlipAwayIsSuggested() {
    let choices = ["active", "paused", "done", "dropped"]
    #expect(throws: BadValue("it is one of active, paused, done, dropped", suggestion: "paused")) {
      try WordReading.choice("pausd".valueBytes, of: choices)
    }
    #expect(throws: BadValue("it is one of active, paused, done, dropped")) {
      try WordReading.choice("later".valueBytes, of: choices)
    }
  }
}

@Suite struct ValueWritingTests {
  private static func randomDays(_ numbers: inout SeededGenerator) -> DayRange {
    let first = Day(number: Int.random(in: 0...40_000, using: &numbers))
    return DayRange(first, first + Int.random(in: 0...30, using: &numbers))
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var numbers = SeededGenerator(seed: 7)
    func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
    for _ in 0..<2000 {
      let low = random(0...5000)
      let effort = Effort(low: low, high: low + random(0...1) * random(0...5000))
      #expect(try Effort(reading: effort.written.valueBytes) == effort, "\(effort)")
      let wait = Wait(low: random(0...60), high: random(60...120))
      #expect(try Wait(reading: wait.written.valueBytes) == wait)
      let from = Int64(random(-1...1) * random(0...900_000))
      let amount = Amount(
        from: from, now: Int64(random(0...900_000)), to: from + Int64(random(1...900_000)),
        unit: ["", "kg", "Wörter"][random(0...2)])
      #expect(try Amount(reading: amount.written.valueBytes) == amount)
      let days = Self.randomDays(&numbers)
      let off = DaysOff(days: days, percent: random(1...100), reason: ["", "winter break"][random(0...1)])
      #expect(try DaysOff(reading: off.written.valueBytes) == off)
      let rhythm: HoursEntry.Rhythm =
        switch random(0...2) {
        case 0: .week
        case 1: .timesAWeek(random(1...7))
        default: .days(WeekdaySet(rawValue: UInt8(random(1...127))))
        }
      let start = random(0...1000)
      let entry = HoursEntry(
        minutes: random(1...1440), rhythm: rhythm,
        window: random(0...1) == 0 ? nil : ClockWindow(start: start, end: start + random(1...400)),
        period: random(0...2) == 0 ? DayRange(days.first, days.last + 1) : nil)
      let hours = Hours.entries(Array(repeating: entry, count: random(1...3)))
      #expect(try Hours(reading: hours.written.valueBytes) == hours)
    }
  }

  @Test func aSuggestionCanBeRead() {
    // Every prefix and every one-byte change of good values: no trap, and what is suggested is itself good.
    let readers: [(String, (ArraySlice<UInt8>) throws(BadValue) -> String)] = [
      ("2026-07-19", readDay), ("30-60h", readEffort), ("2-3w", readWait), ("420>505/1000 x", readAmount),
      ("2h mon-fri 06:00-08:00", readHours), ("45m 4x/week 2026-09-01..2026-12-20", readHours),
      ("2h mon-fri max 8h/week 2026-W53", readHours), ("6h/week every 3 weeks from 2026-01-05", readHours),
      ("2026-07-06..2026-07-17 50% exams", readOff),
    ]
    var numbers = SeededGenerator(seed: 11)
    let replacements = Array(" -–.,:/0123456789hmdwx%[]>T".utf8)
    for (text, read) in readers {
      for _ in 0..<3000 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...2, using: &numbers) where !bytes.isEmpty {
          let index = Int.random(in: 0..<bytes.count, using: &numbers)
          switch Int.random(in: 0...2, using: &numbers) {
          case 0: bytes.remove(at: index)
          case 1: bytes[index] = replacements[Int.random(in: 0..<replacements.count, using: &numbers)]
          default: bytes.insert(replacements[Int.random(in: 0..<replacements.count, using: &numbers)], at: index)
          }
        }
        do throws(BadValue) {
          _ = try read(bytes[...])
        } catch {
          guard let suggestion = error.suggestion else { continue }
          #expect(outcome(read, suggestion) == suggestion, "\(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
  }
}
