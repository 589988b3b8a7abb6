package import Forecasting
package import PlanDocuments
package import PlanModel
import Scheduling

/// What is known about when work was done, beyond the `done:` dates that stand in the plan: from git, or from the last note.
package struct ReviewEvidence: Sendable {
  /// The work of one ISO week.
  package struct WeekOfWork: Hashable, Sendable {
    package var monday: Day
    /// Finished minutes by goal (indices of `Plan.goals`).
    package var minutes: [Int: Int]
    /// Finished minutes of all goals that share the hours, of those too that are no longer in the plan.
    package var finishedMinutes: Int
    /// Minutes that were free for any active goal.
    package var freeMinutes: Int

    package init(monday: Day, minutes: [Int: Int], finishedMinutes: Int? = nil, freeMinutes: Int) {
      self.monday = monday
      self.minutes = minutes
      self.finishedMinutes = finishedMinutes ?? minutes.values.reduce(0, +)
      self.freeMinutes = freeMinutes
    }
  }

  /// The work of the period, in minutes.
  package struct PeriodOfWork: Hashable, Sendable {
    /// By milestone (indices of `Plan.milestones`).
    package var milestones: [Int: Double]
    /// Of what is no longer in the plan.
    package var others: Double
  }

  package var ticks: [SeenTick]
  /// The state of the plan when the period began; nil where nothing remembers it.
  package var before: PlanSnapshot?
  /// Nil where it is only known from what is left of the plan.
  package var work: PeriodOfWork?
  /// Oldest first, the period's own weeks included; empty where there is no history.
  package var weeks: [WeekOfWork]
  /// By goal (indices of `Plan.goals`): how long nothing was done that could have been.
  package var quietTimes: [Int: QuietTime]
  /// What the note keeps: its weeks' hours, and what it counts that is not committed.
  package var kept: KeptPast

  package init(
    ticks: [SeenTick] = [], before: PlanSnapshot? = nil, weeks: [WeekOfWork] = [], quietTimes: [Int: QuietTime] = [:],
    kept: KeptPast = KeptPast()
  ) {
    self.ticks = ticks
    self.before = before
    self.weeks = weeks
    self.quietTimes = quietTimes
    self.kept = kept
  }
}

extension PlanHistory {
  /// What was done in the days of a review and in the eight weeks that end with them.
  package func evidence(for period: ReviewPeriod, work: RemainingWork) -> ReviewEvidence {
    let record = PastRecord(self, through: plan.today, work: work, countingTodayAs: period.days.last)
    var kept = KeptPast(weeks: record.keptWeeks(of: period.days))
    let progress = uncommitted
    if !progress.isEmpty { kept.uncommitted = [KeptPast.Uncommitted(day: period.days.last, progress: progress)] }
    guard let before = plan(atEndOf: period.days.first - 1) else {
      return ReviewEvidence(quietTimes: quietTimes, kept: kept)
    }
    var evidence = ReviewEvidence(
      ticks: ticks(after: period.days.first - 1), before: snapshot(of: before, after: period.days.first - 1),
      quietTimes: quietTimes, kept: kept)
    evidence.work = ReviewEvidence.PeriodOfWork(
      milestones: record.minutesByMilestone(in: period.days), others: record.minutesOfOthers(in: period.days))
    evidence.weeks = PastWeeks(record, through: period.days.last).weeks.suffix(8).map { week in
      let minutes = week.minutes.enumerated().map { ($0.offset, Int($0.element.rounded())) }
      return ReviewEvidence.WeekOfWork(
        monday: week.monday, minutes: Dictionary(uniqueKeysWithValues: minutes.filter { $0.1 > 0 }),
        finishedMinutes: Int(week.counted.rounded()), freeMinutes: week.freeMinutes)
    }
    return evidence
  }

  /// The plan as it was, with what was done by then and committed later.
  private func snapshot(of before: Plan, after day: Day) -> PlanSnapshot {
    var snapshot = PlanSnapshot(of: ScheduledPlan(before))
    let names = Dictionary(plan.milestones.indices.map { (plan.name(of: $0), $0) }, uniquingKeysWith: { one, _ in one })
    for index in snapshot.entries.indices {
      guard let milestone = names[snapshot.entries[index].name] else { continue }
      if let done = done(milestone: milestone), done.day <= day { snapshot.entries[index].isDone = true }
      snapshot.entries[index].amount = amount(of: milestone, atEndOf: day, in: before)
    }
    return snapshot
  }
}
