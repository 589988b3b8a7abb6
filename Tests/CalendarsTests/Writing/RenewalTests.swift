import Forecasting
import Foundation
import PlanDocuments
import PlanModel
import ReviewNotes
import Scheduling
import TestSupport
import Testing

@testable import Calendars

@Suite struct RenewalTests {
  private static let today = Day(number: 20_667)  // Sunday 2 August 2026
  private static let berlin = CalendarZone(
    name: "Europe/Berlin", rules: ZoneRules(posix: "CET-1CEST,M3.5.0,M10.5.0/3") ?? .utc)

  /// A vault, and a calendar that it is written into again and again.
  private struct Desk {
    var files = [
      "mm.md": "---\ntime: 2h mon-fri 06:00-10:00\n---\n",
      "book.md": """
      ---
      goal: Publish the book
      deadline: 2026-12-01
      ---
      ## Milestones
      - [x] Research done:2026-07-01
      - [ ] First part due:2026-08-14 effort:12h
      - [ ] Second part due:2026-09-11 effort:12h
      - [ ] Printed due:2026-12-01 fixed:yes effort:4h
      """,
    ]
    var day = RenewalTests.today
    var feed: [UInt8] = []

    var outlook: ScheduledPlan {
      func document(_ path: String) -> PlanDocument {
        PlanDocument(reading: SourceText(path: VaultPath(path), bytes: Array((files[path] ?? "").utf8)))
      }
      let snapshot = VaultSnapshot(
        settings: document("mm.md"), documents: files.keys.filter { $0 != "mm.md" }.sorted().map(document))
      return ScheduledPlan(Plan(reading: snapshot, today: day))
    }

    var written: [WrittenEvent] {
      var zones = ZoneFinder(own: RenewalTests.berlin.rules, machine: { _ in nil })
      return WrittenCalendar(feed, in: RenewalTests.berlin, zones: &zones).events
    }

    @discardableResult
    mutating func write(blocks: Bool = true, putsBack: Bool = false) -> EventRenewal {
      let wanted = PlanEvents(outlook, over: written, withBlocks: blocks)
      let renewal = EventRenewal(
        wanted.events, over: written, in: RenewalTests.berlin, today: day, putsBack: putsBack)
      feed = CalendarWriting.feed(renewal.events.map(\.event), name: "Goals", in: RenewalTests.berlin)
      return renewal
    }

    mutating func replace(_ old: String, _ new: String) {
      files["book.md"] = files["book.md"]?.replacing(old, with: new)
    }

    /// As a person does who drags an event to another day.
    mutating func drag(_ title: String, from: String, to: String) {
      let text = String(decoding: feed, as: UTF8.self)
      let parts = text.components(separatedBy: "BEGIN:VEVENT").map { part in
        part.contains("SUMMARY:\(title)")
          ? part.replacing("DTSTART;VALUE=DATE:\(from)", with: "DTSTART;VALUE=DATE:\(to)") : part
      }
      feed = Array(parts.joined(separator: "BEGIN:VEVENT").utf8)
    }
  }

  @Test func writingTwiceChangesNoByteAlsoOnALaterDay() {
    var desk = Desk()
    desk.write()
    let first = desk.feed
    #expect(desk.write().events.filter { !$0.isUnchanged } == [])
    #expect(desk.feed == first)
    desk.day = desk.day + 1
    #expect(desk.write().events.allSatisfy { $0.isUnchanged })
    #expect(desk.feed == first)
  }

  @Test func aNewDateMovesOneEventAndCountsUp() throws {
    var desk = Desk()
    let first = desk.write(blocks: false)
    desk.replace("due:2026-08-14", "due:2026-08-15")
    let second = desk.write(blocks: false)
    #expect(second.events.map(\.event.uid) == first.events.map(\.event.uid))
    #expect(second.events.filter { !$0.isUnchanged }.map(\.event.name) == ["book/first-part"])
    #expect(second.events.map(\.event.sequence).reduce(0, +) == 1)
    #expect(second.dropped == [])
  }

