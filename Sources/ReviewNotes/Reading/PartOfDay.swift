import PlanDocuments

/// A part of a day in a person's words: `evening`, `20:00-22:00`.
enum PartOfDay {
  private static let names: [String: ClockWindow] = [
    "morning": ClockWindow(start: 0, end: 12 * 60), "afternoon": ClockWindow(start: 12 * 60, end: 18 * 60),
    "evening": ClockWindow(start: 18 * 60, end: 24 * 60), "night": ClockWindow(start: 20 * 60, end: 24 * 60),
  ]

  /// The part that the first word names; nil where it names none.
  static func window(atBeginningOf words: String) -> ClockWindow? {
    guard let first = words.split(separator: " ").first?.lowercased() else { return nil }
    let word = first.last == "," ? String(first.dropLast()) : first
    if let named = names[word] ?? (word.last == "s" ? names[String(word.dropLast())] : nil) { return named }
    return (try? Hours(reading: ArraySlice("1m mon \(word)".utf8))).flatMap { hours in
      if case .entries(let entries) = hours { entries.first?.window } else { nil }
    }
  }
}

extension DaysOff {
  /// Where it names a part of the day, that part's share of the hours; nil where the hours don't say when they are.
  func takingPart(of time: [String]) -> DaysOff? {
    guard percent == 100, let part = PartOfDay.window(atBeginningOf: reason) else { return self }
    let entries = time.flatMap { text -> [HoursEntry] in
      if case .entries(let entries)? = try? Hours(reading: ArraySlice(text.utf8)) { entries } else { [] }
    }
    var shares: Set<Int> = []
    for offset in 0...(days.last - days.first) {
      let day = days.first + offset
      let counting = entries.filter { entry in
        if case .days(let weekdays) = entry.rhythm {
          entry.counts(on: day) && weekdays.contains(day.weekday)
        } else {
          false
        }
      }
      if counting.isEmpty, entries.allSatisfy(\.isOfDays) { continue }
      let minutes = counting.reduce(0) { $0 + $1.minutes }
      guard !counting.isEmpty, minutes > 0 else { return nil }
      var lost = 0
      for entry in counting {
        guard let window = entry.window, window.length > 0 else { return nil }
        let common = max(0, min(window.end, part.end) - max(window.start, part.start))
        lost += entry.minutes * common / window.length
      }
      shares.insert((lost * 100 + minutes / 2) / minutes)
    }
    guard shares.count <= 1, let share = shares.first, share > 0 else { return shares.isEmpty ? self : nil }
    var away = self
    away.percent = share
    return away
  }
}
