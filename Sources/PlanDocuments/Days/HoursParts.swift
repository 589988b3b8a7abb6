/// The parts of one entry of `time:`, as they come.
struct HoursParts {
  var minutes: Int?
  var rhythm: HoursEntry.Rhythm?
  var window: ClockWindow?
  var period: DayRange?

  /// Takes the next part; false where there is none to take, or a second of its kind.
  mutating func take(from scanner: inout ValueScanner) throws(BadValue) -> Bool {
    guard let first = scanner.next else { return false }
    if first.isLetter { return takeWeekdays(from: &scanner) }
    var ahead = scanner
    let token = ahead.takeToken()
    if token.contains(UInt8(ascii: ":")) { return takeWindow(from: &scanner) }
    if token.count >= 10, token.contains(UInt8(ascii: ".")), token.contains(UInt8(ascii: "-")), minutes != nil {
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
    return minutes == nil ? takeHours(from: &scanner) : takeTimesAWeek(from: &scanner)
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
  private mutating func takeWeekdays(from scanner: inout ValueScanner) -> Bool {
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
