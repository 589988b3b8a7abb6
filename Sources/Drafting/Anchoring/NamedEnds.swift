import PlanDocuments

/// Days that are named by the calendar: dates, weekdays, feasts, months, quarters, seasons, years.
enum NamedEnds {
  static func expression(_ words: [String], _ index: Int, _ today: Day) -> EndExpression? {
    figures(words, index, today) ?? weekdayOfMonth(words, index, today) ?? date(words, index, today)
      ?? weekday(words, index, today) ?? feast(words, index, today) ?? endOf(words, index, today)
      ?? month(words, index, today) ?? season(words, index, today) ?? year(words, index, today)
  }

  private static func word(_ words: [String], _ index: Int) -> String { EndWords.word(words, index) }

  // MARK: Dates

  /// `2027-03-31`, `15.9.27`, `9/15`.
  private static func figures(_ words: [String], _ index: Int, _ today: Day) -> EndExpression? {
    let word = words[index]
    let range = index..<(index + 1)
    if let day = Day(written: word) { return EndExpression(range, day, isExact: true) }
    for mark in [".", "/", "-"] as [Character] {
      let parts = word.split(separator: mark, omittingEmptySubsequences: false).map { Int($0) }
      guard (2...3).contains(parts.count), let first = parts[0], let second = parts[1],
        mark == "/" || parts.count == 3 || mark == "." && first > 12,
        parts.count < 3 || parts[2] != nil
      else { continue }
      let named = parts.count > 2 ? parts[2].map { $0 < 100 ? 2000 + $0 : $0 } : nil
      if mark != ".", first <= 12, second <= 12, first != second {
        return EndExpression(range, problem: "“\(word)” could be a day and a month, or a month and a day")
      }
      let (number, month) = second > 12 && mark != "." ? (second, first) : (first, second)
      return dated(range, number, month, named, today) ?? EndExpression(range, problem: "there is no day “\(word)”")
    }
    return nil
  }

  /// The first such day after today.
  private static func dated(_ range: Range<Int>, _ number: Int, _ month: Int, _ named: Int?, _ today: Day)
    -> EndExpression?
  {
    if let named { return Day(year: named, month: month, day: number).map { EndExpression(range, $0, isExact: true) } }
    let years = today.civil.year...today.civil.year + 4
    return years.lazy.compactMap { Day(year: $0, month: month, day: number) }.first { $0 > today }
      .map { EndExpression(range, $0, isExact: true) }
  }

  /// `sunday 18 april`, `may the fourth`, `the 3rd of may 2028`.
  private static func date(_ words: [String], _ index: Int, _ today: Day) -> EndExpression? {
    var next = index
    let weekday = Weekday(word: singular(words[index]))
    if weekday != nil { next += 1 }
    if word(words, next) == "the" { next += 1 }
    let number: Int?
    let month: Int?
    if let first = EndWords.dayNumber(word(words, next)) {
      number = first
      next += word(words, next + 1) == "of" ? 2 : 1
      month = MonthNames.month(word(words, next))
    } else {
      month = MonthNames.month(word(words, next))
      next += word(words, next + 1) == "the" ? 2 : 1
      number = EndWords.dayNumber(word(words, next))
      // `june 2028` has no day, `may 20 hours` neither; `may third` has.
      if EndWords.year(word(words, next)) != nil { return nil }
    }
    guard let number, let month else { return nil }
    next += 1
    let named =
      EndWords.year(word(words, next))
      ?? (word(words, next) == "next" && word(words, next + 1) == "year" ? today.civil.year + 1 : nil)
    if named != nil { next += word(words, next) == "next" ? 2 : 1 }
    let range = index..<next
    guard let found = dated(range, number, month, named, today), let day = found.day else {
      return EndExpression(range, problem: "there is no \(number) \(MonthNames.name(month))")
    }
    if let weekday, day.weekday != weekday {
      return EndExpression(range, problem: "\(day.description) is a \(day.weekday.name)")
    }
    return found
  }

  private static func singular(_ word: String) -> String {
    word.hasSuffix("s") && word.count > 5 ? String(word.dropLast()) : word
  }

  // MARK: Weekdays