  @Test(arguments: [
    ("First part due:2026-08-14", "Chapters one to five due:2026-08-14"),
    ("First part due:2026-08-14", "Chapters one to five due:2026-08-21"),
    ("First part due:2026-08-14", "First part due:2026-09-04"),
    ("goal: Publish the book", "goal: Publish the whole book"),
  ])
  func renamesAndNewDatesKeepTheNamesOfEvents(old: String, new: String) {
    var desk = Desk()
    let first = desk.write()
    desk.replace(old, new)
    let second = desk.write()
    #expect(Set(first.events.map(\.event.uid)).isSuperset(of: second.events.map(\.event.uid)))
    #expect(second.dropped == [])
  }

  @Test func aGoalUnderAnotherNameKeepsItsEvents() {
    var desk = Desk()
    let first = desk.write(blocks: false)
    desk.files["manuscript.md"] = desk.files.removeValue(forKey: "book.md")
    let second = desk.write(blocks: false)
    #expect(second.events.map(\.event.uid) == first.events.map(\.event.uid))
    #expect(second.dropped == [])
  }

  @Test func aNameThatLivesOnIsNotGivenToAnother() {
    var desk = Desk()
    desk.write(blocks: false)
    desk.replace("- [ ] First part due", "- [ ] Chapters due")
    desk.write(blocks: false)
    desk.replace("- [ ] Second part", "- [ ] First part due:2026-08-28 effort:1h\n- [ ] Second part")
    let third = desk.write(blocks: false)
    #expect(Set(third.events.map(\.event.uid)).count == third.events.count)
    #expect(third.events.count { !$0.isUnchanged } == 1)
  }

  @Test func whatIsDroppedGoes() {
    var desk = Desk()
    desk.write(blocks: false)
    desk.replace("- [ ] Second part", "- [-] Second part")
    #expect(desk.write(blocks: false).dropped.count == 1)
    #expect(!String(decoding: desk.feed, as: UTF8.self).contains("Second part"))
  }

  @Test func whatThePersonMovedIsReportedAndStays() {
    var desk = Desk()
    desk.write(blocks: false)
    desk.drag("First part", from: "20260814", to: "20260819")
    let moved = MovedMilestone.all(in: desk.written, for: desk.outlook.plan)
    #expect(moved == [MovedMilestone(milestone: 1, from: Self.day(14), to: Self.day(19))])
    let text = desk.feed
    #expect(desk.write(blocks: false).events.allSatisfy { $0.isUnchanged })
    #expect(desk.feed.count == text.count)
    #expect(MovedMilestone.all(in: desk.written, for: desk.outlook.plan) == moved)
    // Taken over, it is an event like the others.
    desk.replace("due:2026-08-14", "due:2026-08-19")
    desk.write(blocks: false)
    #expect(desk.written.allSatisfy { $0.movedTo == nil })
    #expect(MovedMilestone.all(in: desk.written, for: desk.outlook.plan) == [])
  }

  @Test func aRecordThatSomebodyTookOutIsWrittenAnewAndTheSequenceNeverGoesDown() {
    var desk = Desk()
    desk.write(blocks: false)
    desk.replace("due:2026-08-14", "due:2026-08-15")
    desk.write(blocks: false)
    let sequences = desk.written.map(\.sequence)
    desk.feed = Array(String(decoding: desk.feed, as: UTF8.self).replacing("[mm due", with: "(mm due").utf8)
    desk.write(blocks: false)
    #expect(desk.written.allSatisfy { $0.record != nil })
    #expect(zip(desk.written, sequences).allSatisfy { $0.sequence >= $1 })
    #expect(desk.written.map(\.sequence).max() == 2)
  }

  @Test func whatWasMovedCanBePutBack() {
    var desk = Desk()
    desk.write(blocks: false)
    let before = desk.written.map(\.time)
    desk.drag("First part", from: "20260814", to: "20260819")
    desk.write(blocks: false, putsBack: true)
    #expect(desk.written.map(\.time) == before)
    #expect(desk.written.map(\.sequence).reduce(0, +) == 1)
  }

