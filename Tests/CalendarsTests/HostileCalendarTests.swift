import PlanDocuments
import TestSupport
import Testing

@testable import Calendars

/// Calendars that mean ill are named and cost little.
@Suite struct HostileCalendarTests {
  static func read(_ bytes: [UInt8], limits: CalendarLimits = CalendarLimits()) -> BusyCalendar {
    var reading = BusyReading(days: BusyReadingTests.days, zones: TestZones.finder(), limits: limits)
    reading.begin(BusyCalendar.Source(name: "test"))
    reading.add(bytes)
    return reading.calendar
  }

  static func read(_ lines: String, limits: CalendarLimits = CalendarLimits()) -> BusyCalendar {
    read(Array(BusyReadingTests.event(lines).utf8), limits: limits)
  }

  @Test(arguments: ["SECONDLY", "MINUTELY"]) func whatRepeatsAllTheTimeCountsOnce(frequency: String) {
    let calendar = Self.read("DTSTART:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=\(frequency)")
    #expect(calendar.events.count == 1)
    #expect(BusyReadingTests.reasons(calendar) == [.repeatsTooOften])
  }

  @Test func anEndlessRuleEndsWithTheDays() {
    let calendar = Self.read("DTSTART:00010101T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY")
    #expect(calendar.events.count == 365)
  }

  @Test func aRuleThatCountsForeverEndsWithItsSteps() {
    var limits = CalendarLimits()
    limits.steps = 10_000
    let calendar = Self.read("DTSTART:00010101T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=999999999", limits: limits)
    #expect(calendar.events.isEmpty)
    #expect(BusyReadingTests.reasons(calendar) == [.tooMuchWork])
  }

  @Test func instancesHaveALimit() {
    var limits = CalendarLimits()
    limits.instances = 100
    let calendar = Self.read(
      "DTSTART:20260101T000000\nDURATION:PT1H\nRRULE:FREQ=HOURLY;BYMINUTE=0,10,20,30,40,50", limits: limits)
    #expect(calendar.events.count == 100)
    #expect(BusyReadingTests.reasons(calendar) == [.tooManyInstances(100)])
  }

  @Test func aHugeLineIsPassedOverAndTheRestIsRead() {
    let huge = String(repeating: "x", count: 70_000)
    let calendar = Self.read("DTSTART:20260302T090000\nDURATION:PT1H\nSUMMARY:\(huge)\nEXDATE:\(huge)")
    #expect(calendar.events.count == 1)
    #expect(BusyReadingTests.reasons(calendar) == [.lineTooLong(bytes: 65_536)])
    #expect(calendar.sources[0].passedOver.entries.first?.line == 6)
    let folded = "SUMMARY:" + String(repeating: "x\n ", count: 70_000)
    #expect(Self.read("DTSTART:20260302T090000\nDURATION:PT1H\n\(folded)").events.count == 1)
  }

  @Test(arguments: [
    "DTSTART:20260230T090000", "DTSTART:yesterday", "DTSTART;TZID=:", "DTSTART:99999999T999999",
    "DTSTART:20260302T090000\nDTEND:never", "DTSTART:20260302T090000\nDURATION:P99999999999D",
    "DTSTART:20260302T090000\nDURATION:P" + String(repeating: "9999999W", count: 5000), "SUMMARY:no start",
  ]) func whatCannotBeReadIsNamed(lines: String) {
    let calendar = Self.read(lines)
    #expect(calendar.events.isEmpty)
    #expect(calendar.sources[0].passedOver.entries.count == 1)
  }

  @Test func anEventThatEndsBeforeItBeginsIsNamed() {
    let calendar = Self.read("DTSTART:20260302T090000\nDTEND:20260301T090000\nRRULE:FREQ=DAILY")
    #expect(calendar.events.isEmpty)
    #expect(BusyReadingTests.reasons(calendar) == [.endsBeforeItBegins])
  }

  @Test func componentsInsideComponentsEnd() {
    let deep = String(repeating: "BEGIN:VEVENT\nDTSTART:20260302T090000\nDURATION:PT1H\n", count: 5000)
    #expect(Self.read(Array(deep.utf8)).events.count == 5000)
    #expect(Self.read(Array(String(repeating: "BEGIN:X\n", count: 100_000).utf8)).events.isEmpty)
  }

  @Test func bytesAtRandomDoNothing() {
    var generator = SeededGenerator(seed: 5)
    let seeds = (0..<20).map { Array(RandomCalendar(seed: $0).text.utf8) }
    for round in 0..<300 {
      var bytes = seeds[round % seeds.count]
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: "99".utf8, at: place)
        }
      }
      let calendar = Self.read(bytes)
      for event in calendar.events {
        #expect(event.days.first >= BusyReadingTests.days.first && event.days.last <= BusyReadingTests.days.last)
        #expect(event.window.map { $0.start >= 0 && $0.end <= 1440 && $0.length > 0 } ?? true)
      }
    }
  }

  @Test func zonesThatAreNoneAreNil() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      var bytes = Array("TZif2".utf8) + (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      for index in 5..<44 where Bool.random(using: &generator) { bytes[index] = 0 }
      _ = ZoneRules(zoneFile: bytes)
    }
    #expect(ZoneRules(zoneFile: []).map { _ in 1 } == nil)
    #expect(ZoneRules(posix: "CET-1CEST,M3.5.0,M10.5.0/3")?.offset(at: 1_782_000_000) == 7200)
    #expect(ZoneRules(posix: "nonsense").map { _ in 1 } == nil)
  }
}
