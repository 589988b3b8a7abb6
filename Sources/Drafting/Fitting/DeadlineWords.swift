package import PlanDocuments

/// The day that a person's words name as the end: `next june`, `by 31 may`, `within 12 months`, `this year`.
package enum DeadlineWords {
  /// The last day of what is named; nil where nothing is.
  ///
  /// - Parameter least: days from today; of months and seasons that come every year the first one after these is taken.
  package static func day(in text: String, today: Day, least: Int = 0) -> Day? {
    let words = TextWords.words(of: text, and: "-")
    for index in words.indices {
      let before = index > 0 ? words[index - 1] : ""
      if let day = Day(written: words[index]), day > today { return day }
      if let day = named(words, index, today, least) { return day }
      if let day = amount(words, index, today) { return day }
      // “in q3”, “this year”, “next summer”, “before christmas”.
      if let day = season(words[index], before: before, today, least) { return day }
    }
    return nil
  }

  // MARK: Months

  /// `by september`, `next june`, `31 may`, `may 31`, `1 june 2027`; a month's name alone is too often something else.
  private static func named(_ words: [String], _ index: Int, _ today: Day, _ least: Int) -> Day? {
    guard let month = MonthNames.month(words[index]) else { return nil }
    let before = index > 0 ? words[index - 1] : ""
    let after = index + 1 < words.count ? words[index + 1] : ""
    let leading = ["by", "in", "until", "till", "before", "next", "this", "of", "end", "mid", "early", "late", "for"]
      .contains(before)
    let number = dayNumber(before) ?? dayNumber(after)
    guard leading || number != nil || year(after) != nil else { return nil }
    var years: [Int] = []
    if let year = year(after) ?? (index + 2 < words.count ? year(words[index + 2]) : nil) { years = [year] }
    if years.isEmpty { years = [today.civil.year, today.civil.year + 1] }
    let isBefore = before == "before"
    for year in years {
      var day: Day?
      if let number {
        day = Day(year: year, month: month, day: number)
      } else if isBefore {
        day = Day(year: year, month: month, day: 1).map { $0 - 1 }
      } else {
        day = lastDay(year, month)
      }
      // “Next june” said in april is rarely the one in two months.
      let room = before == "this" || years.count == 1 ? 0 : before == "next" ? 3 * least : least
      if let day, day > today + room { return day }
    }
    return nil
  }

  private static func lastDay(_ year: Int, _ month: Int) -> Day? {
    Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1).map { $0 - 1 }
  }

  private static func year(_ word: String) -> Int? {
    Int(word).flatMap { (2000...2200).contains($0) ? $0 : nil }
  }

  private static func dayNumber(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    let ending = word.dropFirst(digits.count)
    guard ["", "st", "nd", "rd", "th"].contains(String(ending)), let number = Int(digits), (1...31).contains(number)
    else { return nil }
    return number
  }

  // MARK: Amounts of time

  private static let spelt = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12,
  ]

  /// `in six weeks`, `within 12 months`, `in 90 days`, `over the next 5 months`.
  private static func amount(_ words: [String], _ index: Int, _ today: Day) -> Day? {
    guard let number = Int(words[index]) ?? spelt[words[index]], (1...400).contains(number), index + 1 < words.count
    else {
      return nil
    }
    let leading = words[..<index].suffix(3)
    guard leading.contains(where: { ["in", "within", "next", "over"].contains($0) }), leading.last != "every" else {
      return nil
    }
    switch words[index + 1] {
    // “200 km in one day” is no deadline.
    case "day", "days": return number >= 14 ? today + number : nil
    case "week", "weeks": return today + 7 * number
    case "month", "months": return months(number, after: today)
    case "year", "years": return number <= 20 ? months(12 * number, after: today) : nil
    default: return nil
    }
  }

  private static func months(_ count: Int, after today: Day) -> Day? {
    let (year, month, day) = today.civil
    let sum = year * 12 + month - 1 + count
    return (0...3).lazy.compactMap { Day(year: sum / 12, month: sum % 12 + 1, day: day - $0) }.first
  }

  // MARK: Seasons, quarters, feasts

  private static func season(_ word: String, before: String, _ today: Day, _ least: Int) -> Day? {
    guard ["by", "in", "until", "till", "before", "next", "this", "for", "the", "of"].contains(before) else {
      return nil
    }
    let isBefore = before == "before"
    /// The first and last month and day of it.
    let span: (first: (Int, Int), last: (Int, Int))?
    switch word {
    case "q1": span = ((1, 1), (3, 31))
    case "q2": span = ((4, 1), (6, 30))
    case "q3": span = ((7, 1), (9, 30))
    case "q4": span = ((10, 1), (12, 31))
    case "spring": span = ((3, 1), (5, 31))
    case "summer": span = ((6, 1), (8, 31))
    case "autumn", "fall": span = ((9, 1), (11, 30))
    case "christmas", "xmas": span = ((12, 24), (12, 24))
    case "year": span = before == "this" || before == "next" ? ((1, 1), (12, 31)) : nil
    default: span = nil
    }
    guard let span else { return nil }
    // “By summer” is before it begins; “by q3” and “by christmas” are not.
    let isSeason = ["spring", "summer", "autumn", "fall"].contains(word)
    let ends = isBefore || isSeason && ["by", "until", "till", "for"].contains(before)
    let year = today.civil.year
    for year in [year, year + 1, year + 2] {
      guard let first = Day(year: year, month: span.first.0, day: span.first.1),
        let last = Day(year: year, month: span.last.0, day: span.last.1)
      else { continue }
      if before == "next", first <= today { continue }
      let end = ends ? first - 1 : last
      if end > today + (before == "this" ? 0 : least) { return end }
    }
    return nil
  }
}
