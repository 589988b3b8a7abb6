package import PlanDocuments
package import PlanModel
package import Scheduling

/// A scheduled plan together with its forecast: what every report, choice and note is made from.
package struct ForecastedPlan: Sendable {
  package var scheduled: ScheduledPlan
  /// The days on which the work probably ends; nil where nobody has looked at the past.
  package var forecast: PlanForecast?
  /// What the forecast knows of the past.
  package var history: PlanHistory?

  package init(_ scheduled: ScheduledPlan, forecast: PlanForecast? = nil) {
    self.scheduled = scheduled
    self.forecast = forecast
  }

  /// The plan scheduled as `ScheduledPlan` does, with no forecast.
  package init(
    _ plan: Plan, handedOver: [Int: Day] = [:], seed: UInt64 = 1,
    extent: PlanSchedule.Extent = .whole
  ) {
    self.init(ScheduledPlan(plan, handedOver: handedOver, seed: seed, extent: extent))
  }

  package var plan: Plan { scheduled.plan }
  package var hours: WorkHours { scheduled.hours }
  package var work: RemainingWork { scheduled.work }
  package var problem: ScheduleProblem { scheduled.problem }
  package var schedule: PlanSchedule { scheduled.schedule }
  /// The job of each of `Plan.milestones`; nil where it is not planned.
  package var jobs: [Int?] { scheduled.jobs }
  /// The day on which history first shows a milestone with no work left, by milestone.
  package var handedOver: [Int: Day] { scheduled.handedOver }

  /// The dates of a milestone; nil where it is not planned.
  package func dates(of milestone: Int) -> PlanSchedule.JobDates? { scheduled.dates(of: milestone) }

  /// What the plan says of a goal's end if every free hour is used.
  package func verdict(ofGoal goal: Int) -> GoalVerdict { scheduled.verdict(ofGoal: goal) }

  /// Minutes of work left in a goal, blocked work included.
  package func remainingMinutes(ofGoal goal: Int) -> Int { scheduled.remainingMinutes(ofGoal: goal) }

  /// The share of a goal's effort that is done, 0 to 1.
  package func doneShare(ofGoal goal: Int) -> Double { scheduled.doneShare(ofGoal: goal) }

  /// Days between a goal's completion and its target; below 0, the days of the buffer that are used.
  package func daysToSpare(ofGoal goal: Int, completion: Day, target: Day) -> Int {
    scheduled.daysToSpare(ofGoal: goal, completion: completion, target: target)
  }
}

extension ForecastedPlan {
  /// The plan with all that history knows of it: waits that run since a box was ticked, and the forecast.
  package init(_ plan: Plan, history: PlanHistory, runs: Int = Forecast.runs) {
    self.init(history.noted(in: plan), handedOver: history.handedOver)
    self.history = history
    addForecast(ForecastEvidence(history, scheduled), runs: runs)
  }

  /// The same of a plan that was laid without looking at history.
  package init(_ planned: ForecastedPlan, history: PlanHistory) {
    self = planned.knowing(history)
    self.history = history
    addForecast(ForecastEvidence(history, scheduled))
  }

  /// The plan that follows from what history knows: laid again only if that changes anything.
  package func knowing(_ history: PlanHistory) -> ForecastedPlan {
    let handedOver = history.handedOver
    let plan = history.noted(in: plan)
    guard handedOver.isEmpty, WorkHours(of: plan).goals == hours.goals else {
      return ForecastedPlan(plan, handedOver: handedOver)
    }
    var known = self
    known.scheduled.plan = plan
    return known
  }

  /// The forecast of a plan that is held against another: with the same evidence and the same luck, so that only the
  /// plans make a difference.
  package mutating func addForecast(like other: PlanForecast, runs: Int = Forecast.runs) {
    addForecast(other.evidence, runs: runs)
  }

  /// The forecast as it will be once the change is made: what the past says of habits and of scope depends on the plan.
  package mutating func addForecast(afterChanging other: ForecastedPlan, runs: Int = Forecast.runs) {
    guard let history = other.history else {
      if let forecast = other.forecast { addForecast(like: forecast, runs: runs) }
      return
    }
    let current = history.current(plan)
    self.history = current
    addForecast(ForecastEvidence(current, scheduled), runs: runs)
  }

  /// Adds the forecast, where hours are declared or waits are planned.
  package mutating func addForecast(_ evidence: ForecastEvidence, runs: Int = Forecast.runs) {
    forecast = PlanForecast(scheduled, evidence: evidence, runs: runs)
  }
}

extension PlanHistory {
  /// The plan with what was done this week, as far as the past is recorded.
  package func noted(in plan: Plan) -> Plan {
    var plan = plan
    let work = RemainingWork(in: plan, hours: WorkHours(of: plan), handedOver: handedOver)
    plan.minutesThisWeek = minutesThisWeek { work[$0].effort }
    return plan
  }
}
