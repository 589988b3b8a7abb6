/// The parts of one entry of `time:`, as they come.
struct HoursParts {
  var minutes: Int?
  var rhythm: HoursEntry.Rhythm?
  var weeklyMost: Int?
  var window: ClockWindow?
  var everyWeeks: Int?
  /// The day that `every 3 weeks` counts from.
  var from: Day?
  var period: DayRange?

  /// Takes the next part; false where there is none to take, or a second of its kind.
  mutating func take(from scanner: inout ValueScanner) throws(BadValue) -> Bool {
    guard let first = scanner.next else { return false }
    if first.isLetter { return try takeWords(from: &scanner) }
    var ahead = scanner
    let token = ahead.takeToken()
    if token.contains(UInt8(ascii: ":")) { return takeWindow(from: &scanner) }
    let isPeriod =
      token.contains(UInt8(ascii: "-"))
      && (token.count >= 10 && token.contains(UInt8(ascii: "."))
        || token.contains { $0.lowercased == UInt8(ascii: "w") })
    guard isPeriod, minutes != nil else {
      return minutes == nil ? takeHours(from: &scanner) : takeTimesAWeek(from: &scanner)
    }
    guard period == nil else { return false }
    do throws(BadValue) {
      period = try DayRange(reading: token)
    } catch {
      guard let meant = error.suggestion.flatMap({ try? DayRange(reading: $0.valueBytes) }) else { throw error }
      period = meant
      ahead.hasSlip = true
    }
    scanner = ahead
    return true
  }

  /// `mon-fri`, `max 8h/week`, `every 3 weeks`, `from 2026-01-05`.
  private mutating func takeWords(from scanner: inout ValueScanner) throws(BadValue) -> Bool {
    var ahead = scanner
    let word = ahead.takeLetters()
    switch word {
    case "max", "maximum", "most", "upto": return takeMost(from: &scanner, words: 1, isSlip: word != "max")
    case "up", "at": return takeMost(from: &scanner, words: 2, isSlip: true)
    case "every", "each": return takeCycle(from: &scanner)
    case "from", "since", "starting", "beginning":
      guard from == nil, everyWeeks != nil, ahead.takeBlanks() else { return false }
      let token = ahead.takeToken()
      do throws(BadValue) {
        from = try DayRange(reading: token).first
        if token.count != 10 { ahead.hasSlip = true }
      } catch {
        guard let meant = error.suggestion.flatMap({ try? DayRange(reading: $0.valueBytes) }) else { throw error }
        from = meant.first
        ahead.hasSlip = true
      }
      if word != "from" { ahead.hasSlip = true }
      scanner = ahead
      return true
    default: return takeWeekdays(from: &scanner)
    }
  }

  /// `max 8h/week`.
  private mutating func takeMost(from scanner: inout ValueScanner, words: Int, isSlip: Bool) -> Bool {
    guard weeklyMost == nil, minutes != nil else { return false }
    for _ in 0..<words {
      _ = scanner.takeLetters()
      scanner.takeBlanks()
    }
    var figure = HoursParts()
    guard figure.takeHours(from: &scanner), let most = figure.minutes else { return false }
    // `max 8h` beside hours a day is a week's.
    guard figure.rhythm == nil || figure.rhythm == .week else { return false }
    if isSlip || figure.rhythm == nil { scanner.hasSlip = true }
    weeklyMost = most
    return true
  }

  /// `every 3 weeks`; `every other week` and `every day` are slips.
  private mutating func takeCycle(from scanner: inout ValueScanner) -> Bool {
    let isEvery = scanner.takeLetters() == "every"
    if !isEvery { scanner.hasSlip = true }
    guard scanner.takeBlanks() else { return false }
    let number: Int
    if let weeks = scanner.takeWhole() {
      if ["nd", "rd", "th"].contains(where: { scanner.take(word: $0) }) { scanner.hasSlip = true }
      number = weeks
    } else {
      let before = scanner
      let word = scanner.takeLetters()
      switch word {
      case "other", "second", "two": number = 2
      case "third", "three": number = 3
      case "fourth", "four": number = 4
      case "week", "day", "weekday", "workday":
        guard rhythm == nil else { return false }
        rhythm = word == "week" ? .week : .days(word == "day" ? .all : .mondayToFriday)
        scanner.hasSlip = true
        return true
      default:
        scanner = before
        scanner.hasSlip = true
        return takeWeekdays(from: &scanner)
      }
      scanner.hasSlip = true
    }
    scanner.takeBlanks()
    let unit = scanner.takeLetters()
    guard ["weeks", "week"].contains(unit), everyWeeks == nil, WeekCycle.possibleWeeks.contains(number) else {
      return false
    }
    if unit == "week" { scanner.hasSlip = true }
    everyWeeks = number
    return true
  }

