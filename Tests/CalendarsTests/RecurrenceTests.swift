import Foundation
import PlanDocuments
import Testing

@testable import Calendars

/// Rules with the instances that libical's own tests expect of them, in a file named by `MM_RECURRENCES`.
@Suite struct RecurrenceFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule = ""
    var start = ""
    var instances: [String] = []
    var testDescription: String { rule }
  }

  static let cases: [Case] = {
    guard let path = ProcessInfo.processInfo.environment["MM_RECURRENCES"],
      let text = try? String(contentsOfFile: path, encoding: .utf8)
    else { return [] }
    var cases: [Case] = []
    var current = Case()
    for line in (text + "\n\n").components(separatedBy: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      switch parts.first {
      case "RRULE": current.rule = parts[1]
      case "DTSTART": current.start = parts[1]
      case "INSTANCES":
        // Rules are compared on the clock of the event, so the zone does not matter.
        current.instances = parts.count > 1 ? parts[1].split(separator: ",").map { $0.filter { $0 != "Z" } } : []
      case nil:
        if !current.rule.isEmpty { cases.append(current) }
        current = Case()
      default: break
      }
    }
    return cases
  }()

  /// Where the instances differ, and why.
  static let differences: [String: String] = [
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;BYWEEKNO=1;UNTIL=20320101": "libical says that it has not implemented this",
    // Elsewhere in the same file 2 January 2010, in week 53 of 2009, begins the count of years with 2009.
    "FREQ=YEARLY;BYWEEKNO=53;INTERVAL=6;BYDAY=TH;COUNT=1": "counts the years from 2027, not from the week's year 2026",
    "FREQ=YEARLY;BYWEEKNO=53;INTERVAL=5;BYDAY=TH;COUNT=1": "counts the years from 2027, not from the week's year 2026",
  ]

  @Test(arguments: cases) func aRuleHasTheInstancesThatAreExpectedOfIt(_ one: Case) throws {
    let isTooOften = one.rule.contains("FREQ=MINUTELY") || one.rule.contains("FREQ=SECONDLY")
    guard !isTooOften else {
      #expect(throws: RecurrenceRule.Refusal.tooOften) { try RecurrenceRule(Array(one.rule.utf8)[...]) }
      return
    }
    let found = try RecurrenceTests.starts(one.rule, from: one.start, atMost: one.instances.count + 1)
    #expect((found == one.instances) == (Self.differences[one.rule] == nil), "\(found) and not \(one.instances)")
  }
}

@Suite struct RecurrenceTests {
  /// The starts of a rule as calendars write them.
  static func starts(_ rule: String, from start: String, atMost count: Int = 20) throws -> [String] {
    let rule = try RecurrenceRule(Array(rule.utf8)[...])
    let start = try #require(WrittenTime(Array(start.utf8)[...]))
    let clock = EventClock(of: start, floating: .utc, zones: [])
    let starts = RecurrenceStarts(
      rule, start: start.seconds, isAllDay: clock.isAllDay, until: rule.until.map(clock.until))
    var steps = 5_000_000
    var found: [String] = []
    _ = starts.forEach(from: start.seconds, through: start.seconds + 200 * 366 * 86_400, steps: &steps) { seconds in
      let day = Day(number: seconds.flooredQuotient(86_400)).description.filter { $0 != "-" }
      let time = seconds.flooredRemainder(86_400)
      let clock = [time / 3600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
      found.append(start.clock == .day ? day : "\(day)T\(clock)")
      return found.count < count
    }
    return found
  }

  @Test func theRulesOfEverydayCalendarsAreFollowed() throws {
    #expect(
      try Self.starts("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4", from: "20260106T090000") == [
        "20260106T090000", "20260108T090000", "20260120T090000", "20260122T090000",
      ])
    #expect(
      try Self.starts("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260331", from: "20260130T160000") == [
        "20260130T160000", "20260227T160000", "20260327T160000",
      ])
    #expect(
      try Self.starts("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", from: "20260130") == [
        "20260130", "20260227",
      ])
    #expect(try Self.starts("FREQ=YEARLY;COUNT=2", from: "20240229") == ["20240229", "20280229"])
    #expect(
      try Self.starts("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", from: "20260131") == ["20260131", "20260331", "20260531"])
  }

  @Test func aWeeklyRuleOfTwoWeeksDependsOnWhereTheWeekBegins() throws {
    // RFC 5545, 3.8.5.3.
    #expect(
      try Self.starts("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", from: "19970805") == [
        "19970805", "19970810", "19970819", "19970824",
      ])
    #expect(
      try Self.starts("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", from: "19970805") == [
        "19970805", "19970817", "19970819", "19970831",
      ])
  }

  @Test func startingLateGivesTheSameInstances() throws {
    let rules = [
      "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU", "FREQ=MONTHLY;INTERVAL=5;BYDAY=2TU",
      "FREQ=YEARLY;INTERVAL=3;BYWEEKNO=1,53;BYDAY=MO,SU", "FREQ=YEARLY;BYYEARDAY=-1,60", "FREQ=HOURLY;INTERVAL=31",
    ]
    for text in rules {
      let rule = try RecurrenceRule(Array(text.utf8)[...])
      let start = 600 * 86_400 + 9 * 3600
      let starts = RecurrenceStarts(rule, start: start, isAllDay: false, until: nil)
      let end = start + 4000 * 86_400
      var steps = 5_000_000
      var all: [Int] = []
      _ = starts.forEach(from: start, through: end, steps: &steps) {
        all.append($0); return true
      }
      #expect(all.count > 2)
      for from in stride(from: start, to: end, by: 97 * 86_399) {
        var late: [Int] = []
        _ = starts.forEach(from: from, through: end, steps: &steps) {
          late.append($0); return true
        }
        #expect(late == all.filter { $0 >= from }, "\(text)")
      }
    }
  }

  @Test(arguments: [
    "", "FREQ", "FREQ=", "FREQ=OFTEN", "INTERVAL=2", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=-1",
    "FREQ=DAILY;COUNT=99999999999999999999", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=99MO", "FREQ=YEARLY;BYMONTH=13",
    "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=DAILY;UNTIL=never", "FREQ=DAILY;BYHOUR=24", "FREQ=DAILY;FOO=1",
    "FREQ=DAILY;RSCALE=HEBREW", "FREQ=SECONDLY", "FREQ=DAILY;BYSETPOS=", "\u{1B}[31m",
  ])
  func whatIsNoRuleIsRefused(rule: String) {
    #expect(throws: RecurrenceRule.Refusal.self) { try RecurrenceRule(Array(rule.utf8)[...]) }
  }

  @Test func aRuleThatNeverComesEndsWithItsSteps() throws {
    let rule = try RecurrenceRule(Array("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000000".utf8)[...])
    let starts = RecurrenceStarts(rule, start: 0, isAllDay: true, until: nil)
    var steps = 10_000
    #expect(!starts.forEach(from: 0, through: .max, steps: &steps) { _ in true })
    #expect(steps <= 0)
  }
}
