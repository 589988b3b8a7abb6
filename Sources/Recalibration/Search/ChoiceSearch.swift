package import Forecasting
package import PlanDocuments
import PlanModel
import Scheduling

/// Looks for the choices that really help, each tried at the person's pace by writing it into the vault in memory, planning
/// again, and forecasting with the same luck.
package struct ChoiceSearch: Sendable {
  private let ground: TrialGround
  private let focus: Int?
  /// A choice moves an end to the day that its own plan gives; so often at most is that looked for again.
  private static let mostConfirmed = 24

  /// What the runs of the search may say too much, in chance.
  private static let leniency = 0.03

  /// - Parameter focus: only this goal is to be helped, and only its dates move; nil helps all.
  package init(of snapshot: VaultSnapshot, _ outlook: ForecastedPlan, focus: Int? = nil) {
    ground = TrialGround(snapshot: snapshot, outlook: outlook)
    self.focus = focus
  }

  private var outlook: ForecastedPlan { ground.outlook }

  package func choices() -> Choices {
    let baseline = EndResult.all(in: outlook)
    var choices = Choices(
      baseline: baseline,
      small: Completions(plan: outlook.plan, work: outlook.work).choices + [movedDates].compactMap(\.self))
    let stake = EndsAtStake(of: outlook)
    var search = CandidateSearch(ground, stake, focus: focus)
    search.run()
    let (rungs, front) = confirmedRungs(&search, stake)
    choices.question = WaitQuestion(ground: ground, stake: stake).asked(about: search.levers.goalsToHelp)
    choices.hopeless = front.hopeless.sorted().map { stake.ends[$0].end }
    var made: [Choice] = []
    var shown: [Candidate] = []
    for candidate in rungs + [lastResort(rungs, front, search)].compactMap(\.self) {
      guard let (choice, chances) = choice(candidate, stake) else { continue }
      var exact = candidate
      exact.chances = chances
      let isRung = candidate.givesUp || front.rungs(of: shown + [exact], leniency: Self.leniency).count > shown.count
      guard isRung else { continue }
      shown.append(exact)
      made.append(choice)
    }
    var offered = made
    for place in offered.indices {
      offered[place].number = place + 1
      let harmed = front.harmed(by: shown[place]).map { stake.ends[$0].end }
      offered[place].effects = effects(of: shown[place], stake) + harmed
    }
    if let advised = front.advised(among: shown) {
      offered[advised.place].isAdvised = true
      choices.adviceIsEven = advised.isEven
    }
    choices.offered = offered
    return choices
  }

  /// The front with every estimate in it replaced by a plan.
  private func confirmedRungs(_ search: inout CandidateSearch, _ stake: EndsAtStake) -> ([Candidate], ChoiceFront) {
    var front = ChoiceFront(search.candidates, stake)
    for _ in 0..<Self.mostConfirmed {
      guard let estimate = front.rungs.first(where: { !$0.isExact }), search.confirm(estimate) else { break }
      front = ChoiceFront(search.candidates, stake)
    }
    let exact = ChoiceFront(search.candidates.filter(\.isExact), stake, hopeless: front.hopeless)
    return (exact.rungs, exact)
  }

  /// Giving up a goal or a fixed date, where nothing else brings it to even odds: the one that gives the others most.
  private func lastResort(_ rungs: [Candidate], _ front: ChoiceFront, _ search: CandidateSearch) -> Candidate? {
    guard rungs.count < ChoiceFront.mostRungs else { return nil }
    let stake = front.stake
    let lost = stake.ends.indices.filter { place in
      stake.ends[place].isFixed && stake.chances[place] < 0.5
        && !search.candidates.contains { $0.chances[place] >= 0.5 }
        && (focus.map { $0 == stake.ends[place].goal } ?? true)
    }
    let bases = [[]] + [rungs.last?.actions].compactMap(\.self)
    let tried = lost.prefix(3).flatMap { place -> [Candidate] in
      let goal = stake.ends[place].goal
      let likely = outlook.forecast?.will(ofGoal: goal)?.p80
      return GivingUp.actions(search.levers, goal: goal, likely: likely).flatMap { action in
        bases.compactMap { base in
          // What is given up needs no other help.
          let others = base.filter { !$0.goals.contains(goal) || $0.kind == .cut }
          return ground.forecast([action] + others, runs: CandidateSearch.runs).map {
            Candidate([action] + others, chances: stake.chances(in: $0.outlook), isExact: true)
          }
        }
      }
    }
    let before = front.value(rungs.last?.chances ?? stake.chances)
    return tried.filter { front.value($0.chances).mean - before.mean >= ChoiceFront.better }
      .max { front.value($0.chances).mean < front.value($1.chances).mean }
  }

  /// The candidate as a whole choice: with the dates that it moves, planned once more with all that it writes.
  private func choice(_ candidate: Candidate, _ stake: EndsAtStake) -> (Choice, chances: [Double])? {
    guard let whole = ground.trial(candidate.actions, extent: .whole) else { return nil }
    let named = Set(candidate.actions.flatMap(\.goals))
    let dates = MovedDates(in: whole.outlook, goal: focus, named: named).writes
    let moved = RecoveryAction(phrase: "", writes: dates)
    guard let final = ground.taken(candidate.actions + [moved]) else { return nil }
    let results = Dictionary(
      EndResult.all(in: final.outlook).map { ($0.end, $0) }, uniquingKeysWith: { one, _ in one })
    let aligned = EndResult.all(in: outlook).map { before in
      result(of: before.end, among: results, in: final.outlook.plan) ?? EndResult(givingUp: before.end)
    }
    let choice = Choice(
      number: 0, slug: "", sentence: candidate.actions.phrase, writes: candidate.actions.writes + dates,
      results: aligned, minutesSaved: candidate.actions.minutesSaved, minutesAdded: candidate.actions.minutesAdded,
      disruption: candidate.disruption)
    return (choice, stake.chances(in: final.outlook))
  }

  /// What becomes of an end: a fixed date that is given up is the end of its goal from then on.
  private func result(
    of end: EndResult.End, among results: [EndResult.End: EndResult], in plan: Plan
  ) -> EndResult? {
    if let same = results[end] { return same }
    guard case .fixed(let milestone) = end, plan.milestones[milestone].state == .open else { return nil }
    var result = results[.goal(plan.milestones[milestone].goal)]
    result?.end = end
    return result
  }

  /// The two ends that gain most by it, as their priorities weigh.
  private func effects(of candidate: Candidate, _ stake: EndsAtStake) -> [EndResult.End] {
    func gain(_ place: Int) -> Double {
      min(EndsAtStake.enough, candidate.chances[place]) - min(EndsAtStake.enough, stake.chances[place])
    }
    func weighted(_ place: Int) -> Double { gain(place) * Double(stake.weight(of: place)) }
    let sorted = stake.ends.indices.sorted { (weighted($1), $0) < (weighted($0), $1) }
    let named = sorted.filter { gain($0) >= ChoiceFront.noticeable || candidate.moves(stake.ends[$0].goal) }
    return (named.isEmpty ? sorted.prefix(1) : named.prefix(2)).map { stake.ends[$0].end }
  }

  /// Due dates that no longer hold, with every end where it is: a proposal by itself.
  private var movedDates: Choice? {
    let dates = MovedDates(in: outlook, goal: focus).writes
    guard !dates.isEmpty else { return nil }
    return Choice(
      number: 0, slug: Choices.movedDatesSlug,
      sentence:
        "Move the \(words: dates.count == 1 ? "due date" : "\(dates.count) due dates") that can no longer be met; every deadline stays.",
      writes: dates)
  }
}
