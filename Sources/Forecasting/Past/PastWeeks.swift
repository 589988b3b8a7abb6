package import PlanDocuments
package import PlanModel

/// The ISO weeks that history covers: what was done, what was free, and how much was planned.
package struct PastWeeks: Sendable {
  package struct Week: Sendable {
    package var monday: Day
    /// Finished minutes by goal of the plan, as estimated; `other` are those of goals that are no longer in it.
    package var minutes: [Double]
    package var other: Double
    /// Minutes that were free for any active goal, and for each by itself; 0 for goals that were not active.
    package var freeMinutes: Int
    package var freeOfGoal: [Int]
    /// Minutes of effort in the plan at the week's end, by goal; nil where nothing remembers.
    package var scope: [Int]?

    package var total: Double { minutes.reduce(other, +) }
  }

  /// Oldest first, without gaps.
  package private(set) var weeks: [Week] = []

  /// As far back as a week still says something.
  private static let most = 156

  /// - Parameters:
  ///   - last: the last day that counts; its week is the last.
  ///   - work: what counts today.
  ///   - minutesWorked: a finished milestone counts with the hours spent on it, where they were kept.
  package init(_ history: PlanHistory, through last: Day, work: RemainingWork, minutesWorked: Bool = false) {
    let effort = { (milestone: Int) in work[milestone].effort }
    let done = history.finishedWork {
      let milestone = history.plan.milestones[$0]
      return minutesWorked && milestone.state == .done ? milestone.spent ?? effort($0) : effort($0)
    }
    guard let first = Self.firstMonday(history, done), first <= last.monday else { return }
    let oldest = max(first, last.monday - 7 * (Self.most - 1))
    let goals = history.plan.goals.count
    var hours = PastHours(history, from: oldest, through: last.monday)
    var spread = [WorkSpread](repeating: WorkSpread(), count: goals + 1)
    for entry in done {
      spread[entry.goal ?? goals].add(entry.minutes, entry.seen) { hours.freeMinutes(on: $0) }
    }
    let count = (last.monday - oldest) / 7 + 1
    weeks = (0..<count).map { week in
      let monday = oldest + 7 * week
      let free = hours.week(monday, through: min(monday + 6, last))
      return Week(
        monday: monday, minutes: [Double](repeating: 0, count: goals), other: 0, freeMinutes: free.any,
        freeOfGoal: free.goals, scope: history.scope(atEndOf: min(monday + 6, last), effort: effort))
    }
    for (goal, spread) in spread.enumerated() {
      // In the order of days: sums of fractions depend on it.
      for (day, minutes) in spread.minutes.sorted(by: { $0.key < $1.key }) where day >= oldest && day <= last {
        let week = (day - oldest) / 7
        if goal < goals { weeks[week].minutes[goal] += minutes } else { weeks[week].other += minutes }
      }
    }
  }

  /// The first week of which all is known.
  private static func firstMonday(_ history: PlanHistory, _ done: [FinishedWork]) -> Day? {
    var first = history.firstDay ?? history.snapshots.first?.day
    if first == nil || history.past.isShallow {
      // Dates that people wrote reach further back than git, where most of the work has one: else what they show is a
      // part of it.
      let written = done.filter { $0.seen.since == $0.seen.day }
      let dated = written.reduce(0) { $0 + $1.minutes }
      if dated >= 0.8 * done.reduce(0, { $0 + $1.minutes }), let day = written.map(\.seen.day).min() {
        first = min(first ?? day, day.monday)
      }
    }
    return first.map { $0.weekday == .monday ? $0 : $0.monday + 7 }
  }
}

/// The free hours of past weeks, as they were declared then, with the days off and appointments that are known by now.
private struct PastHours {
  private let history: PlanHistory
  private var tables: [(days: DayRange, free: FreeHours)] = []
  /// By current goal, its goal in the table's sheet.
  private var sheets: [(sheet: PlanStateSummary, goals: [Int?])] = []

  init(_ history: PlanHistory, from first: Day, through lastMonday: Day) {
    self.history = history
    var monday = first
    while monday <= lastMonday {
      var end = monday + 6
      let state = history.state(atEndOf: end)
      let sheet = state.map { history.traced.sheet(of: $0) } ?? history.sheet
      let hours = Self.hours(sheet, history)
      // Weeks with the same hours share a table.
      while end < lastMonday, let next = history.state(atEndOf: end + 7),
        next == state
          || Self.isSame(
            history.traced.sheet(of: next), sheet)
      { end = end + 7 }
      if history.state(atEndOf: end + 7) == nil { end = max(end, lastMonday + 6) }
      tables.append((DayRange(monday, end), FreeHours(hours, today: monday, from: monday, through: end)))
      sheets.append((sheet, history.plan.goals.map { goal in sheet.goals.firstIndex { $0.id == goal.id } }))
      monday = end + 1
    }
  }

  private static func isSame(_ one: PlanStateSummary, _ two: PlanStateSummary) -> Bool {
    one.hours.vault == two.hours.vault && one.hours.goals == two.hours.goals
      && one.goals.elementsEqual(two.goals) { $0.id == $1.id && $0.isActive == $1.isActive && $0.start == $1.start }
  }

  private static func hours(_ sheet: PlanStateSummary, _ history: PlanHistory) -> WorkHours {
    var hours = sheet.hours
    let now = history.sheet
    hours.vault.busy = now.hours.vault.busy
    for off in now.hours.vault.off where !hours.vault.off.contains(off) { hours.vault.off.append(off) }
    for (index, goal) in sheet.goals.enumerated() {
      guard let current = now.goals.firstIndex(where: { $0.id == goal.id }) else { continue }
      for off in now.hours.goals[current].off where !hours.goals[index].off.contains(off) {
        hours.goals[index].off.append(off)
      }
    }
    return hours
  }

  private func table(of day: Day) -> Int? { tables.firstIndex { $0.days.contains(day) } }

  mutating func freeMinutes(on day: Day) -> Int {
    guard let table = table(of: day) else { return 0 }
    let own = sheets[table].sheet.goals.indices.reduce(0) { sum, goal in
      sheets[table].sheet.goals[goal].isActive ? sum + (tables[table].free.minutes(goal: goal, on: day) ?? 0) : sum
    }
    return min(tables[table].free.sharedMinutes(on: day) ?? own, own)
  }

  mutating func week(_ monday: Day, through last: Day) -> (any: Int, goals: [Int]) {
    guard let table = table(of: monday) else { return (0, history.plan.goals.map { _ in 0 }) }
    let sheet = sheets[table].sheet
    let open = history.state(atEndOf: monday - 1).map { history.traced.sheet(of: $0) } ?? sheet
    let own = sheet.goals.indices.map { goal -> Int in
      let line = sheet.goals[goal]
      guard line.isActive, line.start.map({ $0 <= last }) ?? true else { return 0 }
      if let before = open.goals.first(where: { $0.id == line.id }), !before.milestones.isEmpty,
        before.milestones.allSatisfy({ open.milestones[$0].state != .open })
      {
        return 0
      }
      let first = max(monday, line.start ?? monday)
      return tables[table].free.ownMinutes(goal: goal, from: first, through: last)
    }
    let sum = own.reduce(0, +)
    let shared =
      tables[table].free.isShared
      ? (0...(last - monday)).reduce(0) { $0 + (tables[table].free.sharedMinutes(on: monday + $1) ?? 0) } : sum
    return (min(shared, sum), sheets[table].goals.map { $0.map { own[$0] } ?? 0 })
  }
}
