package import PlanDocuments

/// One event that `mm` puts into a calendar.
package struct OwnEvent: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// A milestone on the day that it is due, or was done.
    case milestone = "due"
    /// The weekly look at one goal.
    case checkIn = "check-in"
    /// The weekly review of all of them.
    case review
    /// Hours kept for a milestone.
    case block
  }

  package enum Time: Hashable, Sendable {
    case day(Day)
    case clock(Day, ClockWindow)
    /// From that day on every week; until a day, it included.
    case weekly(Day, ClockWindow, until: Day?)

    package var day: Day {
      switch self {
      case .day(let day), .clock(let day, _), .weekly(let day, _, _): day
      }
    }
  }

  package var kind: Kind
  /// `book/part-1`, `book`; empty for the review.
  package var name: String
  package var uid: String
  package var summary: String
  /// The lines of its description, without the record.
  package var note: String
  package var time: Time
  /// Minutes from its beginning to its alarm, below 0 before it; of an all-day event from midnight.
  ///
  /// Nil is no alarm.
  package var alarm: Int?
  /// Where the person moved it in the calendar.
  package var movedTo: Time?
  /// How often it was changed.
  package var sequence = 0
  /// The day of the last change.
  package var changed: Day

  package init(
    kind: Kind, name: String, uid: String, summary: String, note: String, time: Time, alarm: Int?, changed: Day
  ) {
    self.kind = kind
    self.name = name
    self.uid = uid
    self.summary = summary
    self.note = note
    self.time = time
    self.alarm = alarm
    self.changed = changed
  }

  /// The person is shown as taken meanwhile.
  var isBusy: Bool { kind != .milestone }
}

/// The last line of an event's description, by which `mm` knows what it wrote: `[mm due book/part-1 2026-07-19
/// 3f9a2c1b]`.
///
/// It stands in the description since calendar services keep that, and drop properties that they do not know.
struct EventRecord: Hashable {
  var kind: OwnEvent.Kind
  var name: String
  var time: String
  /// A digest of everything else in the event.
  var digest: String

  var text: String { "[mm \(kind.rawValue) \(name.isEmpty ? "-" : name) \(time) \(digest)]" }

  init(kind: OwnEvent.Kind, name: String, time: String, digest: String) {
    self.kind = kind
    self.name = name
    self.time = time
    self.digest = digest
  }

  /// The last record in a text; nil where there is none.
  init?(in text: String) {
    let parts = text.split(separator: "[", omittingEmptySubsequences: false)
    for part in parts.reversed() where part.hasPrefix("mm ") {
      guard let end = part.firstIndex(of: "]") else { continue }
      let words = part[..<end].split(separator: " ").map(String.init)
      guard words.count == 5, let kind = OwnEvent.Kind(rawValue: words[1]) else { continue }
      self.init(kind: kind, name: words[2] == "-" ? "" : words[2], time: words[3], digest: words[4])
      return
    }
    return nil
  }
}

extension OwnEvent.Time {
  /// `2026-07-19`, `2026-07-19T0900-1030`, `2026-08-02T1700-1730/W`.
  var recorded: String {
    func clock(_ window: ClockWindow) -> String { "T\(Self.digits(window.start))-\(Self.digits(window.end))" }
    switch self {
    case .day(let day): return day.description
    case .clock(let day, let window): return day.description + clock(window)
    case .weekly(let day, let window, _): return day.description + clock(window) + "/W"
    }
  }

  /// Reads what `recorded` writes; how long a weekly event goes on does not stand in it.
  init?(recorded text: String) {
    let numbers = text.split { !("0"..."9").contains($0) }.map { Int($0) ?? -1 }
    guard numbers.count >= 3, (1...9999).contains(numbers[0]),
      let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    guard numbers.count == 5 else {
      self = .day(day)
      return
    }
    guard numbers[3...].allSatisfy({ (0...4800).contains($0) }) else { return nil }
    let window = ClockWindow(
      start: numbers[3] / 100 * 60 + numbers[3] % 100, end: numbers[4] / 100 * 60 + numbers[4] % 100)
    self = text.hasSuffix("/W") ? .weekly(day, window, until: nil) : .clock(day, window)
  }

  private static func digits(_ minute: Int) -> String {
    let number = minute / 60 * 100 + minute % 60
    return String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
  }
}
