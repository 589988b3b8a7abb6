package import PlanDocuments

/// The day that a person's words name as the end: `next june`, `by 31 may`, `within 12 months`, `summer 2028`, `by easter`.
///
/// The most exact words win: in “before the summer holidays on 20 july” it is the 20th.
package enum DeadlineWords {
  /// The last day of what is named; nil where nothing is.
  ///
  /// - Parameter least: days from today; of months and seasons that come every year the first one after these is taken.
  package static func day(in text: String, today: Day, least: Int = 0) -> Day? {
    let words = TextWords.words(
      of: text.replacing("’", with: "'").replacing("'s", with: "").replacing("'", with: ""), and: "-./"
    )
    .map { word in
      var word = word[...]
      while let last = word.last, ".-/".contains(last) { word.removeLast() }
      return String(word)
    }
    let rules: [(Int) -> Day?] = [
      { numeric(words[$0], today) }, { dayAndMonth(words, $0, today, least) }, { amount(words, $0, today) },
      { endOf(words, $0, today) }, { month(words, $0, today, least) }, { feast(words, $0, today, least) },
      { season(words, $0, today, least) }, { year(words, $0, today) },
    ]
    for rule in rules {
      if let day = words.indices.lazy.compactMap(rule).first { return day }
    }
    return nil
  }

  /// Words that look like an end and aren't read as one: `before my 40th`.
  package static func unread(in text: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    for (index, word) in words.enumerated() where ["by", "before", "until", "till"].contains(word.lowercased()) {
      let rest = words[(index + 1)...].prefix(4)
      let isTime = rest.contains { word in
        let plain = word.lowercased()
        return plain.first?.isNumber == true || MonthNames.month(plain) != nil
          || ["birthday", "holidays", "holiday", "anniversary", "christmas", "year", "term", "semester"].contains(plain)
      }
      if isTime { return ([word] + rest).joined(separator: " ") }
    }
    return nil
  }

  // MARK: Days

  /// `2027-03-31`, `30.9.2026`, `30/9`, `9/30/2026`; nil where day and month can't be told apart.
  private static func numeric(_ word: String, _ today: Day) -> Day? {
    if let day = Day(written: word), day > today { return day }
    for mark in [".", "/"] as [Character] {
      let parts = word.split(separator: mark).map { Int($0) }
      guard (2...3).contains(parts.count), let first = parts[0], let second = parts[1] else { continue }
      let isMonthFirst = second > 12
      guard mark == "." || first > 12 || isMonthFirst || first == second else { return nil }
      let (number, month) = isMonthFirst ? (second, first) : (first, second)
      let named = parts.count > 2 ? parts[2].map { $0 < 100 ? 2000 + $0 : $0 } : nil
      // “Version 1.2” is no day.
      guard parts.count > 2 || mark == "/" || number > 12 else { return nil }
      for year in named.map({ [$0] }) ?? [today.civil.year, today.civil.year + 1] {
        if let day = Day(year: year, month: month, day: number), day > today { return day }
      }
    }
    return nil
  }

  /// `31 may`, `may 31`, `the 1st of june 2027`.
  private static func dayAndMonth(_ words: [String], _ index: Int, _ today: Day, _ least: Int) -> Day? {
    guard let month = MonthNames.month(words[index]) else { return nil }
    var before = word(words, index - 1)
    if before == "of" { before = word(words, index - 2) }
    let after = word(words, index + 1)
    guard let number = dayNumber(before) ?? dayNumber(after) else { return nil }
    let named = year(after) ?? year(word(words, index + 2))
    for year in named.map({ [$0] }) ?? [today.civil.year, today.civil.year + 1] {
      if let day = Day(year: year, month: month, day: number), day > today { return day }
    }
    return nil
  }

  private static func word(_ words: [String], _ index: Int) -> String {
    words.indices.contains(index) ? words[index] : ""
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

  // MARK: Months

  /// `by september`, `next june`, `mid october`; a month's name alone is too often something else.
  private static func month(_ words: [String], _ index: Int, _ today: Day, _ least: Int) -> Day? {
    guard let month = MonthNames.month(words[index]) else { return nil }
    let before = word(words, index - 1)
    let leading = [
      "by", "in", "until", "till", "before", "next", "this", "of", "end", "mid", "early", "late", "for", "beginning",
      "start",
    ].contains(before)
    let named = year(word(words, index + 1))
    guard leading || named != nil else { return nil }
    let part = before == "of" ? word(words, index - 2) : before
    for year in named.map({ [$0] }) ?? [today.civil.year, today.civil.year + 1, today.civil.year + 2] {
      let day: Day? =
        switch part {
        case "before": Day(year: year, month: month, day: 1).map { $0 - 1 }
        case "early", "beginning", "start": Day(year: year, month: month, day: 10)
        case "mid", "middle": Day(year: year, month: month, day: 15)
        default: lastDay(year, month)
        }
      // “Next june” said in april is rarely the one in two months.
      let room = before == "this" || named != nil ? 0 : before == "next" ? 3 * least : least
      if let day, day > today + room { return day }
    }
    return nil
  }

  private static func lastDay(_ year: Int, _ month: Int) -> Day? {
    Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1).map { $0 - 1 }
  }

  /// `by the end of the month`, `end of year`, `by year end`, `before the end of 2026`.
  private static func endOf(_ words: [String], _ index: Int, _ today: Day) -> Day? {
    guard words[index] == "end" else { return nil }
    let (year, month, _) = today.civil
    if word(words, index - 1) == "year" || word(words, index - 1) == "years" {
      return Day(year: year, month: 12, day: 31)
    }
    var rest = words[(index + 1)...].filter { !["of", "the", "this"].contains($0) }.prefix(2)
    let isNext = rest.first == "next"
    if isNext { rest.removeFirst() }
    guard let what = rest.first else { return nil }
    if let named = self.year(what) { return Day(year: named, month: 12, day: 31) }
    switch what {
    case "year": return Day(year: isNext ? year + 1 : year, month: 12, day: 31)
    case "month":
      let next = isNext ? month % 12 + 1 : month
      return lastDay(isNext && month == 12 ? year + 1 : year, next)
    case "week": return today.monday + (isNext ? 13 : 6)
    default: return nil
    }
  }

  // MARK: Amounts of time

  private static let spelt = [
    "a": 1.0, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "half": 0.5, "couple": 2,
  ]

  /// `in six weeks`, `within 12 months`, `in half a year`, `in a year and a half`, `in three months time`.
  private static func amount(_ words: [String], _ index: Int, _ today: Day) -> Day? {
    guard let number = Double(words[index]) ?? spelt[words[index]], number > 0, number <= 400 else { return nil }
    let leading = words[..<index].suffix(3)
    guard leading.contains(where: { ["in", "within", "next", "over"].contains($0) }), leading.last != "every",
      leading.last != "half", leading.last != "and", leading.last != "couple"
    else { return nil }
    let rest = words[(index + 1)...].filter { !["a", "an", "of"].contains($0) }
    let andHalf = rest.dropFirst().prefix(2).elementsEqual(["and", "half"]) ? 0.5 : 0
    guard let unit = rest.first else { return nil }
    switch unit {
    // “200 km in one day” is no deadline.
    case "day", "days": return number >= 14 ? today + Int(number) : nil
    case "week", "weeks": return today + Int((7 * (number + andHalf)).rounded())
    case "month", "months":
      return number + andHalf < 1
        ? today + 15 : months(Int((number + andHalf).rounded(.down)), after: today).map { $0 + (andHalf > 0 ? 15 : 0) }
    case "year", "years": return number <= 20 ? months(Int((12 * (number + andHalf)).rounded()), after: today) : nil
    default: return nil
    }
  }

  private static func months(_ count: Int, after today: Day) -> Day? {
    let (year, month, day) = today.civil
    let sum = year * 12 + month - 1 + count
    return (0...3).lazy.compactMap { Day(year: sum / 12, month: sum % 12 + 1, day: day - $0) }.first
  }

  // MARK: Feasts, seasons, quarters, years

  private static let leading: Set<String> = [
    "by", "in", "until", "till", "before", "next", "this", "for", "the", "of", "at", "on",
  ]

  private static func feast(_ words: [String], _ index: Int, _ today: Day, _ least: Int) -> Day? {
    guard leading.contains(word(words, index - 1)) || index == 0 else { return nil }
    func day(_ year: Int) -> Day? {
      switch words[index] {
      case "christmas", "xmas": return Day(year: year, month: 12, day: 24)
      case "halloween": return Day(year: year, month: 10, day: 31)
      case "easter": return Feasts.easter(year)
      case "thanksgiving": return Feasts.day("thanksgiving", year)
      case "new": return ["year", "years"].contains(word(words, index + 1)) ? Day(year: year, month: 12, day: 31) : nil
      default: return nil
      }
    }
    let named = year(word(words, index + 1))
    for year in named.map({ [$0] }) ?? [today.civil.year, today.civil.year + 1, today.civil.year + 2] {
      if let end = day(year), end > today + (named == nil ? least : 0) { return end }
    }
    return nil
  }

  private static func season(_ words: [String], _ index: Int, _ today: Day, _ least: Int) -> Day? {
    let before = word(words, index - 1)
    let named = year(word(words, index + 1))
    guard leading.contains(before) || named != nil else { return nil }
    /// The first and last month and day of it.
    let span: (first: (Int, Int), last: (Int, Int))?
    switch words[index] {
    case "q1": span = ((1, 1), (3, 31))
    case "q2": span = ((4, 1), (6, 30))
    case "q3": span = ((7, 1), (9, 30))
    case "q4": span = ((10, 1), (12, 31))
    case "spring": span = ((3, 1), (5, 31))
    case "summer": span = ((6, 1), (8, 31))
    case "autumn", "fall": span = ((9, 1), (11, 30))
    case "year": span = before == "this" || before == "next" ? ((1, 1), (12, 31)) : nil
    default: span = nil
    }
    guard let span else { return nil }
    // “By summer” is before it begins; “by q3” isn't.
    let isSeason = ["spring", "summer", "autumn", "fall"].contains(words[index])
    let leads = [before, word(words, index - 2)]
    let ends = leads.contains("before") || isSeason && ["by", "until", "till", "for"].contains { leads.contains($0) }
    let year = today.civil.year
    for year in named.map({ [$0] }) ?? [year, year + 1, year + 2] {
      guard let first = Day(year: year, month: span.first.0, day: span.first.1),
        let last = Day(year: year, month: span.last.0, day: span.last.1)
      else { continue }
      if before == "next", first <= today { continue }
      let end = ends ? first - 1 : last
      if end > today + (before == "this" || named != nil ? 0 : least) { return end }
    }
    return nil
  }

  /// `in 2027` is until its end; `by 2028` and `before 2028` are before it begins.
  private static func year(_ words: [String], _ index: Int, _ today: Day) -> Day? {
    guard let year = year(words[index]) else { return nil }
    switch word(words, index - 1) {
    case "in", "for", "during", "of": return Day(year: year, month: 12, day: 31).flatMap { $0 > today ? $0 : nil }
    case "by", "before", "until", "till":
      return Day(year: year, month: 1, day: 1).flatMap { $0 - 1 > today ? $0 - 1 : nil }
    default: return nil
    }
  }
}
