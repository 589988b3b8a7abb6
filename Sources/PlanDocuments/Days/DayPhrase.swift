/// A day in words, the same everywhere: `2026-11-22`, `today`, `tomorrow`, `yesterday`, `fri`, `+3w`, `-2d`, `W47`, `2026-W47`.
package enum DayPhrase {
  /// The day that `phrase` means on `today`; nil where it means none.
  ///
  /// A weekday is the next one, never today. A week is its Sunday, since a date lasts to its end; without a year the next
  /// Sunday of a week with that number, today included.
  package static func day(_ phrase: String, today: Day) -> Day? {
    let word = phrase.lowercased()
    switch word {
    case "today": return today
    case "tomorrow": return today + 1
    case "yesterday": return today - 1
    default: return isoDay(word) ?? weekday(word, today) ?? offset(word, today) ?? week(word, today)
    }
  }

  /// What a person may write, for a message.
  package static let examples = "2026-11-22, today, tomorrow, fri, +3w, -2d or W47"

  private static func isoDay(_ word: String) -> Day? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func weekday(_ word: String, _ today: Day) -> Day? {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard word.utf8.count >= 3, let index = names.firstIndex(where: { $0.hasPrefix(word) }) else { return nil }
    let ahead = (index - today.weekday.fromMonday + 7) % 7
    return today + (ahead == 0 ? 7 : ahead)
  }

  private static func offset(_ word: String, _ today: Day) -> Day? {
    guard let sign = word.first, sign == "+" || sign == "-", let unit = word.last, unit == "d" || unit == "w",
      let amount = number(word.dropFirst().dropLast()), amount <= 100_000
    else { return nil }
    return today + (sign == "-" ? -amount : amount) * (unit == "w" ? 7 : 1)
  }

  private static func week(_ word: String, _ today: Day) -> Day? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard let last = parts.last, last.first == "w", let wanted = number(last.dropFirst()), (1...53).contains(wanted)
    else { return nil }
    if parts.count == 2, parts[0].utf8.count == 4, let year = number(parts[0]) {
      return sunday(ofWeek: wanted, year: year)
    }
    guard parts.count == 1 else { return nil }
    // A 53rd week comes every five or six years.
    let year = today.week.year
    return (year...year + 7).lazy.compactMap { sunday(ofWeek: wanted, year: $0) }.first { $0 >= today }
  }

  private static func sunday(ofWeek week: Int, year: Int) -> Day? {
    // The 4th of January always lies in the first week.
    guard let inFirst = Day(year: year, month: 1, day: 4) else { return nil }
    let sunday = inFirst.monday + (week - 1) * 7 + 6
    return sunday.week == (year, week) ? sunday : nil
  }

  private static func number(_ digits: some StringProtocol) -> Int? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }
}
