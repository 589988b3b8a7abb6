package import PlanDocuments

/// Hours that come on top of what one `time:` gives, in a stretch of days.
package struct AddedHours: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    case weekday(Weekday)
    /// Any day of an ISO week.
    case week
  }

  /// Minutes in each week.
  package var minutes: Int
  package var place: Place
  package var days: DayRange

  package init(minutes: Int, place: Place, days: DayRange) {
    self.minutes = minutes
    self.place = place
    self.days = days
  }

  /// The days of the week that get them; none for a week's figure.
  fileprivate var weekdays: WeekdaySet {
    if case .weekday(let weekday) = place { WeekdaySet(weekday) } else { [] }
  }
}

/// The entries of one `time:`, changed so that what is written for a stretch of days is its whole figure: no two periods of
/// one weekday overlap that did not before.
package struct HoursList: Sendable {
  package private(set) var entries: [HoursEntry]
  /// `mm.md`'s: its figures by the week are spread over the days.
  private let isVault: Bool
  /// Weeks that come back after more than this are not rewritten.
  private static let longestCycle = 12

  package init(_ entries: [HoursEntry], isVault: Bool) {
    self.entries = entries
    self.isVault = isVault
  }

  /// An entry takes the place of what other periods say of its days; nothing for one without a period.
  package mutating func put(_ entry: HoursEntry) {
    if let period = entry.period {
      if case .days(let days) = entry.rhythm { cut(days, in: period) } else { cut(.all, in: period) }
    }
    entries.append(entry)
  }

  /// Adds all of these; false, and nothing is added, where the weeks differ too much to be written.
  package mutating func add(_ additions: [AddedHours]) -> Bool {
    var changed = self
    for stretch in stretches(additions) {
      let here = additions.filter { $0.days.contains(stretch.first) }
      if here.isEmpty { continue }
      guard let weeks = weeks(of: stretch) else { return false }
      let isWhole = weeks.contains { !isOfDays($0, adding: here) }
      let figures = weeks.map { isWhole ? whole(on: $0, adding: here) : byDay(on: $0, adding: here) }
      changed.cut(isWhole ? .all : here.reduce(into: []) { $0.formUnion($1.weekdays) }, in: stretch)
      let areAlike = figures.allSatisfy { $0 == figures[0] }
      for (week, figures) in zip(weeks, figures).prefix(areAlike ? 1 : weeks.count) {
        changed.entries += figures.map { figure in
          var entry = figure
          entry.period = stretch
          entry.cycle = areAlike ? nil : WeekCycle(weeks: weeks.count, from: week)
          return entry
        }
      }
    }
    self = changed
    return true
  }

  /// The days between two turns of what is written or added.
  private func stretches(_ additions: [AddedHours]) -> [DayRange] {
    guard let first = additions.map(\.days.first).min(), let last = additions.map(\.days.last).max() else { return [] }
    let ranges = additions.map(\.days) + entries.compactMap(\.period)
    let turns = Set(ranges.flatMap { [$0.first, $0.last + 1] } + entries.compactMap(\.cycle?.from) + [last + 1])
    let borders = turns.filter { first <= $0 && $0 <= last + 1 }.sorted()
    return zip(borders, borders.dropFirst()).map { DayRange($0, $1 - 1) }
  }

  /// A day of each of the weeks that take turns in a stretch; nil where they are too many.
  private func weeks(of stretch: DayRange) -> [Day]? {
    let cycles = entries.filter { $0.counts(onAny: stretch) }.compactMap(\.cycle).filter { $0.from <= stretch.first }
    let count = cycles.reduce(1) { Self.multiple($0, $1.weeks) }
    guard count <= Self.longestCycle else { return nil }
    return (0..<count).map { max(stretch.first, stretch.first.monday + 7 * $0) }.filter { $0 <= stretch.last }
  }

  private static func multiple(_ one: Int, _ other: Int) -> Int {
    var (high, low) = (one, other)
    while low > 0 { (high, low) = (low, high % low) }
    return one / high * other
  }

  /// The week of a day can be changed weekday by weekday: no figure by the week limits it.
  private func isOfDays(_ day: Day, adding additions: [AddedHours]) -> Bool {
    let isLimited = !isVault && HoursInForce.counting(entries, on: day).contains { !$0.entry.isOfDays }
    return !isLimited && !additions.contains { $0.place == .week }
  }

  /// All that counts in the week of a day, with what is added: a figure by the week grows, and days have theirs beside it.
  private func whole(on day: Day, adding additions: [AddedHours]) -> [HoursEntry] {
    var copies = HoursInForce.counting(entries, on: day).compactMap { entry, kept -> HoursEntry? in
      var entry = entry
      if case .days(let days) = entry.rhythm { entry.rhythm = .days(days.intersection(kept)) }
      return entry.rhythm == .days([]) ? nil : entry
    }
    let more = additions.reduce(0) { $0 + $1.minutes }
    let hasDays = copies.contains(where: \.isOfDays)
    if let weekly = copies.firstIndex(where: { !$0.isOfDays }) {
      copies[weekly] = copies[weekly].grown(by: more)
      if !hasDays { return copies }
    }
    for addition in additions {
      guard case .weekday(let weekday) = addition.place else { continue }
      copies.append(HoursEntry(minutes: addition.minutes, rhythm: .days(WeekdaySet(weekday))))
    }
    let inTheWeek = additions.filter { $0.place == .week }.reduce(0) { $0 + $1.minutes }
    if inTheWeek > 0, !copies.contains(where: { !$0.isOfDays }) {
      copies.append(HoursEntry(minutes: inTheWeek, rhythm: .week))
    }
    return copies
  }

  /// The figures of the weekdays that get more: hours inside a window stay there.
  private func byDay(on day: Day, adding additions: [AddedHours]) -> [HoursEntry] {
    // A figure by the week that has a period counts on, beside what is written for one of its days.
    let hasWeekly = entries.contains { !$0.isOfDays && $0.period != nil && $0.counts(on: day) }
    let items = HoursInForce(
      entries.filter { hasWeekly ? $0.isOfDays && $0.period != nil : true }, on: day, spreadsWeeks: isVault)
    return Weekday.allCases.flatMap { weekday -> [HoursEntry] in
      let more = additions.filter { $0.place == .weekday(weekday) }.reduce(0) { $0 + $1.minutes }
      guard more > 0 else { return [] }
      let days = WeekdaySet(weekday)
      let here = items.items(on: weekday)
      let windowed = here.filter { $0.window != nil }.map {
        HoursEntry(minutes: $0.minutes, rhythm: .days(days), window: $0.window)
      }
      let plain = here.filter { $0.window == nil }.reduce(more) { $0 + $1.minutes }
      return windowed + [HoursEntry(minutes: plain, rhythm: .days(days))]
    }
  }

  /// Takes weekdays out of what is written for days with a period; all of them take the whole entry out.
  private mutating func cut(_ days: WeekdaySet, in range: DayRange) {
    if days.isEmpty { return }
    entries = entries.flatMap { entry -> [HoursEntry] in
      guard let period = entry.period, period.first <= range.last, range.first <= period.last else { return [entry] }
      var pieces: [HoursEntry] = []
      func piece(_ first: Day, _ last: Day, _ rhythm: HoursEntry.Rhythm) {
        guard first <= last else { return }
        var piece = entry
        piece.period = DayRange(first, last)
        piece.rhythm = rhythm
        pieces.append(piece)
      }
      let inside: HoursEntry.Rhythm?
      if case .days(let written) = entry.rhythm {
        let left = written.subtracting(days)
        if left == written { return [entry] }
        inside = left.isEmpty ? nil : .days(left)
      } else {
        guard days == .all else { return [entry] }
        inside = nil
      }
      piece(period.first, range.first - 1, entry.rhythm)
      if let inside { piece(max(period.first, range.first), min(period.last, range.last), inside) }
      piece(range.last + 1, period.last, entry.rhythm)
      return pieces
    }
  }
}

extension HoursEntry {
  /// It counts on a day of a stretch that its period holds as a whole or not at all.
  fileprivate func counts(onAny stretch: DayRange) -> Bool { period?.contains(stretch.first) ?? true }

  /// Where both count, this one stands for the other's hours of a weekday.
  package func replaces(_ other: HoursEntry) -> Bool {
    if let period, let otherPeriod = other.period, period.first > otherPeriod.last || otherPeriod.first > period.last {
      return false
    }
    if case .days(let days) = rhythm, case .days(let others) = other.rhythm, days.intersection(others).isEmpty {
      return false
    }
    return rank > other.rank || period != nil && other.period != nil
  }

  /// So many minutes more in a week: as one figure, as more times, or, where every day is taken, as longer ones.
  package func grown(by more: Int) -> HoursEntry {
    var grown = self
    guard case .timesAWeek(let times) = rhythm, minutes > 0 else {
      grown.minutes += more
      return grown
    }
    let further = (more + minutes - 1) / minutes
    if times + further <= 7 {
      grown.rhythm = .timesAWeek(times + further)
    } else {
      grown.minutes += ((more + times - 1) / times + 4) / 5 * 5
    }
    return grown
  }
}
