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
    /// Minutes that were free for any active goal.
    package var freeMinutes: Int

    package init(monday: Day, minutes: [Int: Int], freeMinutes: Int) {
      self.monday = monday
      self.minutes = minutes
      self.freeMinutes = freeMinutes
    }
  }

  package var ticks: [SeenTick]
  /// The state of the plan when the period began; nil where nothing remembers it.
  package var before: PlanSnapshot?
  /// Oldest first, the period's own weeks included; empty where there is no history.
  package var weeks: [WeekOfWork]

  package init(ticks: [SeenTick] = [], before: PlanSnapshot? = nil, weeks: [WeekOfWork] = []) {
    self.ticks = ticks
    self.before = before
    self.weeks = weeks
  }
}

extension PlanHistory {
  /// What was done in the days of a review and in the eight weeks that end with them.
  package func evidence(for period: ReviewPeriod, work: RemainingWork) -> ReviewEvidence {
    guard let before = plan(atEndOf: period.days.first - 1) else { return ReviewEvidence() }
    let weeks = PastWeeks(self, through: period.days.last, work: work).weeks.suffix(8)
    return ReviewEvidence(
      ticks: ticks(after: period.days.first - 1), before: PlanSnapshot(of: ScheduledPlan(before)),
      weeks: weeks.map { week in
        let minutes = week.minutes.enumerated().map { ($0.offset, Int($0.element.rounded())) }
        return ReviewEvidence.WeekOfWork(
          monday: week.monday, minutes: Dictionary(uniqueKeysWithValues: minutes.filter { $0.1 > 0 }),
          freeMinutes: week.freeMinutes)
      })
  }
}
