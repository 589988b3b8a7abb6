import Foundation
import PlanDocuments
import Testing

@testable import Calendars

/// Made-up calendars, read by `mm` and by recurring-ical-events, which lays recurrences out with python-dateutil.
@Suite struct DifferentialTests {
  /// The Python of the tests, with the packages of `Tests/requirements.txt`; nil where `scripts/prepare` could not make it.
  static let python: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = ProcessInfo.processInfo.environment["MM_TEST_PYTHON"] ?? root.path + "/.build/test-python/bin/python3"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// `MM_CALENDARS_COUNT=1000` takes as many; fewer keep the tests quick.
  static let count = ProcessInfo.processInfo.environment["MM_CALENDARS_COUNT"].flatMap { Int($0) } ?? 100

  @Test(
    .enabled(if: python != nil, "left out: no Python with recurring-ical-events; scripts/prepare --for-tests makes one")
  )
  func madeUpCalendarsHaveTheOccurrencesThatAnotherProgramFinds() throws {
    let python = try #require(Self.python)
    let calendars = (0..<Self.count).map { RandomCalendar(seed: $0) }
    let answers = try Self.answers(python, calendars)
    try #require(answers.count == calendars.count)
    var count = 0
    for (seed, (calendar, answer)) in zip(calendars, answers).enumerated() {
      // Where a start stands in a gap of the clock, the other program may end the event before it begins.
      let backwards = Set(answer.filter { Self.times(of: $0).map { $0.end < $0.start } ?? false }.map(Self.start(of:)))
      func compared(_ lines: [String]) -> [String] {
        Self.inner(lines.filter { !backwards.contains(Self.start(of: $0)) }, calendar.days)
      }
      let found = compared(Self.occurrences(of: calendar))
      let answer = compared(answer)
      count += found.count
      let difference = found.difference(from: answer).map { change in
        switch change {
        case .insert(_, let line, _): "only here: \(line)"
        case .remove(_, let line, _): "only there: \(line)"
        }
      }
      #expect(difference.isEmpty, "calendar \(seed), \(calendar.days)\n\(calendar.text)")
    }
    #expect(count > Self.count * 10)
  }

  /// As the other program has them: it measures durations on the clock of the event, where RFC 5545 has their hours exact, so an
  /// event across a change of the clock ends an hour earlier or later there.
  private static func occurrences(of calendar: RandomCalendar) -> [String] {
    let file = CalendarFile(reading: Array(calendar.text.utf8))
    var zones = TestZones.finder()
    let rules = file.zoneNames.map { name in
      var steps = 0
      return zones.rules(named: name, written: nil, through: 0, steps: &steps) ?? .utc
    }
    let expansion = CalendarExpansion(of: file, in: calendar.days, zones: &zones) { _ in nil }
    return expansion.occurrences.map { occurrence in
      let event = file.events[occurrence.event]
      switch occurrence.span {
      case .days(let range):
        return "\(event.summary) \(Int(range.first.number) * 86_400) \((Int(range.last.number) + 1) * 86_400)"
      case .time(let start, let end):
        guard case .duration = event.ending else { return "\(event.summary) \(start) \(end)" }
        let clock = EventClock(of: event.start, floating: .utc, zones: rules)
        // In a gap of the clock the written time is not the one that is shown.
        let shown =
          [0, 1800, 3600].map { clock.clock(at: start) - $0 }.first {
            clock.instant(of: $0) == start && ($0 - event.start.seconds).isMultiple(of: 86_400)
          } ?? clock.clock(at: start)
        return "\(event.summary) \(start) \(clock.instant(of: shown + end - start))"
      }
    }
  }

  /// Without what touches the edges of the days: the two programs have them in different zones.
  private static func inner(_ occurrences: [String], _ days: DayRange) -> [String] {
    occurrences.filter { line in
      guard let times = times(of: line) else { return true }
      return times.start >= (Int(days.first.number) + 2) * 86_400 && times.end <= (Int(days.last.number) - 1) * 86_400
    }.sorted()
  }

  private static func times(of line: String) -> (start: Int, end: Int)? {
    let times = line.split(separator: " ").dropFirst().compactMap { Int($0) }
    return times.count == 2 ? (times[0], times[1]) : nil
  }

  private static func start(of line: String) -> String { line.split(separator: " ").prefix(2).joined(separator: " ") }

  private static func answers(_ python: String, _ calendars: [RandomCalendar]) throws -> [[String]] {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle/occurrences.py").path
    ]
    let input = FileManager.default.temporaryDirectory.appending(path: "mm-calendars-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: input) }
    let text = calendars.map { "#calendar \($0.days.first) \($0.days.last)\n\($0.text)" }.joined(separator: "\n")
    try text.write(to: input, atomically: true, encoding: .utf8)
    process.standardInput = try FileHandle(forReadingFrom: input)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).components(separatedBy: "#calendar\n").dropFirst().map { part in
      part.split(separator: "\n").map(String.init).sorted()
    }
  }
}

enum TestZones {
  /// The machine's zones; the person lives in UTC unless said otherwise.
  static func finder(own: ZoneRules = .utc) -> ZoneFinder {
    ZoneFinder(own: own) { name in
      FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name).map { Array($0) }
    }
  }
}
