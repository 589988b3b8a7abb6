package import PlanDocuments

/// What takes free hours away in a stretch of days: days off, and the appointments of calendars.
///
/// On each day days off are taken away first, then whole-day events, then the others by their time: where two meet, the second takes
/// what the first has left, so that the minutes add up to what is gone.
package struct TakenHours: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    /// Empty for days off without a reason.
    package var name: String
    /// From its first to its last day in the stretch.
    package var days: DayRange
    package var minutes: Int
    /// On how many of the days it takes something.
    package var dayCount: Int
    /// It comes from a calendar.
    package var isEvent: Bool
    /// It takes whole days.
    package var isWhole: Bool
  }

  /// The greediest first.
  package private(set) var parts: [Part] = []
  /// What would be free in the stretch without any of them, and what is free; nil where no hours are shared.
  package private(set) var wholeMinutes: Int?
  package private(set) var freeMinutes: Int?

  package var takenMinutes: Int { parts.reduce(0) { $0 + $1.minutes } }

  /// - Parameters:
  ///   - hours: of the plan; what takes no minutes of them is left out, except where no hours are shared.
  ///   - goal: the hours of this goal instead of those that all share.
  package init(in days: DayRange, of plan: Plan, hours: WorkHours, goal: Int? = nil) {
    let own = goal.map { hours.goals[$0] }
    var bare = hours.vault
    bare.off = []
    bare.busy = BusyTimes()
    var bareOwn = own
    bareOwn?.off = []
    let off = (hours.vault.off + (own?.off ?? [])).filter { $0.days.meets(days) }
    let events = plan.busy.events(in: days)
    let counts = goal.map { hours.counts(goal: $0) } ?? hours.isShared
    guard !off.isEmpty || !events.isEmpty || counts else { return }
    var found: [Part] = []
    var whole = 0
    var free = 0
    for offset in 0...(days.last - days.first) {
      let day = days.first + offset
      var source = bare
      func minutes() -> Int {
        DayRule(vault: source, goal: bareOwn, isShared: hours.isShared).minutes(on: day).free
      }
      var left = counts ? minutes() : 0
      whole += left
      func add(_ name: String, isEvent: Bool, isWhole: Bool) {
        let now = counts ? minutes() : 0
        if !counts || now < left { Self.note(name, day, left - now, isEvent: isEvent, isWhole: isWhole, &found) }
        left = now
      }
      for entry in off where entry.days.contains(day) {
        source.off.append(entry)
        add(entry.reason, isEvent: false, isWhole: entry.percent >= 100)
      }
      for event in events where event.days.contains(day) && event.window == nil {
        source.busy.allDay.append(DayRange(day, day))
        add(event.title, isEvent: true, isWhole: true)
      }
      for event in events where event.days.contains(day) {
        guard let window = event.window else { continue }
        source.busy.windows[day, default: []].append(window)
        add(event.title, isEvent: true, isWhole: false)
      }
      free += left
    }
    parts = found.sorted { ($1.minutes, $0.days.first, $0.name) < ($0.minutes, $1.days.first, $1.name) }
    wholeMinutes = counts ? whole : nil
    freeMinutes = counts ? free : nil
  }

  /// The same name is one part, however often it comes.
  private static func note(
    _ name: String, _ day: Day, _ minutes: Int, isEvent: Bool, isWhole: Bool, _ parts: inout [Part]
  ) {
    guard let index = parts.firstIndex(where: { $0.name == name && $0.isEvent == isEvent }) else {
      parts.append(
        Part(name: name, days: DayRange(day, day), minutes: minutes, dayCount: 1, isEvent: isEvent, isWhole: isWhole))
      return
    }
    if parts[index].days.last < day { parts[index].dayCount += 1 }
    parts[index].days = DayRange(parts[index].days.first, day)
    parts[index].minutes += minutes
    parts[index].isWhole = parts[index].isWhole && isWhole
  }
}

extension DayRange {
  /// The two have a day in common.
  package func meets(_ other: DayRange) -> Bool { first <= other.last && last >= other.first }
}

extension Plan {
  /// Days off of the vault and whole days of calendars, by their first day.
  package var daysAway: [(name: String, days: DayRange, percent: Int)] {
    let off = settings.off.map { (name: $0.reason, days: $0.days, percent: $0.percent) }
    let events = busy.events.filter { $0.window == nil }.map { (name: $0.title, days: $0.days, percent: 100) }
    return (off + events).sorted { ($0.days.first, $0.days.last, $0.name) < ($1.days.first, $1.days.last, $1.name) }
  }
}
