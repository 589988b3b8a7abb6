import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// Finds candidates: single levers, the best of them joined in pairs, and for each of these later ends from its own forecast.
///
/// Found by search over all levers on made-up late vaults: three levers and more add nothing worth their plans.
struct CandidateSearch {
  /// Enough to rank; what is shown is run again with all.
  static let runs = 250
  /// At most so many goals are helped, the worst first.
  private static let mostGoals = 12
  private static let mostJoined = 8
  /// Two of these say more than one.
  private static let joinable: Set<RecoveryAction.Kind> = [.cut, .pause, .order]

  let ground: TrialGround
  let stake: EndsAtStake
  /// Only this goal is helped; nil helps all.
  let focus: Int?
  /// Plans that may still be made.
  private var plansLeft: Int
  private(set) var candidates: [Candidate] = []
  private var known: Set<Set<PlannedWrite>> = []

  init(_ ground: TrialGround, _ stake: EndsAtStake, focus: Int?) {
    self.ground = ground
    self.stake = stake
    self.focus = focus
    plansLeft = Self.plans(goals: ground.outlook.plan.activeGoals.count)
  }

  /// How many plans are made for a vault: fewer where each costs more.
  private static func plans(goals: Int) -> Int {
    switch goals {
    case ...8: 95
    case ...20: 50
    case ...100: 30
    default: 15
    }
  }

  /// What levers see.
  var levers: LeverGround {
    let plan = ground.outlook.plan
    let places = stake.ends.indices.filter { place in
      stake.chances[place] < EndsAtStake.enough && (focus.map { $0 == stake.ends[place].goal } ?? true)
    }.sorted { (stake.chances[$0], $0) < (stake.chances[$1], $1) }
    var goals: [Int] = []
    for place in places where !goals.contains(stake.ends[place].goal) { goals.append(stake.ends[place].goal) }
    goals = Array(goals.prefix(Self.mostGoals))
    var days: [Day] = []
    for goal in goals {
      if let day = plan.fixedEnd(of: goal).flatMap({ plan.milestones[$0].due }) ?? plan.goals[goal].deadline {
        days.append(day)
      }
    }
    // A goal whose end may move can use hours until its likely day.
    let movable = goals.first { plan.fixedEnd(of: $0) == nil }
    let likely = movable.flatMap { ground.outlook.forecast?.will(ofGoal: $0)?.p50 }
    let furthest = [days.max(), likely.map { min($0, ground.outlook.problem.today + 365) }].compactMap(\.self).max()
    let lastDays = Set([days.min(), days.max(), furthest].compactMap(\.self)).sorted()
    return LeverGround(ground.outlook, goalsToHelp: goals, lastDays: lastDays, only: focus.map { [$0] })
  }

  /// Fills `candidates`.
  mutating func run() {
    let levers = self.levers
    guard !levers.goalsToHelp.isEmpty else { return }
    add(Trial(actions: [], snapshot: ground.snapshot, outlook: ground.outlook), levers)
    let singles =
      OrderLever.actions(levers) + ShareLever.actions(levers) + PauseLever.actions(levers) + CutLever.actions(levers)
      + ShrinkLever.actions(levers) + HoursLever.actions(levers)
    var tried: [(action: RecoveryAction, worth: Double)] = []
    let most = plansLeft / 2
    for action in Self.interleaved(singles).prefix(most) {
      guard let chances = plan([action], levers) else { continue }
      tried.append((action, chances))
    }
    tried.sort { $0.worth > $1.worth }
    let best = Array(tried.filter { $0.worth > 0 }.prefix(Self.mostJoined).map(\.action))
    let kept = plansLeft / 3
    for (one, other) in Self.pairs(best.count) where plansLeft > kept {
      guard best[one].kind != best[other].kind || Self.joinable.contains(best[one].kind) else { continue }
      _ = plan([best[one], best[other]], levers)
    }
  }

  /// Plans with a candidate's later ends, in place of its estimate.
  ///
  /// - Returns: false where no plan is left to be made, or it can't be written.
  mutating func confirm(_ candidate: Candidate) -> Bool {
    candidates.removeAll { $0.key == candidate.key }
    return plan(candidate.actions, levers) != nil
  }

  /// Makes a plan with the actions and adds what follows.
  ///
  /// - Returns: how much it helps for what it asks; nil where it can't be planned.
  private mutating func plan(_ actions: [RecoveryAction], _ levers: LeverGround) -> Double? {
    guard plansLeft > 0, let trial = ground.forecast(actions, runs: Self.runs) else { return nil }
    plansLeft -= 1
    add(trial, levers)
    return worth(trial)
  }

  private mutating func add(_ trial: Trial, _ levers: LeverGround) {
    let exact =
      trial.actions.isEmpty
      ? []
      : [
        Candidate(trial.actions, chances: stake.chances(in: trial.outlook), isExact: true)
      ]
    for candidate in exact + trial.laterEnds(stake, levers, onlyOf: focus.map { [$0] }) {
      if known.insert(candidate.key).inserted || candidate.isExact { candidates.append(candidate) }
    }
  }

  /// How much sooner and surer the ends come, for each unit of what it asks: an end that stays out of reach counts by its
  /// weeks, since only several levers together may bring it back.
  private func worth(_ trial: Trial) -> Double {
    guard let before = ground.outlook.forecast, let after = trial.outlook.forecast else { return 0 }
    let chances = stake.chances(in: trial.outlook)
    var gain = 0.0
    for (place, end) in stake.ends.enumerated() {
      let weight = Disruption.weight(ofPriority: end.priority)
      gain += 100 * weight * (min(EndsAtStake.enough, chances[place]) - min(EndsAtStake.enough, stake.chances[place]))
      guard stake.chances[place] < EndsAtStake.enough, let was = before.will(ofGoal: end.goal)?.p50,
        let now = after.will(ofGoal: end.goal)?.p50
      else { continue }
      gain += 3 * weight * Double(max(-8, min(8, (was - now) / 7)))
    }
    return gain / (trial.actions.disruption + 2)
  }

  /// One of each kind in turn, so that a budget leaves out none.
  private static func interleaved(_ actions: [RecoveryAction]) -> [RecoveryAction] {
    var byKind: [[RecoveryAction]] = []
    for action in actions {
      if let place = byKind.firstIndex(where: { $0[0].kind == action.kind }) {
        byKind[place].append(action)
      } else {
        byKind.append([action])
      }
    }
    var result: [RecoveryAction] = []
    for turn in 0..<(byKind.map(\.count).max() ?? 0) {
      for kind in byKind where turn < kind.count { result.append(kind[turn]) }
    }
    return result
  }

  /// The pairs of so many things, those of the first ones first.
  private static func pairs(_ count: Int) -> [(Int, Int)] {
    guard count > 1 else { return [] }
    return (1..<count).flatMap { other in (0..<other).map { ($0, other) } }
  }
}
