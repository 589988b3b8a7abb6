package import PlanDocuments

/// Days away in a person's words: `2026-08-10..2026-08-14 Lisbon`, `10 to 14 Aug`, `fri`, `next week 50% moving house`.
package enum AwayPhrase {
  package static let examples = "2026-08-10..2026-08-14 Lisbon, 10 to 14 Aug, tomorrow, fri or W33"

  /// The days that `phrase` means on `today`, with its share and reason; nil where its beginning means none.
  ///
  /// A day without a year is the next one of that name, or one of the last four weeks.
  package static func daysOff(_ phrase: String, today: Day) -> DaysOff? {
    // As a file would say it.
    if let strict = try? DaysOff(reading: ArraySlice(phrase.utf8)) { return strict }
    var words = Words(phrase)
    guard let days = takeDays(from: &words, today: today) else { return nil }
    var percent = 100
    if let first = words.rest.first, first.hasSuffix("%"), let share = Int(first.dropLast()), (1...100).contains(share)
    {
      percent = share
      words.rest.removeFirst()
    }
    return DaysOff(days: days, percent: percent, reason: words.reason)
  }

  /// What may come before the days without saying anything: `from`, `all of next week`.
  private static let fillers: Set<String> = ["from", "all", "the", "whole", "of", "day"]
  private static let joints: Set<String> = ["to", "until", "till", "through", "-", "–", "—", ".."]

  private static func takeDays(from words: inout Words, today: Day) -> DayRange? {
    while let first = words.rest.first, fillers.contains(first.lowercased()) { words.rest.removeFirst() }
    // `10 to 14 Aug`: the first number takes the month of the second.
    if words.rest.count >= 4, let number = words.rest.first.flatMap(DayPhrase.dayOfMonth),
      joints.contains(words.rest[words.rest.startIndex + 1])
    {
      var after = words
      after.rest.removeFirst(2)
      if let last = takeOne(from: &after, today: today, earliest: today - 28)?.last,
        let first = Day(year: last.civil.year, month: last.civil.month, day: number), first <= last
      {
        words = after
        return DayRange(first, last)
      }
    }
    guard let first = takeOne(from: &words, today: today, earliest: today - 28) else { return nil }
    guard let joint = words.rest.first, joints.contains(joint.lowercased()) else { return first }
    var after = words
    after.rest.removeFirst()
    guard let last = lastDay(from: &after, since: first.first, today: today), last >= first.first else { return first }
    words = after
    return DayRange(first.first, last)
  }

  /// The day behind the joint: `yesterday to tomorrow`, `Aug 10 to 14`; a name that comes before the first day is the next
  /// one after that, as in `fri to mon`.
  private static func lastDay(from words: inout Words, since first: Day, today: Day) -> Day? {
    var after = words
    if let days = takeOne(from: &after, today: today, earliest: today - 28), days.last > first {
      words = after
      return days.last
    }
    if let days = takeOne(from: &words, today: first, earliest: first - 28) { return days.last }
    guard let number = words.rest.first.flatMap(DayPhrase.dayOfMonth) else { return nil }
    words.rest.removeFirst()
    return Day(year: first.civil.year, month: first.civil.month, day: number)
  }

  private static func takeOne(from words: inout Words, today: Day, earliest: Day) -> DayRange? {
    guard let (days, count) = DayPhrase.days(atBeginningOf: words.rest, today: today, earliest: earliest) else {
      return nil
    }
    words.rest.removeFirst(count)
    return days
  }

  /// A phrase in words: `10..14` and `fri-mon` come apart, commas and colons behind a word go.
  private struct Words {
    /// What is not read yet.
    var rest: ArraySlice<String> = []
    /// The words as they were, and for each of `rest`, by its index, the one that it begins; nil inside of one.
    private var whole: [String] = []
    private var beginnings: [Int?] = []

    init(_ phrase: String) {
      for word in phrase.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        var word = word
        while let last = word.last, last == "," || last == ":" { word = word.dropLast() }
        if word.isEmpty { continue }
        let parts = Words.parts(word)
        rest += parts
        beginnings += [whole.count] + [Int?](repeating: nil, count: parts.count - 1)
        whole.append(String(word))
      }
    }

    /// What is left, with words as they were written.
    var reason: String {
      let inside = zip(rest, beginnings[rest.startIndex...]).prefix { $0.1 == nil }.map(\.0)
      let next = beginnings[rest.startIndex...].lazy.compactMap(\.self).first ?? whole.count
      return (inside + whole[next...]).drop { ["-", "–", "—"].contains($0) }.joined(separator: " ")
    }

    /// `10..14` is three words: a joint between two days.
    ///
    /// A hyphen is one only where no date or offset has it.
    private static func parts(_ word: Substring) -> [String] {
      for joint in ["..", "–", "—", "-"] {
        guard let range = word.ranges(of: joint).first else { continue }
        let (left, right) = (word[..<range.lowerBound], word[range.upperBound...])
        if joint == "-", !(isShortDay(left) && isShortDay(right)) { continue }
        return [String(left), "to", String(right)].filter { !$0.isEmpty }
      }
      return [String(word)]
    }

    private static func isShortDay(_ word: Substring) -> Bool {
      DayPhrase.dayOfMonth(word) != nil || Weekday(word: word) != nil
    }
  }
}
