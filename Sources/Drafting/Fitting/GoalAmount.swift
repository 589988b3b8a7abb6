import PlanDocuments

/// Numbers with their units in a person's words: `a 60,000-word book`, `21.1 km`, `three clients`.
enum GoalAmount {
  /// How many times the amount of a measure the text names; nil where it names none.
  ///
  /// Held between a quarter and three times.
  static func ratio(of text: String, to measure: Playbook.Measure) -> Double? {
    guard let number = number(in: text, unit: measure.unit) else { return nil }
    return min(3, max(0.25, number / (Double(measure.number) / 1000)))
  }

  /// What of the work grows: some of it is the same for every amount.
  static func effortFactor(ratio: Double) -> Double { 0.25 + 0.75 * ratio }

  /// The number before the unit, at most two words apart, largest first where there are several.
  static func number(in text: String, unit: String) -> Double? {
    guard let wanted = unitStems(unit).first else { return nil }
    let words = TextWords.wordsAndFigures(of: text)
    var found: [Double] = []
    for (index, word) in words.enumerated() {
      let (number, rest) = split(word)
      guard let number else { continue }
      let next = ([rest] + words[(index + 1)...].prefix(2)).filter { !$0.isEmpty }
      if wanted == "km", rest == "k" || rest == "km" {
        found.append(number)
      } else if wanted == "km", next.first.map({ ["mile", "miles", "mi"].contains($0) }) == true {
        found.append(number * 1.609)
      } else if next.contains(where: { unitStems($0).contains(wanted) }) {
        found.append(rest == "k" ? number * 1000 : number)
      }
    }
    if wanted == "km", found.isEmpty { return distance(words) }
    return found.max()
  }

  /// The amount in a text that is less than what the goal names of the same: three songs, of five.
  static func part(in text: String, of goal: String) -> (number: Double, unit: String)? {
    let words = TextWords.wordsAndFigures(of: text)
    for (index, word) in words.enumerated() {
      let (number, rest) = split(word)
      guard let number, let unit = rest.isEmpty ? words.dropFirst(index + 1).first : rest, unit.count > 1 else {
        continue
      }
      if let whole = Self.number(in: goal, unit: unit), whole > number { return (number, unit) }
    }
    return nil
  }

  /// Races that everybody calls by name.
  private static func distance(_ words: [String]) -> Double? {
    if words.contains("parkrun") { return 5 }
    guard let marathon = words.firstIndex(where: { $0.hasPrefix("marathon") || $0 == "halfmarathon" }) else {
      return nil
    }
    let isHalf = words[marathon] == "halfmarathon" || marathon > 0 && words[marathon - 1] == "half"
    return isHalf ? 21.1 : 42.2
  }

  private static func unitStems(_ text: String) -> [String] {
    let spelt = [
      "hours": "h", "hour": "h", "hrs": "h", "kilometres": "km", "kilometers": "km", "kilometre": "km",
      "kilometer": "km", "kilos": "kg", "kilograms": "kg", "kilo": "kg",
    ]
    return TextWords.words(of: text, .letters).map { spelt[$0] ?? TextWords.stem(of: $0) }
  }

  private static let spelt = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// `60,000` is 60000, `21.1` is 21.1, `10k` is 10 with the rest `k`, `three` is 3.
  private static func split(_ word: String) -> (number: Double?, rest: String) {
    if let number = spelt.firstIndex(of: word) { return (Double(number + 1), "") }
    let digits = word.prefix { $0.isNumber || $0 == "." || $0 == "," }
    guard digits.first?.isNumber == true else { return (nil, word) }
    var plain = ""
    let parts = digits.split(separator: ",")
    if parts.count > 1, parts.dropFirst().allSatisfy({ $0.count == 3 }) {
      plain = parts.joined()
    } else {
      plain = String(digits).replacing(",", with: ".")
    }
    return (Double(plain), String(word.dropFirst(digits.count)))
  }
}
