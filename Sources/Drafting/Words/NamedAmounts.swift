/// Numbers with their units in a person's words: `a 60,000-word book`, `21.1 km`, `three clients`.
package struct NamedAmount: Hashable, Sendable {
  package var number: Double
  /// What it may count, by the units' names, nearest first; empty for a number alone.
  package var units: [String]
  /// So much a week or a day, and not so much in all.
  package var isRate: Bool
  /// The whole that it is a part of, in the same unit: 40,000 of 120,000.
  package var whole: Double?
}

extension WordLists {
  /// All amounts of a text in their order; lengths in km and times in minutes, whatever they are written in.
  package func amounts(in text: String) -> [NamedAmount] {
    let words = TextWords.wordsAndFigures(of: text.replacing("half an hour", with: "30 minutes"))
    var found: [NamedAmount] = []
    var index = 0
    while index < words.count {
      defer { index += 1 }
      guard let (number, rest) = number(words, index) else { continue }
      var next = Array(words[(index + 1)...].prefix(3))
      var whole: Double?
      if next.first == "of", next.count > 1, let (all, _) = self.number([next[1]], 0), all > number {
        whole = all
        next = Array(words[(index + 3)...].prefix(3))
      }
      // A second number begins an amount of its own.
      next = Array(next.prefix { self.number([$0], 0) == nil })
      var thousand = 1.0
      var units: [String] = []
      if rest == "k" {
        if next.first.map(isCountable) == true { thousand = 1000 } else { units = ["km"] }
      } else if !rest.isEmpty {
        units = unitNames(of: rest)
      }
      if units.isEmpty { units = next.prefix(2).filter(isCountable).flatMap(unitNames) }
      let behind = rest.isEmpty || rest == "k" ? next.dropFirst() : next[...]
      let isRate =
        behind.first.map { ["a", "per", "each", "every"].contains($0) } == true
        && behind.dropFirst().first.map(Self.periods.contains) == true
        || behind.first.map { ["weekly", "daily", "monthly"].contains($0) } == true
      found.append(
        Self.converted(NamedAmount(number: number * thousand, units: units, isRate: isRate, whole: whole)))
    }
    if !found.contains(where: { $0.units.contains("km") }), let race = Self.race(words) {
      found.append(NamedAmount(number: race, units: ["km"], isRate: false))
    }
    return found
  }

  /// The largest amount of a unit in all; nil where none is named.
  package func largestAmount(in text: String, unit: String) -> Double? {
    let wanted = TextWords.words(of: unit, .letters).first.map(unitNames) ?? []
    return amounts(in: text).filter { amount in !amount.isRate && amount.units.contains(where: wanted.contains) }
      .map(\.number).max()
  }

  /// The unit's name, and its stem where no list has it; more than one where a word counts two things.
  func unitNames(of word: String) -> [String] {
    let named = unitGroups.filter { $0.contains(word) }.compactMap(\.first)
    return named.isEmpty ? [TextWords.stem(of: word)] : named
  }

  private static let periods: Set<String> = ["week", "day", "month", "year", "weekend"]

  private func isCountable(_ word: String) -> Bool {
    unitGroups.contains { $0.contains(word) } || word.count > 1 && !isCommon(word) && word.allSatisfy(\.isLetter)
  }

  /// `60,000` is 60000, `21.1` is 21.1, `10k` is 10 with the rest `k`, `three` is 3, `an hour` begins with 1.
  private func number(_ words: [String], _ index: Int) -> (Double, rest: String)? {
    let word = words[index]
    if let figure = figures[word].flatMap(Double.init) { return (figure, "") }
    if word == "one", index + 1 < words.count, isCountable(words[index + 1]) { return (1, "") }
    if word == "a" || word == "an" {
      guard index + 1 < words.count, Self.lengths.contains(words[index + 1]) else { return nil }
      return (1, "")
    }
    let digits = word.prefix { $0.isNumber || $0 == "." || $0 == "," }
    guard digits.first?.isNumber == true else { return nil }
    let parts = digits.split(separator: ",")
    let plain =
      parts.count > 1 && parts.dropFirst().allSatisfy { $0.count == 3 }
      ? parts.joined() : String(digits).replacing(",", with: ".")
    return Double(plain).map { ($0, String(word.dropFirst(digits.count))) }
  }

  private static let lengths: Set<String> = ["mile", "kilometre", "kilometer", "hour"]

  private static func converted(_ amount: NamedAmount) -> NamedAmount {
    var amount = amount
    let factors = ["mile": ("km", 1.609), "metre": ("km", 0.001), "hour": ("minute", 60.0), "pound": ("kg", 0.4536)]
    guard let unit = amount.units.first, let (name, factor) = factors[unit] else { return amount }
    amount.number *= factor
    amount.whole = amount.whole.map { $0 * factor }
    amount.units[0] = name
    return amount
  }

  /// Races that everybody calls by name, in km.
  private static func race(_ words: [String]) -> Double? {
    if words.contains("parkrun") { return 5 }
    guard let place = words.firstIndex(where: { $0.hasPrefix("marathon") || $0 == "halfmarathon" }) else { return nil }
    let isHalf = words[place] == "halfmarathon" || place > 0 && words[place - 1] == "half"
    return isHalf ? 21.1 : 42.2
  }
}
