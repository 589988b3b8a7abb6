import PlanDocuments

/// Lengths of time from today, and before or after a day: `in a year and a half`, `two weeks before easter`.
enum EndRelations {
  /// A length of time among the words.
  struct Length: Sendable {
    var range: Range<Int>
    var number: Double
    /// `day`, `week`, `month`, `year`, `weekend`.
    var unit: String
  }

  static func applied(to found: [EndExpression], in words: [String], today: Day) -> [EndExpression] {
    var found = found
    let lengths = lengths(in: words).filter { length in !found.contains { $0.range.overlaps(length.range) } }
    for length in lengths {
      let next = EndWords.word(words, length.range.upperBound)
      if ["before", "after"].contains(next) {
        let sign = next == "before" ? -1 : 1
        let isThat = ["that", "it", "then"].contains(EndWords.word(words, length.range.upperBound + 1))
        let ahead = found.indices.first { found[$0].range.lowerBound > length.range.lowerBound }
        let behind = found.indices.last { found[$0].range.lowerBound < length.range.lowerBound }
        guard let index = isThat ? behind : ahead, var day = found[index].day else { continue }
        // The feast itself, not its eve.
        if Feasts.name(words, found[index].range.lowerBound)?.name == "christmas", day.civil.day == 24 { day = day + 1 }
        found[index].day = moved(day, length, sign)
        found[index].range =
          min(
            length.range.lowerBound, found[index].range.lowerBound)..<max(
            found[index].range.upperBound, length.range.upperBound + (isThat ? 2 : 1))
        found[index].isExact = true
      } else if isFromToday(length, words, isAlone: found.isEmpty && lengths.count == 1), length.unit != "weekend" {
        found.append(EndExpression(length.range, moved(today, length, 1), isExact: false))
      }
    }
    // `before easter` is the day before it.
    for index in found.indices where found[index].isExact {
      let first = found[index].range.lowerBound
      if EndWords.word(words, first - 1) == "before", EndWords.word(words, first - 2) != "not",
        let day = found[index].day,
        Feasts.name(words, first).map({ $0.name != "christmas" }) == true
      {
        found[index].day = day - 1
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// A length begins today where `in` or the like says so, or where nothing else is said.
  private static func isFromToday(_ length: Length, _ words: [String], isAlone: Bool) -> Bool {
    let before = words[..<length.range.lowerBound].suffix(3)
    if before.contains("every") || before.contains("each") { return false }
    if before.contains(where: { ["in", "within", "over", "next"].contains($0) }) { return true }
    let after = words[length.range.upperBound...]
    if after.starts(with: ["from", "now"]) || after.starts(with: ["from", "today"]) || after.first == "today" {
      return true
    }
    return isAlone && length.range.lowerBound <= 2 && !["times", "twice", "once"].contains(before.last ?? "")
      && before.allSatisfy(EndWords.fillers.contains) && EndWords.word(words, 0) != "a"
  }

  static func moved(_ day: Day, _ length: Length, _ sign: Int) -> Day {
    switch length.unit {
    case "day": return day + sign * Int(length.number)
    case "week": return day + sign * Int((7 * length.number).rounded())
    case "weekend":
      return sign < 0 ? day - (day.weekday.fromMonday == 6 ? 7 : day.weekday.fromMonday + 1) : day.monday + 6
    case "year": return months(Int((12 * length.number).rounded()) * sign, from: day)
    default:
      let whole = Int(length.number.rounded(.down))
      return months(whole * sign, from: day) + (length.number > Double(whole) ? 15 * sign : 0)
    }
  }

  private static func months(_ count: Int, from day: Day) -> Day {
    let (year, month, number) = day.civil
    let sum = year * 12 + month - 1 + count
    return (0...3).lazy.compactMap { Day(year: sum / 12, month: sum % 12 + 1, day: number - $0) }.first ?? day
  }

  private static let units = [
    "day": "day", "days": "day", "week": "week", "weeks": "week", "wks": "week", "month": "month", "months": "month",
    "mths": "month", "year": "year", "years": "year", "yrs": "year", "weekend": "weekend", "fortnight": "fortnight",
  ]

  private static func lengths(in words: [String]) -> [Length] {
    var found: [Length] = []
    for (index, word) in words.enumerated() {
      guard let unit = units[word] else { continue }
      var first = index
      var number: Double?
      let before = words[..<index].suffix(3)
      if before.suffix(2).elementsEqual(["half", "a"]) || before.suffix(2).elementsEqual(["half", "an"]) {
        (number, first) = (0.5, index - 2)
      } else if before.suffix(2).elementsEqual(["couple", "of"]) || before.last == "couple" {
        (number, first) = (2, index - (before.last == "couple" ? 1 : 2))
      } else if before.last == "the", ["day", "weekend", "week"].contains(unit) {
        (number, first) = (1, index - 1)
      } else if let last = before.last, let said = EndWords.number(last) {
        (number, first) = (said, index - 1)
      } else if unit == "fortnight" {
        (number, first) = (1, index)
      }
      // `and a half` belongs to what is before it.
      guard var number, number > 0, number <= 400, !(before.last == "half") else { continue }
      var end = index + 1
      if words[end...].starts(with: ["and", "a", "half"]) {
        number += 0.5
        end += 3
      }
      found.append(
        Length(
          range: first..<end, number: unit == "fortnight" ? 2 * number : number,
          unit: unit == "fortnight" ? "week" : unit))
    }
    return found
  }
}
