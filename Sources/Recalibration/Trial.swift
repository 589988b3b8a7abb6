package import Forecasting
package import PlanDocuments
package import PlanModel
import Scheduling

/// Some actions taken: the vault as it would be, planned again by the same scheduler.
package struct Trial: Sendable {
  var actions: [RecoveryAction]
  var snapshot: VaultSnapshot
  package var outlook: ForecastedPlan
}

/// The vault as it is, and what every way out is held against.
package struct TrialGround: Sendable {
  let snapshot: VaultSnapshot
  package let outlook: ForecastedPlan
  /// The goals that need a way out: their end does not hold, or, where all do, they use days of their buffer.
  let goalsToRecover: [Int]
  /// Every deadline and fixed date holds; what is goalsToRecover uses its buffer, and a way out must give it back.
  let holdsDeadlines: Bool
  /// Ends that do not hold in the plan as it is: a way out need not mend them unless they are `goalsToRecover`.
  private let failingBefore: Set<EndResult.End>

  package init(snapshot: VaultSnapshot, outlook: ForecastedPlan, focus: Int?) {
    self.snapshot = snapshot.noting(outlook.plan)
    self.outlook = outlook
    let ends = EndResult.all(in: outlook)
    failingBefore = Set(ends.filter(\.isPastDeadline).map(\.end))
    func goals(of ends: [EndResult]) -> [Int] {
      var goals: [Int] = []
      for end in ends {
        let goal = end.goal(in: outlook.plan)
        if !goals.contains(goal), focus == nil || focus == goal { goals.append(goal) }
      }
      return goals
    }
    let late = goals(of: ends.filter(\.isPastDeadline))
    holdsDeadlines = late.isEmpty
    goalsToRecover = late.isEmpty ? goals(of: ends.filter { $0.daysPastTarget != 0 && $0.target != nil }) : late
  }

  /// Writes the actions into the vault and plans it; nil where a file cannot be edited so.
  package func trial(_ actions: [RecoveryAction]) -> Trial? {
    var writes = MakeWrites(in: outlook.plan)
    guard (try? writes.add(actions.writes)) != nil, let change = try? writes.change(titled: "") else { return nil }
    let changed = snapshot.applying(change)
    let plan = Plan(reading: changed, today: outlook.plan.today)
    return Trial(
      actions: actions, snapshot: changed,
      outlook: ForecastedPlan(plan, handedOver: outlook.handedOver, extent: .rough))
  }

  /// The same trial with the best plan that can be found.
  func fullyScheduled(_ trial: Trial) -> Trial {
    var trial = trial
    trial.outlook = ForecastedPlan(
      trial.outlook.plan, handedOver: outlook.handedOver)
    return trial
  }

  enum Standing: Comparable {
    case fails, holdsDeadlines, holdsTargets
  }

  /// How far a trial mends what is goalsToRecover without breaking what held.
  func standing(of trial: Trial) -> Standing {
    var standing = Standing.holdsTargets
    for end in EndResult.all(in: trial.outlook) {
      let isTroubled = goalsToRecover.contains(end.goal(in: trial.outlook.plan))
      guard isTroubled || !failingBefore.contains(end.end) else { continue }
      if end.isPastDeadline { return .fails }
      if isTroubled, end.daysPastTarget != 0 { standing = .holdsDeadlines }
    }
    return holdsDeadlines && standing == .holdsDeadlines ? .fails : standing
  }

  /// The first of the ways that keeps every target; else the first that keeps every deadline.
  func firstThatHolds(of ways: some Sequence<[RecoveryAction]>) -> Trial? {
    var second: Trial?
    for actions in ways {
      guard let trial = trial(actions) else { continue }
      switch standing(of: trial) {
      case .holdsTargets: return trial
      case .holdsDeadlines: second = second ?? trial
      case .fails: continue
      }
    }
    return second
  }
}

extension EndResult {
  /// The ends of all active goals and their fixed milestones, in the order of the files.
  ///
  /// A goal's completion is that of all that is not fixed: the target binds nothing else.
  package static func all(in outlook: ForecastedPlan) -> [EndResult] {
    var results: [EndResult] = []
    for goal in outlook.plan.goals.indices where outlook.plan.goals[goal].status == .active {
      let milestones = outlook.plan.goals[goal].milestones.filter { outlook.jobs[$0] != nil }
      guard !milestones.isEmpty else { continue }
      for milestone in milestones {
        guard let job = outlook.jobs[milestone], let fixed = outlook.problem.jobs[job].fixed else { continue }
        results.append(
          EndResult(
            end: .fixed(milestone), completion: ready(job, in: outlook), deadline: fixed, target: fixed,
            minutesLeft: outlook.work[milestone].remaining))
      }
      if outlook.problem.goals[goal].hasOpenEnd { continue }
      results.append(
        EndResult(
          end: .goal(goal), completion: completion(of: milestones, in: outlook),
          deadline: outlook.plan.goals[goal].deadline, target: outlook.plan.target(of: goal),
          minutesLeft: outlook.remainingMinutes(ofGoal: goal),
          shortfallMinutes: outlook.schedule.goals[goal].shortfallMinutes))
    }
    guard let forecast = outlook.forecast else { return results }
    for index in results.indices {
      results[index].chance = forecast.chance(of: results[index].end, by: results[index].deadline)
      if case .goal(let goal) = results[index].end {
        results[index].will = forecast.will(ofGoal: goal)
      }
    }
    return results
  }

  private static func completion(of milestones: [Int], in outlook: ForecastedPlan) -> Day? {
    let dates = milestones.compactMap { outlook.jobs[$0] }
    let free = dates.filter { outlook.problem.jobs[$0].fixed == nil }
    let completions = (free.isEmpty ? dates : free).map { outlook.schedule.jobs[$0].completion }
    return completions.contains(nil) ? nil : completions.compactMap(\.self).max()
  }

  /// When a fixed milestone's work and all that comes before it are complete in the plan; nil is never.
  private static func ready(_ job: Int, in outlook: ForecastedPlan) -> Day? {
    let dates = outlook.schedule.jobs[job]
    guard dates.completion != nil else { return nil }
    var days = [outlook.problem.today]
    for before in outlook.problem.jobs[job].predecessors {
      guard let day = outlook.schedule.jobs[before].completion else { return nil }
      days.append(day)
    }
    if let last = dates.portions.last { days.append(last.day + outlook.problem.jobs[job].wait) }
    return days.max()
  }

  /// The goal that the end belongs to.
  package func goal(in plan: Plan) -> Int {
    switch end {
    case .goal(let goal): goal
    case .fixed(let milestone): plan.milestones[milestone].goal
    }
  }

  /// Its deadline does not hold: later, or never.
  package var isPastDeadline: Bool { deadline != nil && daysPastDeadline != 0 }
}

extension VaultSnapshot {
  /// What is known of the running week stays known in a changed copy.
  func noting(_ plan: Plan) -> VaultSnapshot {
    var snapshot = self
    snapshot.minutesThisWeek = plan.minutesThisWeek
    return snapshot
  }
}
