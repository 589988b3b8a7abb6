import PlanDocuments

/// Hours as people say them: `an hour a day`, `45 minutes four mornings a week`, `5 hours per week`.
///
/// The format's own way of writing (`45m 4x/week`) is read by `Hours`.
package enum HoursPhrase {
  /// The phrase as an entry of `time:`; nil where it says no length, or no rhythm that is known.
  ///
  /// A length alone is a week's. Of a range it is the middle; a sum in brackets says the same once more.
  package static func entry(_ phrase: String) -> String? {
    if let open = phrase.firstIndex(of: "("), let close = phrase[open...].firstIndex(of: ")") {
      let outside = String(phrase[..<open] + phrase[phrase.index(after: close)...])
      return entry(outside) ?? entry(String(phrase[phrase.index(after: open)..<close]))
    }
    let words = words(of: phrase)
    guard let (length, rest) = length(words) else { return nil }
    guard let rhythm = rhythm(rest) else { return nil }
    return length + rhythm
  }

  // MARK: How long

  private static func length(_ words: [String]) -> (written: String, rest: [String])? {
    var rest = words[...]
    while let first = rest.first,
      [
        "about", "around", "roughly", "maybe", "perhaps", "some", "i", "have", "can", "do", "give", "it", "for", "up",
        "to",
        "at", "most", "least", "spare",
      ]
      .contains(first)
    {
      rest.removeFirst()
    }
    var minutes = 0.0
    if rest.starts(with: ["half", "an", "hour"]) || rest.starts(with: ["half", "a", "hour"]) {
      minutes = 30
      rest = rest.dropFirst(3)
    } else if let first = rest.first, let number = first == "couple" ? 2 : number(first) {
      rest = rest.dropFirst()
      var middle = number
      if ["to", "or", "of"].contains(rest.first ?? ""), rest.count > 1 { rest = rest.dropFirst() }
      if first == "a", rest.first == "couple" {
        middle = 2
        rest = rest.dropFirst()
        if rest.first == "of" { rest = rest.dropFirst() }
      }
      if let second = rest.first.flatMap(Self.number), rest.first != "a" {
        middle = (number + second) / 2
        rest = rest.dropFirst()
      }
      guard let unit = rest.first.flatMap(minutesOfUnit) else { return nil }
      minutes = middle * unit
      rest = rest.dropFirst()
      if rest.starts(with: ["and", "a", "half"]) {
        minutes += unit / 2
        rest = rest.dropFirst(3)
      }
    } else {
      return nil
    }
    guard minutes >= 5, minutes <= 100 * 60 else { return nil }
    let whole = Int(minutes.rounded())
    return (whole.isMultiple(of: 60) ? "\(whole / 60)h" : "\(whole)m", Array(rest))
  }

  private static func minutesOfUnit(_ word: String) -> Double? {
    switch word {
    case "h", "hr", "hrs", "hour", "hours": 60
    case "m", "min", "mins", "minute", "minutes": 1
    default: nil
    }
  }

  // MARK: How often

  private static let parts: Set<String> = [
    "morning", "mornings", "evening", "evenings", "night", "nights", "afternoon", "afternoons", "day", "days", "time",
    "times",
    "x", "session", "sessions",
  ]

  private static func rhythm(_ words: [String]) -> String? {
    var words = words.filter {
      ![
        "on", "in", "the", "at", "my", "all", "and", "available", "free", "spare", "time", "work", "before", "after",
        "for", "it",
      ].contains($0)
    }
    if words.isEmpty || ["weekend", "weekends"].contains(words[0]) { return "/week" }
    // `four mornings a week`
    if let week = words.firstIndex(where: { ["week", "weekly"].contains($0) }) {
      let before = words[..<week].filter { !["a", "per", "every", "each"].contains($0) }
      if before.isEmpty { return "/week" }
      if before.count == 2, let count = number(before[0]), parts.contains(before[1]), (1...7).contains(count) {
        return count == 1 ? "/week" : " \(Int(count))x/week"
      }
      if before == ["once"] { return "/week" }
      if before == ["twice"] { return " 2x/week" }
      return nil
    }
    let isDaily = words.contains("daily")
    words.removeAll { ["a", "per", "every", "each", "daily"].contains($0) }
    if words.isEmpty { return isDaily ? " mon-sun" : "/week" }
    if words.count == 1 && parts.contains(words[0]) { return " mon-sun" }
    if let last = words.last, parts.contains(last), words.count > 1 { words.removeLast() }
    if ["weekday", "weekdays", "workday", "workdays"].contains(words[0]), words.count == 1 { return " mon-fri" }
    let days = words.map(day)
    guard !days.isEmpty, days.allSatisfy({ $0 != nil }) else { return nil }
    return " " + days.compactMap(\.self).joined(separator: " ")
  }

  private static func day(_ word: String) -> String? {
    let singular = word.hasSuffix("s") && word.count > 4 ? String(word.dropLast()) : word
    return Weekday(word: singular)?.shortName.lowercased()
  }

  // MARK: Words

  private static func number(_ word: String) -> Double? {
    let spelt = [
      "a": 1.0, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
      "ten": 10,
    ]
    return spelt[word] ?? Double(word.replacing(",", with: "."))
  }

  /// Lower case, numbers apart from their units: `45min` is `45 min`.
  private static func words(of phrase: String) -> [String] {
    var words: [String] = []
    for piece in TextWords.wordsAndFigures(of: phrase) {
      let digits = piece.prefix { $0.isNumber || $0 == "." || $0 == "," }
      if !digits.isEmpty { words.append(String(digits)) }
      let rest = piece.dropFirst(digits.count)
      if !rest.isEmpty { words.append(String(rest)) }
    }
    return words
  }
}
