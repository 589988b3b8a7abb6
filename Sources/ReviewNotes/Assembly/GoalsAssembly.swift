import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

extension ReviewAssembly {
  var standings: [GoalStanding] {
    let goals =
      activeGoals.filter { !isComplete($0) }
      + plan.goals.indices.filter { plan.goals[$0].status == .paused }
    // The least likely first; then those without a chance, in their own order.
    return goals.map(standing).enumerated().sorted { one, other in
      let chances = (shownChance(one.element), shownChance(other.element))
      return (chances.0, one.offset) < (chances.1, other.offset)
    }.map(\.element)
  }

  /// The chance in the steps in which it is shown, so that the more important of two that look alike comes first.
  private func shownChance(_ standing: GoalStanding) -> Int {
    standing.likely?.chance.map { Int(($0 * 20).rounded()) } ?? 100
  }

  private func standing(_ goal: Int) -> GoalStanding {
    let facts = plan.goals[goal]
    let counted = counted(goal)
    let counts = outlook.hours.counts(goal: goal)
    var standing = GoalStanding(
      goal: item(ofGoal: goal), totalMinutes: counts ? counted.reduce(0) { $0 + outlook.work[$1].effort } : 0,
      minutesLeft: counts ? counted.reduce(0) { $0 + outlook.work[$1].remaining } : 0, onPaper: onPaper(goal))
    standing.deadline = facts.deadline
    standing.doubt = outlook.scheduled.doubtByAssumedHours(ofGoal: goal)
    standing.blockage = outlook.verdict(ofGoal: goal).sentenceForNoEnd(
      of: "\(title: standing.goal.title)", in: plan)
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
      standing.needsAWeek = standing.minutesLeft * 7 / max(days, 7)
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

  func likely(_ goal: Int) -> GoalStanding.Likely? {
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
    let verdict = outlook.verdict(ofGoal: goal)
    switch verdict {
    case .notActive: return .notPlanned("paused")
    case _ where plan.goals[goal].pausedUntil.map({ $0 > plan.today }) ?? false:
      return .notPlanned("paused until \(plan.goals[goal].pausedUntil ?? plan.today)")
    case .noMilestones, .complete: return .notPlanned("no milestones yet")
    case .blocked, .unknownHours, .dayPassed: return .withoutEnd(verdict.reasonForNoEnd(in: plan) ?? "")
    case .never: return .never
    case .late(let day, let days): return .late(day, days: days)
    case .usesBuffer(let day, let days): return .usesBuffer(day, days: days)
    case .inTime(let day, let days): return .fits(day, daysEarly: days)
    case .withoutDeadline(let day): return .open(day)
    }
  }

  /// Conflicts of two goals or more; a goal that does not fit alone is said for itself.
  var overbookings: [Overbooking] {
    outlook.schedule.conflicts.filter { $0.demands.count > 1 && $0.excessMinutes > 0 }.map { conflict in
      let taken = taken(in: conflict.days)
      return Overbooking(
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

extension ReviewAssembly {
  /// Each goal told backwards from its deadline, as far as the days lie ahead.
  var endsBackwards: [EndBackwards] {
    activeGoals.compactMap { goal in
      guard let end = plan.goals[goal].deadline else { return nil }
      let steps = EndBackwards.Step.Distance.allCases.compactMap { distance -> EndBackwards.Step? in
        let day = distance.day(before: end)
        guard day >= planFrom else { return nil }
        return step(distance, day, goal: goal)
      }
      return steps.isEmpty ? nil : EndBackwards(goal: item(ofGoal: goal), end: end, steps: steps)
    }
  }

  /// The last milestones that must be complete by a day (what comes before them goes without saying), and one that runs.
  private func step(_ distance: EndBackwards.Step.Distance, _ day: Day, goal: Int) -> EndBackwards.Step? {
    var step = EndBackwards.Step(distance: distance, day: day)
    let jobs = plan.goals[goal].milestones.compactMap { outlook.jobs[$0] }.sorted()
    let due = jobs.filter { outlook.schedule.jobs[$0].latest.map { $0 <= day } ?? false }
    let beforeOthers = Set(due.flatMap { outlook.problem.jobs[$0].predecessors })
    let last = due.filter { !beforeOthers.contains($0) }.compactMap { job in
      outlook.schedule.jobs[job].latest.map { (must: $0, job: job) }
    }.sorted { ($0.must, $0.job) > ($1.must, $1.job) }
    step.complete = last.prefix(2).map { found in
      .init(title: item(ofMilestone: outlook.problem.jobs[found.job].milestone).title, must: found.must)
    }
    let running = jobs.filter { job in
      guard let must = outlook.schedule.jobs[job].latest, let start = outlook.schedule.jobs[job].latestStart else {
        return false
      }
      return must > day && start <= day && outlook.problem.jobs[job].minutes > 0
    }.min { outlook.schedule.jobs[$0].latestStart ?? day < outlook.schedule.jobs[$1].latestStart ?? day }
    step.underWay = running.map { item(ofMilestone: outlook.problem.jobs[$0].milestone).title }
    return step.complete.isEmpty && step.underWay == nil ? nil : step
  }
}

extension EndBackwards.Step.Distance {
  /// A month before the 31st is the last day of a shorter month.
  func day(before end: Day) -> Day {
    func months(_ count: Int) -> Day {
      let (year, month, day) = end.civil
      let months = year * 12 + month - 1 - count
      let (earlierYear, earlierMonth) = (months / 12, months % 12 + 1)
      let length = Day.length(ofMonth: earlierMonth, year: earlierYear)
      return Day(year: earlierYear, month: earlierMonth, day: min(day, length)) ?? end - 30 * count
    }
    switch self {
    case .oneWeek: return end - 7
    case .oneMonth: return months(1)
    case .threeMonths: return months(3)
    }
  }
}
