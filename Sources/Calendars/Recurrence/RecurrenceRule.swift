import PlanDocuments

/// A rule by which an event comes again (RFC 5545, 3.3.10).
struct RecurrenceRule: Hashable, Sendable {
  enum Frequency: Hashable, Sendable { case hourly, daily, weekly, monthly, yearly }

  /// `2TU` is the second Tuesday, `-1FR` the last Friday; without a number every one.
  struct WeekdayNumber: Hashable, Sendable {
    var ordinal: Int
    var weekday: Weekday
  }

  /// Why a rule is not followed; its event counts once, where it stands.
  enum Refusal: Error, Hashable, Sendable {
    /// Repeats every minute or second.
    case tooOften
    /// The part that cannot be read.
    case unreadable(String)
    /// Counts in a calendar other than the Gregorian one.
    case foreignCalendar(String)
  }

  var frequency = Frequency.daily
  var interval = 1
  var count: Int?
  var until: WrittenTime?
  /// Bit m is month m.
  var months: UInt16 = 0
  var monthDays: [Int] = []
  var weekdays: [WeekdayNumber] = []
  var yearDays: [Int] = []
  var weekNumbers: [Int] = []
  var hours: [Int] = []
  var minutes: [Int] = []
  var seconds: [Int] = []
  var positions: [Int] = []
  var weekStart = Weekday.monday

  init(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
    var hasFrequency = false
    for part in bytes.split(separator: UInt8(ascii: ";")) {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { throw Self.unreadable(part) }
      let name = part[..<equals].trimmed
      let value = part[(equals + 1)...].trimmed
      if name.says("FREQ") {
        frequency = try Self.frequency(value)
        hasFrequency = true
      } else {
        try read(name, value, part)
      }
    }
    guard hasFrequency else { throw Self.unreadable(bytes) }
  }

  private mutating func read(
    _ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, _ part: ArraySlice<UInt8>
  ) throws(Refusal) {
    func numbers(_ range: ClosedRange<Int>, mayBeNegative: Bool = false) throws(Refusal) -> [Int] {
      var numbers: [Int] = []
      for item in value.split(separator: UInt8(ascii: ",")) {
        guard let number = item.trimmed.signedNumber, range.contains(mayBeNegative ? abs(number) : number) else {
          throw Self.unreadable(part)
        }
        numbers.append(number)
      }
      if numbers.isEmpty { throw Self.unreadable(part) }
      return numbers
    }
    if name.says("INTERVAL") {
      guard let number = value.number, number > 0 else { throw Self.unreadable(part) }
      interval = number
    } else if name.says("COUNT") {
      guard let number = value.number, number > 0 else { throw Self.unreadable(part) }
      count = number
    } else if name.says("UNTIL") {
      guard let time = WrittenTime(value) else { throw Self.unreadable(part) }
      until = time
    } else if name.says("BYMONTH") {
      for month in try numbers(1...12) { months |= 1 << UInt16(month) }
    } else if name.says("BYMONTHDAY") {
      monthDays = try numbers(1...31, mayBeNegative: true)
    } else if name.says("BYYEARDAY") {
      yearDays = try numbers(1...366, mayBeNegative: true)
    } else if name.says("BYWEEKNO") {
      weekNumbers = try numbers(1...53, mayBeNegative: true)
    } else if name.says("BYHOUR") {
      hours = Set(try numbers(0...23)).sorted()
    } else if name.says("BYMINUTE") {
      minutes = Set(try numbers(0...59)).sorted()
    } else if name.says("BYSECOND") {
      seconds = Set(try numbers(0...60)).map { min($0, 59) }.sorted()
    } else if name.says("BYSETPOS") {
      positions = try numbers(1...366, mayBeNegative: true)
    } else if name.says("BYDAY") {
      for item in value.split(separator: UInt8(ascii: ",")) { weekdays.append(try Self.weekday(item.trimmed, part)) }
    } else if name.says("WKST") {
      weekStart = try Self.weekday(value, part).weekday
    } else if name.says("RSCALE") {
      guard value.says("GREGORIAN") else { throw .foreignCalendar(String(decoding: value, as: UTF8.self)) }
    } else if name.says("SKIP") {
      guard value.says("OMIT") else { throw Self.unreadable(part) }
    } else if !(name.first?.uppercased == UInt8(ascii: "X")) {
      throw Self.unreadable(part)
    }
  }

  private static func frequency(_ value: ArraySlice<UInt8>) throws(Refusal) -> Frequency {
    if value.says("YEARLY") { return .yearly }
    if value.says("MONTHLY") { return .monthly }
    if value.says("WEEKLY") { return .weekly }
    if value.says("DAILY") { return .daily }
    if value.says("HOURLY") { return .hourly }
    if value.says("MINUTELY") || value.says("SECONDLY") { throw .tooOften }
    throw unreadable(value)
  }

  private static func weekday(_ value: ArraySlice<UInt8>, _ part: ArraySlice<UInt8>) throws(Refusal) -> WeekdayNumber {
    let names: [StaticString] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    let name = value.suffix(2)
    let number = value.dropLast(2)
    guard let index = names.firstIndex(where: { name.says($0) }) else { throw unreadable(part) }
    var ordinal = 0
    if !number.isEmpty {
      guard let signed = number.signedNumber, (1...53).contains(abs(signed)) else { throw unreadable(part) }
      ordinal = signed
    }
    return WeekdayNumber(ordinal: ordinal, weekday: Weekday(fromMonday: index))
  }

  private static func unreadable(_ part: ArraySlice<UInt8>) -> Refusal {
    .unreadable(String(decoding: part.prefix(60), as: UTF8.self))
  }
}
