package import Forecasting
import PlanDocuments
package import PlanModel
import Scheduling

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
