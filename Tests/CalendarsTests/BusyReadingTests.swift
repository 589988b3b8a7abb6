import Foundation
import PlanDocuments
import Testing

@testable import Calendars

@Suite struct BusyReadingTests {
  static let days = DayRange(Day(number: 20_454), Day(number: 20_454 + 364))  // 2026

  static func read(_ text: String, isHolidays: Bool = false, addresses: [String] = [], zone: String? = "Europe/Berlin")
    -> BusyCalendar
  {
    let finder = TestZones.finder()
    let own = zone.flatMap { FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + $0) }
    var reading = BusyReading(
      days: days, zones: own.flatMap { ZoneRules(zoneFile: Array($0)) }.map { TestZones.finder(own: $0) } ?? finder,
      addresses: addresses)
    reading.begin(BusyCalendar.Source(name: "test", isHolidays: isHolidays))
    reading.add(Array(text.utf8))
    return reading.calendar
  }

  static func event(_ lines: String) -> String {
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:E\n\(lines)\nEND:VEVENT\nEND:VCALENDAR\n"
  }

  /// What events take, as text: `2026-03-02 9:00-10:00`, or days.
  static func taken(_ calendar: BusyCalendar) -> [String] {
    calendar.events.map { event in
      func clock(_ minutes: Int) -> String { "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)" }
      guard let window = event.window else {
        return event.days.first == event.days.last ? "\(event.days.first)" : "\(event.days.first)..\(event.days.last)"
      }
      return "\(event.days.first) \(clock(window.start))-\(clock(window.end))"
    }
  }

  static func reasons(_ calendar: BusyCalendar) -> [PassedOver.Reason] {
    calendar.sources[0].passedOver.entries.map(\.reason)
  }

  @Test(arguments: [
    ("DTSTART:20260302T090000\nDTEND:20260302T100000", ["2026-03-02 9:00-10:00"]),
    ("DTSTART:20260302T080000Z\nDURATION:PT90M", ["2026-03-02 9:00-10:30"]),
    (
      "DTSTART;TZID=America/New_York:20260302T080000\nDTEND;TZID=America/New_York:20260302T090000",
      ["2026-03-02 14:00-15:00"]
    ),
    ("DTSTART;TZID=\"Pacific Standard Time\":20260702T080000\nDURATION:PT1H", ["2026-07-02 17:00-18:00"]),
    (
      "DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20260702T080000\nDURATION:PT1H",
      ["2026-07-02 1:00-2:00"]
    ),
    ("DTSTART;VALUE=DATE:20260706\nDTEND;VALUE=DATE:20260718", ["2026-07-06..2026-07-17"]),
    ("DTSTART;VALUE=DATE:20260706", ["2026-07-06"]),
    ("DTSTART;VALUE=DATE:20260706\nDTEND;VALUE=DATE:20260706", ["2026-07-06"]),
    ("dtstart:20260706\nduration:p2d", ["2026-07-06..2026-07-07"]),
    // Over midnight; and with whole days between.
    ("DTSTART:20260302T220000\nDTEND:20260303T060000", ["2026-03-02 22:00-24:00", "2026-03-03 0:00-6:00"]),
    (
      "DTSTART:20260302T100000\nDTEND:20260305T120000",
      ["2026-03-02 10:00-24:00", "2026-03-03..2026-03-04", "2026-03-05 0:00-12:00"]
    ),
    ("DTSTART:20260302T000000\nDTEND:20260304T000000", ["2026-03-02..2026-03-03"]),
    // A weekly meeting keeps its time across the change of the clock (29 March).
    (
      "DTSTART;TZID=Europe/Berlin:20260325T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2",
      ["2026-03-25 9:00-10:00", "2026-04-01 9:00-10:00"]
    ),
    // One of New York moves for somebody in Berlin, between the two changes (8 and 29 March).
    (
      "DTSTART;TZID=America/New_York:20260304T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2",
      ["2026-03-04 15:00-16:00", "2026-03-11 14:00-15:00"]
    ),
    // An end of the series as the author's own clock shows it, without a zone.
    (
      "DTSTART;TZID=America/New_York:20260118T200000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20260119T235959",
      ["2026-01-19 2:00-3:00", "2026-01-20 2:00-3:00"]
    ),
    (
      "DTSTART:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20260303\nRDATE:20260307T120000",
      ["2026-03-02 9:00-10:00", "2026-03-04 9:00-10:00", "2026-03-07 12:00-13:00"]
    ),
    // The end of a series as a day takes in what begins on that day.
    (
      "DTSTART:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20260304",
      ["2026-03-02 9:00-10:00", "2026-03-03 9:00-10:00", "2026-03-04 9:00-10:00"]
    ),
    // In UTC it is an instant: 22:00 on the 18th in New York.
    (
      "DTSTART;TZID=America/New_York:20260118T020000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20260119T030000Z",
      ["2026-01-18 8:00-9:00"]
    ),
    // A minute that is begun is taken.
    ("DTSTART:20260302T090059\nDTEND:20260302T100001", ["2026-03-02 9:00-10:01"]),
    ("DTSTART:20260706\nDURATION:P1W", ["2026-07-06..2026-07-12"]),
  ]) func anEventTakesItsTime(lines: String, taken: [String]) {
    let calendar = Self.read(Self.event(lines))
    #expect(Self.taken(calendar) == taken)
    #expect(calendar.sources[0].passedOver.isEmpty)
  }

  @Test(arguments: [
    ("TRANSP:TRANSPARENT", PassedOver.Reason.free), ("X-MICROSOFT-CDO-BUSYSTATUS:FREE", .free),
    ("STATUS:CANCELLED", .cancelled), ("ATTENDEE;PARTSTAT=DECLINED;CN=\"Ann: me\":MAILTO:Ann@example.org", .declined),
    ("UID:mm-0b9e3bd4-2d5e-5f6e-8c3a-0d6d2a1b3c4d", .own),
  ]) func whatTakesNoTimeIsCountedWithItsReason(line: String, reason: PassedOver.Reason) {
    let calendar = Self.read(
      Self.event("DTSTART:20260302T090000\nDURATION:PT1H\n\(line)"), addresses: ["ann@example.org"])
    #expect(calendar.events.isEmpty)
    #expect(Self.reasons(calendar) == [reason])
  }

  @Test func anInvitationThatSomebodyElseDeclinedStillTakesTime() {
    let lines = "DTSTART:20260302T090000\nDURATION:PT1H\nATTENDEE;PARTSTAT=DECLINED:mailto:bob@example.org"
    #expect(Self.read(Self.event(lines), addresses: ["ann@example.org"]).events.count == 1)
  }

  @Test func publicHolidaysAreDaysOffAlsoWhereTheCalendarShowsThemAsFree() {
    let text = Self.event("DTSTART;VALUE=DATE:20261003\nTRANSP:TRANSPARENT")
    #expect(Self.read(text).events.isEmpty)
    #expect(Self.taken(Self.read(text, isHolidays: true)) == ["2026-10-03"])
  }

  @Test func aMovedInstanceTakesItsNewTimeAndACancelledOneNone() {
    let calendar = Self.read(
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:a
      DTSTART;TZID=Europe/Berlin:20260302T090000
      DTEND;TZID=Europe/Berlin:20260302T100000
      RRULE:FREQ=DAILY;COUNT=4
      END:VEVENT
      BEGIN:VEVENT
      UID:a
      RECURRENCE-ID:20260303T080000Z
      DTSTART;TZID=Europe/Berlin:20260303T150000
      DTEND;TZID=Europe/Berlin:20260303T170000
      END:VEVENT
      BEGIN:VEVENT
      UID:a
      RECURRENCE-ID;TZID=Europe/Berlin:20260304T090000
      DTSTART;TZID=Europe/Berlin:20260304T090000
      STATUS:CANCELLED
      END:VEVENT
      END:VCALENDAR
      """)
    #expect(Self.taken(calendar) == ["2026-03-02 9:00-10:00", "2026-03-03 15:00-17:00", "2026-03-05 9:00-10:00"])
  }

  @Test func ofTwoThatSayTheSameTheNewerCounts() {
    func event(_ hour: String, sequence: Int) -> String {
      "BEGIN:VEVENT\nUID:a\nSEQUENCE:\(sequence)\nDTSTART:20260302T\(hour)0000\nDURATION:PT1H\nEND:VEVENT\n"
    }
    let calendar = Self.read(
      "BEGIN:VCALENDAR\n" + event("11", sequence: 2) + event("09", sequence: 1) + "END:VCALENDAR")
    #expect(Self.taken(calendar) == ["2026-03-02 11:00-12:00"])
  }

  @Test func ofTwoChangesOfOneInstanceTheNewerCounts() {
    func change(_ hour: String, sequence: Int) -> String {
      """
      BEGIN:VEVENT
      UID:a
      SEQUENCE:\(sequence)
      RECURRENCE-ID:20260303T090000
      DTSTART:20260303T\(hour)0000
      DURATION:PT1H
      END:VEVENT

      """
    }
    let series = "BEGIN:VEVENT\nUID:a\nDTSTART:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\n"
    for changes in [
      change("15", sequence: 2) + change("12", sequence: 1), change("12", sequence: 1) + change("15", sequence: 2),
    ] {
      let calendar = Self.read("BEGIN:VCALENDAR\n" + series + changes + "END:VCALENDAR\n")
      #expect(Self.taken(calendar) == ["2026-03-02 9:00-10:00", "2026-03-03 15:00-16:00"])
    }
  }

  @Test func fromAnInstanceOnTheWholeSeriesMayBeAnother() {
    let calendar = Self.read(
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:a
      DTSTART:20260302T090000
      DURATION:PT1H
      RRULE:FREQ=DAILY;COUNT=4
      END:VEVENT
      BEGIN:VEVENT
      UID:a
      RECURRENCE-ID;RANGE=THISANDFUTURE:20260304T090000
      DTSTART:20260304T140000
      DURATION:PT1H
      STATUS:CANCELLED
      END:VEVENT
      END:VCALENDAR
      """)
    #expect(Self.taken(calendar) == ["2026-03-02 9:00-10:00", "2026-03-03 9:00-10:00"])
    let later = Self.read(
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:a
      DTSTART:20260302T090000
      DURATION:PT1H
      RRULE:FREQ=DAILY;COUNT=4
      EXDATE:20260305T090000
      END:VEVENT
      BEGIN:VEVENT
      UID:a
      RECURRENCE-ID;RANGE=THISANDFUTURE:20260303T090000
      DTSTART:20260303T140000
      DURATION:PT2H
      END:VEVENT
      END:VCALENDAR
      """)
    #expect(Self.taken(later) == ["2026-03-02 9:00-10:00", "2026-03-03 14:00-16:00", "2026-03-04 14:00-16:00"])
  }

  @Test func aZoneThatTheCalendarSpellsOutIsFollowed() {
    let calendar = Self.read(
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      SUMMARY:before its zone
      DTSTART;TZID=Customized:20260401T120000
      DTEND;TZID=Customized:20260401T130000
      END:VEVENT
      BEGIN:VTIMEZONE
      TZID:Customized
      BEGIN:STANDARD
      DTSTART:20001025T020000
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
      TZOFFSETFROM:+0400
      TZOFFSETTO:+0300
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20000325T020000
      RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
      TZOFFSETFROM:+0300
      TZOFFSETTO:+0400
      END:DAYLIGHT
      END:VTIMEZONE
      END:VCALENDAR
      """)
    #expect(Self.taken(calendar) == ["2026-04-01 10:00-11:00"])
  }

  @Test func anUnknownZoneIsReadAsTheOwnOneAndNamed() {
    let calendar = Self.read(Self.event("DTSTART;TZID=../../etc/passwd:20260302T090000\nDURATION:PT1H"))
    #expect(Self.taken(calendar) == ["2026-03-02 9:00-10:00"])
    #expect(Self.reasons(calendar) == [.unknownZone("../../etc/passwd")])
  }

  @Test func busyStretchesWithoutEventsAreRead() {
    let calendar = Self.read(
      """
      BEGIN:VCALENDAR
      BEGIN:VFREEBUSY
      FREEBUSY;FBTYPE=BUSY:20260302T080000Z/PT1H,20260303T080000Z/20260303T093000Z
      FREEBUSY;FBTYPE=FREE:20260304T080000Z/PT1H
      END:VFREEBUSY
      END:VCALENDAR
      """)
    #expect(Self.taken(calendar) == ["2026-03-02 9:00-10:00", "2026-03-03 9:00-10:30"])
  }

  @Test func foldedLinesAreJoinedBeforeTheyAreDecoded() {
    let bytes =
      Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTST\r\n ART:20260302T090000\r\nDURATION:PT1H\r\nSUMMARY:Caf".utf8)
      + [0xC3, 0x0D, 0x0A, 0x20, 0xA9] + Array(" a\\, b\\nc\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".utf8)
    var reading = BusyReading(days: Self.days, zones: TestZones.finder())
    reading.begin(BusyCalendar.Source(name: "test"))
    reading.add(bytes)
    #expect(reading.calendar.events.map(\.title) == ["Café a, b c"])
  }
}
