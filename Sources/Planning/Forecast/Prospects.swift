package import PlanDocuments

/// Where a plan's milestones and goals probably land, in days, and what that rests on.
package struct Prospects: Sendable {
  /// The days by whose ends 50, 80 and 95 in 100 of all runs are complete; nil where fewer ever are.
  package struct Will: Hashable, Sendable {
    package var p50: Day?
    package var p80: Day?
    package var p95: Day?
  }

  package let forecast: Forecast
  package let evidence: ForecastEvidence
  let seed: UInt64
  private let today: Day
  /// The job of each milestone of the plan; nil where it is not planned.
  private let jobs: [Int?]

  /// - Parameter seed: nil is a hash of the plan. Plans that are held against each other have the same luck with one
  /// seed.
  package init(_ outlook: Outlook, evidence: ForecastEvidence, seed: UInt64? = nil, runs: Int = Forecast.runs) {
    let seed = seed ?? outlook.plan.fingerprint
    self.seed = seed
    self.evidence = evidence
    today = outlook.problem.today
    jobs = outlook.jobs
    forecast = Forecast(
      ForecastProblem(
        outlook.problem, schedule: outlook.schedule, plan: outlook.plan, evidence: evidence, seed: seed), runs: runs)
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

  /// Nil for a goal with nothing planned.
  package func will(ofGoal goal: Int) -> Will? { forecast.goals[goal].map { will($0.completion) } }

  /// The chance that a goal is complete by the end of a day; nil with nothing planned.
  package func chance(ofGoal goal: Int, by day: Day) -> Double? { forecast.goals[goal]?.chance(by: day - today) }

  /// The milestone whose slip most often decides a goal's end, and in which share of the late runs.
  package func decider(ofGoal goal: Int) -> (milestone: Int, share: Double)? {
    guard let decider = forecast.goals[goal]?.decider else { return nil }
    return jobs.firstIndex(of: decider.milestone).map { ($0, decider.share) }
  }

  private func will(_ days: Forecast.Quantiles) -> Will {
    Will(p50: days.p50.map { today + $0 }, p80: days.p80.map { today + $0 }, p95: days.p95.map { today + $0 })
  }
}

extension Prospects {
  /// The chance that an end holds: of a goal its deadline, of a fixed milestone that all before it is complete.
  package func chance(of end: EndResult.End, by day: Day?) -> Double? {
    switch end {
    case .goal(let goal): day.flatMap { chance(ofGoal: goal, by: $0) }
    case .fixed(let milestone):
      fixed(ofMilestone: milestone)?.chance
    }
  }

  /// Percentages say more than is known before four weeks of one's own.
  package var hasPercentages: Bool { evidence.ownWeeks >= ReferenceClass.weeksUntilPercentages }
}

extension Plan {
  /// A number for what the plan's files say and its day, the same on every machine (FNV-1a).
  package var fingerprint: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for document in [settings.document] + documents {
      for byte in document.text.path.bytes { add(byte) }
      for byte in document.text.bytes { add(byte) }
      add(0)
    }
    for byte in today.description.utf8 { add(byte) }
    return hash
  }
}

extension Outlook {
  /// The plan with all that history knows of it: waits that run since a box was ticked, and the forecast.
  package init(_ plan: Plan, from firstDay: Day? = nil, history: PlanHistory, runs: Int = Forecast.runs) {
    self.init(plan, from: firstDay, handedOver: history.handedOver)
    foresee(ForecastEvidence(history, self), runs: runs)
  }

  /// The same of a plan that was laid without looking at history.
  package init(_ planned: Outlook, history: PlanHistory) {
    let handedOver = history.handedOver
    self = handedOver.isEmpty ? planned : Outlook(planned.plan, handedOver: handedOver)
    foresee(ForecastEvidence(history, self))
  }

  /// The forecast of a plan that is held against another: with the same evidence and the same luck, so that only the
  /// plans make a difference.
  package mutating func foresee(like other: Prospects, runs: Int = Forecast.runs) {
    foresee(other.evidence, seed: other.seed, runs: runs)
  }

  /// Adds the forecast, where hours are declared or waits are planned.
  package mutating func foresee(_ evidence: ForecastEvidence, seed: UInt64? = nil, runs: Int = Forecast.runs) {
    prospects = Prospects(self, evidence: evidence, seed: seed, runs: runs)
  }
}
