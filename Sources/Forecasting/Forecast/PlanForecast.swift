package import PlanDocuments
import PlanModel
package import Scheduling

/// Where a plan's milestones and goals probably land, in days, and what that rests on.
package struct PlanForecast: Sendable {
  /// The days by whose ends 50, 80 and 95 in 100 of all runs are complete; nil where fewer ever are.
  package struct Will: Hashable, Sendable {
    package var p50: Day?
    package var p80: Day?
    package var p95: Day?
  }

  package let forecast: Forecast
  package let evidence: ForecastEvidence
  private let today: Day
  /// The job of each milestone of the plan; nil where it is not planned.
  private let jobs: [Int?]
  /// Goals of which no day can be said, since some of their work has no dates.
  private let hasOpenEnd: [Bool]

  package init(_ scheduled: ScheduledPlan, evidence: ForecastEvidence, runs: Int = Forecast.runs) {
    let runs = min(runs, Forecast.runs(ofMilestones: scheduled.problem.jobs.count))
    var evidence = evidence
    evidence.runs = runs
    self.evidence = evidence
    today = scheduled.problem.today
    jobs = scheduled.jobs
    hasOpenEnd = scheduled.problem.goals.map(\.hasOpenEnd)
    forecast = Forecast(
      ForecastProblem(
        scheduled.problem, schedule: scheduled.schedule, plan: scheduled.plan, evidence: evidence), runs: runs)
  }

  /// Nil for one that is fixed, or not planned.
  package func will(ofMilestone milestone: Int) -> Will? {
    jobs[milestone].flatMap { forecast.milestones[$0].completion }.map(will)
  }

  /// Days from the plan's first day, with 9 in 10 too.
  func quantiles(ofMilestone milestone: Int) -> Forecast.Quantiles? {
    jobs[milestone].flatMap { forecast.milestones[$0].completion }
  }

  /// Given for a fixed milestone that is planned.
  package func fixed(ofMilestone milestone: Int) -> Forecast.FixedForecast? {
    jobs[milestone].flatMap { forecast.milestones[$0].fixed }
  }

  /// Nil for a goal with nothing planned, and for one with work that has no dates.
  package func will(ofGoal goal: Int) -> Will? { ended(goal).map { will($0.completion) } }

  /// The chance that a goal is complete by the end of a day; nil where `will` is.
  package func chance(ofGoal goal: Int, by day: Day) -> Double? { ended(goal)?.chance(by: day - today) }

  private func ended(_ goal: Int) -> Forecast.GoalForecast? { hasOpenEnd[goal] ? nil : forecast.goals[goal] }

  /// The milestone whose slip most often decides a goal's end, and in which share of the late runs.
  package func drivingMilestone(ofGoal goal: Int) -> (milestone: Int, share: Double)? {
    guard let drivingMilestone = forecast.goals[goal]?.drivingMilestone else { return nil }
    return jobs.firstIndex(of: drivingMilestone.milestone).map { ($0, drivingMilestone.share) }
  }

  private func will(_ days: Forecast.Quantiles) -> Will {
    Will(p50: days.p50.map { today + $0 }, p80: days.p80.map { today + $0 }, p95: days.p95.map { today + $0 })
  }
}

extension PlanForecast {
  /// Percentages say more than is known before four weeks of one's own.
  package var hasPercentages: Bool { evidence.ownWeeks >= ReferenceClass.weeksUntilPercentages }
}
