package import PlanDocuments

/// What somebody says who is asked for hours, as entries of `time:`.
///
/// Several sums with days of their own are several entries; a number alone is hours a week. What isn't certain is nil, and asked
/// back: `20 in the holidays`, `mostly evenings`.
package enum HoursAnswer {
  /// Entries with commas between them; nil where it says no hours, or could mean several things.
  package static func entries(_ text: String, today: Day) -> String? {
    let lower = text.lowercased().replacing("’", with: "'")
    if let open = lower.firstIndex(of: "("), let close = lower[open...].firstIndex(of: ")") {
      // A sum in brackets says the same once more.
      let outside = String(lower[..<open] + lower[lower.index(after: close)...])
      return entries(outside, today: today) ?? entries(String(lower[lower.index(after: open)..<close]), today: today)
    }
    if let entries = beforeAndAfter(lower, today) { return entries }
    guard !lower.contains("%") else { return nil }
    let items = HoursItems(lower)
    guard !items.isUnclear, !items.amounts.isEmpty else { return nil }
    let parts = paired(items, today: today)
    return parts.map { $0.joined(separator: ", ") }
  }

  // MARK: Until then, and after that

  /// `3 a week till christmas, after that 10`.
  private static func beforeAndAfter(_ text: String, _ today: Day) -> String? {
    let words = text.replacing(",", with: " ,").split(separator: " ").map(String.init)
    guard let until = words.firstIndex(where: { ["til", "till", "until"].contains($0) }),
      let then = words.indices.dropFirst(until + 1).first(where: { index in
        words[index] == "then" || words[index] == "afterwards" || words[index...].starts(with: ["after", "that"])
      })
    else { return nil }
    let end = words[(until + 1)..<then].filter { $0 != "," && $0 != "and" }.joined(separator: " ")
    let later = words[(then + (words[then] == "after" ? 2 : 1))...].joined(separator: " ")
    guard case .day(let day) = EndReading(end, today: today),
      let before = entries(words[..<until].joined(separator: " "), today: today),
      let after = entries(later, today: today), !before.contains(","), !after.contains(",")
    else { return nil }
    return "\(before) \(today.description)..\(day.description), \(after)"
  }

  // MARK: Sums and their days

  private static func paired(_ items: HoursItems, today: Day) -> [String]? {
    let amounts = items.amounts
    let rhythms = items.rhythms
    if amounts.count == 1 {
      return written(amounts[0], HoursRhythm(merging: rhythms.map(\.rhythm)), items, today).map { [$0] }
    }
    // One rhythm for all, and each sum at another time of the day: `1h in the morning and half an hour at night, mon to thu`.
    let daysOnly = rhythms.filter { !$0.rhythm.isPartOfDay }
    if daysOnly.count == 1, rhythms.count - daysOnly.count == amounts.count {
      var all = amounts[0]
      all.minutes = amounts.reduce(0) { $0 + $1.minutes }
      return written(all, daysOnly[0].rhythm, items, today).map { [$0] }
    }
    let own = daysOnly.isEmpty ? rhythms : daysOnly
    guard own.count == amounts.count else { return nil }
    let isBehind = zip(amounts, own).allSatisfy { $0.place < $1.place }
    let isBefore = zip(amounts, own).allSatisfy { $0.place > $1.place }
    guard isBehind || isBefore else { return nil }
    let entries = zip(amounts, own).map { written($0, $1.rhythm, items, today) }
    return entries.contains(nil) ? nil : entries.compactMap(\.self)
  }

  private static func written(_ amount: HoursItems.Amount, _ rhythm: HoursRhythm?, _ items: HoursItems, _ today: Day)
    -> String?
  {
    guard items.strange.isEmpty || amount.hasUnit && rhythm != nil else { return nil }
    var minutes = amount.minutes
    if items.isEachWay { minutes *= 2 }
    guard let rhythm else {
      guard minutes >= 5, minutes <= 60 * 60 else { return nil }
      return length(minutes) + "/week"
    }
    if rhythm.isFortnight { minutes /= 2 }
    guard minutes >= 5, minutes <= 16 * 60 || rhythm.isWeekly && minutes <= 60 * 60 else { return nil }
    // Eight hours on each day of a week is hardly meant beside all else.
    guard Int(minutes) * max(rhythm.days.count, rhythm.times ?? 1) <= 50 * 60 || !rhythm.isWholeWeek else { return nil }
    let written = length(minutes)
    if let times = rhythm.times { return times == 1 ? written + "/week" : "\(written) \(times)x/week" }
    if rhythm.days.isEmpty { return written + (rhythm.isPartOfDay ? " mon-sun" : "/week") }
    let cycle =
      rhythm.everyWeeks.map { " every \($0) weeks from \(firstDay(of: rhythm.days, today).description)" } ?? ""
    return "\(written) \(HoursRhythm.written(rhythm.days))\(cycle)"
  }

  private static func firstDay(of days: Set<Int>, _ today: Day) -> Day {
    (1...7).lazy.map { today + $0 }.first { days.contains($0.weekday.fromMonday) } ?? today
  }

  private static func length(_ minutes: Double) -> String {
    let whole = Int(minutes.rounded())
    return whole.isMultiple(of: 60) ? "\(whole / 60)h" : "\(whole)m"
  }
}
