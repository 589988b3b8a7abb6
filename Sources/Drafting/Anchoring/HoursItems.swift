import PlanDocuments

/// The sums and rhythms in a person's words about hours, in their order.
struct HoursItems: Sendable {
  struct Amount: Sendable {
    var place: Int
    var minutes: Double
    var hasUnit: Bool
  }

  struct Placed: Sendable {
    var place: Int
    var rhythm: HoursRhythm
  }

  private(set) var amounts: [Amount] = []
  private(set) var rhythms: [Placed] = []
  /// Words that are none of it.
  private(set) var strange: [String] = []
  /// Something was denied, or given back, that isn't understood.
  private(set) var isUnclear = false
  /// `20 min each way` are 40.
  private(set) var isEachWay = false

  private var words: [String] = []
  private var index = 0

  init(_ text: String) {
    words = Self.words(of: text)
    while index < words.count {
      if takeAmount() || takeException() || takeRhythm() { continue }
      takeWord()
    }
    // A range of the clock is only one beside days or times of the day; alone it is a range of hours.
    if amounts.contains(where: { $0.minutes < 0 }) { isUnclear = true }
    let isRange = amounts.count == 1 && clockFirst != nil && rhythms.allSatisfy { $0.rhythm.isWeekly }
    if isRange, let (low, high) = clockFirst, !clockIsSure {
      amounts[0] = Amount(place: amounts[0].place, minutes: (low + high) / 2, hasUnit: false)
    }
  }

  /// The two numbers of a range that may be of the clock, in minutes.
  private var clockFirst: (Double, Double)?
  private var clockIsSure = false

  private static func words(of text: String) -> [String] {
    var text = text.replacing("half an hour", with: "30 min").replacing("half a hour", with: "30 min")
      .replacing("couple of", with: "couple").replacing("no more than", with: "max").replacing(
        "not more than", with: "max"
      ).replacing("–", with: "-").replacing("+", with: " and ").replacing(
        "&", with: " and ")
    text = String(text.map { "();!?".contains($0) ? "," : $0 })
    var words: [String] = []
    for piece in TextWords.words(of: text.replacing(",", with: " , "), and: ".,-") {
      let piece = piece == "," ? "," : piece
      // `7-9pm` is three words, `45min` two, `1.5` one.
      var current = ""
      for character in piece {
        if character == "-" {
          if !current.isEmpty { words.append(current) }
          words.append("-")
          current = ""
        } else if let last = current.last, last.isNumber || last == ".", character.isLetter {
          words.append(current)
          current = String(character)
        } else {
          current.append(character)
        }
      }
      while current.count > 1, current.last == "." { current.removeLast() }
      if !current.isEmpty { words.append(current) }
    }
    return joinedDecimals(words)
  }