  /// `last saturday in september`, `first monday of march`.
  private static func weekdayOfMonth(_ words: [String], _ index: Int, _ today: Day) -> EndExpression? {
    let isLast = words[index] == "last"
    guard isLast || EndWords.ordinal(words[index]) != nil, ["in", "of"].contains(word(words, index + 2)),
      let month = MonthNames.month(word(words, index + 3))
    else { return nil }
    let named = EndWords.year(word(words, index + 4))
    let range = index..<(index + (named == nil ? 4 : 5))
    let weekday = Weekday(word: singular(word(words, index + 1)))
    guard weekday != nil || word(words, index + 1) == "day" || word(words, index + 1) == "weekend" else { return nil }
    for year in named.map({ [$0] }) ?? [today.civil.year, today.civil.year + 1, today.civil.year + 2] {
      guard let first = Day(year: year, month: month, day: 1), let last = lastDay(year, month) else { continue }
      let wanted = weekday ?? (word(words, index + 1) == "weekend" ? .sunday : isLast ? last.weekday : first.weekday)
      let ahead = (wanted.fromMonday - first.weekday.fromMonday + 7) % 7
      let back = (last.weekday.fromMonday - wanted.fromMonday + 7) % 7
      let day = isLast ? last - back : first + ahead + 7 * ((EndWords.ordinal(words[index]) ?? 1) - 1)
      if day > today { return EndExpression(range, day, isExact: true) }
    }
    return nil
  }

  /// `this friday`, `on friday`, `friday week`, `a week on saturday`; `next friday` is two days to different people.
  private static func weekday(_ words: [String], _ index: Int, _ today: Day) -> EndExpression? {
    guard let weekday = Weekday(word: singular(words[index])) else { return nil }
    let ahead = (weekday.fromMonday - today.weekday.fromMonday + 7) % 7
    let day = today + (ahead == 0 ? 7 : ahead)
    if word(words, index - 1) == "next" {
      return EndExpression(
        (index - 1)..<(index + 1),
        problem: "“next \(weekday.name)” could be \(day.description) or \((day + 7).description)")
    }
    if word(words, index + 1) == "week" { return EndExpression(index..<(index + 2), day + 7, isExact: true) }
    if index > 2, words[index - 1] == "on", words[index - 2] == "week", let weeks = EndWords.number(words[index - 3]) {
      return EndExpression((index - 3)..<(index + 1), day + 7 * Int(weeks), isExact: true)
    }
    return EndExpression(index..<(index + 1), day, isExact: true)
  }

  // MARK: Feasts

  private static func feast(_ words: [String], _ index: Int, _ today: Day) -> EndExpression? {
    guard let (name, count) = Feasts.name(words, index) else { return nil }
    var end = index + count
    if ["day", "sunday"].contains(word(words, end)) { end += 1 }
    var named = EndWords.year(word(words, end))
    if named != nil { end += 1 }
    if word(words, end) == "next", word(words, end + 1) == "year" {
      named = today.civil.year + 1
      end += 2
    } else if word(words, index - 1) == "next", let this = Feasts.day(name, today.civil.year), this > today {
      return EndExpression(
        index..<end, problem: "“next \(name)” could be this year's or next year's")
    }
    let years = named.map { [$0] } ?? [today.civil.year, today.civil.year + 1]
    guard let day = years.lazy.compactMap({ Feasts.day(name, $0) }).first(where: { $0 > today }) else {
      return EndExpression(
        index..<end, problem: "“\(words[index..<end].joined(separator: " "))” is another day in each country")
    }
    // Before Christmas is Christmas Eve, said without `before` too.
    if name == "christmas", named == nil { return EndExpression(index..<end, day - 1, isExact: true) }
    return EndExpression(index..<end, day, isExact: true)
  }

  // MARK: Months, quarters, seasons, years

