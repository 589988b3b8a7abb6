import PlanDocuments
import PlanModel

/// More hours for a goal: on one more day of the week, or, where the goal counts by the week, in each week.
struct HoursActions {
  let plan: Plan
  let goal: Int
  /// The days on which the hours would come: whole weeks from the next Monday to the end.
  let days: DayRange
  /// The most that is asked of anybody: ten hours more in a week.
  static let mostHalfHours = 20

  init?(plan: Plan, goal: Int, from today: Day) {
    guard let deadline = plan.goals[goal].deadline else { return nil }
    let first = today.weekday == .monday ? today : today.monday + 7
    guard first < deadline else { return nil }
    self.plan = plan
    self.goal = goal
    days = DayRange(first, deadline)
  }

  /// The ways to add `minutes` a week, the ones that ask least of a life first: of the hours that there are already, then on
  /// days that are free so far, from Saturday on.
  func ways(minutes: Int) -> [[RecoveryAction]] {
    let within = withinTheHours(minutes: minutes)
    return (within.map { [[$0]] } ?? []) + weekdays.compactMap { lever(minutes: minutes, on: $0).map { [$0] } }
  }

  /// A goal that counts by the week takes more of the hours that all goals share.
  private func withinTheHours(minutes more: Int) -> RecoveryAction? {
    guard !vaultEntries.isEmpty, isWeekly(goalEntries),
      let write = write(more, on: .monday, beside: goalEntries, subject: .goal(plan.goals[goal].id))
    else { return nil }
    return RecoveryAction(
      slug: "share-" + Identifier.slug(of: plan.goals[goal].id, limit: 24),
      sentence:
        "\(minutes: more) more a week for \(title: plan.goals[goal].title), of the hours that there are, \(days)",
      writes: [write])
  }

  private func isWeekly(_ entries: [HoursEntry]) -> Bool {
    !entries.isEmpty && entries.allSatisfy { if case .week = $0.rhythm { true } else { false } }
  }

  private var vaultEntries: [HoursEntry] { entries(plan.settings.hours) }
  private var goalEntries: [HoursEntry] { entries(plan.goals[goal].hours) }

  private func entries(_ hours: Hours?) -> [HoursEntry] {
    if case .entries(let entries) = hours { entries } else { [] }
  }

  private var weekdays: [Weekday] {
    let order: [Weekday] = [.saturday, .sunday, .monday, .tuesday, .wednesday, .thursday, .friday]
    func isTaken(_ day: Weekday) -> Bool {
      vaultEntries.contains { minutes($0, on: day) > 0 } || goalEntries.contains { minutes($0, on: day) > 0 }
    }
    return order.filter { !isTaken($0) } + order.filter(isTaken)
  }

  /// What an entry without a period gives on a weekday.
  private func minutes(_ entry: HoursEntry, on day: Weekday) -> Int {
    guard entry.period == nil, case .days(let days) = entry.rhythm, days.contains(day) else { return 0 }
    return entry.minutes
  }

  private func lever(minutes more: Int, on day: Weekday) -> RecoveryAction? {
    var writes: [PlannedWrite] = []
    if !vaultEntries.isEmpty {
      guard let write = write(more, on: day, beside: vaultEntries, subject: .settings) else { return nil }
      writes.append(write)
    }
    if !goalEntries.isEmpty {
      guard let write = write(more, on: day, beside: goalEntries, subject: .goal(plan.goals[goal].id)) else {
        return nil
      }
      writes.append(write)
    }
    guard !writes.isEmpty else { return nil }
    return RecoveryAction(
      slug: "hours-" + day.name.lowercased() + "s",
      sentence:
        "\(minutes: more) more on \(words: day.name)s for \(title: plan.goals[goal].title), \(days)",
      writes: writes)
  }

  /// Inside its period an entry replaces the others of its weekday (or all, where it counts by the week), so what they give
  /// there is added to it.
  private func write(
    _ more: Int, on day: Weekday, beside entries: [HoursEntry], subject: PlannedWrite.Subject
  ) -> PlannedWrite? {
    let written: [String]
    if case .goal = subject {
      written = plan.writtenEntries(of: "time", goal: goal)
    } else {
      written = plan.writtenSettings(of: "time")
    }
    guard entries.allSatisfy({ $0.period == nil }) else { return nil }
    let entry: HoursEntry
    if isWeekly(entries) {
      entry = HoursEntry(minutes: entries.reduce(more) { $0 + $1.minutes }, rhythm: .week, period: days)
    } else {
      let before = entries.reduce(0) { $0 + minutes($1, on: day) }
      entry = HoursEntry(minutes: before + more, rhythm: .days(WeekdaySet(day)), period: days)
    }
    return PlannedWrite(subject: subject, key: "time", action: .add(entry.written, old: written))
  }
}
