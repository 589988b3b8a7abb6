package import PlanDocuments

/// What a calendar's file says about times, with nothing expanded; what could not be read is counted.
package struct CalendarFile: Sendable {
  /// A stretch in which somebody is busy (`VFREEBUSY`).
  package struct BusyPeriod: Hashable, Sendable {
    package var start: WrittenTime
    package var ending: CalendarEvent.Ending
    package var line: Int
  }

  /// What the calendar calls itself.
  package var name: String?
  /// The program that wrote it.
  package var product = ""
  package var events: [CalendarEvent] = []
  package var busyPeriods: [BusyPeriod] = []
  /// The zones that its times name; `WrittenTime.Clock.zone` counts in here.
  package var zoneNames: [String] = []
  package var zones: [String: WrittenZone] = [:]
  package var passedOver = PassedOver()

  /// Reads the bytes of an `.ics` file.
  ///
  /// Never fails: what is no calendar has no events.
  package init(reading bytes: [UInt8], limits: CalendarLimits = CalendarLimits()) {
    self.init()
    guard bytes.count <= limits.bytes else {
      passedOver.add(.tooLarge(megabytes: limits.bytes / 1_000_000))
      return
    }
    var reader = CalendarReader(bytes, limits: limits)
    reader.read()
    self = reader.file
  }

  init() {}
}

/// What is at most read of a calendar, so that a hostile one costs little.
package struct CalendarLimits: Sendable {
  package var bytes = 10_000_000
  /// Of one line, its folds undone.
  package var lineBytes = 65_536
  package var events = 50_000
  /// Instances of all its events in the wanted days.
  package var instances = 100_000
  /// Days that may be looked at for all recurrences together.
  package var steps = 5_000_000

  package init() {}
}
