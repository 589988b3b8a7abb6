package import PlanDocuments

/// Days away in a person's words: `2026-08-10..2026-08-14 Lisbon`, `10 to 14 Aug`, `fri`, `W33 50% moving house`.
package enum AwayPhrase {
  package static let examples = "2026-08-10..2026-08-14 Lisbon, 10 to 14 Aug, tomorrow, fri or W33"

  /// The days that `phrase` means on `today`, with its share and reason; nil where its beginning means none.
  ///
  /// A day without a year is the next one of that name, or one of the last four weeks.
  package static func daysOff(_ phrase: String, today: Day) -> DaysOff? {
    // As a file would say it.
    if let strict = try? DaysOff(reading: ArraySlice(phrase.utf8)) { return strict }
    var words = phrase.split(whereSeparator: { $0 == " " || $0 == "\t" }).flatMap(parted)
    guard let days = takeDays(from: &words, today: today) else { return nil }
    var percent = 100
    if let first = words.first, first.hasSuffix("%"), let share = Int(first.dropLast()), (1...100).contains(share) {
      percent = share
      words.removeFirst()
    }
    return DaysOff(days: days, percent: percent, reason: words.joined(separator: " "))
  }

  /// `10..14` and `10-14` come apart, commas and colons behind a word go; dates and offsets stay whole.
  private static func parted(_ word: Substring) -> [String] {
    var word = word
    while let last = word.last, last == "," || last == ":" { word = word.dropLast() }
    for joint in ["..", "–", "—", "-"] {
      guard let range = word.ranges(of: joint).first, !range.isEmpty else { continue }
      let (left, right) = (word[..<range.lowerBound], word[range.upperBound...])
      if joint == "-", !(isNumber(left) && isNumber(right)) { continue }
      return [left.isEmpty ? "" : String(left), "to", String(right)].filter { !$0.isEmpty }
    }
    return word.isEmpty ? [] : [String(word)]
  }

  private static let joints: Set<String> = ["to", "until", "till", "through", "-", "–", "—"]

  private static func takeDays(from words: inout [String], today: Day) -> DayRange? {
    // `10 to 14 Aug`: the first number takes the month of the second.
    if words.count >= 4, isNumber(words[0][...]), joints.contains(words[1]),
      let last = dayOfMonth(words[2], words[3], today), let number = Int(words[0]),
      let first = Day(year: last.civil.year, month: last.civil.month, day: number), first <= last
    {
      words.removeFirst(4)
      return DayRange(first, last)
    }
    guard let first = takeDay(from: &words, today: today) else { return nil }
    guard let joint = words.first, joints.contains(joint) else { return first }
    var rest = Array(words.dropFirst())
    // What follows counts from the first day: `27 Dec to 3 Jan`.
    guard let last = takeDay(from: &rest, today: first.first), last.last >= first.first else { return first }
    words = rest
    return DayRange(first.first, last.last)
  }

  private static func takeDay(from words: inout [String], today: Day) -> DayRange? {
    if words.count >= 3, isWeekday(words[0]), let day = dayOfMonth(words[1], words[2], today) {
      words.removeFirst(3)
      return DayRange(day, day)
    }
    if words.count >= 2, let day = dayOfMonth(words[0], words[1], today) ?? dayOfMonth(words[1], words[0], today) {
      words.removeFirst(2)
      return DayRange(day, day)
    }
    guard let word = words.first, let day = DayPhrase.day(word, today: today) else { return nil }
    words.removeFirst()
    let isWeek = word.lowercased().contains("w") && !"+-".contains(word.prefix(1)) && !isWeekday(word)
    return isWeek && day.weekday == .sunday ? DayRange(day - 6, day) : DayRange(day, day)
  }

  private static func isWeekday(_ word: String) -> Bool {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return word.count >= 3 && names.contains { $0.hasPrefix(word.lowercased()) }
  }

  private static func dayOfMonth(_ number: String, _ month: String, _ today: Day) -> Day? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    var word = month.lowercased()[...]
    if word.last == "." { word = word.dropLast() }
    var digits = number[...]
    if digits.last == "." { digits = digits.dropLast() }
    guard word.count >= 3, let month = names.firstIndex(where: { $0.hasPrefix(word) }), isNumber(digits),
      let day = Int(digits)
    else { return nil }
    let year = today.civil.year
    return [year - 1, year, year + 1].lazy.compactMap { Day(year: $0, month: month + 1, day: day) }
      .first { $0 >= today - 28 }
  }

  private static func isNumber(_ word: Substring) -> Bool {
    (1...2).contains(word.utf8.count) && word.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
