package import PlanDocuments
package import Scheduling

/// How the person wants the plan in their calendar.
package struct CalendarSettings: Hashable, Sendable {
  /// A time of every week.
  package struct WeeklyTime: Hashable, Sendable {
    package var weekday: Weekday
    package var window: ClockWindow
  }

  /// What calendars show as the feed's name.
  package var name = "Goals"
  /// Minutes from midnight of a milestone's day, below 0 before it; nil is no alarm.
  package var milestoneAlarm: Int? = -15 * 60
  /// Minutes from the beginning of a block; nil is no alarm.
  package var blockAlarm: Int?
  /// The look at each goal, one after the other; nil is none.
  package var checkIn: WeeklyTime? = WeeklyTime(
    weekday: .wednesday, window: ClockWindow(start: 12 * 60, end: 12 * 60 + 15))
  package var review: WeeklyTime? = WeeklyTime(
    weekday: .sunday, window: ClockWindow(start: 17 * 60, end: 17 * 60 + 30))
  package var blocks = BlockRules()

  package init() {}

  private static let examples = [
    ("calendar-name", "Goals"), ("milestone-alarm", "1d"), ("block-alarm", "5m"), ("check-in", "wed 12:00 15m"),
    ("review-time", "sun 17:00 30m"), ("block-lengths", "25m-3h"), ("block-day", "09:00-18:00"),
  ]

  /// The keys of the personal configuration.
  package static let keys = examples.map(\.0)

  /// How a key's value is written.
  package static func example(of key: String) -> String { examples.first { $0.0 == key }?.1 ?? "" }

  /// Takes a value as the person wrote it; false where it cannot be read.
  package mutating func take(_ value: String, for key: String) -> Bool {
    let words = value.lowercased().split(separator: " ").map(String.init)
    let isNone = words == ["none"]
    switch key {
    case "calendar-name": name = value
    case "milestone-alarm":
      // So many days before, at nine in the morning.
      guard isNone || words.count == 1, let days = isNone ? 0 : Self.number(words[0], unit: "d") else { return false }
      milestoneAlarm = isNone ? nil : 9 * 60 - days * 24 * 60
    case "block-alarm":
      guard isNone || words.count == 1, let minutes = isNone ? 0 : Self.minutes(words[0]) else { return false }
      blockAlarm = isNone ? nil : -minutes
    case "check-in", "review-time":
      let time = isNone ? nil : Self.weekly(words)
      guard isNone || time != nil else { return false }
      if key == "check-in" { checkIn = time } else { review = time }
    case "block-lengths":
      let parts = value.split(separator: "-").map(String.init)
      guard parts.count == 2, let shortest = Self.minutes(parts[0]), let longest = Self.minutes(parts[1]), shortest > 0,
        shortest <= longest
      else { return false }
      blocks = BlockRules(shortest: shortest, longest: longest, day: blocks.day)
    case "block-day":
      let parts = value.split(separator: "-").compactMap { Self.clock(String($0)) }
      guard parts.count == 2, parts[0] < parts[1] else { return false }
      blocks = BlockRules(
        shortest: blocks.shortest, longest: blocks.longest, day: ClockWindow(start: parts[0], end: parts[1]))
    default: return false
    }
    return true
  }

  /// Such as `sun 17:00 30m`.
  private static func weekly(_ words: [String]) -> WeeklyTime? {
    guard words.count == 3, let weekday = Weekday(word: words[0]), let start = clock(words[1]),
      let length = minutes(words[2]), length > 0, start + length <= 24 * 60
    else { return nil }
    return WeeklyTime(weekday: weekday, window: ClockWindow(start: start, end: start + length))
  }

  private static func clock(_ text: String) -> Int? {
    let parts = text.split(separator: ":").map { Int($0) ?? -1 }
    guard parts.count == 2, (0...24).contains(parts[0]), (0..<60).contains(parts[1]), parts[0] < 24 || parts[1] == 0
    else { return nil }
    return parts[0] * 60 + parts[1]
  }

  /// Such as `30m`, `2h`.
  private static func minutes(_ text: String) -> Int? {
    number(text, unit: "m") ?? number(text, unit: "h").map { $0 * 60 }
  }

  private static func number(_ text: String, unit: Character) -> Int? {
    guard text.last == unit, let number = Int(text.dropLast()), (0...10_000).contains(number) else { return nil }
    return number
  }
}
