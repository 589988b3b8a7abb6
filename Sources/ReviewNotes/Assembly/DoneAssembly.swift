import Forecasting
import PlanDocuments
import PlanModel

extension ReviewAssembly {
  /// The day on which a milestone was completed: its own date, else the day that the evidence shows.
  func completionDay(_ milestone: Int) -> Day? {
    plan.milestones[milestone].done
      ?? evidence.ticks.lazy.filter { $0.box == .milestone(milestone) }.map(\.day).min()
  }

  private func tickDay(ofTask task: Int) -> Day? {
    plan.tasks[task].done ?? evidence.ticks.lazy.filter { $0.box == .task(task) }.map(\.day).min()
  }

  /// The snapshot's entry for a milestone, at the period's beginning.
  private func before(_ milestone: Int) -> PlanSnapshot.Entry? {
    evidence.before?[plan.name(of: milestone)]
  }

  /// Completed within the period: by its date, or, where it has none, since the snapshot.
  private func wasCompletedNow(_ milestone: Int) -> Bool {
    guard plan.milestones[milestone].state == .done else { return false }
    if let day = completionDay(milestone) {
      return period.days.contains(day) || (day > period.days.last && day <= plan.today)
    }
    return before(milestone).map { !$0.isDone } ?? false
  }

  var done: WorkDone {
    var done = WorkDone()
    done.freeMinutes = freeMinutes(in: period.days)
    var total = Int((evidence.work?.others ?? 0).rounded())
    for goal in plan.goals.indices {
      let work = self.work(ofGoal: goal)
      total += work.minutes
      if !work.completed.isEmpty || !work.ticked.isEmpty || !work.amounts.isEmpty || work.quietDays != nil {
        done.goals.append(work)
      }
    }
    done.finishedMinutes = evidence.before == nil ? nil : total
    if evidence.weeks.count >= 4 {
      let recent = evidence.weeks.suffix(8)
      done.weeks = WorkDone.Weeks(
        count: recent.count, finishedMinutes: recent.reduce(0) { $0 + $1.finishedMinutes },
        freeMinutes: recent.reduce(0) { $0 + $1.freeMinutes })
    }
    return done
  }

  private func work(ofGoal goal: Int) -> WorkDone.GoalWork {
    var work = WorkDone.GoalWork(goal: item(ofGoal: goal))
    for milestone in plan.goals[goal].milestones {
      let facts = plan.milestones[milestone]
      if wasCompletedNow(milestone) {
        work.completed.append(
          CompletedMilestone(milestone: item(ofMilestone: milestone), done: completionDay(milestone), due: facts.due))
      }
      for task in facts.tasks where plan.tasks[task].state == .done && plan.tasks[task].isLeaf {
        guard let day = tickDay(ofTask: task) else { continue }
        if facts.state != .done, day >= period.days.first, day <= plan.today {
          work.ticked.append(title(ofTask: task, in: milestone))
        }
      }
      if facts.state != .done, let progress = facts.shownAmount, let before = before(milestone)?.amount,
        before != progress.now
      {
        var earlier = progress
        earlier.now = before
        work.amounts.append(.init(milestone: PlainTitle.text(facts.title), before: earlier, now: progress))
      }
      work.minutes += minutesDone(on: milestone)
    }
    if !work.amounts.isEmpty { work.wholeAmount = wholeAmount(goal) }
    let isQuiet = work.completed.isEmpty && work.ticked.isEmpty && work.amounts.isEmpty
    if isQuiet, work.minutes == 0, let quiet = evidence.quietTimes[goal], quiet.days >= 14 {
      work.quietDays = quiet.days
    }
    return work
  }

