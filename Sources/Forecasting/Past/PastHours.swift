import PlanDocuments
import PlanModel

/// The free hours of past days, as they were known by the end of their ISO week.
///
/// Afterwards only days off and hours with a period that is past change them. A goal has hours on the days on which somebody could work on it, by the plan as the
/// day began: not before it has milestones or has begun, and not while it is paused, done, or only waits for others.
struct PastHours: Sendable {
  /// Weeks in which the same hours were declared.
  private struct Table: Sendable {
    var days: DayRange
    var free: FreeHours
    /// The numbers that the goals of these hours keep.
    var goals: [Int]
  }

  private let history: PlanHistory
  private var tables: [Table] = []
  private let turns: GoalTurns

  init(_ history: PlanHistory, from first: Day, through lastMonday: Day) {
    self.history = history
    turns = GoalTurns(history, days: DayRange(first, lastMonday + 6))
    var monday = first
    while monday <= lastMonday {
      var end = monday + 6
      let declared = Declared(history, week: monday)
      while end < lastMonday, declared.holds(in: end + 1, history) { end = end + 7 }
      let hours = declared.hours(with: history)
      tables.append(
        Table(
          days: DayRange(monday, end), free: FreeHours(hours, today: monday, from: monday, through: end),
          goals: declared.goals))
      monday = end + 1
    }
  }

  private func table(of day: Day) -> Table? {
    var (low, high) = (0, tables.count)
    while low < high {
      let middle = (low + high) / 2
      if tables[middle].days.last < day { low = middle + 1 } else { high = middle }
    }
    return low < tables.count && tables[low].days.contains(day) ? tables[low] : nil
  }

  /// The goal took part in the hours that were declared then.
  ///
  /// - Parameter identity: the number that it keeps.
  func counts(goal identity: Int, on day: Day) -> Bool {
    guard let table = table(of: day), let goal = table.goals.firstIndex(of: identity) else { return true }
    return table.free.hours.counts(goal: goal)
  }

  /// What all goals together could use that day.
  func freeMinutes(on day: Day) -> Int {
    if let kept = history.keptWeeks[day.monday], kept.days.count == 7 {
      return history.sheet.hours.isDayOff(day, goal: nil) ? 0 : kept.days[day - day.monday]
    }
    guard let table = table(of: day) else { return 0 }
    let workable = turns.goals(on: day)
    let own = table.goals.indices.reduce(0) { sum, goal in
      workable[table.goals[goal]].map { $0 <= day } ?? false
        ? sum + (table.free.minutes(goal: goal, on: day) ?? 0) : sum
    }
    return min(table.free.sharedMinutes(on: day) ?? own, own)
  }

  /// What all goals together could use of a week, and each of the plan's by itself.
  func week(_ monday: Day, through last: Day) -> (any: Int, goals: [Int]) {
    var own = [Int](repeating: 0, count: history.plan.goals.count)
    if let kept = history.keptWeeks[monday] {
      let free = (0...(last - monday)).reduce(0) { $0 + freeMinutes(on: monday + $1) }
      for (id, minutes) in kept.goals {
        if let goal = history.goal(called: id, inWeekOf: monday) { own[goal] = min(minutes, free) }
      }
      return (free, own)
    }
    guard var table = table(of: monday) else { return (0, own) }
    let days = (0...(last - monday)).map { (day: monday + $0, goals: turns.goals(on: monday + $0)) }
    var sum = 0
    for (goal, identity) in table.goals.enumerated() {
      var total = 0
      var run: Day?
      // Days in a row share what a limit by the week leaves.
      for (day, goals) in days + [(last + 1, [:])] {
        if let since = goals[identity], since <= day {
          run = run ?? day
        } else if let first = run {
          total += table.free.ownMinutes(goal: goal, from: first, through: day - 1)
          run = nil
        }
      }
      if total > 0 { total = min(total, table.free.ownMinutes(goal: goal, from: monday, through: last)) }
      sum += total
      if let current = history.currentGoals[identity] { own[current] = total }
    }
    guard table.free.isShared else { return (sum, own) }
    let shared = days.reduce(0) { sum, line in
      guard table.goals.contains(where: { line.goals[$0].map { $0 <= line.day } ?? false }) else { return sum }
      return sum + (table.free.sharedMinutes(on: line.day) ?? 0)
    }
    return (min(shared, sum), own)
  }
}

extension PlanHistory {
  /// The index in `Plan.goals` of a goal by the id that it had in a week.
  fileprivate func goal(called id: String, inWeekOf monday: Day) -> Int? {
    if let state = state(atEndOf: monday + 6),
      let index = traced.sheet(of: state).goals.firstIndex(where: { $0.id == id })
    {
      return currentGoals[traced.goalIdentities[state][index]]
    }
    return plan.goals.firstIndex { $0.id == id }
  }
}

