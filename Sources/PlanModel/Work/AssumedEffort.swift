package import PlanDocuments

/// The effort of milestones that give none: an equal share of seven tenths of the hours that the others leave.
struct AssumedEffort {
  let plan: Plan
  let hours: WorkHours
  /// Made when the first goal asks for it: most plans give every effort.
  private var free: FreeHours?

  init(plan: Plan, hours: WorkHours) {
    self.plan = plan
    self.hours = hours
  }

  /// Minutes for each milestone without effort, down to a quarter of an hour; 0 where there are no hours or no deadline.
  ///
  /// - Parameter given: twice the minutes of each milestone of the goal that has an effort, nil for the others.
  mutating func minutes(goal index: Int, given: [Int?]) -> Int {
    let goal = plan.goals[index]
    guard let target = plan.target(of: index) else { return 0 }
    let counted = zip(goal.milestones, given).filter { plan.milestones[$0.0].state != .cancelled }
    let without = counted.count { $0.1 == nil }
    let first = goal.start ?? plan.earliestWrittenDay(of: index).flatMap { $0 < plan.today ? $0 : nil } ?? plan.today
    guard without > 0, first <= target else { return 0 }

    var free = self.free ?? FreeHours(hours, today: plan.today, from: first, through: target)
    let own = free.ownMinutes(goal: index, from: first, through: target)
    self.free = free
    let doubledLeft = 2 * own - counted.reduce(0) { $0 + ($1.1 ?? 0) }
    guard doubledLeft > 0 else { return 0 }
    return 7 * doubledLeft / (20 * without) / 15 * 15
  }
}

extension Plan {
  /// The day by which the goal is to be complete: its deadline less its buffer, else the vault's, else none.
  package func target(of goal: Int) -> Day? {
    goals[goal].deadline.map { $0 - (goals[goal].buffer ?? settings.buffer ?? 0) }
  }

  /// The open milestone that is fixed on a goal's deadline; nil where it does not end with one.
  package func fixedEnd(of goal: Int) -> Int? {
    guard let deadline = goals[goal].deadline else { return nil }
    return goals[goal].milestones.first {
      milestones[$0].isFixed && milestones[$0].state == .open && milestones[$0].due == deadline
    }
  }

  /// The earliest day that stands in any of the goal's milestones.
  func earliestWrittenDay(of goal: Int) -> Day? {
    goals[goal].milestones.lazy.compactMap { index -> Day? in
      let milestone = milestones[index]
      return [milestone.start, milestone.due, milestone.done, milestone.waiting].compactMap(\.self).min()
    }.min()
  }
}
