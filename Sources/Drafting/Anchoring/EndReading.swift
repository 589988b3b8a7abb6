package import PlanDocuments

/// What somebody says who is asked by which day: `in half a year`, `two weeks before easter`, `not before june, but 20 august at the
/// latest`.
///
/// All of it has to make sense: what could mean two days, or has words beside it that may change it, is asked back.
package enum EndReading: Hashable, Sendable {
  case day(Day)
  /// There is no hurry, and no day.
  case open
  /// What is unclear, as a clause.
  case unclear(String)

  package init(_ text: String, today: Day) {
    let lower = text.lowercased().replacing("’", with: "'")
    let words = EndWords.words(of: lower)
    if Self.openAnswers.contains(where: { Self.contains(words, $0) }) {
      self = .open
      return
    }
    if let day = Self.ageDay(words, today) {
      self = Self.ahead(day, today)
      return
    }
    let found = EndWords.expressions(in: words, today: today)
    self = Self.meaning(of: found, among: words, isQuestion: lower.contains("?"), today: today)
  }

  private static let openAnswers = [
    ["no", "rush"], ["no", "hurry"], ["no", "deadline"], ["no", "end"], ["whenever"], ["asap"],
  ]
  /// What follows one of these takes the place of what was said before.
  private static let corrections = [["no", "wait"], ["i", "mean"], ["or", "rather"], ["sorry"]]

  private static func contains(_ words: [String], _ run: [String]) -> Bool { place(of: run, in: words) != nil }

  private static func place(of run: [String], in words: [String]) -> Int? {
    words.indices.first { words[$0...].starts(with: run) }
  }

  private static func ahead(_ day: Day, _ today: Day) -> EndReading {
    day > today ? .day(day) : .unclear("\(day.description) is not after today, \(today.description)")
  }

  private static func meaning(of found: [EndExpression], among words: [String], isQuestion: Bool, today: Day)
    -> EndReading
  {
    var found = found
    if let correction = corrections.compactMap({ place(of: $0, in: words) }).max() {
      let after = found.filter { $0.range.lowerBound > correction }
      if !after.isEmpty { found = after }
    }
    // “Not before june” is no end.
    found.removeAll { EndWords.follows(["not", "before"], $0.range.lowerBound, words) }
    guard !found.isEmpty else {
      return .unclear("I can't tell which day that is; a day is written 2027-03-31, +12w, 31 march, or in 6 months")
    }
    if let problem = found.compactMap(\.problem).first { return .unclear(problem) }
    let named = found.filter(\.isExact)
    let rivals = named.isEmpty ? found : named
    let days = Set(rivals.compactMap(\.day))
    guard days.count == 1, let day = days.first else {
      return .unclear("it could be \(rivals.compactMap { $0.day?.description }.joined(separator: " or "))")
    }
    guard named.isEmpty else { return ahead(day, today) }
    let rest = words.indices.filter { index in !found.contains { $0.range.contains(index) } }.map { words[$0] }
    let strange = rest.filter { !EndWords.fillers.contains($0) }
    if isQuestion || !strange.isEmpty {
      let odd = strange.isEmpty ? "" : " with “\(strange.prefix(4).joined(separator: " "))”"
      return .unclear("I am not sure of \(day.description)\(odd)")
    }
    return ahead(day, today)
  }

  /// `When I turn 50, born 12 aug 1977`.
  private static func ageDay(_ words: [String], _ today: Day) -> Day? {
    guard let turn = words.firstIndex(where: { ["turn", "turning"].contains($0) }), turn + 1 < words.count,
      let age = Int(words[turn + 1]), (1...120).contains(age), let born = words.firstIndex(of: "born")
    else { return nil }
    for index in words.indices.dropFirst(born + 1) {
      guard index + 2 < words.count, let year = Int(words[index + 2]), (1900...2100).contains(year) else { continue }
      let parts = (EndWords.dayNumber(words[index]), MonthNames.month(words[index + 1]))
      if let number = parts.0, let month = parts.1 { return Day(year: year + age, month: month, day: number) }
    }
    return nil
  }
}
