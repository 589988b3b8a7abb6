import PlanDocuments

/// How the declared hours make the free minutes of one day.
package struct DayRule {
  package private(set) var vault: WorkHours.Source
  package private(set) var goal: WorkHours.Source?
  let isShared: Bool

  package init(vault: WorkHours.Source, goal: WorkHours.Source?, isShared: Bool) {
    self.vault = vault
    self.goal = goal
    self.isShared = isShared
  }

  /// The rule of days on which nothing takes hours of the clock.
  var withoutTimedEvents: DayRule {
    var rule = self
    rule.vault.busy.windows = [:]
    rule.goal?.busy.windows = [:]
    return rule
  }

  /// The free minutes of a day: of the vault, or what the goal may take of them; and the goal's limit for the week.
  struct Minutes: Equatable {
    var free: Int
    var weekly: Int?
  }

  func minutes(on day: Day) -> Minutes {
    let isAllDay =
      vault.busy.allDay.contains { $0.contains(day) } || goal?.busy.allDay.contains { $0.contains(day) } ?? false
    let vaultInForce = HoursInForce(vault.entries, on: day, spreadsWeeks: true)
    let vaultItems = vaultInForce.items(on: day.weekday)
    let vaultOff = Self.percentOff(vault.off, on: day)
    let vaultBusy = ClockTimes(vault.busy.windows[day] ?? [])
    let vaultFree = isAllDay ? 0 : Self.sum(vaultItems, percentOff: vaultOff, within: nil, busy: vaultBusy)
    guard let goal else { return Minutes(free: vaultFree, weekly: nil) }

    var inForce = HoursInForce(goal.entries, on: day, spreadsWeeks: false)
    let ownOff = Self.percentOff(goal.off, on: day)
    let isOwn = !goal.entries.isEmpty
    if isOwn && !isShared && !inForce.hasDayItems {
      inForce = HoursInForce(goal.entries, on: day, spreadsWeeks: true)
    }
    guard !isAllDay, isOwn || isShared else { return Minutes(free: 0, weekly: inForce.weeklyMinutes) }
    // Where the vault shares nothing, its days off still stand for everything.
    let percentOff = isShared ? ownOff : max(ownOff, vaultOff)
    let busy = ClockTimes((vault.busy.windows[day] ?? []) + (goal.busy.windows[day] ?? []))
    let vaultWindow = isShared ? Self.window(of: vaultItems) : nil
    var own: Int
    if !isOwn {
      own = vaultFree * (100 - percentOff) / 100
    } else if inForce.hasDayItems {
      own = Self.sum(inForce.items(on: day.weekday), percentOff: percentOff, within: vaultWindow, busy: busy)
    } else if inForce.isEmpty {
      own = 0
    } else {
      own = vaultFree * (100 - percentOff) / 100
      if !inForce.weeklyWindows.isEmpty {
        var times = ClockTimes(inForce.weeklyWindows)
        if let vaultWindow { times = times.intersection(vaultWindow) }
        own = min(own, times.subtracting(busy).minutes)
      }
    }
    if isShared { own = min(own, vaultFree) }
    return Minutes(free: own, weekly: inForce.weeklyMinutes)
  }

  /// The share of the day that is off: the largest of the entries that contain it.
  private static func percentOff(_ off: [DaysOff], on day: Day) -> Int {
    var percent = 0
    for entry in off where entry.days.contains(day) { percent = max(percent, min(100, entry.percent)) }
    return max(0, percent)
  }

  /// Hours less the share off; with a window at most what its events leave.
  ///
  /// Whole minutes, rounded down once.
  private static func sum(
    _ items: [HoursInForce.Item], percentOff: Int, within vaultWindow: ClockTimes?, busy: ClockTimes
  ) -> Int {
    var hundredths = 0
    for item in items {
      var share = item.minutes * (100 - percentOff)
      if let window = item.window {
        var times = ClockTimes([window])
        if let vaultWindow { times = times.intersection(vaultWindow) }
        share = min(share, times.subtracting(busy).minutes * 100)
      }
      hundredths += share
    }
    return max(0, min(hundredths / 100, 24 * 60))
  }

  /// The clock times that the items leave to a window; nil where one of them has none.
  static func window(of items: [HoursInForce.Item]) -> ClockTimes? {
    let windows = items.compactMap(\.window)
    return !items.isEmpty && windows.count == items.count ? ClockTimes(windows) : nil
  }

  /// The days on which the rule may change: periods, days off and all-day events begin or have just ended; what counts in
  /// some weeks only, at each of these weeks among the days.
  func turningPoints(in days: DayRange) -> [Day] {
    var points: [Day] = []
    for source in [vault] + (goal.map { [$0] } ?? []) {
      let ranges = source.entries.compactMap(\.period) + source.off.map(\.days) + source.busy.allDay
      for range in ranges { points += [range.first, range.last + 1] }
      for cycle in Set(source.entries.compactMap(\.cycle)) {
        points.append(cycle.from)
        let length = 7 * cycle.weeks
        let start = max(cycle.from.monday, days.first - (days.first - cycle.from.monday) % length)
        for monday in stride(from: start.number, through: days.last.number, by: length) {
          points += [Day(number: Int(monday)), Day(number: Int(monday) + 7)]
        }
      }
    }
    return points
  }

  /// The days that have hours of the clock taken, of the vault's or the goal's own.
  func daysWithEvents() -> Set<Day> {
    Set(vault.busy.windows.keys).union(goal?.busy.windows.keys.map { $0 } ?? [])
  }
}
