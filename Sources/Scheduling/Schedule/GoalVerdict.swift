package import PlanDocuments
package import PlanModel

/// What the plan says of a goal's end if every free hour is used: every view says the same.
package enum GoalVerdict: Hashable, Sendable {
  /// Paused, done or dropped.
  case notActive
  case noMilestones
  /// Every milestone is complete.
  case complete
  /// Open work waits for something that is not planned: the goal has no end.
  case blocked(Blockage)
  /// All that is open is a fixed milestone whose day has passed: the person has to say what came of it.
  case dayPassed(milestone: Int, Day)
  /// So many milestones have no hours, or wait for some that have none, and there is no deadline.
  case unknownHours(milestones: Int)
  /// Its hours do not come within ten years.
  case never
  /// Complete on that day, so many days after the deadline.
  case late(Day, days: Int)
  /// The deadline is met, but so many days of the buffer are used.
  case usesBuffer(Day, days: Int)
  /// So many days before the target.
  case inTime(Day, daysToSpare: Int)
  case withoutDeadline(Day)

  package struct Blockage: Hashable, Sendable {
    /// The goal's first blocked milestone, and at the end of its chain the one that it waits for.
    package var milestone: Int
    package var cause: Int
    package var reason: Reason
    /// Days since the deadline; 0 where it is not past.
    package var daysPastDeadline: Int

    package enum Reason: Hashable, Sendable {
      /// The index of the goal that is paused.
      case paused(goal: Int)
      /// They wait for each other.
      case loop
      /// It waits for a goal that has no milestones.
      case emptyGoal
      /// It waits for a milestone of another goal that has neither hours nor a deadline.
      case unknownHours
    }
  }

  /// Nothing can be said of a day: neither a forecast nor a chance.
  package var hasOpenEnd: Bool {
    switch self {
    case .blocked, .unknownHours, .dayPassed: true
    default: false
    }
  }
}

extension GoalVerdict {
  /// Why a goal has no end, such as `waits for *Script*, and *A film* is paused`; nil where it has one or nothing is open.
  package func reasonForNoEnd(in plan: Plan) -> Sentence? {
    switch self {
    case .unknownHours(let count):
      return count == 1
        ? "no end: a milestone has no hours, and there is no deadline"
        : "no end: \(count) milestones have no hours, and there is no deadline"
    case .dayPassed(let milestone, let day):
      return "\(day) has passed: did \(title: plan.milestones[milestone].title) take place?"
    case .never: return "no end: its hours don't come within ten years"
    case .blocked(let blockage):
      let days = blockage.daysPastDeadline
      let past: Sentence = days == 0 ? "" : "\(days) \(words: days == 1 ? "day" : "days") past its deadline; "
      return past + Self.words(blockage, in: plan)
    default: return nil
    }
  }

  /// The same as a sentence about the goal, with how it gets its end back.
  package func sentenceForNoEnd(of title: Sentence, in plan: Plan) -> Sentence? {
    guard case .blocked(let blockage) = self else { return nil }
    let days = blockage.daysPastDeadline
    let past: Sentence = days == 0 ? "" : "is \(days) \(words: days == 1 ? "day" : "days") past its deadline and "
    return title + " " + past + Self.words(blockage, in: plan) + "." + remedy(in: plan)
  }

  /// How a blocked goal gets its end back: a sentence that begins with a blank; empty for any other goal.
  private func remedy(in plan: Plan) -> Sentence {
    guard case .blocked(let blockage) = self else { return "" }
    switch blockage.reason {
    case .paused(let goal):
      return " Resume it with `mm set \(words: plan.goals[goal].id) status active`, or take the `after:` out."
    case .loop: return " `mm check` shows the loop."
    case .emptyGoal: return " Give that goal its milestones, or take the `after:` out."
    case .unknownHours: return " Give it an `effort:`, or its goal a `deadline:`."
    }
  }

  private static func words(_ blockage: Blockage, in plan: Plan) -> Sentence {
    let cause = plan.milestones[blockage.cause]
    switch blockage.reason {
    case .paused(let goal): return "waits for \(title: plan.goals[goal].title), which is paused"
    case .loop: return "waits for itself: \(title: cause.title) is part of a loop"
    case .emptyGoal: return "\(title: cause.title) waits for a goal without milestones"
    case .unknownHours: return "waits for \(title: cause.title), which has neither hours nor a deadline"
    }
  }
}

extension ScheduledPlan {
  package func verdict(ofGoal index: Int) -> GoalVerdict {
    let goal = plan.goals[index]
    guard goal.status == .active else { return .notActive }
    let counted = goal.milestones.filter { plan.milestones[$0].state != .cancelled }
    guard !counted.isEmpty else { return .noMilestones }
    let open = counted.filter { plan.milestones[$0].state == .open }
    guard !open.isEmpty else { return .complete }
    if let first = open.first, open.allSatisfy(plan.hasPassed), let day = plan.milestones[first].due {
      return .dayPassed(milestone: first, day)
    }
    if let blockage = blockage(among: open, of: goal) { return .blocked(blockage) }
    let unknown = open.count { work[$0].hasUnknownEnd }
    if unknown > 0 { return .unknownHours(milestones: unknown) }
    guard let completion = schedule.goals[index].completion else { return .never }
    guard let deadline = goal.deadline, let target = plan.target(of: index) else { return .withoutDeadline(completion) }
    if completion > deadline { return .late(completion, days: completion - deadline) }
    let spare = daysToSpare(ofGoal: index, completion: completion, target: target)
    return spare < 0 ? .usesBuffer(completion, days: -spare) : .inTime(completion, daysToSpare: spare)
  }

  private func blockage(among open: [Int], of goal: Goal) -> GoalVerdict.Blockage? {
    let daysPastDeadline = goal.deadline.map { max(0, plan.today - $0) } ?? 0
    if let milestone = open.first(where: { plan.milestones[$0].blockedBy != nil }),
      let chain = plan.milestones[milestone].blockedBy, let cause = chain.last
    {
      let isInLoop = plan.loops.contains { loop in chain.contains(where: loop.contains) }
      let causing = plan.milestones[cause].goal
      return GoalVerdict.Blockage(
        milestone: milestone, cause: cause,
        reason: isInLoop ? .loop : plan.goals[causing].status == .paused ? .paused(goal: causing) : .emptyGoal,
        daysPastDeadline: daysPastDeadline)
    }
    // A goal with a deadline that is blocked has hours of its own; another one's are unknown.
    guard goal.deadline != nil, let milestone = open.first(where: { work[$0].hasUnknownEnd }) else { return nil }
    let cause = plan.milestones[milestone].predecessors.first { work[$0].hasUnknownEnd } ?? milestone
    return GoalVerdict.Blockage(
      milestone: milestone, cause: cause, reason: .unknownHours, daysPastDeadline: daysPastDeadline)
  }
}