  /// The amounts of all milestones together, then and now; nil where they have different units, or only one has any.
  private func wholeAmount(_ goal: Int) -> WorkDone.MovedAmount? {
    if let own = plan.goals[goal].progress, own.total > 0 { return nil }
    let measured = counted(goal).compactMap { milestone in
      plan.milestones[milestone].shownAmount.map { (milestone: milestone, amount: $0) }
    }
    guard measured.count > 1, !measured[0].amount.unit.isEmpty, Set(measured.map(\.amount.unit)).count == 1,
      measured.allSatisfy({ $0.amount.from == 0 && $0.amount.to > 0 })
    else { return nil }
    var now = Amount(from: 0, now: 0, to: 0, unit: measured[0].amount.unit)
    var before = now
    for (milestone, amount) in measured {
      now.now += plan.milestones[milestone].state == .done ? amount.to : amount.now
      now.to += amount.to
      let entry = self.before(milestone)
      before.now += entry.map { $0.isDone ? amount.to : $0.amount ?? 0 } ?? amount.now
    }
    before.to = now.to
    guard now.now != before.now else { return nil }
    return WorkDone.MovedAmount(milestone: "", before: before, now: now)
  }

  /// Effort times the growth of progress since the period began.
  private func minutesDone(on milestone: Int) -> Int {
    if let work = evidence.work { return Int((work.milestones[milestone] ?? 0).rounded()) }
    guard let before = before(milestone), before.totalMinutes > 0, plan.milestones[milestone].state != .cancelled else {
      return 0
    }
    let effort = outlook.work[milestone].effort
    let leftBefore = before.minutesLeft * effort / before.totalMinutes
    return max(0, leftBefore - outlook.work[milestone].remaining)
  }

  /// Free minutes for any active goal; nil where no hours are declared.
  func freeMinutes(in days: DayRange) -> Int? {
    guard hasHours else { return nil }
    return (0...(days.last - days.first)).reduce(0) { $0 + freeMinutes(on: days.first + $1) }
  }

  var hasHours: Bool { activeGoals.contains { outlook.hours.counts(goal: $0) } }

  func freeMinutes(on day: Day) -> Int {
    free.sharedMinutes(on: day) ?? activeGoals.reduce(0) { $0 + (free.minutes(goal: $1, on: day) ?? 0) }
  }

  /// Goals whose last milestone was completed in these days and that are still active.
  var completedGoals: [CompletedGoal] {
    activeGoals.filter { isComplete($0) && counted($0).contains(where: wasCompletedNow) }.map { goal in
      let milestones = counted(goal)
      return CompletedGoal(
        goal: item(ofGoal: goal), completed: milestones.compactMap(completionDay).max() ?? period.days.last,
        deadline: plan.goals[goal].planned ?? plan.goals[goal].deadline,
        milestones: milestones.map {
          CompletedMilestone(
            milestone: item(ofMilestone: $0), done: completionDay($0), due: plan.milestones[$0].due)
        })
    }
  }

  /// What became of the last decision: of the dates that it wrote, how many are complete, hold, were moved, are past.
  func outcome(of decisions: [NoteDecision]) -> DecisionOutcome? {
    guard let decision = decisions.last(where: { BlockID.isChoice($0.blockID) }) ?? decisions.last else {
      return nil
    }
    let names = Dictionary(
      plan.milestones.indices.map { (plan.name(of: $0), $0) }, uniquingKeysWith: { one, _ in one })
    var (complete, hold, moved, past) = (0, 0, 0, 0)
    for write in decision.writes {
      guard let due = write.due, let milestone = names[due.milestone] else { continue }
      let facts = plan.milestones[milestone]
      if facts.state == .done {
        complete += 1
      } else if facts.due.map(\.description) != due.new {
        moved += 1
      } else if let day = facts.due, day < plan.today {
        past += 1
      } else {
        hold += 1
      }
    }
    let total = complete + hold + moved + past
    guard total > 0 else { return DecisionOutcome(decision: decision, outcome: "") }
    let parts = [(complete, "complete"), (hold, "ahead"), (moved, "moved since"), (past, "past")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let list = parts.joined(separator: ", ")
    return DecisionOutcome(
      decision: decision, outcome: total == 1 ? "Its date: \(words: list)." : "Of its \(total) dates: \(words: list).")
  }
}
