package import PlanDocuments

/// The entries of one owner that count on a day, each with the weekdays on which it does.
struct HoursInForce: Equatable {
  struct Item: Equatable {
    var minutes: Int
    /// The weekdays that it gives hours by the day on; none for a figure by the week.
    var weekdays: WeekdaySet
    var window: ClockWindow?
  }

  var items: [Item] = []
  /// The most that an ISO week may take; nil is no limit.
  var weeklyMinutes: Int?
  /// The windows of figures by the week; empty where one of them has none.
  var weeklyWindows: [ClockWindow] = []

  var hasDayItems: Bool { !items.isEmpty }
  var isEmpty: Bool { items.isEmpty && weeklyMinutes == nil }

  /// What counts on a day.
  ///
  /// An entry with a period replaces, inside it, those without one for the same weekday; one by the week replaces all. So does,
  /// in its weeks, one for some weeks only with those for every week. A limit for the week (`max 8h/week`) is that of its
  /// days; what other entries give comes on top.
  /// - Parameter spreadsWeeks: figures by the week are a fifth each Monday to Friday; the vault's always are.
  init(_ entries: [HoursEntry], on day: Day, spreadsWeeks: Bool) {
    let counting = HoursInForce.counting(entries, on: day)
    let isCapped = !spreadsWeeks && counting.contains { $0.entry.weeklyMost != nil }
    var weeklyIsWindowed = true
    for (entry, kept) in counting {
      switch entry.rhythm {
      case .days(let written):
        let days = written.intersection(kept)
        let count = days.rawValue.nonzeroBitCount
        if let most = entry.weeklyMost, spreadsWeeks, count > 0 {
          add(min(entry.minutes, most / count), on: days, entry.window)
        } else {
          add(entry.minutes, on: days, entry.window)
          if isCapped {
            weeklyMinutes = (weeklyMinutes ?? 0) + min(entry.minutes * count, entry.weeklyMost ?? .max)
          }
        }
      case .timesAWeek(let times) where spreadsWeeks && times <= 5:
        add(entry.minutes * times / 5, on: WeekdaySet.mondayToFriday.intersection(kept), entry.window)
      case .timesAWeek(let times) where spreadsWeeks:
        let days = times == 6 ? WeekdaySet.all.subtracting(WeekdaySet(.sunday)) : .all
        add(entry.minutes, on: days.intersection(kept), entry.window)
      case .timesAWeek(let times):
        add(entry.minutes, on: kept, entry.window)
        weeklyMinutes = (weeklyMinutes ?? 0) + entry.minutes * times
      case .week where spreadsWeeks:
        add(entry.minutes / 5, on: WeekdaySet.mondayToFriday.intersection(kept), entry.window)
      case .week:
        weeklyMinutes = (weeklyMinutes ?? 0) + entry.minutes
        if let window = entry.window { weeklyWindows.append(window) } else { weeklyIsWindowed = false }
      }
    }
    if !weeklyIsWindowed { weeklyWindows = [] }
  }

  /// The entries that count on a day, each with the weekdays that no more particular one has replaced.
  static func counting(_ entries: [HoursEntry], on day: Day) -> [(entry: HoursEntry, kept: WeekdaySet)] {
    let counting = entries.filter { $0.counts(on: day) }
    func replaced(by entry: HoursEntry) -> WeekdaySet {
      if case .days(let days) = entry.rhythm { days } else { .all }
    }
    let weeklyRank = counting.lazy.filter { !$0.isOfDays }.map(\.rank).max() ?? 0
    return counting.filter { $0.rank >= weeklyRank }.map { entry in
      (
        entry,
        counting.reduce(.all) { $1.rank > entry.rank ? $0.subtracting(replaced(by: $1)) : $0 }
      )
    }
  }

  private mutating func add(_ minutes: Int, on weekdays: WeekdaySet, _ window: ClockWindow?) {
    items.append(Item(minutes: minutes, weekdays: weekdays, window: window))
  }

  func items(on weekday: Weekday) -> [Item] {
    items.filter { $0.weekdays.contains(weekday) }
  }
}

/// Minutes of the clock as a sorted list of stretches that do not touch.
package struct ClockTimes: Equatable {
  package private(set) var stretches: [ClockWindow]

  package init(_ windows: [ClockWindow]) {
    stretches = []
    for window in windows.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) where window.end > window.start {
      if let last = stretches.last, last.end >= window.start {
        stretches[stretches.count - 1].end = max(last.end, window.end)
      } else {
        stretches.append(window)
      }
    }
  }

  var minutes: Int { stretches.reduce(0) { $0 + $1.length } }

  func intersection(_ other: ClockTimes) -> ClockTimes {
    ClockTimes(
      stretches.flatMap { one in
        other.stretches.compactMap { two in
          let start = max(one.start, two.start)
          let end = min(one.end, two.end)
          return start < end ? ClockWindow(start: start, end: end) : nil
        }
      })
  }

  package func subtracting(_ other: ClockTimes) -> ClockTimes {
    var left = stretches
    for taken in other.stretches {
      left = left.flatMap { piece -> [ClockWindow] in
        guard taken.start < piece.end, taken.end > piece.start else { return [piece] }
        return [
          ClockWindow(start: piece.start, end: max(piece.start, taken.start)),
          ClockWindow(start: min(piece.end, taken.end), end: piece.end),
        ].filter { $0.length > 0 }
      }
    }
    return ClockTimes(left)
  }
}