/// The hours that were declared in one week, with the goals that were there at its beginning or at its end.
private struct Declared {
  private var state: Int?
  private var busy: BusyTimes
  private var hours: WorkHours
  private(set) var goals: [Int]

  init(_ history: PlanHistory, week monday: Day) {
    state = history.state(atEndOf: monday + 6)
    let isRunning = monday + 6 >= history.plan.today
    let sheet = state.flatMap { isRunning ? nil : history.traced.sheet(of: $0) } ?? history.sheet
    hours = sheet.hours
    busy = history.calendars.weeks[monday] ?? history.sheet.hours.vault.busy
    goals = state.flatMap { isRunning ? nil : history.traced.goalIdentities[$0] } ?? history.goalIdentities
    // A goal that was taken out in this week was there until then.
    if let before = history.state(atEndOf: monday - 1), before != state || isRunning {
      let known = Set(goals)
      for (index, identity) in history.traced.goalIdentities[before].enumerated() where !known.contains(identity) {
        goals.append(identity)
        hours.goals.append(history.traced.sheet(of: before).hours.goals[index])
      }
    }
  }

  /// The week that begins with `monday` has the same.
  func holds(in monday: Day, _ history: PlanHistory) -> Bool {
    guard monday + 6 < history.plan.today else { return false }
    let next = history.state(atEndOf: monday + 6)
    if (history.calendars.weeks[monday] ?? history.sheet.hours.vault.busy) != busy { return false }
    if next == state, history.state(atEndOf: monday - 1) == state { return true }
    let other = Declared(history, week: monday)
    return other.goals == goals && other.hours.vault == hours.vault && other.hours.goals == hours.goals
  }

  /// With the appointments that are known, and the days off that were written since.
  func hours(with history: PlanHistory) -> WorkHours {
    var hours = hours
    let now = history.sheet.hours
    hours.vault.busy = busy
    if case .entries(let entries)? = now.vault.hours, case .entries(var then)? = hours.vault.hours {
      let writtenLater = entries.filter { entry in
        entry.period.map { $0.last < history.plan.today } ?? false && !then.contains(entry)
      }
      then += writtenLater
      if !writtenLater.isEmpty { hours.vault.hours = .entries(then) }
    }
    for off in now.vault.off where !hours.vault.off.contains(off) { hours.vault.off.append(off) }
    for (index, identity) in goals.enumerated() {
      guard let current = history.currentGoals[identity] else { continue }
      for off in now.goals[current].off where !hours.goals[index].off.contains(off) {
        hours.goals[index].off.append(off)
      }
    }
    return hours
  }
}

/// On which days somebody could work on which goal, by the plan as each day began; by the first plan that is known where the
/// day is before it.
struct GoalTurns: Sendable {
  /// By the number that a goal keeps, the first day on which it can be worked on.
  typealias Goals = [Int: Day]

  private let days: DayRange
  private var byDay: [Int] = []
  private var known: [Goals] = []

  init(_ history: PlanHistory, days: DayRange) {
    self.days = days
    guard !history.traced.line.isEmpty else {
      known = [Self.today(history)]
      byDay = [Int](repeating: 0, count: days.last - days.first + 1)
      return
    }
    var last: Int?
    for offset in 0...(days.last - days.first) {
      let state = history.state(atEndOf: days.first + offset - 1) ?? history.traced.line[0].state
      if state != last {
        let sheet = history.traced.sheet(of: state)
        known.append(Self.goals(sheet, history.traced.goalIdentities[state]) { sheet.workableSince(goal: $0) })
        last = state
      }
      byDay.append(known.count - 1)
    }
  }

  func goals(on day: Day) -> Goals { days.contains(day) ? known[byDay[day - days.first]] : [:] }

  private static func goals(
    _ sheet: PlanStateSummary, _ identities: [Int], _ since: (Int) -> Day?
  ) -> Goals {
    var goals: Goals = [:]
    for goal in sheet.goals.indices { goals[identities[goal]] = since(goal) }
    return goals
  }

  /// Where nothing remembers, all that has a plan today could be worked on, but for what says that it begins later.
  private static func today(_ history: PlanHistory) -> Goals {
    let sheet = history.sheet
    return goals(sheet, history.goalIdentities) { goal in
      let line = sheet.goals[goal]
      guard line.isActive, line.milestones.contains(where: { sheet.milestones[$0].state == .open }) else { return nil }
      return line.start ?? Day(number: 0)
    }
  }
}
