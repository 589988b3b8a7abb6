package import PlanDocuments
import PlanModel
package import Scheduling

/// A small vault whose hours are whole units, written down twice: as the problem that the scheduler gets, and as plain
/// tables for an oracle that shares no code with it.
package struct SmallVault {
  package enum Kind: String, CaseIterable {
    case oneGoal, manyGoals, waits, chains, weekly, daily, fixed, starts, priorities, everything
  }

  package struct Job {
    package var goal: Int
    package var units: Int
    package var wait = 0
    package var start = 0
    package var fixed: Int?
    package var before: [Int] = []
  }

  package struct Goal {
    package var target: Int?
    package var priority = 2
    /// Units by weekday; nil takes what the vault has.
    package var daily: [Int]?
    package var weekly: Int?
  }

  package static let unit = 30
  package var today = Day(number: 20_600)
  package var vault: [Int] = []
  package var off: Set<Int> = []
  package var goals: [Goal] = []
  package var jobs: [Job] = []

  /// - Parameter wholeWeeks: begins on a Monday, so that limits by the week are whole units too.
  package init(kind: Kind, seed: Int, wholeWeeks: Bool = false) {
    var random = SeededGenerator(seed: seed &* 31 &+ 7)
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { pick(1...100) <= percent }
    let all = kind == .everything
    today = Day(number: 20_600 + pick(0...6))
    if wholeWeeks { today = today.monday }
    vault = (0..<7).map { _ in chance(25) ? 0 : pick(1...3) }
    if vault.allSatisfy({ $0 == 0 }) { vault[2] = 2 }
    if chance(40) { off = Set((0..<pick(1...3)).map { _ in pick(0...12) }) }
    let goalCount = kind == .oneGoal ? 1 : pick(2...3)
    for goal in 0..<goalCount {
      var new = Goal(target: chance(90) ? pick(2...14) : nil)
      if kind == .priorities || (all && chance(40)) { new.priority = pick(1...3) }
      if kind == .daily || (kind == .oneGoal && chance(30)) || (all && chance(40)) {
        new.daily = (0..<7).map { _ in chance(30) ? 0 : pick(1...2) }
      }
      if kind == .weekly || (kind == .oneGoal && chance(30)) || (all && chance(40)) { new.weekly = pick(2...4) }
      goals.append(new)
      let first = jobs.count
      for index in 0..<pick(kind == .oneGoal ? 2...6 : 1...3) {
        var job = Job(goal: goal, units: chance(8) ? 0 : pick(1...3))
        if kind == .waits || (all && chance(40)) || (kind == .oneGoal && chance(30)) {
          job.wait = chance(40) ? pick(1...5) : 0
        }
        if kind == .starts || (all && chance(20)) { job.start = chance(50) ? pick(1...6) : 0 }
        if kind == .fixed || (all && chance(20)) { if chance(30) { job.fixed = pick(2...10) } }
        for before in 0..<jobs.count {
          let isOwn = before >= first
          let percent =
            kind == .chains ? (isOwn ? (before == first + index - 1 ? 100 : 0) : 10) : isOwn ? 35 : all ? 8 : 0
          if chance(percent) { job.before.append(before) }
        }
        jobs.append(job)
      }
    }
  }

  /// Units of the vault, or of a goal beside its weekly limit, on a day.
  package func units(on day: Int, goal: Int? = nil) -> Int {
    if off.contains(day) { return 0 }
    let weekday = ((Int(today.number) + day + 3) % 7 + 7) % 7
    guard let goal, let daily = goals[goal].daily else { return vault[weekday] }
    return min(vault[weekday], daily[weekday])
  }

  package var problem: ScheduleProblem {
    let days: [WeekdaySet] = (0..<7).map { WeekdaySet(Weekday(fromMonday: $0)) }
    func entries(_ units: [Int]) -> [HoursEntry] {
      units.enumerated().filter { $0.element > 0 }.map {
        HoursEntry(minutes: $0.element * Self.unit, rhythm: .days(days[$0.offset]))
      }
    }
    let sources = goals.map { goal -> WorkHours.Source in
      var list: [HoursEntry] = []
      if let daily = goal.daily {
        list += entries(daily)
        if list.isEmpty { list = [HoursEntry(minutes: 0, rhythm: .days(.all))] }
      }
      if let weekly = goal.weekly { list.append(HoursEntry(minutes: weekly * Self.unit, rhythm: .week)) }
      return WorkHours.Source(hours: list.isEmpty ? nil : .entries(list))
    }
    let vaultOff = off.sorted().map { DaysOff(days: DayRange(today + $0, today + $0)) }
    return ScheduleProblem(
      today: today,
      goals: goals.map { goal in
        let target = goal.target.map { today + $0 }
        return ScheduleProblem.Goal(deadline: target, target: target, priority: goal.priority)
      },
      jobs: jobs.enumerated().map { index, job in
        ScheduleProblem.Job(
          milestone: index, goal: job.goal, minutes: job.units * Self.unit, wait: job.wait,
          earliest: job.start > 0 ? today + job.start : nil, fixed: job.fixed.map { today + $0 },
          predecessors: job.before)
      },
      hours: WorkHours(vault: WorkHours.Source(hours: .entries(entries(vault)), off: vaultOff), goals: sources))
  }

  /// Minutes that a goal may take in an ISO week, of which nothing is done yet; nil is no limit.
  package func weeklyMinutes(goal: Int, week: Int) -> Int? { goals[goal].weekly.map { $0 * Self.unit } }

  /// Weeks counted from the one of today.
  package func week(of day: Int) -> Int {
    let monday = -(((Int(today.number) + 3) % 7 + 7) % 7)
    return (day - monday) / 7
  }
}
