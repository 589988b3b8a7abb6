import PlanDocuments
import TestSupport
import Testing

@testable import Calendars

@Suite struct WrittenZoneTests {
  /// The rules of Berlin, New York, Sydney, Lord Howe Island, Nuuk, Dublin, Kolkata.
  @Test(arguments: [
    "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0", "AEST-10AEDT,M10.1.0,M4.1.0/3",
    "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "IST-1GMT0,M10.5.0,M3.5.0/1", "IST-5:30",
  ])
  func aZoneThatIsWrittenOutIsTheSameClock(posix: String) throws {
    let rules = try #require(ZoneRules(posix: posix))
    var event = OwnEvent(
      kind: .review, name: "", uid: OwnUID.uid(of: "review"), summary: "Review", note: "",
      time: .weekly(Day(number: 20_667), ClockWindow(start: 600, end: 630), until: nil), alarm: nil,
      changed: Day(number: 20_667))
    event.sequence = 1
    let bytes = CalendarWriting.file(of: event, in: CalendarZone(name: "Somewhere/Else", rules: rules))
    let file = CalendarFile(reading: bytes)
    var steps = 1_000_000
    let last = Int(Day(number: 24_000).number) * 86_400
    let read = try #require(file.zones["Somewhere/Else"]?.rules(through: last, steps: &steps))
    for instant in stride(from: Int(Day(number: 20_600).number) * 86_400, to: last - 86_400, by: 7 * 1_800) {
      #expect(read.offset(at: instant) == rules.offset(at: instant), "\(posix) at \(instant)")
    }
  }

  @Test(arguments: 1...200)
  func whateverBytesStandThereAreReadWithoutHarm(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let event = OwnEvent(
      kind: .block, name: "book/part-1", uid: OwnUID.uid(of: "block"), summary: "Part 1, 漢字", note: "Book",
      time: .clock(Day(number: 20_667), ClockWindow(start: 600, end: 690)), alarm: -5, changed: Day(number: 20_667))
    let zone = CalendarZone(name: "Europe/Berlin", rules: .utc)
    var bytes = CalendarWriting.feed([event, event], name: "Goals", in: zone)
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: Array("9999".utf8), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      }
    }
    var zones = ZoneFinder(own: .utc, machine: { _ in nil })
    let calendar = WrittenCalendar(bytes, in: zone, zones: &zones)
    for event in calendar.events { _ = (event.movedTo, event.recordedTime, event.name) }
  }
}