  /// `1,5` was taken apart at its comma.
  private static func joinedDecimals(_ words: [String]) -> [String] {
    var joined: [String] = []
    for (index, word) in words.enumerated() {
      if joined.count > 1, joined.last == ",", word == "5", joined[joined.count - 2].count == 1,
        Double(joined[joined.count - 2]) != nil,
        index + 1 < words.count, unit(words[index + 1]) != nil
      {
        joined.removeLast()
        joined[joined.count - 1] += ".5"
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  private func word(_ ahead: Int) -> String { words.indices.contains(index + ahead) ? words[index + ahead] : "" }

  private static func unit(_ word: String) -> Double? {
    switch word {
    case "h", "hr", "hrs", "hour", "hours", "std", "stunden": 60
    case "m", "min", "mins", "minute", "minutes": 1
    default: nil
    }
  }

  private static func number(_ word: String) -> Double? {
    let spelt = [
      "a": 1.0, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
      "nine": 9,
      "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "couple": 2, "half": 0.5,
    ]
    return spelt[word] ?? Double(word)
  }

  // MARK: Sums

  private mutating func takeAmount() -> Bool {
    var ahead = 0
    if word(0) == "a", word(1) == "couple" { ahead = 1 }
    guard let first = Self.number(word(ahead)), first > 0 else { return false }
    // “One day a week” and “two weekends” say no hours.
    let counted = word(0) == "half" && word(1) == "a" ? word(2) : word(ahead + 1)
    if !["a", "an"].contains(word(ahead)), ["day", "weekend", "weekends", "month", "months"].contains(counted) {
      isUnclear = true
    }
    let isArticle = ["a", "an"].contains(word(ahead))
    var next = ahead + 1
    let half = word(next) == "am" ? 0.0 : word(next) == "pm" ? 12 : nil
    if half != nil { next += 1 }
    let isBetween = index > 0 && words[index - 1] == "between" && word(next) == "and"
    if isBetween || ["-", "to", "til", "till", "until", "or"].contains(word(next)),
      let second = Self.number(word(next + 1)),
      !["a", "an"].contains(word(next + 1))
    {
      let after = next + 2
      if let unit = Self.unit(word(after)) {
        amounts.append(Amount(place: index, minutes: (first + second) / 2 * unit, hasUnit: true))
        index += after + 1
        return true
      }
      takeClock(first, half, second, after)
      return true
    }
    if let unit = Self.unit(word(next)) {
      var minutes = first * unit
      next += 1
      if [word(next), word(next + 1), word(next + 2)] == ["and", "a", "half"] {
        minutes += unit / 2
        next += 3
      } else if unit == 60, let more = Self.number(word(next)), Self.unit(word(next + 1)) == 1 {
        minutes += more
        next += 2
      }
      // An hour off for lunch is none of it.
      if word(next) == "off" || word(next) == "break" {
        if let last = amounts.indices.last { amounts[last].minutes -= minutes } else { isUnclear = true }
        index += next + 1
        while ["for", "lunch", "dinner"].contains(word(0)) { index += 1 }
        return true
      }
      amounts.append(Amount(place: index, minutes: minutes, hasUnit: true))
      index += next
      return true
    }
    guard !isArticle, !Self.isCounted(word(next)), word(next) != "x" || Self.unit(word(next + 1)) != nil else {
      return false
    }
    // `one on wed evening`
    let isUnitClear = amounts.last?.hasUnit == true
    amounts.append(Amount(place: index, minutes: first * 60, hasUnit: isUnitClear))
    index += next
    return true
  }

  /// `6 to 7`, `7-9pm`, `10 til 6`.
  private mutating func takeClock(_ first: Double, _ half: Double?, _ second: Double, _ after: Int) {
    var after = after
    let end = word(after) == "am" ? 0.0 : word(after) == "pm" ? 12 : nil
    if end != nil { after += 1 }
    var length = (second + (end ?? 0)) - (first + (half ?? end ?? 0))
    if length <= 0 { length += 12 }
    clockFirst = (first * 60, second * 60)
    clockIsSure = clockIsSure || end != nil || half != nil
    amounts.append(Amount(place: index, minutes: length * 60, hasUnit: true))
    index += after
  }

  private static let counted: Set<String> = [
    "morning", "mornings", "evening", "evenings", "night", "nights", "afternoon", "afternoons", "times", "x", "session",
    "sessions", "days", "weekday", "weekdays", "time", "lunchtimes", "lunch",
  ]

  private static func isCounted(_ word: String) -> Bool { counted.contains(word) }

  // MARK: Days

  /// `every day except sunday`, `not weekends`.
  private mutating func takeException() -> Bool {
    guard ["except", "not", "excluding", "but"].contains(word(0)) else { return false }
    let ahead = word(1) == "not" || word(1) == "on" || word(1) == "at" ? 2 : 1
    guard let days = Self.days(word(ahead)) else { return false }
    index += ahead + 1
    if let last = rhythms.indices.last, !rhythms[last].rhythm.days.isEmpty {
      rhythms[last].rhythm.days.subtract(days)
    } else {
      rhythms.append(Placed(place: index, rhythm: HoursRhythm(days: Set(0...6).subtracting(days))))
    }
    return true
  }

  static func days(_ word: String) -> Set<Int>? {
    switch word {
    case "weekday", "weekdays", "workday", "workdays": return Set(0...4)
    case "weekend", "weekends": return [5, 6]
    case "mo": return [0]
    case "tu", "tues", "di": return [1]
    case "we", "mi": return [2]
    case "th", "thur", "thurs", "do": return [3]
    case "fr": return [4]
    case "sa": return [5]
    case "su", "so": return [6]
    default:
      let singular = word.hasSuffix("s") && word.count > 5 ? String(word.dropLast()) : word
      return Weekday(word: singular).map { [$0.fromMonday] }
    }
  }

  private static let parts: Set<String> = [
    "morning", "mornings", "evening", "evenings", "night", "nights", "afternoon", "afternoons", "lunchtime", "lunch",
  ]

  private mutating func takeRhythm() -> Bool {
    let place = index
    func add(_ rhythm: HoursRhythm, _ count: Int) {
      rhythms.append(Placed(place: place, rhythm: rhythm)); index += count
    }
    // `four mornings a week`, `3 sessions`, `x 3`
    if word(0) == "x", let count = Self.number(word(1)), count == count.rounded(), (1...7).contains(count) {
      add(HoursRhythm(times: Int(count)), 2)
      skipWeek()
      return true
    }
    if let count = Self.number(word(0)), count == count.rounded(), (1...7).contains(count), Self.isCounted(word(1)) {
      add(HoursRhythm(times: Int(count)), 2)
      skipWeek()
      return true
    }
    if word(0) == "once" || word(0) == "twice" {
      add(HoursRhythm(times: word(0) == "once" ? 1 : 2), 1)
      skipWeek()
      return true
    }
    if ["every", "each"].contains(word(0)), ["other", "second"].contains(word(1)), let days = Self.days(word(2)) {
      var rhythm = HoursRhythm(days: days)
      rhythm.everyWeeks = 2
      add(rhythm, 3)
      return true
    }
    if word(0) == "each", word(1) == "way" {
      isEachWay = true
      index += 2
      return true
    }
    let lead = ["a", "per", "every", "each", "the"].contains(word(0)) ? 1 : 0
    if word(lead) == "day" || word(0) == "daily" || lead == 1 && word(0) != "the" && Self.parts.contains(word(1)) {
      add(HoursRhythm(days: Set(0...6)), lead + 1)
      return true
    }
    if word(lead) == "week" || word(0) == "weekly" {
      add(HoursRhythm(isWeekly: true), lead + 1)
      return true
    }
    if word(lead) == "fortnight" {
      add(HoursRhythm(isFortnight: true), lead + 1)
      return true
    }
    if var days = Self.days(word(lead)) {
      var count = lead + 1
      if ["-", "to", "till", "through"].contains(word(count)), let end = Self.days(word(count + 1))?.first,
        let start = days.first,
        days.count == 1
      {
        days = start <= end ? Set(start...end) : Set(start...6).union(0...end)
        count += 2
      }
      while true {
        let skip = [",", "and", "or"].contains(word(count)) ? 1 : 0
        guard let more = Self.days(word(count + skip)), !["-", "to"].contains(word(count + skip + 1)) else { break }
        days.formUnion(more)
        count += skip + 1
      }
      if Self.parts.contains(word(count)) { count += 1 }
      // A weekend without `each day` is a week's hours: it may be either day.
      add(HoursRhythm(days: days), count)
      return true
    }
    if Self.parts.contains(word(lead)) {
      add(HoursRhythm(isPartOfDay: true), lead + 1)
      return true
    }
    return false
  }

  private mutating func skipWeek() {
    let lead = ["a", "per", "every", "each"].contains(word(0)) ? 1 : 0
    if word(lead) == "week" { index += lead + 1 }
  }

  // MARK: Other words

  private static let fillers: Set<String> = [
    ",", "-", "about", "around", "roughly", "maybe", "perhaps", "some", "i", "have", "can", "do", "give", "it", "for",
    "up", "to",
    "at", "between", "most", "least", "spare", "max", "maximum", "ca", "circa", "approx", "depending", "depends", "on",
    "in",
    "the",
    "my", "all", "and", "available", "free", "time", "of", "only", "say", "each", "if", "im", "lucky", "a", "so", "or",
    "manage",
    "work", "before", "after", "then", "during", "then", "than", "more", "usually", "normally", "realistically",
    "probably",
  ]
  private static let denials: Set<String> = [
    "not", "no", "nothing", "none", "never", "except", "otherwise", "without", "but", "term", "holidays", "holiday",
    "good", "bad",
    "month", "shifts", "total", "goals", "altogether", "year", "day", "days",
  ]

  private mutating func takeWord() {
    let word = word(0)
    index += 1
    if Self.denials.contains(word) {
      // `rest of the week nothing` only says the same once more.
      if word == "nothing", !amounts.isEmpty, words[..<(index - 1)].contains("rest") {
        rhythms.removeAll { $0.rhythm.isWeekly }
        return
      }
      isUnclear = true
    } else if !Self.fillers.contains(word), word != "rest" {
      strange.append(word)
    }
  }
}
