import PlanDocuments

extension YearlyChanges {
  func offset(at instant: Int) -> Int {
    guard let daylight, let begins, let ends else { return standard }
    let year = Day(number: (instant + standard).flooredQuotient(86_400)).civil.year
    let from = begins.seconds(of: year) - standard
    let to = ends.seconds(of: year) - daylight
    let isDaylight = from < to ? instant >= from && instant < to : instant >= from || instant < to
    return isDaylight ? daylight : standard
  }

  /// Reads a POSIX `TZ` text; nil where it is none.
  init?(_ text: ArraySlice<UInt8>) {
    var reader = Reader(rest: text)
    guard reader.name(), let standard = reader.offset() else { return nil }
    self.init(standard: -standard)
    if reader.rest.isEmpty { return }
    guard reader.name() else { return nil }
    if reader.rest.first != UInt8(ascii: ",") {
      guard let offset = reader.offset() else { return nil }
      daylight = -offset
    } else {
      daylight = self.standard + 3600
    }
    guard reader.skip(","), let begins = reader.turn(), reader.skip(","), let ends = reader.turn() else { return nil }
    self.begins = begins
    self.ends = ends
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func skip(_ character: Character) -> Bool {
      guard let byte = rest.first, byte == character.asciiValue else { return false }
      rest = rest.dropFirst()
      return true
    }

    /// `CET`, or `<+03>`.
    mutating func name() -> Bool {
      if skip("<") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[(end + 1)...]
        return true
      }
      let letters = rest.prefix { $0.uppercased &- 0x41 < 26 }
      rest = rest.dropFirst(letters.count)
      return letters.count >= 3
    }

    mutating func number() -> Int? {
      let digits = rest.prefix { $0.isDigit }
      rest = rest.dropFirst(digits.count)
      return digits.count <= 4 ? digits.number : nil
    }

    /// Hours, minutes and seconds with a sign.
    mutating func offset() -> Int? {
      var sign = 1
      if skip("-") { sign = -1 } else { _ = skip("+") }
      guard let hours = number(), hours <= 167 else { return nil }
      var seconds = hours * 3600
      for unit in [60, 1] where skip(":") {
        guard let part = number(), part < 60 else { return nil }
        seconds += part * unit
      }
      return sign * seconds
    }

    mutating func turn() -> Turn? {
      if skip("M") {
        guard let month = number(), (1...12).contains(month), skip("."), let week = number(), (1...5).contains(week),
          skip("."), let weekday = number(), weekday < 7, let seconds = time()
        else { return nil }
        return .weekday(month: month, week: week, weekday: weekday, seconds: seconds)
      }
      if skip("J") {
        guard let day = number(), (1...365).contains(day), let seconds = time() else { return nil }
        return .yearDay(day, seconds: seconds)
      }
      guard let day = number(), day <= 365, let seconds = time() else { return nil }
      return .leapYearDay(day, seconds: seconds)
    }

    private mutating func time() -> Int? { skip("/") ? offset() : 2 * 3600 }
  }
}

extension YearlyChanges.Turn {
  /// Clock seconds since 1970 of the change in a year.
  func seconds(of year: Int) -> Int {
    let newYear = RecurrenceDays.newYear(year)
    switch self {
    case .weekday(let month, let week, let weekday, let seconds):
      guard let first = Day(year: year, month: month, day: 1) else { return 0 }
      // ISO weekdays count from Monday, POSIX ones from Sunday.
      let toFirst = (weekday + 6 - first.weekday.fromMonday).flooredRemainder(7)
      var offset = toFirst + (week - 1) * 7
      while offset >= Day.length(ofMonth: month, year: year) { offset -= 7 }
      return Int((first + offset).number) * 86_400 + seconds
    case .yearDay(let day, let seconds):
      let isLeap = Day.length(ofMonth: 2, year: year) == 29
      return Int((newYear + day - 1 + (isLeap && day >= 60 ? 1 : 0)).number) * 86_400 + seconds
    case .leapYearDay(let day, let seconds): return Int((newYear + day).number) * 86_400 + seconds
    }
  }
}
