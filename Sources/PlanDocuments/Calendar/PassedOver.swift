/// What of a calendar does not count, and why: a count for each reason, with the first place.
package struct PassedOver: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Shown as free in the calendar.
    case free
    case cancelled
    case declined
    /// Begins and ends at the same moment.
    case noLength
    /// Written by `mm` itself.
    case own
    case task
    case noStart
    case endsBeforeItBegins
    /// A part of it cannot be read.
    case unreadable(String)
    /// The event counts once.
    case unreadableRule(String)
    /// The event counts once.
    case foreignCalendar(String)
    /// Every minute or second; the event counts once.
    case repeatsTooOften
    /// The zone that it names is not known; read as the person's own.
    case unknownZone(String)
    case tooManyEvents(Int)
    case tooManyInstances(Int)
    case tooMuchWork
    case lineTooLong(bytes: Int)
    case tooDeep
    case tooLarge(megabytes: Int)
    /// The file could not be read.
    case unreadableFile(String)
  }

  package struct Entry: Hashable, Sendable {
    package var reason: Reason
    package var count: Int
    /// The first place, counted from 1; 0 where it is about the whole file.
    package var line: Int
    /// The file of that place; empty where the calendar is one file.
    package var file: String
    /// The summary of the first event; may be empty.
    package var title: String
  }

  package private(set) var entries: [Entry] = []
  /// Beyond so many reasons, more of them are counted with the last one.
  private static let mostEntries = 100

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  package mutating func add(_ reason: Reason, line: Int = 0, of file: String = "", title: String = "", count: Int = 1) {
    if let index = entries.firstIndex(where: { $0.reason == reason }) {
      entries[index].count += count
    } else if entries.count < Self.mostEntries {
      entries.append(Entry(reason: reason, count: count, line: line, file: file, title: title))
    } else {
      entries[entries.count - 1].count += count
    }
  }

  /// - Parameter file: where the other was found.
  package mutating func add(_ other: PassedOver, of file: String = "") {
    for entry in other.entries {
      add(entry.reason, line: entry.line, of: file, title: entry.title, count: entry.count)
    }
  }
}
