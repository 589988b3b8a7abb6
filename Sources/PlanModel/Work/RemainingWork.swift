package import PlanDocuments

/// How much work each milestone is and how much of it is left, by the definitions of `docs/planning.md`.
package struct RemainingWork: Sendable {
  package struct Entry: Hashable, Sendable {
    /// Minutes for all of it: the milestone's effort (the mean of a range), else the sum of its tasks', else assumed.
    package var effort: Int
    /// The effort is nobody's estimate: it is a share of the goal's hours.
    package var isAssumed: Bool
    /// Minutes still to work, rounded up; 0 for a milestone that is complete or cancelled.
    package var remaining: Int
    /// The share that is done, 0 to 1: the measured amount's, else ticked ÷ (open + ticked) task weight.
    package var doneShare: Double
    /// The work is done and the wait runs since this day; nil where nobody can say since when: then it has not begun.
    package var handedOver: Day?
    /// A wait is all that is left, and no file says since when it runs: history may know.
    package var isHandedOverOnAnUnknownDay = false
    /// The wait has no work before it, and nobody has said that it began: it counts from the day on which what it comes after
    /// was done.
    package var isProvisional = false
    /// Nobody can say when it will be complete: it, or something that comes before it, has no hours in a goal without a
    /// deadline from which to assume any.
    package var hasUnknownEnd = false

    package init(effort: Int, isAssumed: Bool, remaining: Int, doneShare: Double, handedOver: Day? = nil) {
      self.effort = effort
      self.isAssumed = isAssumed
      self.remaining = remaining
      self.doneShare = doneShare
      self.handedOver = handedOver
    }
  }

  /// One entry for each of `Plan.milestones`.
  package var entries: [Entry]

  package subscript(milestone: Int) -> Entry { entries[milestone] }

  /// - Parameters:
  ///   - hours: the free hours, for efforts that nobody gave.
  ///   - handedOver: the day on which history first shows a milestone with no work left, by milestone.
  package init(in plan: Plan, hours: WorkHours, handedOver: [Int: Day] = [:]) {
    entries = []
    entries.reserveCapacity(plan.milestones.count)
    var assumed = AssumedEffort(plan: plan, hours: hours)
    for goal in plan.goals.indices {
      let range = plan.goals[goal].milestones
      let weights = range.map { milestone in
        let effort = plan.milestones[milestone].effort
        return TaskWeights(
          of: plan.tasks[plan.milestones[milestone].tasks], doubledEffort: effort.map { $0.low + $0.high })
      }
      // Twice the minutes, so that the mean of a range stays whole.
      let given = zip(range, weights).map { milestone, weights in
        plan.milestones[milestone].effort.map { $0.low + $0.high } ?? weights.minutesOfTasks.map { 2 * $0 }
      }
      let share = given.contains(nil) ? assumed.minutes(goal: goal, given: given) : 0
      for (milestone, (weights, given)) in zip(range, zip(weights, given)) {
        entries.append(
          Entry(
            plan.milestones[milestone], tasks: plan.tasks[plan.milestones[milestone].tasks], weights: weights,
            doubledEffort: given ?? (plan.milestones[milestone].mayHaveAssumedHours ? 2 * share : 0),
            isAssumed: given == nil,
            handedOver: handedOver[milestone] ?? plan.lastMet(before: milestone)))
      }
      guard plan.goals[goal].deadline == nil else { continue }
      let counts = hours.counts(goal: goal)
      for (milestone, given) in zip(range, given) {
        entries[milestone].hasUnknownEnd = isUnknown(plan.milestones[milestone], given: given, counts: counts)
      }
    }
    spreadUnknownEnds(in: plan)
  }
}

extension RemainingWork {
  /// Whether an open milestone of a goal without a deadline has neither hours nor anything else that says how long it takes.
  ///
  /// - Parameters:
  ///   - given: its effort, if it is written.
  ///   - counts: hours are declared for its goal.
  private func isUnknown(_ milestone: Milestone, given: Int?, counts: Bool) -> Bool {
    guard milestone.state == .open, !milestone.isFixed || milestone.due == nil else { return false }
    if let given { return !counts && given > 0 && milestone.waiting == nil }
    return milestone.recurs || milestone.mayHaveAssumedHours
  }

  /// What comes after a milestone with an unknown end has one too, unless it is fixed on a day.
  private mutating func spreadUnknownEnds(in plan: Plan) {
    var unknown = entries.indices.filter { entries[$0].hasUnknownEnd }
    guard !unknown.isEmpty else { return }
    let followers = AdjacencyLists(edges: plan.milestones.map(\.predecessors)).reversed()
    while let milestone = unknown.popLast() {
      for follower in followers[milestone] where !entries[follower].hasUnknownEnd {
        guard plan.milestones[follower].state == .open, !plan.milestones[follower].isFixed else { continue }
        entries[follower].hasUnknownEnd = true
        unknown.append(follower)
      }
    }
  }
}

extension RemainingWork.Entry {
  init(
    _ milestone: Milestone, tasks: ArraySlice<PlanTask>, weights: TaskWeights, doubledEffort: Int, isAssumed: Bool,
    handedOver: Day?
  ) {
    var left = (numerator: 1, denominator: 1)
    var doneShare = 0.0
    if let progress = milestone.progress {
      left = (Int(progress.left), max(1, Int(progress.total)))
      doneShare = 1 - Double(left.numerator) / Double(left.denominator)
    } else if weights.total > 0 {
      left = (weights.open, weights.total)
      let counted = weights.open + weights.ticked
      doneShare = counted > 0 ? Double(weights.ticked) / Double(counted) : 0
    }
    if milestone.state == .done { doneShare = 1 }

    let isHandedOver = milestone.wait != nil && (milestone.waiting != nil || left.numerator == 0)
    let remaining: Int
    if milestone.state != .open || isHandedOver {
      remaining = 0
    } else if let unitsAMinute = weights.unitsAMinute, milestone.progress == nil {
      remaining = (weights.open + unitsAMinute - 1) / unitsAMinute
    } else {
      remaining = Self.share(of: doubledEffort, left.numerator, left.denominator)
    }
    let written = milestone.waiting ?? tasks.compactMap(\.done).max()
    let onlyWaits = milestone.wait != nil && milestone.state == .open && remaining == 0
    self.init(
      effort: (doubledEffort + 1) / 2, isAssumed: isAssumed, remaining: remaining, doneShare: doneShare,
      handedOver: onlyWaits ? written ?? handedOver : nil)
    isHandedOverOnAnUnknownDay = onlyWaits && self.handedOver == nil
    isProvisional = self.handedOver != nil && milestone.waiting == nil && tasks.isEmpty && milestone.progress == nil
  }

  /// ⌈doubled ÷ 2 × numerator ÷ denominator⌉ in whole minutes, exact for any numbers.
  private static func share(of doubled: Int, _ numerator: Int, _ denominator: Int) -> Int {
    guard doubled > 0, numerator > 0 else { return 0 }
    let product = doubled.multipliedFullWidth(by: numerator)
    let (divisor, tooLarge) = denominator.multipliedReportingOverflow(by: 2)
    guard !tooLarge, product.high < divisor else { return (doubled + 1) / 2 }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    return quotient + (remainder > 0 ? 1 : 0)
  }
}

extension Plan {
  /// The last day on which something was completed that an open milestone with a wait came after; nil where nothing was, or
  /// no day is known.
  fileprivate func lastMet(before milestone: Int) -> Day? {
    milestones[milestone].met.compactMap { milestones[$0].done ?? (hasPassed($0) ? milestones[$0].due : nil) }.max()
  }
}
