package import Forecasting
package import PlanDocuments
import PlanModel
import Recalibration
import Scheduling

/// A draft in its vault: written in memory, planned beside the other goals by the same scheduler as everything else, with a
/// date on each milestone.
package struct PlacedDraft: Sendable {
  /// Where a draft is written.
  package enum Owner: Hashable, Sendable {
    case newFile(VaultPath)
    /// Into the list of this goal of the plan, with what changes in the lines that are there.
    case goal(Int, edits: [DocumentEdit] = [])
  }

  /// With the dates that the scheduler proposes.
  package var draft: DraftPlan
  package var home: Owner
  /// The vault with the dated draft in it.
  package var snapshot: VaultSnapshot
  package var outlook: ForecastedPlan
  /// The index of the goal in the outlook's plan.
  package var goal: Int
  /// What writes it; nothing is written before this is applied.
  package var change: VaultChange
  /// Goals of the vault that keep their end without this draft and not with it, with the days that they are late.
  package var disturbed: [(goal: String, days: Int)]

  /// Milestones whose hours do not come within ten years.
  package var undatable: Int

  /// - Parameters:
  ///   - before: the vault as it is, planned; nil leaves `disturbed` empty.
  /// - Throws: where the file cannot take it.
  package init(
    _ draft: DraftPlan, home: Owner, in snapshot: VaultSnapshot, today: Day,
    before: ForecastedPlan? = nil
  ) throws(EditRefusal) {
    self.home = home
    let written = snapshot.applying(VaultChange(title: "", files: [try draft.file(home, in: snapshot, today: today)]))
    let plan = Plan(reading: written, today: today)
    let first = ForecastedPlan(plan)
    guard let goal = first.plan.goal(at: home, in: snapshot, today: today) else {
      throw EditRefusal(
        place: Place(path: VaultPath("mm.md"), span: ByteSpan(0, 0)),
        reason: "The goal cannot be read where it is written.")
    }
    let dates = MissingDates(in: first, goal: goal)
    var dated = draft
    let days = Dictionary(dates.proposals.map { (plan.milestones[$0.milestone].id, $0.day) }) { first, _ in first }
    for index in dated.milestones.indices where dated.milestones[index].due == nil {
      dated.milestones[index].due = days[dated.milestones[index].id]
    }
    let home = home.dating(dates.proposals, notIn: draft, in: plan)
    let file = try dated.file(home, in: snapshot, today: today)
    let title = "Draft \(plan.goals[goal].id)"
    self.draft = dated
    self.goal = goal
    undatable = dates.undatable.count
    change = VaultChange(title: title, files: [file])
    self.snapshot = snapshot.applying(change)
    outlook = ForecastedPlan(Plan(reading: self.snapshot, today: today))
    outlook.addForecast(.carried(from: before, to: outlook))
    disturbed = []
    if let before { disturbed = outlook.lateGoals(beside: goal, comparedWith: before) }
  }

  /// The vault with a draft in it, and the index of its goal there; nil where it can't be written.
  static func plan(
    of draft: DraftPlan, home: Owner, in snapshot: VaultSnapshot, today: Day
  ) -> (plan: Plan, goal: Int)? {
    guard let file = try? draft.file(home, in: snapshot, today: today) else { return nil }
    let plan = Plan(reading: snapshot.applying(VaultChange(title: "", files: [file])), today: today)
    return plan.goal(at: home, in: snapshot, today: today).map { (plan, $0) }
  }

  /// The chance that a draft would be complete by its deadline beside the other goals, 0 to 1, and the day by whose end half
  /// of the runs are; nil where nobody knows.
  static func outlook(
    of draft: DraftPlan, home: Owner, in snapshot: VaultSnapshot, today: Day, before: ForecastedPlan?
  ) -> (chance: Double, likely: Day?)? {
    guard let (plan, goal) = plan(of: draft, home: home, in: snapshot, today: today),
      let deadline = plan.goals[goal].deadline
    else { return nil }
    var outlook = ForecastedPlan(plan, extent: .rough)
    outlook.addForecast(.carried(from: before, to: outlook), runs: 120)
    return outlook.forecast?.chance(ofGoal: goal, by: deadline).map {
      ($0, outlook.forecast?.will(ofGoal: goal)?.p50)
    }
  }

  /// The day on which all of it is complete in the plan; nil where its hours never come.
  package var completion: Day? { outlook.schedule.goals[goal].completion }
  package var target: Day? { outlook.plan.target(of: goal) }
  package var deadline: Day? { outlook.plan.goals[goal].deadline }

  /// The day by whose end half of the simulated runs are complete.
  package var likely: Day? { outlook.forecast?.will(ofGoal: goal)?.p50 }
  /// The day by whose end eight of ten runs are.
  package var safe: Day? { outlook.forecast?.will(ofGoal: goal)?.p80 }

  /// The chance that it is complete by its deadline, 0 to 1; nil without a deadline, or where nobody knows.
  package var chance: Double? {
    guard let deadline else { return nil }
    return outlook.forecast?.chance(ofGoal: goal, by: deadline)
  }

  /// Percentages say more than is known before four weeks of one's own.
  package var hasPercentages: Bool { outlook.forecast?.hasPercentages ?? false }

  /// It is as likely as not to be complete by its deadline; without a forecast, it is if every free hour is used.
  package var fits: Bool {
    guard undatable == 0 else { return false }
    if let chance { return chance >= 0.5 }
    guard let deadline else { return true }
    return completion.map { $0 <= deadline } ?? false
  }

  /// Not even every free hour makes it.
  package var cannotFit: Bool {
    guard let deadline else { return false }
    return undatable > 0 || completion.map { $0 > deadline } ?? true
  }

  /// What is missing, the goal alone: hours, or days where waits alone are too long.
  package var shortfall: (minutes: Int, days: Int) {
    let dates = outlook.schedule.goals[goal]
    return (dates.shortfallMinutes, dates.shortfallDays)
  }

  /// What cannot stay so in it, dates and all.
  package var findings: [DraftFinding] { draft.findings(on: ground) }

  /// Milestones of the goal that wait for each other, by their ids.
  package var loops: [[String]] {
    let plan = outlook.plan
    return plan.loops.filter { $0.contains { plan.milestones[$0].goal == goal } }.map {
      $0.map { plan.milestones[$0].id }
    }
  }

  /// What it has to fit into.
  package var ground: DraftGround {
    DraftGround(goal: goal, in: outlook)
  }
}