  /// `10h/week`, or the `2h` of `2h mon-fri`.
  private mutating func takeHours(from scanner: inout ValueScanner) -> Bool {
    guard let number = scanner.takeThousandths(), number < 10_000_000 else { return false }
    if scanner.takeBlanks() { scanner.hasSlip = true }
    switch scanner.takeLetters() {
    case "h": minutes = Int((number * 60 + 999) / 1000)
    case "m": minutes = Int((number + 999) / 1000)
    case "hour", "hours", "hr", "hrs":
      minutes = Int((number * 60 + 999) / 1000)
      scanner.hasSlip = true
    case "min", "mins", "minute", "minutes":
      minutes = Int((number + 999) / 1000)
      scanner.hasSlip = true
    default: return false
    }
    return takeRhythm(from: &scanner)
  }

  /// The `/week` or `/day` behind the hours, where there is one.
  private mutating func takeRhythm(from scanner: inout ValueScanner) -> Bool {
    let before = scanner
    let hasBlanks = scanner.takeBlanks()
    guard scanner.take("/") || scanner.take(word: "per ") || scanner.take(word: "a ") || scanner.take(word: "each ")
    else {
      scanner = before
      return true
    }
    if hasBlanks { scanner.hasSlip = true }
    if scanner.takeBlanks() { scanner.hasSlip = true }
    switch scanner.takeLetters() {
    case "week": rhythm = .week
    case "w", "wk":
      rhythm = .week
      scanner.hasSlip = true
    case "d", "day":
      rhythm = .days(.all)
      scanner.hasSlip = true
    case "weekday", "workday":
      rhythm = .days(.mondayToFriday)
      scanner.hasSlip = true
    default: return false
    }
    return true
  }

  /// Such as `4x/week`.
  private mutating func takeTimesAWeek(from scanner: inout ValueScanner) -> Bool {
    guard rhythm == nil, let times = scanner.takeWhole(), (1...7).contains(times) else { return false }
    if scanner.takeBlanks() { scanner.hasSlip = true }
    if !scanner.take(word: "x") {
      guard scanner.take(word: "×") || scanner.take(word: "times") else { return false }
      scanner.hasSlip = true
    }
    guard takeRhythm(from: &scanner), case .week = rhythm else { return false }
    rhythm = .timesAWeek(times)
    return true
  }

  /// `mon-fri`, `tue`; further ones are added.
  fileprivate mutating func takeWeekdays(from scanner: inout ValueScanner) -> Bool {
    var days: WeekdaySet = []
    switch rhythm {
    case nil: break
    case .days(let before): days = before
    default: return false
    }
    let word = scanner.takeLetters()
    if let first = HoursParts.weekday(word, slip: &scanner.hasSlip) {
      days.insert(WeekdaySet(first))
      if scanner.takeDash() {
        guard let last = HoursParts.weekday(scanner.takeLetters(), slip: &scanner.hasSlip) else { return false }
        var day = first
        while day != last {
          day = Weekday(fromMonday: (day.fromMonday + 1) % 7)
          days.insert(WeekdaySet(day))
        }
      }
    } else {
      switch word {
      case "weekdays", "workdays": days.formUnion(.mondayToFriday)
      case "weekends", "weekend": days.formUnion([WeekdaySet(.saturday), WeekdaySet(.sunday)])
      case "daily", "everyday": days = .all
      default: return false
      }
      scanner.hasSlip = true
    }
    rhythm = .days(days)
    _ = scanner.take(",")
    return scanner.isAtEnd || scanner.next?.isWhiteSpace == true || scanner.next?.isLetter == true
  }

  /// Such as `06:00-08:00`.
  private mutating func takeWindow(from scanner: inout ValueScanner) -> Bool {
    guard window == nil, let start = HoursParts.clock(&scanner), scanner.takeDash(),
      let end = HoursParts.clock(&scanner), start < end
    else { return false }
    window = ClockWindow(start: start, end: end)
    return true
  }

  private static func clock(_ scanner: inout ValueScanner) -> Int? {
    guard let hour = scanner.takeWhole(), scanner.take(":"), let minute = scanner.takeWhole(), minute < 60,
      hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }

  /// `mon`, `Monday`, and with a slip any other beginning of three letters or more.
  private static func weekday(_ word: String, slip: inout Bool) -> Weekday? {
    guard let weekday = Weekday(word: word) else { return nil }
    if word.utf8.count != 3, word != weekday.name.lowercased() { slip = true }
    return weekday
  }
}

extension WeekdaySet {
  /// Reads `sun`, `mon-fri` or `sat sun`.
  package init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    let expected = "weekdays are written sun, mon-fri or sat sun"
    var scanner = ValueScanner(bytes)
    var parts = HoursParts()
    _ = scanner.takeBlanks()
    repeat {
      guard parts.takeWeekdays(from: &scanner) else { throw BadValue(expected) }
      _ = scanner.takeBlanks()
    } while !scanner.isAtEnd
    guard case .days(let days) = parts.rhythm else { throw BadValue(expected) }
    self = days
  }
}
