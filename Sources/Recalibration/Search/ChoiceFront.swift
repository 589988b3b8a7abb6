import PlanModel

/// Chooses the few candidates that are worth showing, from the mildest to the one that asks most.
struct ChoiceFront {
  let stake: EndsAtStake
  /// Places in `stake.ends` that no candidate lifts to `hope`.
  let hopeless: Set<Int>
  private let candidates: [Candidate]

  /// So many at most, so that one can be chosen.
  static let mostRungs = 4
  /// A first choice raises some chance by this; a harm of as much is named.
  static let noticeable = 0.10
  /// A further one is better by this.
  static let better = 0.15
  /// It costs the other measure no more than this.
  static let slightly = 0.05
  /// Less than this is no chance.
  static let hope = 0.25

  /// - Parameter hopeless: places in `stake.ends` that are known to be; nil looks for them among the candidates.
  init(_ candidates: [Candidate], _ stake: EndsAtStake, hopeless: Set<Int>? = nil) {
    self.stake = stake
    let kept = candidates.filter { !$0.givesUp }
    self.hopeless =
      hopeless
      ?? Set(
        stake.ends.indices.filter { place in
          stake.chances[place] < Self.hope && !kept.contains { $0.chances[place] >= Self.hope }
        })
    self.candidates = kept.sorted { ($0.disruption, $0.actions.count) < ($1.disruption, $1.actions.count) }
  }

  func value(_ chances: [Double]) -> EndsAtStake.Value { stake.value(of: chances, without: hopeless) }

  /// The ends that lose by a candidate at the date that they have, places in `stake.ends`.
  func harmed(by candidate: Candidate) -> [Int] {
    stake.ends.indices.filter { place in
      !candidate.moves(stake.ends[place].goal)
        && stake.chances[place] - candidate.chances[place] >= Self.noticeable
    }
  }

  /// The rungs, mildest first; an estimate among them has to be made exact before it is shown.
  ///
  /// The last of them is the mildest that gives as many ends as possible even odds, those of a higher priority counting more.
  var rungs: [Candidate] {
    let all = rungs(of: candidates, leniency: 0)
    let fair = candidates.filter { candidate in
      !harmed(by: candidate).contains { !isNamed(stake.ends[$0].goal, by: candidate) }
    }
    let most = fair.map { evenEnds($0.chances) }.max() ?? 0
    guard most > evenEnds(stake.chances), !all.contains(where: { evenEnds($0.chances) >= most }),
      let furthest = fair.first(where: { evenEnds($0.chances) == most })
    else { return all }
    return Array(all.filter { $0.disruption < furthest.disruption }.prefix(Self.mostRungs - 1)) + [furthest]
  }

  /// The ends with even odds, each counted as much as its priority.
  private func evenEnds(_ chances: [Double], leniency: Double = 0) -> Int {
    chances.indices.reduce(0) { sum, place in
      chances[place] >= 0.5 - leniency ? sum + stake.weight(of: place) : sum
    }
  }

  /// Those that are still rungs, each judged beside the one before it.
  ///
  /// - Parameter leniency: so much less is enough, since more runs than the search has may say a little less.
  func rungs(of candidates: [Candidate], leniency: Double) -> [Candidate] {
    var rungs: [Candidate] = []
    var now = stake.chances
    for candidate in candidates where rungs.count < Self.mostRungs {
      if harmed(by: candidate).contains(where: { !isNamed(stake.ends[$0].goal, by: candidate) }) { continue }
      let isWorth = rungs.isEmpty ? isFirst(candidate, leniency) : isNext(candidate, after: now, leniency)
      let bringsMost = leniency > 0 && evenEnds(candidate.chances, leniency: leniency) > evenEnds(now)
      guard isWorth || bringsMost else { continue }
      rungs.append(candidate)
      now = candidate.chances
    }
    return rungs
  }

  /// The candidate's own words tell that it takes from the goal.
  private func isNamed(_ goal: Int, by candidate: Candidate) -> Bool {
    candidate.actions.contains { $0.goals.contains(goal) && ($0.kind == .pause || $0.kind == .share) }
  }

  private func isFirst(_ candidate: Candidate, _ leniency: Double) -> Bool {
    let lifts = stake.ends.indices.contains { place in
      !candidate.moves(stake.ends[place].goal)
        && min(EndsAtStake.enough, candidate.chances[place]) - stake.chances[place] >= Self.noticeable - leniency
    }
    let (now, then) = (value(stake.chances), value(candidate.chances))
    return (lifts || then.worst - now.worst >= Self.noticeable - leniency)
      && now.mean - then.mean <= Self.slightly + leniency
  }

  private func isNext(_ candidate: Candidate, after chances: [Double], _ leniency: Double) -> Bool {
    let (now, then) = (value(chances), value(candidate.chances))
    let worst = then.worst - now.worst
    let mean = then.mean - now.mean
    let bringsToEven = chances.indices.contains { place in
      chances[place] < 0.5 && candidate.chances[place] >= 0.5 - leniency
        && candidate.chances[place] - chances[place] >= Self.slightly
    }
    return (worst >= Self.better - leniency || mean >= Self.better - leniency || bringsToEven)
      && worst >= -Self.slightly - leniency && mean >= -Self.slightly - leniency
  }

  /// The place of the choice to advise, and whether it gives every end that can be helped even odds; nil where none gains
  /// anything, or the plan as it is needs none.
  ///
  /// It is the mildest that gives every goal that can be helped even odds, and every fixed date and every goal of priority 1
  /// at least 70 %; else the one that gives most ends even odds, or the best worst chance.
  func advised(among shown: [Candidate]) -> (place: Int, isEven: Bool)? {
    func isEnough(_ chances: [Double]) -> Bool {
      stake.ends.indices.allSatisfy { end in
        if hopeless.contains(end) { return true }
        return chances[end] >= (stake.ends[end].isFixed || stake.ends[end].priority <= 1 ? 0.7 : 0.5)
      }
    }
    if isEnough(stake.chances) { return nil }
    let fair = shown.indices.filter { !shown[$0].givesUp && !costsEqualOrHigher(shown[$0]) }
    if let enough = fair.first(where: { isEnough(shown[$0].chances) }) { return (enough, true) }
    let before = value(stake.chances)
    let best = fair.max { one, other in
      let (first, second) = (value(shown[one].chances), value(shown[other].chances))
      let even = (evenEnds(shown[one].chances), evenEnds(shown[other].chances))
      return (even.0, first.worst, first.mean) < (even.1, second.worst, second.mean)
    }
    guard let best else { return nil }
    let after = value(shown[best].chances)
    let gains = after.worst - before.worst >= Self.noticeable || after.mean - before.mean >= Self.noticeable
    let isEven = stake.ends.indices.allSatisfy { hopeless.contains($0) || shown[best].chances[$0] >= 0.5 }
    return gains ? (best, isEven) : nil
  }

  /// It takes 10 points from a goal that matters at least as much as every goal that gains so much.
  private func costsEqualOrHigher(_ candidate: Candidate) -> Bool {
    let gaining = stake.ends.indices.filter { candidate.chances[$0] - stake.chances[$0] >= Self.noticeable }
    guard let highest = gaining.map({ stake.ends[$0].priority }).min() else { return false }
    return harmed(by: candidate).contains { stake.ends[$0].priority <= highest }
  }
}
