import ArgumentParser
import Calendars
import Checks
import PlanDocuments
import PlanModel
import TestSupport
import VaultStorage

/// How much longer a check takes with a calendar of many events.
struct CalendarsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendars", abstract: "Time a made-up calendar, and a vault's checks with it and without.",
    discussion: "The vault's hours should have windows, else times of appointments take nothing of them.")

  @Option(help: "How many events, over two years.")
  var events = 5000

  @Option(help: "How many of them come again, daily to monthly.")
  var recurrences = 300

  @Option(help: "How many times; the fastest counts.")
  var rounds = 7

  @Option(help: "The day that the vault was generated for.")
  var today: Day = GeneratedVault.usualToday

  @Argument(help: "A vault.")
  var vault: String

  func run() throws {
    let bytes = MadeUpCalendar(events: events, recurrences: recurrences, today: today).bytes
    let zone = SmallZone.berlin
    let clock = ContinuousClock()
    var reading = Duration.seconds(1000)
    var calendar = BusyCalendar()
    for _ in 0..<max(1, rounds) {
      reading = min(
        reading,
        clock.measure {
          var busy = BusyReading(
            days: DayRange(today - 371, today + 1099), zones: ZoneFinder(own: zone) { _ in SmallZone.bytes })
          busy.begin(BusyCalendar.Source(name: "made up"))
          busy.add(bytes)
          calendar = busy.calendar
        })
    }
    let folder = Vault(at: vault, stateFolder: "")
    func check(with calendar: BusyCalendar) throws -> Duration {
      var fastest = Duration.seconds(1000)
      for _ in 0..<max(1, rounds) {
        let time = try clock.measure {
          var snapshot = try folder.snapshot()
          snapshot.busy = calendar
          _ = CheckRunner().findings(in: CheckFacts(Plan(reading: snapshot, today: today)), hints: false)
        }
        fastest = min(fastest, time)
      }
      return fastest
    }
    let without = try check(with: BusyCalendar())
    let with = try check(with: calendar)
    print("calendar         \(bytes.count / 1000) kB, \(events) events, \(calendar.events.count) times")
    print("reading it       \(milliseconds(reading)) ms")
    print("check without    \(milliseconds(without)) ms")
    print("check with it    \(milliseconds(with)) ms, reading it not counted")
    print("longer           \(milliseconds(reading + with - without)) ms in all")
  }

  private func milliseconds(_ duration: Duration) -> Double {
    (Double(duration.components.seconds) * 100_000 + Double(duration.components.attoseconds) / 1e13).rounded() / 100
  }
}

/// A calendar as an office writes it: times in a zone, guests, alarms, some series with exceptions.
struct MadeUpCalendar {
  private(set) var bytes: [UInt8]

  init(events: Int, recurrences: Int, today: Day) {
    var random = Random(seed: 3)
    var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//made up//EN\r\n"
    for number in 0..<events {
      let day = today - 100 + random.below(730)
      let minute = 7 * 60 + random.below(40) * 15
      func time(_ day: Day, _ minute: Int) -> String {
        let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return "\(day.description.filter { $0 != "-" })T\(clock)00"
      }
      text += """
        BEGIN:VEVENT\r
        UID:\(number)-4f1a@example.org\r
        DTSTAMP:20260101T080000Z\r
        CREATED:20260101T080000Z\r
        LAST-MODIFIED:20260101T080000Z\r
        DTSTART;TZID=Europe/Berlin:\(time(day, minute))\r
        DTEND;TZID=Europe/Berlin:\(time(day, minute + 45))\r
        SUMMARY:Meeting \(number)\\, room \(number % 9)\r
        DESCRIPTION:Join at https://example.org/rooms/\(number)\\nAgenda: what was done\\, what\r
          comes next\\, what stands in the way\r
        LOCATION:Second floor\r
        STATUS:CONFIRMED\r
        SEQUENCE:0\r
        TRANSP:OPAQUE\r
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Ann:\r
         mailto:ann@example.org\r

        """
      if number < recurrences {
        let rules = [
          "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;BYDAY=2TU",
          "FREQ=DAILY;COUNT=60",
        ]
        text += "RRULE:\(rules[number % rules.count])\r\nEXDATE;TZID=Europe/Berlin:\(time(day + 14, minute))\r\n"
      }
      text += "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:Reminder\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    }
    bytes = Array((text + "END:VCALENDAR\r\n").utf8)
  }
}

/// A zone with summer time, without the machine's files.
enum SmallZone {
  static let berlin = ZoneRules(posix: "CET-1CEST,M3.5.0,M10.5.0/3") ?? .utc

  /// The same, compiled: no changes but the rule at the end.
  static let bytes: [UInt8] = {
    func header(types: UInt8) -> [UInt8] {
      Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, types, 0, 0, 0, 4]
    }
    let type: [UInt8] = [0, 0, 0x0E, 0x10, 0, 0] + Array("CET\0".utf8)
    return header(types: 1) + type + header(types: 1) + type + Array("\nCET-1CEST,M3.5.0,M10.5.0/3\n".utf8)
  }()
}
