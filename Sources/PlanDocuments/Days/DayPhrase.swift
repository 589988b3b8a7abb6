/// Days in words, the same everywhere: `2026-11-22`, `today`, `tomorrow`, `yesterday`, `fri`, `+3w`, `-2d`, `W47`, `2026-W47`.
package enum DayPhrase {
  /// The day that `phrase` means on `today`; nil where it means none.
  ///
  /// A weekday is the next one, never today. A week is its Sunday, since a date lasts to its end; without a year the next
  /// Sunday of a week with that number, today included, within this year and the next.
  package static func day(_ phrase: String, today: Day) -> Day? {
    days(ofWord: phrase.lowercased(), today)?.last
  }

  /// What a person may write, for a message.
  package static let examples = "2026-11-22, today, tomorrow, fri, +3w, -2d or W47"

  /// The days that the first words mean on `today`, and how many words they are; nil where those mean none.
  ///
  /// Besides what is one word: `next week`, `this weekend`, `next fri` (the one of the week after this), `10 Aug`,
  /// `August 10th`, `Mon 10 Aug 2026`. A week is all of its days.
  ///
  /// - Parameter earliest: a date without a year is the first that is not before this day.
  package static func days(
    atBeginningOf words: ArraySlice<String>, today: Day, earliest: Day
  ) -> (days: DayRange, words: Int)? {
    guard let first = words.first?.lowercased() else { return nil }
    if let (day, count) = date(words, earliest) { return (DayRange(day, day), count) }
    let rest = words.dropFirst()
    if Weekday(word: first) != nil, let (day, count) = date(rest, earliest) { return (DayRange(day, day), count + 1) }
    if ["this", "next", "on"].contains(first), let second = rest.first?.lowercased(),
      let days = days(ofWord: second, after: first, today)
    {
      return (days, 2)
    }
    return days(ofWord: first, today).map { ($0, 1) }
  }

  /// The day of a month: `7`, `7.`, `7th`.
  package static func dayOfMonth(_ word: some StringProtocol) -> Int? {
    let digits = word.prefix { ("0"..."9").contains($0) }
    guard (1...2).contains(digits.utf8.count), let number = Int(digits), (1...31).contains(number),
      ["", ".", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count).lowercased())
    else { return nil }
    return number
  }

  // MARK: One word

  private static func days(ofWord word: String, _ today: Day) -> DayRange? {
    switch word {
    case "today": return DayRange(today, today)
    case "tomorrow": return DayRange(today + 1, today + 1)
    case "yesterday": return DayRange(today - 1, today - 1)
    case "weekend": return DayRange(today.monday + 5, today.monday + 6)
    default:
      if let week = week(word, today) { return week }
      return (Day(written: word) ?? weekday(word, today) ?? offset(word, today)).map { DayRange($0, $0) }
    }
  }

  /// What `this`, `next` or `on` makes of the word behind it.
  private static func days(ofWord word: String, after leading: String, _ today: Day) -> DayRange? {
    if leading == "on" { return days(ofWord: word, today) }
    let monday = leading == "next" ? today.monday + 7 : today.monday
    switch word {
    case "week": return DayRange(monday, monday + 6)
    case "weekend": return DayRange(monday + 5, monday + 6)
    case "month": return month(leading == "next" ? 1 : 0, after: today)
    default:
      guard let weekday = Weekday(word: word) else { return nil }
      if leading == "this" { return days(ofWord: word, today) }
      return DayRange(monday + weekday.fromMonday, monday + weekday.fromMonday)
    }
  }

  /// The whole month that comes so many months after that of `today`.
  private static func month(_ count: Int, after today: Day) -> DayRange? {
    let months = today.civil.year * 12 + today.civil.month - 1 + count
    let (year, month) = (months / 12, months % 12 + 1)
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    return DayRange(first, first + Day.length(ofMonth: month, year: year) - 1)
  }

  private static func weekday(_ word: String, _ today: Day) -> Day? {
    guard let weekday = Weekday(word: word) else { return nil }
    let ahead = (weekday.fromMonday - today.weekday.fromMonday + 7) % 7
    return today + (ahead == 0 ? 7 : ahead)
  }

  private static func offset(_ word: String, _ today: Day) -> Day? {
    guard let sign = word.first, sign == "+" || sign == "-", let unit = word.last, unit == "d" || unit == "w",
      let amount = number(word.dropFirst().dropLast()), amount <= 100_000
    else { return nil }
    return today + (sign == "-" ? -amount : amount) * (unit == "w" ? 7 : 1)
  }

  private static func week(_ word: String, _ today: Day) -> DayRange? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard let last = parts.last, last.first == "w", let wanted = number(last.dropFirst()), (1...53).contains(wanted)
    else { return nil }
    if parts.count == 2, parts[0].utf8.count == 4, let year = number(parts[0]) {
      return DayRange(week: wanted, year: year)
    }
    guard parts.count == 1 else { return nil }
    // A 53rd week comes every five or six years: nobody means that by a bare number.
    let year = today.week.year
    return (year...year + 1).lazy.compactMap { DayRange(week: wanted, year: $0) }.first { $0.last >= today }
  }

  private static func number(_ digits: some StringProtocol) -> Int? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }

  // MARK: Dates

  /// `10 Aug`, `10th of August`, `Aug 10`, each with the year behind it or without.
  private static func date(_ words: ArraySlice<String>, _ earliest: Day) -> (day: Day, words: Int)? {
    var rest = words
    guard let first = rest.popFirst() else { return nil }
    let number: Int
    let month: Int
    if let leading = dayOfMonth(first) {
      if rest.first?.lowercased() == "of" { rest.removeFirst() }
      guard let named = rest.popFirst().flatMap(MonthNames.month) else { return nil }
      (number, month) = (leading, named)
    } else {
      guard let named = MonthNames.month(first), let following = rest.popFirst().flatMap(dayOfMonth) else {
        return nil
      }
      (number, month) = (following, named)
    }
    if let year = rest.first.flatMap(Int.init), (2000..<2200).contains(year) {
      return Day(year: year, month: month, day: number).map { ($0, words.count - rest.count + 1) }
    }
    let year = earliest.civil.year
    // The 29th of February comes every four or eight years.
    let day = (year...year + 8).lazy.compactMap { Day(year: $0, month: month, day: number) }.first { $0 >= earliest }
    return day.map { ($0, words.count - rest.count) }
  }
}
