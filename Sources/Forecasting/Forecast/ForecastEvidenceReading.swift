package import PlanDocuments
package import PlanModel
package import Scheduling

extension ForecastEvidence {
  /// Pace and effort of a person, from what history knows.
  ///
  /// The running week counts from its last day on. Where `spent` is kept, a week's work is what was worked, since the
  /// effort model holds how far estimates are off.
  package init(_ history: PlanHistory, _ scheduled: ScheduledPlan) {
    self.init(history, of: scheduled.plan, scheduled.work, isShared: scheduled.hours.isShared)
  }

  /// - Parameter isShared: the goals share the vault's hours.
  private init(_ history: PlanHistory, of plan: Plan, _ work: RemainingWork, isShared: Bool) {
    let last = plan.today.weekday == .sunday ? plan.today : plan.today.monday - 1
    let weeks = PastWeeks(history, through: last, work: work).weeks
    self.weeks = weeks.map { PaceWeek(done: $0.counted, free: Double($0.freeMinutes)) }
    if isShared {
      paces = [PaceModel(weeks: self.weeks)]
    } else {
      paces = plan.goals.indices.map { goal in
        PaceModel(weeks: weeks.map { PaceWeek(done: $0.minutes[goal], free: Double($0.freeOfGoal[goal])) })
      }
      if paces.isEmpty { paces = [PaceModel(weeks: [])] }
    }
    recentByGoal = plan.goals.indices.map { goal in
      let recent = weeks.filter { $0.freeOfGoal[goal] > 0 }.suffix(8)
      guard !recent.isEmpty else { return nil }
      return RecentWeeks(
        count: recent.count, done: Int(recent.reduce(0) { $0 + $1.minutes[goal] }) / recent.count,
        free: recent.reduce(0) { $0 + $1.freeOfGoal[goal] } / recent.count)
    }
    let finished = history.finishedWithHours(effort: { work[$0].effort })
    let model = EffortModel(finished: finished.map(\.finished))
    let goals = Set(finished.map(\.goal))
    efforts = plan.goals.indices.map { goals.contains($0) ? model : nil }
  }

  /// The pace that a review of this plan records.
  package static func pace(after history: PlanHistory, of plan: Plan) -> RecordedPace {
    let hours = WorkHours(of: plan)
    let work = RemainingWork(in: plan, hours: hours, handedOver: history.handedOver)
    let evidence = ForecastEvidence(history, of: plan, work, isShared: hours.isShared)
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

extension PlanHistory {
  /// Finished milestones whose hours were kept, in the order in which they were finished.
  func finishedWithHours(effort: (Int) -> Int) -> [(goal: Int, finished: EffortModel.Finished)] {
    let done = plan.milestones.indices.compactMap { index -> (index: Int, spent: Int, day: Day)? in
      guard plan.milestones[index].state == .done, let spent = plan.milestones[index].spent, effort(index) > 0 else {
        return nil
      }
      return (index, spent, self.done(milestone: index)?.day ?? plan.today)
    }
    return done.sorted { ($0.day, $0.index) < ($1.day, $1.index) }.map {
      (
        plan.milestones[$0.index].goal,
        EffortModel.Finished(estimate: Double(effort($0.index)), spent: Double($0.spent))
      )
    }
  }
}
