import Forecasting
import PlanDocuments
import PlanModel

/// Some actions with what they do to the chances: found by planning with them, or estimated from a plan without the later
/// ends among them.
struct Candidate {
  var actions: [RecoveryAction]
  /// By the order of `EndsAtStake.ends`.
  var chances: [Double]
  var isExact: Bool
  let disruption: Double
  /// The same for two candidates that write the same.
  let key: Set<PlannedWrite>

  init(_ actions: [RecoveryAction], chances: [Double], isExact: Bool) {
    self.actions = actions
    self.chances = chances
    self.isExact = isExact
    disruption = actions.disruption
    key = Set(actions.writes)
  }

  var givesUp: Bool { actions.contains { $0.kind == .givingUp } }

  func moves(_ goal: Int) -> Bool {
    actions.contains { ($0.kind == .laterEnd || $0.kind == .givingUp) && $0.goals.contains(goal) }
  }
}

extension Trial {
  /// The same actions with later ends for goals that are still too unlikely: the days by which the trial's own forecast has
  /// them complete in half and in eight of ten runs, rounded up to a Sunday.
  ///
  /// - Returns: estimates; a later end leaves hours to others, which only a plan with it shows.
  func laterEnds(_ stake: EndsAtStake, _ ground: LeverGround, onlyOf goals: [Int]?) -> [Candidate] {
    guard let forecast = outlook.forecast else { return [] }
    let others = actions.filter { $0.kind != .laterEnd }
    let moved = Set(actions.filter { $0.kind == .laterEnd }.flatMap(\.goals))
    let chances = stake.chances(in: outlook)
    struct Movable {
      var place: Int
      var goal: Int
      /// By the deadline as it is in the files.
      var chance: Double
    }
    let movable = stake.ends.indices.compactMap { place -> Movable? in
      let goal = stake.ends[place].goal
      guard !stake.ends[place].isFixed, let deadline = ground.plan.goals[goal].deadline,
        goals.map({ $0.contains(goal) }) ?? true, let chance = forecast.chance(ofGoal: goal, by: deadline),
        chance < EndsAtStake.enough
      else { return nil }
      return Movable(place: place, goal: goal, chance: chance)
    }
    guard let worst = movable.min(by: { $0.chance < $1.chance }) else { return [] }
    let even = movable.filter { $0.chance < 0.5 }
    let sets: [([Movable], isSafe: Bool)] = [
      ([worst], false), ([worst], true), (even, false), (even, true), (movable, true),
    ]
    return sets.compactMap { members, isSafe in
      guard !members.isEmpty else { return nil }
      var estimated = chances
      // A goal that was moved and isn't any more has the chance of its old end.
      for place in stake.ends.indices where moved.contains(stake.ends[place].goal) {
        guard !members.contains(where: { $0.place == place }),
          let deadline = ground.plan.goals[stake.ends[place].goal].deadline
        else { continue }
        estimated[place] = forecast.chance(ofGoal: stake.ends[place].goal, by: deadline) ?? estimated[place]
      }
      var later: [RecoveryAction] = []
      for member in members {
        let will = forecast.will(ofGoal: member.goal)
        guard let day = isSafe ? will?.p80 : will?.p50 else { return nil }
        var end = day + (6 - day.weekday.fromMonday)
        // A later end leaves hours to others, and loses a little by that.
        while !isSafe, end < will?.p80 ?? end, forecast.chance(ofGoal: member.goal, by: end).map({ $0 < 0.55 }) ?? false
        {
          end = end + 7
        }
        guard let action = LaterEnd.action(goal: member.goal, to: end, ground) else { continue }
        later.append(action)
        estimated[member.place] = forecast.chance(ofGoal: member.goal, by: end) ?? 0
      }
      return later.isEmpty ? nil : Candidate(others + later, chances: estimated, isExact: false)
    }
  }
}
