import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// Looks for the least half hours a week that make goals hold, on the days that ask least: at the person's pace in 8 of 10
/// cases, or on paper where the pace is not known yet, or ten hours more were not enough for it.
struct HoursSearch {
  /// What an end is to hold by, the later ends of the choices too, give or take a run of the search.
  static let chance = 0.79
  static let runs = 500
  /// How often hours that are enough for each goal alone are raised until they are for all of them together.
  private static let mostRaises = 6

  let snapshot: VaultSnapshot
  let outlook: ForecastedPlan
  let ground: TrialGround
  /// What else is done.
  var actions: [RecoveryAction] = []
  /// Hours that are enough on paper are an answer too.
  var acceptsPaper = true

  private struct Found {
    let hours: HoursActions
    let ground: TrialGround
    let basis: Basis
    var halfHours: Int
    var way: HoursActions.Way

    /// The same way with other hours.
    func with(halfHours: Int) -> Found? {
      guard let other = hours.ways(minutes: 30 * halfHours).first(where: { $0.slug == way.slug }) else { return nil }
      var found = self
      found.halfHours = halfHours
      found.way = other
      return found
    }
  }

  private enum Basis {
    case pace, paper, paperForWantOfHistory

    var remark: Sentence {
      switch self {
      case .pace: "; at your pace that holds in 8 of 10 cases"
      case .paper: "; on paper that is enough, at your pace ten hours more would not be"
      case .paperForWantOfHistory: "; on paper that is enough, your own pace is not known yet"
      }
    }
  }

  /// Nil where no hours help.
  func trial(for goals: [Int]) -> Trial? {
    var found: [Found] = []
    for goal in goals {
      guard let hours = HoursActions(plan: outlook.plan, goal: goal, from: outlook.problem.today),
        let own = least(hours)
      else { continue }
      found.append(own)
    }
    guard !found.isEmpty else { return nil }
    for _ in 0...Self.mostRaises {
      guard let trial = trial(found) else { return nil }
      let isShort = found.map { !isEnough(trial, for: $0.hours, ground: ground, $0.basis) }
      if !isShort.contains(true) { return self.trial(lowered(found), says: true) }
      for index in found.indices where isShort[index] {
        guard found[index].halfHours < HoursActions.mostHalfHours,
          let more = found[index].with(halfHours: found[index].halfHours + 1)
        else { return self.trial(found) }
        found[index] = more
      }
    }
    return self.trial(found)
  }

  /// What one goal gets may leave another enough with less: each is lowered as far as all of them hold.
  private func lowered(_ found: [Found]) -> [Found] {
    var found = found
    for index in found.indices.reversed() where found.count > 1 {
      func holds(_ halfHours: Int) -> [Found]? {
        var fewer = found
        if halfHours == 0 {
          fewer.remove(at: index)
        } else if let less = fewer[index].with(halfHours: halfHours) {
          fewer[index] = less
        } else {
          return nil
        }
        guard let trial = trial(fewer) else { return nil }
        return found.allSatisfy { isEnough(trial, for: $0.hours, ground: ground, $0.basis) } ? fewer : nil
      }
      var low = -1
      var high = found[index].halfHours
      var best = found
      while low + 1 < high {
        let middle = (low + high) / 2
        if let fewer = holds(middle) { (high, best) = (middle, fewer) } else { low = middle }
      }
      found = best
    }
    return found
  }

  /// The hours of all of them, with what they are enough for where that is known.
  private func trial(_ found: [Found], says: Bool = false) -> Trial? {
    guard var hours = HoursActions.actions(found.map(\.way), in: outlook.plan) else { return nil }
    if says {
      for index in hours.indices { hours[index].sentence = hours[index].sentence + found[index].basis.remark }
    }
    return ground.trial(actions + hours).flatMap { ground.standing(of: $0) > .fails ? $0 : nil }
  }

  /// The least hours for one goal by itself; nil where it needs more than anybody is asked for.
  private func least(_ hours: HoursActions) -> Found? {
    let isPaceKnown = outlook.forecast?.hasPercentages ?? false
    let atPace = isPaceKnown ? least(hours, .pace) : nil
    guard atPace == nil, acceptsPaper else { return atPace }
    return least(hours, isPaceKnown ? .paper : .paperForWantOfHistory)
  }

  private func least(_ hours: HoursActions, _ basis: Basis) -> Found? {
    let own = TrialGround(snapshot: snapshot, outlook: outlook, focus: hours.goal)
    func attempt(_ halfHours: Int) -> HoursActions.Way? {
      hours.ways(minutes: 30 * halfHours).first { way in
        guard let more = HoursActions.actions([way], in: outlook.plan), let trial = own.trial(actions + more) else {
          return false
        }
        return isEnough(trial, for: hours, ground: own, basis)
      }
    }
    guard var best = attempt(HoursActions.mostHalfHours) else { return nil }
    var low = 0
    var high = HoursActions.mostHalfHours
    while low + 1 < high {
      let middle = (low + high) / 2
      if let way = attempt(middle) { (high, best) = (middle, way) } else { low = middle }
    }
    return Found(hours: hours, ground: own, basis: basis, halfHours: high, way: best)
  }

  private func isEnough(_ trial: Trial, for hours: HoursActions, ground: TrialGround, _ basis: Basis) -> Bool {
    guard ground.standing(of: trial) > .fails else { return false }
    guard basis == .pace, let forecast = outlook.forecast else { return true }
    var forecasted = trial.outlook
    forecasted.addForecast(like: forecast, runs: Self.runs)
    return EndResult.all(in: forecasted).allSatisfy { end in
      // What ends before the hours come is not theirs to save.
      guard end.goal(in: forecasted.plan) == hours.goal, let deadline = end.deadline, deadline >= hours.days.first
      else {
        return true
      }
      return end.chance.map { $0 >= Self.chance } ?? true
    }
  }
}
