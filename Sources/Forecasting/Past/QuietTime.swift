package import PlanDocuments
import PlanModel

/// How long nothing was done of a goal that somebody could have worked on.
package struct QuietTime: Hashable, Sendable {
  /// Days since then on which it could be worked on: days off do not count, nor those on which it was paused, waited for
  /// others or had no plan yet.
  package var days: Int
  /// The last day on which anything of it was done, else the first on which it is known.
  package var since: Day

  package init(days: Int, since: Day) {
    (self.days, self.since) = (days, since)
  }
}

extension PlanHistory {
  /// More days between two commits leave open when the work of the second was done.
  private static let longestBetweenCommits = 14

  /// The days between two commits that lie too far apart, the second of them in `days`; nil where there are none, or where
  /// most of them were off.
  package func unseenDays(before days: DayRange) -> DayRange? {
    let committed = past.states.map(\.day).sorted()
    guard let second = committed.lastIndex(where: { days.contains($0) }) else { return nil }
    guard let first = committed[...second].lastIndex(where: { $0 < days.first }) else { return nil }
    let next = committed[first...].first { $0 > committed[first] } ?? committed[second]
    guard next - committed[first] > Self.longestBetweenCommits else { return nil }
    let between = DayRange(committed[first] + 1, next - 1)
    let off = (0...(between.last - between.first)).count { sheet.hours.isDayOff(between.first + $0, goal: nil) }
    return 2 * off > between.last - between.first + 1 ? nil : between
  }

  /// By goal (indices of `Plan.goals`); goals of which nobody can know it are left out.
  package var quietTimes: [Int: QuietTime] {
    let days = QuietDays(self)
    let since = plan.activeGoals.compactMap { goal in days.since(goal: goal).map { (goal: goal, day: $0) } }
    guard let first = since.map(\.day).min(), first < plan.today else { return [:] }
    let turns = GoalTurns(self, days: DayRange(first + 1, plan.today))
    var quiet: [Int: QuietTime] = [:]
    for (goal, day) in since {
      let identity = goalIdentities[goal]
      let count = stride(from: 1, through: plan.today - day, by: 1).count { offset in
        let first = turns.goals(on: day + offset)[identity]
        return first.map { $0 <= day + offset } ?? false && !sheet.hours.isDayOff(day + offset, goal: goal)
      }
      quiet[goal] = QuietTime(days: count, since: day)
    }
    return quiet
  }
}

/// Finds the days since which goals are quiet.
private struct QuietDays {
  private let history: PlanHistory
  /// By the number that a goal keeps, the first day on which it is known.
  private var firstDays: [Int: Day] = [:]
  /// The days on which notes first showed work, by goal, where there is no git.
  private var noted: [Int: Day] = [:]

  init(_ history: PlanHistory) {
    self.history = history
    for (day, state) in history.traced.line {
      for identity in history.traced.goalIdentities[state] where firstDays[identity] == nil {
        firstDays[identity] = day
      }
    }
    guard history.past.states.isEmpty, !history.snapshots.isEmpty else { return }
    for work in history.finishedWork(effort: { history.sheet.milestones[$0].effort ?? 60 }) {
      if let goal = work.goal { noted[goal] = max(noted[goal] ?? work.seen.day, work.seen.day) }
    }
  }

  func since(goal: Int) -> Day? { lastWork(of: goal) ?? firstDay(of: goal) }

  /// The last day on which something was done, whatever shows it: a box, an amount that grew, `done:`, work that went out.
  private func lastWork(of goal: Int) -> Day? {
    let today = history.plan.today
    var last = noted[goal]
    func add(_ day: Day?) {
      if let day, day <= today { last = max(last ?? day, day) }
    }
    func add(_ milestone: PlanStateSummary.Milestone, _ trace: MilestoneTrace) {
      func exact(_ seen: SeenDone?) -> Day? { seen.flatMap { $0.isExact ? $0.day : nil } }
      for growth in trace.growths { add(exact(growth.seen)) }
      for box in trace.gone { add(exact(box.seen)) }
      for (box, seen) in zip(milestone.boxes, trace.boxes) where box.state == .done { add(box.done ?? exact(seen)) }
      if milestone.state == .done { add(milestone.done ?? exact(trace.own)) }
      add(milestone.waiting)
    }
    for index in history.plan.goals[goal].milestones { add(history.sheet.milestones[index], history.traces[index]) }
    for entry in history.lost where entry.goal == history.goalIdentities[goal] { add(entry.milestone, entry.trace) }
    return last
  }

  /// The first day on which a goal is known; nil where work of an unknown day may be newer.
  private func firstDay(of goal: Int) -> Day? {
    let plan = history.plan
    let start = plan.goals[goal].start
    if let first = firstDays[history.goalIdentities[goal]] { return max(first, start ?? first) }
    let isUndated = plan.goals[goal].milestones.contains { index in
      let milestone = history.sheet.milestones[index]
      return milestone.state == .done || (milestone.amount.map { $0.left < $0.total } ?? false)
        || milestone.boxes.contains { $0.state == .done }
    }
    let noted = history.snapshots.first { snapshot in
      snapshot.entries.contains { $0.name.hasPrefix(plan.goals[goal].id + "/") }
    }?.day
    return isUndated ? noted : start ?? noted
  }
}
