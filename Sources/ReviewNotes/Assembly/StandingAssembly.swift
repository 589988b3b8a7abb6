import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

extension ReviewAssembly {
  var standings: [GoalStanding] {
    let goals =
      activeGoals.filter { !isComplete($0) }
      + plan.goals.indices.filter { plan.goals[$0].status == .paused }
    return goals.map(standing)
  }

  private func standing(_ goal: Int) -> GoalStanding {
    let facts = plan.goals[goal]
    let counted = counted(goal)
    let counts = outlook.hours.counts(goal: goal)
    var standing = GoalStanding(
      goal: item(ofGoal: goal), totalMinutes: counts ? counted.reduce(0) { $0 + outlook.work[$1].effort } : 0,
      minutesLeft: counts ? counted.reduce(0) { $0 + outlook.work[$1].remaining } : 0, onPaper: onPaper(goal))
    standing.deadline = facts.deadline
    standing.target = plan.target(of: goal)
    standing.milestoneCount = counted.count
    standing.milestonesDone = counted.count { plan.milestones[$0].state == .done }
    standing.endIsFixed = plan.fixedEnd(of: goal) != nil
    standing.amount = facts.progress
    guard facts.status == .active else { return standing }
    standing.likely = likely(goal)
    standing.shortfallMinutes = outlook.schedule.goals[goal].shortfallMinutes
    if counts, let target = standing.target, target >= planFrom {
      let days = target - planFrom + 1
      var free = free
      let own = free.ownMinutes(goal: goal, from: planFrom, through: target)
      // A week's share of what is left, and of what there is.
      standing.needsAWeek = standing.minutesLeft * 7 / max(days, 7)
      standing.hasAWeek = own * 7 / max(days, 7)
    }
    if evidence.weeks.count >= 4 {
      standing.gaveAWeek = evidence.weeks.suffix(4).reduce(0) { $0 + ($1.minutes[goal] ?? 0) } / 4
    }
    standing.waiting = counted.compactMap { milestone in
      guard plan.milestones[milestone].state == .open, let since = outlook.work[milestone].handedOver else {
        return nil
      }
      return .init(
        milestone: item(ofMilestone: milestone), since: since,
        until: plan.milestones[milestone].wait.map { since + $0.middle } ?? outlook.dates(of: milestone)?.completion)
    }
    return standing
  }

  private func likely(_ goal: Int) -> GoalStanding.Likely? {
    guard outlook.hours.counts(goal: goal), let forecast = outlook.forecast, let will = forecast.will(ofGoal: goal)
    else { return nil }
    var likely = GoalStanding.Likely(
      will: will, chance: plan.goals[goal].deadline.flatMap { forecast.chance(ofGoal: goal, by: $0) },
      hasPercentages: forecast.hasPercentages)
    if let fixed = plan.fixedEnd(of: goal).flatMap({ forecast.fixed(ofMilestone: $0) }) {
      likely.chance = fixed.chance
      if fixed.minutes > 0 { likely.ready = (Int(fixed.minutes), Int(fixed.doneP50)) }
    }
    return likely
  }

  private func onPaper(_ goal: Int) -> GoalStanding.OnPaper {
    let facts = plan.goals[goal]
    if facts.status == .paused { return .notPlanned("rests") }
    let open = counted(goal).filter { plan.milestones[$0].state == .open }
    if open.isEmpty { return .notPlanned("no milestones yet") }
    if open.allSatisfy({ outlook.jobs[$0] == nil }) { return .notPlanned("waits for what rests, or for itself") }
    guard let completion = outlook.schedule.goals[goal].completion else { return .never }
    guard let deadline = facts.deadline, let target = plan.target(of: goal) else { return .open(completion) }
    if completion > deadline { return .late(completion, days: completion - deadline) }
    let spare = outlook.daysToSpare(ofGoal: goal, completion: completion, target: target)
    return spare < 0 ? .usesBuffer(completion, days: -spare) : .fits(completion, daysEarly: spare)
  }

  /// Conflicts of two goals or more; a goal that does not fit alone is said for itself.
  var collisions: [Collision] {
    outlook.schedule.conflicts.filter { $0.demands.count > 1 && $0.excessMinutes > 0 }.map { conflict in
      let taken = taken(in: conflict.days)
      return Collision(
        days: conflict.days,
        demands: conflict.demands.map { .init(goal: item(ofGoal: $0.goal), minutes: $0.minutes) },
        freeMinutes: conflict.freeMinutes, takenBy: taken.names, takenMinutes: taken.minutes)
    }
  }

  /// What takes most hours in a stretch, days off and appointments, and how many all of it takes.
  private func taken(in days: DayRange) -> (names: [String], minutes: Int) {
    guard outlook.hours.isShared else { return ([], 0) }
    let taken = TakenHours(in: days, of: plan, hours: outlook.hours)
    let names = taken.parts.prefix(3).map { $0.name.isEmpty ? "days off" : $0.name }
    let others = taken.parts.count - names.count
    return (names + (others > 0 ? ["\(others) more"] : []), taken.takenMinutes)
  }
}