  static func lastDay(_ year: Int, _ month: Int) -> Day? {
    Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1).map { $0 - 1 }
  }

  /// `end of the month`, `end of next year`.
  private static func endOf(_ words: [String], _ index: Int, _ today: Day) -> EndExpression? {
    guard words[index] == "end" else {
      guard words[index] == "this", words.count > index + 3,
        words[(index + 1)...].starts(with: ["time", "next", "year"])
      else { return nil }
      return Day(year: today.civil.year + 1, month: today.civil.month, day: min(28, today.civil.day))
        .map { EndExpression(index..<(index + 4), $0 + max(0, today.civil.day - 28), isExact: true) }
    }
    var next = index + 1
    while ["of", "the", "this"].contains(word(words, next)) { next += 1 }
    let isNext = word(words, next) == "next"
    if isNext { next += 1 }
    let (year, month, _) = today.civil
    let range = index..<(next + 1)
    let day: Day? =
      switch word(words, next) {
      case "year": Day(year: isNext ? year + 1 : year, month: 12, day: 31)
      case "month": isNext && month == 12 ? lastDay(year + 1, 1) : lastDay(year, isNext ? month + 1 : month)
      case "week": today.monday + (isNext ? 13 : 6)
      default: nil
      }
    if let day { return EndExpression(range, day, isExact: true) }
    guard let inner = self.month(words, next, today) ?? season(words, next, today) ?? self.year(words, next, today)
    else { return nil }
    return inner.day.map { EndExpression(index..<inner.range.upperBound, $0, isExact: false) }
  }

  private static func month(_ words: [String], _ index: Int, _ today: Day) -> EndExpression? {
    guard let month = MonthNames.month(words[index]) else { return nil }
    var end = index + 1
    var named = EndWords.year(word(words, end))
    if named != nil { end += 1 }
    if word(words, end) == "next", word(words, end + 1) == "year" {
      named = today.civil.year + 1
      end += 2
    }
    var part = word(words, index - 1)
    if ["of", "in"].contains(part),
      ["beginning", "start", "middle", "early", "mid", "late"].contains(word(words, index - 2))
    {
      part = word(words, index - 2)
    }
    for year in named.map({ [$0] }) ?? [today.civil.year, today.civil.year + 1, today.civil.year + 2] {
      let day: Day? =
        switch part {
        case "before": Day(year: year, month: month, day: 1).map { $0 - 1 }
        case "early", "beginning", "start": Day(year: year, month: month, day: 10)
        case "mid", "middle": Day(year: year, month: month, day: 15)
        default: lastDay(year, month)
        }
      if let day, day > today {
        let begin =
          ["early", "beginning", "start", "mid", "middle", "late"].contains(part)
          ? index - (part == word(words, index - 1) ? 1 : 2) : index
        return EndExpression(begin..<end, day, isExact: false)
      }
    }
    return nil
  }

  private static func season(_ words: [String], _ index: Int, _ today: Day) -> EndExpression? {
    let spans: [String: (first: (Int, Int), last: (Int, Int))] = [
      "q1": ((1, 1), (3, 31)), "q2": ((4, 1), (6, 30)), "q3": ((7, 1), (9, 30)), "q4": ((10, 1), (12, 31)),
      "h1": ((1, 1), (6, 30)), "h2": ((7, 1), (12, 31)), "spring": ((3, 1), (5, 31)), "summer": ((6, 1), (8, 31)),
      "autumn": ((9, 1), (11, 30)), "fall": ((9, 1), (11, 30)),
    ]
    guard let span = spans[words[index]] else { return nil }
    var end = index + 1
    let named = EndWords.year(word(words, end))
    if named != nil { end += 1 }
    let isSeason = words[index].count > 2
    let leads = [word(words, index - 1), word(words, index - 2)]
    let isBefore =
      leads.contains("before")
      || isSeason && !leads.contains("end") && ["by", "until", "till"].contains(where: leads.contains)
    for year in named.map({ [$0] }) ?? [today.civil.year, today.civil.year + 1, today.civil.year + 2] {
      guard let first = Day(year: year, month: span.first.0, day: span.first.1),
        let last = Day(year: year, month: span.last.0, day: span.last.1)
      else { continue }
      if leads[0] == "next", first <= today { continue }
      let day = isBefore ? first - 1 : last
      if day > today { return EndExpression(index..<end, day, isExact: false) }
    }
    return nil
  }

  private static func year(_ words: [String], _ index: Int, _ today: Day) -> EndExpression? {
    if words[index] == "year", ["this", "next"].contains(word(words, index - 1)) {
      return Day(year: today.civil.year + (words[index - 1] == "next" ? 1 : 0), month: 12, day: 31)
        .map { EndExpression((index - 1)..<(index + 1), $0, isExact: false) }
    }
    guard let year = EndWords.year(words[index]) else { return nil }
    let isBefore = ["by", "before", "until", "till"].contains(word(words, index - 1))
    return Day(year: isBefore ? year - 1 : year, month: 12, day: 31).map {
      EndExpression(index..<(index + 1), $0, isExact: false)
    }
  }
}
