import Foundation
import PlanDocuments
import Testing

@testable import Calendars

/// Whatever stands in the `.ics` files of a folder named by `MM_CALENDARS` is read within bounds.
@Suite struct RealCalendarTests {
  static let files: [URL] = {
    guard let folder = ProcessInfo.processInfo.environment["MM_CALENDARS"],
      let found = FileManager.default.enumerator(at: URL(filePath: folder), includingPropertiesForKeys: nil)
    else { return [] }
    return found.compactMap { $0 as? URL }.filter { $0.pathExtension == "ics" }.sorted { $0.path < $1.path }
  }()

  static let days: DayRange = DayRange(
    Day(year: 1990, month: 1, day: 1) ?? Day(number: 0), Day(year: 2035, month: 12, day: 31) ?? Day(number: 0))

  @Test(arguments: files) func aRealFileIsReadWithinItsBounds(_ file: URL) throws {
    let bytes = Array(try Data(contentsOf: file))
    let clock = ContinuousClock()
    let time = clock.measure {
      var reading = BusyReading(days: Self.days, zones: TestZones.finder())
      reading.begin(BusyCalendar.Source(name: file.lastPathComponent))
      reading.add(bytes)
      #expect(reading.calendar.events.count <= 500_000)
    }
    #expect(time < .seconds(2), "\(time)")
  }

  @Test(.enabled(if: !files.isEmpty)) func realFilesSayWhatTheyDo() throws {
    var events = 0
    var passedOver: [String: Int] = [:]
    for file in Self.files {
      let read = CalendarFile(reading: Array(try Data(contentsOf: file)))
      events += read.events.count
      for entry in read.passedOver.entries { passedOver["\(entry.reason)", default: 0] += entry.count }
    }
    print("\(Self.files.count) files, \(events) events;", passedOver.sorted { $0.key < $1.key })
    #expect(events > 0)
  }
}
