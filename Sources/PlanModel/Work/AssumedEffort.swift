package import PlanDocuments

/// The effort of milestones that give none: an equal share of seven tenths of the hours that the others leave.
///
/// It depends on what was first planned only: no later end, added hours or work left out makes it another.
struct AssumedEffort {
  /// No milestone is assumed to be larger, in minutes.
  private static let most = 20 * 60

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
    guard let target = plan.firstTarget(of: index) else { return 0 }
    let without = zip(goal.milestones, given).count { $0.1 == nil && plan.milestones[$0.0].mayHaveAssumedHours }
    let first = goal.start ?? plan.earliestWrittenDay(of: index).flatMap { $0 < plan.today ? $0 : nil } ?? plan.today
    guard without > 0, first <= target else { return 0 }

    var free = self.free ?? FreeHours(hours.withoutPeriods, today: first.monday, from: first, through: target)
    let own = free.ownMinutes(goal: index, from: first, through: target)
    self.free = free
    let doubledLeft = 2 * own - given.reduce(0) { $0 + ($1 ?? 0) }
    guard doubledLeft > 0 else { return 0 }
    return min(Self.most, 7 * doubledLeft / (20 * without) / 15 * 15)
  }
}

extension Milestone {
  /// Hours are assumed for it where it gives none: not where it only waits, and not where it never ends.
  var mayHaveAssumedHours: Bool { !recurs && (wait == nil || !tasks.isEmpty) }
}

extension WorkHours {
  /// The same without entries that count on some days only, and with nothing done.
  fileprivate var withoutPeriods: WorkHours {
    func lasting(_ source: Source) -> Source {
      var source = source
      source.worked = nil
      if case .entries(let entries) = source.hours { source.hours = .entries(entries.filter { $0.period == nil }) }
      return source
    }
    return WorkHours(vault: lasting(vault), goals: goals.map(lasting))
  }
}

extension Plan {
  /// The day by which the goal is to be complete: its deadline less its buffer, else the vault's, else none.
  package func target(of goal: Int) -> Day? {
    goals[goal].deadline.map { $0 - buffer(of: goal) }
  }

  /// The same by the deadline that the goal had first.
  fileprivate func firstTarget(of goal: Int) -> Day? {
    (goals[goal].planned ?? goals[goal].deadline).map { $0 - buffer(of: goal) }
  }

  private func buffer(of goal: Int) -> Int { goals[goal].buffer ?? settings.buffer ?? 0 }

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