  @Test func aBlockThatThePersonMovedStaysThere() throws {
    var desk = Desk()
    desk.write()
    let block = try #require(desk.written.first { $0.kind == .block })
    let old = String(decoding: desk.feed, as: UTF8.self)
    // 06:00 in Berlin is 04:00 UTC in summer.
    let moved = old.replacing(
      "DTSTART:20260803T040000Z\r\nDTEND:20260803T060000Z", with: "DTSTART:20260803T180000Z\r\nDTEND:20260803T200000Z")
    try #require(moved != old)
    desk.feed = Array(moved.utf8)
    #expect(desk.write().events.allSatisfy { $0.isUnchanged })
    #expect(
      desk.written.first { $0.uid == block.uid }?.time == .clock(Self.day(3), ClockWindow(start: 1200, end: 1320)))
    let again = desk.feed
    desk.write()
    #expect(desk.feed == again)
  }

  @Test(arguments: 1...20)
  func whateverHappenedToTheFileTheNextWriteHealsIt(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var desk = Desk()
    desk.write()
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: 0..<desk.feed.count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: desk.feed[place] = UInt8.random(in: 0...255, using: &random)
      case 1: desk.feed.remove(at: place)
      case 2: desk.feed.insert(contentsOf: Array("9999".utf8), at: place)
      default: desk.feed.removeSubrange(place..<min(desk.feed.count, place + 40))
      }
    }
    let events = desk.write().events.map(\.event)
    #expect(Set(events.map(\.uid)).count == events.count)
    let healed = desk.feed
    #expect(desk.written.count == events.count)
    #expect(desk.write().events.filter { !$0.isUnchanged } == [])
    #expect(desk.feed == healed)
  }

  @Test func weeklyEventsKeepTheirHourWhenTheClockChanges() {
    var desk = Desk()
    desk.write(blocks: false)
    let text = String(decoding: desk.feed, as: UTF8.self)
    #expect(text.contains("DTSTART;TZID=Europe/Berlin:20260802T170000\r\n"))
    #expect(text.contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"))
    #expect(text.contains("UNTIL=20261201T225900Z"))
  }

  @Test func aMilestoneTakesItsWholeDayAndRingsTheMorningBefore() throws {
    var desk = Desk()
    desk.write(blocks: false)
    let text = String(decoding: desk.feed, as: UTF8.self)
    #expect(text.contains("DTSTART;VALUE=DATE:20260814\r\nDTEND;VALUE=DATE:20260815\r\n"))
    #expect(text.contains("TRIGGER:-PT15H\r\n"))
    for (value, minutes) in [("0d", 540), ("1d", -900), ("3d", -3780)] {
      var settings = CalendarSettings()
      #expect(settings.take(value, for: "milestone-alarm") && settings.milestoneAlarm == minutes)
    }
  }

  @Test func whatIsDoneIsNotMovedFromTheCalendar() {
    var desk = Desk()
    desk.write(blocks: false)
    desk.replace("- [ ] First part", "- [x] First part")
    desk.drag("First part", from: "20260814", to: "20260819")
    #expect(desk.written.contains { $0.movedTo != nil })
    #expect(MovedMilestone.all(in: desk.written, for: desk.outlook.plan) == [])
  }

  @Test func aGoalIsCheckedInUntilTheDayOfItsDeadline() {
    for (offset, isChecked) in [(-1, true), (0, true), (1, false)] {
      var desk = Desk()
      desk.day = Self.today + 121 + offset
      desk.replace("due:2026-12-01 fixed:yes", "due:2026-12-24")
      let kinds = desk.write(blocks: false).events.map(\.event.kind)
      #expect(kinds.contains(.checkIn) == isChecked, "\(desk.day)")
    }
  }

  private static func day(_ number: Int) -> Day { today + number - 2 }
}
