import PlanDocuments
import PlanModel
import Scheduling

/// How often past forecasts held: the vault's own commits replayed, week by week, each with nothing but what was known
/// then.
package struct ForecastScore: Hashable, Sendable {
  /// Checks of one kind of date: how many there were, and how many held.
  package struct Held: Hashable, Sendable {
    package var checks = 0
    package var held = 0

    package var share: Double { checks > 0 ? Double(held) / Double(checks) : 0 }

    /// By how much the share lies off by chance alone, √(p(1 − p) ÷ n), if a share of p is wanted.
    package func standardError(wanted share: Double) -> Double {
      checks > 0 ? (share * (1 - share) / Double(checks)).squareRoot() : 0
    }
  }

  /// What so many dates can show.
  package enum Verdict: String, Hashable, Sendable {
    /// Fewer milestones than tell 80 in 100 from 60 or 100.
    case tooFew
    case asPromised
    /// The dates hold less often than they say, or more often.
    case tooEarly, tooLate
  }

  package var p50 = Held()
  package var p80 = Held()
  package var p90 = Held()
  package var p95 = Held()
  /// The plan as it was then, every free hour used.
  package var naive = Held()
  package var chances = ChanceScore()
  package var drift = ForecastDrift()
  /// Weeks whose forecasts were looked at, and milestones that they were about.
  package var weeks = 0
  package var milestones = 0

  private static let mostWeeks = 52
  /// Enough to tell 50 from 80 from 95 in 100, in a quarter of the time.
  private static let runs = 500
  /// Two standard errors of 80 in 100 are 0.2 then.
  package static let milestonesForVerdict = 16

  /// Forecasts of one milestone in several weeks are much alike, so that milestones count and not checks.
  package func verdict(_ held: Held, wanted: Double) -> Verdict {
    guard milestones >= Self.milestonesForVerdict else { return .tooFew }
    let error = (wanted * (1 - wanted) / Double(milestones)).squareRoot()
    if abs(held.share - wanted) <= 2 * error { return .asPromised }
    return held.share < wanted ? .tooEarly : .tooLate
  }

  /// A date is checked once it is past, whatever came of it: one that is checked as soon as the milestone is done would
  /// make those done early count for more.
  package init(_ history: PlanHistory) {
    let today = history.plan.today
    guard let first = history.firstDay else { return }
    var mondays: [(day: Day, state: Int)] = []
    var monday = max(first.monday + 7, today.monday - 7 * Self.mostWeeks)
    while monday < today {
      // Where nobody knows the hours that there were, the forecast of then can't be made again.
      if history.areHoursKnown(inWeekOf: monday - 7), let state = history.state(atEndOf: monday - 1) {
        mondays.append((monday, state))
      }
      monday = monday + 7
    }
    var milestoneOf: [Int: Int] = [:]
    for (index, trace) in history.traces.enumerated() { milestoneOf[trace.identity] = index }
    let traced = history.traced.keeping(Set(mondays.map(\.state)), today: today)
    var checked: Set<Int> = []
    for (monday, state) in mondays {
      guard let known = traced.cut(after: state) else { continue }
      let then = Plan(reading: history.past.states[state].snapshot, today: monday)
      let outlook = ForecastedPlan(then, history: PlanHistory(known, current: then), runs: Self.runs)
      weeks += 1
      for (milestone, identity) in traced.identities[state].enumerated() {
        guard let will = outlook.forecast?.quantiles(ofMilestone: milestone), let now = milestoneOf[identity],
          history.plan.milestones[now].state != .cancelled
        else { continue }
        let done = history.done(milestone: now)
        if let done, !done.isExact { continue }
        func check(_ held: WritableKeyPath<ForecastScore, Held>, _ day: Day?) {
          guard let day, day < today else { return }
          checked.insert(identity)
          self[keyPath: held].checks += 1
          if let done, done.day <= day { self[keyPath: held].held += 1 }
        }
        check(\.p50, will.p50.map { monday + $0 })
        check(\.p80, will.p80.map { monday + $0 })
        check(\.p90, will.p90.map { monday + $0 })
        check(\.p95, will.p95.map { monday + $0 })
        check(\.naive, outlook.dates(of: milestone)?.completion)
      }
      for (goal, identity) in traced.goalIdentities[state].enumerated() {
        drift.add(outlook, goal: goal, identity: identity)
        guard let deadline = then.goals[goal].deadline, deadline < today, let now = history.currentGoals[identity],
          let chance = outlook.forecast?.chance(ofGoal: goal, by: deadline),
          let isReached = history.isReached(goal: now, by: deadline)
        else { continue }
        chances.add(
          chance, came: isReached, planned: outlook.schedule.goals[goal].completion.map { $0 <= deadline } ?? false)
      }
    }
    milestones = checked.count
  }
}

extension PlanHistory {
  /// All of a goal was done by the end of a day; nil where nobody knows when some of it was.
  fileprivate func isReached(goal: Int, by day: Day) -> Bool? {
    let milestones = plan.goals[goal].milestones.filter { plan.milestones[$0].state != .cancelled }
    if milestones.isEmpty { return nil }
    for milestone in milestones {
      guard plan.milestones[milestone].state == .done else { return false }
      guard let done = done(milestone: milestone), done.isExact || done.day <= day else { return nil }
      if done.day > day { return false }
    }
    return true
  }
}
