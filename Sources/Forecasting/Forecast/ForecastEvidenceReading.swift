package import PlanDocuments
package import PlanModel
package import Scheduling

extension ForecastEvidence {
  /// Pace and effort of a person, from what history knows.
  ///
  /// The running week counts from its last day on. `spent` moves no date: who needs half the hours that were estimated
  /// finishes as much of the plan a week as the weeks show.
  package init(_ history: PlanHistory, _ scheduled: ScheduledPlan) {
    let plan = scheduled.plan
    let weeks = Self.weeks(history, of: plan, scheduled.work)
    let probably = UnseenWork(weeks, scheduled)
    self.init(probably.weeks, of: plan, isShared: scheduled.hours.isShared)
    unseen = probably.most
    self.weeks = weeks.map { PaceWeek(done: $0.counted, free: Double($0.freeMinutes)) }
    recentByGoal = Self.recent(weeks, of: plan)
    habit = HabitModel(history, scheduled, probably.weeks)
    growth = ScopeGrowth(weeks)
  }

  /// - Parameter isShared: the goals share the vault's hours.
  private init(_ weeks: [PastWeeks.Week], of plan: Plan, isShared: Bool) {
    self.weeks = weeks.map { PaceWeek(done: $0.counted, free: Double($0.freeMinutes)) }
    if isShared {
      paces = [PaceModel(weeks: self.weeks)]
    } else {
      paces = plan.goals.indices.map { goal in
        PaceModel(weeks: weeks.map { PaceWeek(done: $0.minutes[goal], free: Double($0.freeOfGoal[goal])) })
      }
      if paces.isEmpty { paces = [PaceModel(weeks: [])] }
    }
    // How far estimates are off is in the pace already, since a week's work is counted as it was estimated.
    efforts = plan.goals.indices.map { _ in nil }
  }

  private static func weeks(_ history: PlanHistory, of plan: Plan, _ work: RemainingWork) -> [PastWeeks.Week] {
    let last = plan.today.weekday == .sunday ? plan.today : plan.today.monday - 1
    return PastWeeks(history, through: last, work: work).weeks
  }

  private static func recent(_ weeks: [PastWeeks.Week], of plan: Plan) -> [RecentWeeks?] {
    plan.goals.indices.map { goal in
      let recent = weeks.filter { $0.freeOfGoal[goal] > 0 }.suffix(8)
      guard !recent.isEmpty else { return nil }
      return RecentWeeks(
        count: recent.count, done: Int(recent.reduce(0) { $0 + $1.minutes[goal] }) / recent.count,
        free: recent.reduce(0) { $0 + $1.freeOfGoal[goal] } / recent.count)
    }
  }

  /// The pace that a review of this plan records: that of the forecast.
  package static func pace(after history: PlanHistory, of plan: Plan) -> RecordedPace {
    let scheduled = ScheduledPlan(plan, handedOver: history.handedOver, extent: .rough)
    let probably = UnseenWork(Self.weeks(history, of: plan, scheduled.work), scheduled)
    let evidence = ForecastEvidence(probably.weeks, of: plan, isShared: scheduled.hours.isShared)
    let known = evidence.paces.max { $0.ownWeeks < $1.ownWeeks }
    guard let known, known.ownWeeks > 0 else { return plan.pace }
    let new = RecordedPace(percent: Int((known.mean * 100).rounded()), weeks: known.ownWeeks)
    return plan.pace.renewed(by: new)
  }

  /// Weeks of own history with free hours.
  package var ownWeeks: Int { paces.map(\.ownWeeks).max() ?? 0 }

  /// What was done of what was free in the last weeks, at most eight: nil without any week that had hours.
  package var recentPace: (share: Double, weeks: Int)? {
    let recent = weeks.suffix(8)
    let free = recent.reduce(0) { $0 + $1.free }
    return free > 0 ? (recent.reduce(0) { $0 + $1.done } / free, recent.count) : nil
  }

  /// Too little of one's own to carry the forecast.
  package var isMostlyReferenceClass: Bool {
    paces.allSatisfy(\.isMostlyReferenceClass) || efforts.contains { $0?.isMostlyReferenceClass == true }
  }
}