extension ForecastEvidence {
  /// What is known of a person's pace, for a plan with other goals in another order; new goals have the usual pace.
  static func carried(from before: ForecastedPlan?, to outlook: ForecastedPlan) -> ForecastEvidence {
    let goals = outlook.plan.goals
    let isShared = outlook.hours.isShared
    guard let before, let known = before.forecast?.evidence else {
      let paces = Array(repeating: PaceModel(weeks: []), count: isShared ? 1 : max(1, goals.count))
      return ForecastEvidence(paces: paces, efforts: goals.map { _ in nil })
    }
    let old = Dictionary(before.plan.goals.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var evidence = known
    evidence.efforts = goals.map { goal in old[goal.id].flatMap { known.efforts[$0] } }
    evidence.recentByGoal = goals.map { goal in
      old[goal.id].flatMap { known.recentByGoal.indices.contains($0) ? known.recentByGoal[$0] : nil }
    }
    if isShared {
      evidence.paces = known.paces.count == 1 ? known.paces : [PaceModel(weeks: known.weeks)]
    } else {
      evidence.paces = goals.map { goal in
        old[goal.id].flatMap { known.paces.indices.contains($0) ? known.paces[$0] : nil } ?? PaceModel(weeks: [])
      }
      if evidence.paces.isEmpty { evidence.paces = [PaceModel(weeks: [])] }
    }
    return evidence
  }
}

extension DraftGround {
  /// What a goal of a planned vault has: its own hours until its target, the names beside it.
  package init(goal: Int, in outlook: ForecastedPlan) {
    let plan = outlook.plan
    var minutes: Int?
    if let target = plan.target(of: goal), target >= plan.today, outlook.hours.counts(goal: goal) {
      var free = FreeHours(outlook.hours, today: plan.today, from: plan.today, through: target)
      minutes = free.ownMinutes(goal: goal, from: plan.today, through: target)
    }
    self.init(
      today: plan.today, deadline: plan.goals[goal].deadline,
      buffer: plan.goals[goal].buffer ?? plan.settings.buffer ?? 0,
      minutes: minutes,
      names: Set(
        plan.goals.map(\.id) + plan.milestones.indices.map(plan.name)
          + plan.goals[goal].milestones.map { plan.milestones[$0].id }))
  }
}

extension DraftPlan {
  /// What writes it into its home.
  fileprivate func file(_ home: PlacedDraft.Owner, in snapshot: VaultSnapshot, today: Day) throws(EditRefusal)
    -> FileChange
  {
    switch home {
    case .newFile(let path): return newFile(at: path)
    case .goal(let goal, let edits):
      let plan = Plan(reading: snapshot, today: today)
      return try change(into: plan.documents[plan.goals[goal].document], with: edits)
    }
  }
}

extension PlacedDraft.Owner {
  /// With dates for the milestones of the goal's own list that had none.
  fileprivate func dating(_ proposals: [MissingDates.Proposal], notIn draft: DraftPlan, in plan: Plan) -> Self {
    guard case .goal(let goal, let edits) = self else { return self }
    let added = Set(draft.milestones.map(\.id))
    return .goal(
      goal,
      edits: edits
        + proposals.compactMap { proposal in
          let milestone = plan.milestones[proposal.milestone]
          guard case .item(let item) = milestone.origin, milestone.document == plan.goals[goal].document,
            !added.contains(milestone.id)
          else { return nil }
          return .setField(item: item, .due, proposal.day.description)
        })
  }
}

extension Plan {
  fileprivate func goal(at home: PlacedDraft.Owner, in snapshot: VaultSnapshot, today: Day) -> Int? {
    switch home {
    case .newFile(let path): return goals.firstIndex { documents[$0.document].text.path == path }
    case .goal(let goal, _): return goal
    }
  }
}

extension ForecastedPlan {
  /// Goals that reach their deadline in `before` and not here.
  fileprivate func lateGoals(beside goal: Int, comparedWith before: ForecastedPlan) -> [(goal: String, days: Int)] {
    var late: [(goal: String, days: Int)] = []
    for (index, other) in plan.goals.enumerated() where index != goal && other.status == .active {
      guard let deadline = other.deadline, let completion = schedule.goals[index].completion, completion > deadline,
        let earlier = before.plan.goals.firstIndex(where: { $0.id == other.id }),
        before.schedule.goals[earlier].completion.map({ $0 <= deadline }) ?? false
      else { continue }
      late.append((other.id, completion - deadline))
    }
    return late
  }
}
