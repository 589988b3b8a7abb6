extension Day {
  /// Reads `2026-07-19`, and nothing else; other ways to write a day are refused with this one as the suggestion.
  package init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    if let day = Day.strict(bytes) {
      self = day
      return
    }
    throw Day.badValue(bytes)
  }

  /// The day that `2026-07-19` names; nil for anything else.
  package init?(written text: some StringProtocol) {
    guard let day = Day.strict(ArraySlice(text.utf8)) else { return nil }
    self = day
  }

  private static func strict(_ bytes: ArraySlice<UInt8>) -> Day? {
    let start = bytes.startIndex
    guard bytes.count == 10, bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        guard bytes[start + index].isDigit else { return nil }
        value = value * 10 + Int(bytes[start + index] - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static let expected = "a day is written 2026-07-19"

  private static func badValue(_ bytes: ArraySlice<UInt8>) -> BadValue {
    guard let (year, month, day) = numbers(of: bytes) else { return BadValue(expected) }
    guard (1...12).contains(month) else { return BadValue("a year has no month \(month), " + expected) }
    if let meant = Day(year: year, month: month, day: day) {
      return BadValue(expected, suggestion: meant.description)
    }
    return BadValue("\(MonthNames.name(month)) \(year) has \(length(ofMonth: month, year: year)) days")
  }

  /// Year, month and day of what is plainly one day: `2026-7-1`, `2026/07/01`, `20260701`, `1.7.2026`, `[[2026-07-01]]`.
  private static func numbers(of bytes: ArraySlice<UInt8>) -> (year: Int, month: Int, day: Int)? {
    var scanner = ValueScanner(bytes)
    while scanner.take("[") || scanner.take("\"") || scanner.take("'") { continue }
    let beforeFirst = scanner.index
    guard let first = scanner.takeWhole() else { return nil }
    let digits = scanner.index - beforeFirst
    if digits == 8, scanner.isAtClosing { return (first / 10_000, first / 100 % 100, first % 100) }
    guard let separator = scanner.next, "-/.".utf8.contains(separator) else { return nil }
    scanner.skip()
    guard let second = scanner.takeWhole(), scanner.next == separator else { return nil }
    scanner.skip()
    let beforeThird = scanner.index
    guard let third = scanner.takeWhole(), scanner.isAtClosing else { return nil }
    if digits == 4 { return (first, second, third) }
    guard scanner.index - beforeThird == 4 else { return nil }
    // Only with points is it certain that the day comes first.
    return separator == UInt8(ascii: ".") ? (third, second, first) : nil
  }
}

extension DayRange {
  private static let expected = "a stretch of days is written 2026-12-24..2027-01-01"

  /// Reads `2026-12-24..2027-01-01`, one day, or the ISO week `2026-W53`.
  package init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    guard let gap = DayRange.gap(in: bytes) else {
      if let week = try DayRange.week(bytes) {
        self = week
        return
      }
      let day = try Day(reading: bytes)
      self.init(day, day)
      return
    }
    let (first, firstTrouble) = DayRange.end(bytes[..<gap.lowerBound], \.first)
    let (last, lastTrouble) = DayRange.end(bytes[gap.upperBound...], \.last)
    guard let first, let last else { throw firstTrouble ?? lastTrouble ?? BadValue(DayRange.expected) }
    let meant = DayRange(min(first, last), max(first, last))
    guard firstTrouble == nil, lastTrouble == nil, bytes[gap].elementsEqual("..".utf8) else {
      throw BadValue(DayRange.expected, suggestion: meant.written)
    }
    guard first <= last else { throw BadValue("it ends before it begins", suggestion: meant.written) }
    self = meant
  }

  /// `2026-12-24..2027-01-01`, or `2026-12-24` for one day.
  package var written: String { first == last ? "\(first)" : "\(first)..\(last)" }

  /// The week that `2026-W53` names; nil where it names none.
  private static func week(_ bytes: ArraySlice<UInt8>) throws(BadValue) -> DayRange? {
    var scanner = ValueScanner(bytes)
    let start = scanner.index
    guard let year = scanner.takeWhole(), scanner.index - start == 4 else { return nil }
    let hasDash = scanner.take("-")
    let isCapital = scanner.next == UInt8(ascii: "W")
    guard scanner.take(word: "w") else { return nil }
    let digits = scanner.rest.count
    guard let number = scanner.takeWhole(), scanner.isAtEnd else { return nil }
    guard let week = DayRange(week: number, year: year) else {
      throw BadValue("\(year) has no week \(number)")
    }
    guard hasDash, isCapital, digits == 2 else {
      throw BadValue("a week is written \(week.weekName)", suggestion: week.weekName)
    }
    return week
  }

  /// Such as `2026-W53`: the ISO week of its first day.
  package var weekName: String {
    let (year, number) = first.week
    return "\(year)-W" + (number < 10 ? "0\(number)" : "\(number)")
  }

  /// What stands between the two days: two points as it should be, or more points, blanks around them, a long dash.
  private static func gap(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    func isGap(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte.isBlank || byte > 0x7F }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let start = index
      while index < bytes.endIndex, isGap(bytes[index]) { index += 1 }
      let found = bytes[start..<index]
      if found.count >= 2, found.contains(where: { $0 == UInt8(ascii: ".") || $0 > 0x7F }) { return start..<index }
      index += 1
    }
    return nil
  }

  /// The day that is written or meant at one end, and the trouble with how it is written.
  private static func end(
    _ bytes: ArraySlice<UInt8>, _ side: KeyPath<DayRange, Day>
  ) -> (day: Day?, trouble: BadValue?) {
    do {
      if let week = try week(bytes) { return (week[keyPath: side], nil) }
      return (try Day(reading: bytes), nil)
    } catch {
      return (error.suggestion.flatMap { try? Day(reading: $0.valueBytes) }, error)
    }
  }
}

extension ValueScanner {
  /// Nothing is left but the closing of a quote or link, a comma, or a time of day.
  fileprivate var isAtClosing: Bool {
    guard let next else { return true }
    if next == UInt8(ascii: "T") || next == UInt8(ascii: " ") {
      return rest.dropFirst().allSatisfy { $0.isDigit || ":.Z+-".utf8.contains($0) }
    }
    return rest.allSatisfy { "]\"',;.".utf8.contains($0) }
  }
}
