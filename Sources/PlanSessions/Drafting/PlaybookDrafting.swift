package import Drafting
import Forecasting
package import PlanDocuments
package import PlanModel
package import PlanOutput
import Recalibration

/// Drafts from playbooks in one vault: what a command needs of it, in a few calls.
package struct PlaybookDrafting: Sendable {
  /// A draft in its place, with the playbook that it came from.
  package struct Made: Sendable {
    var made: PlaybookDraft
    package var placed: PlacedDraft
    /// Steps that the goal's list had before.
    var ownSteps: [String]
    /// The vault as it is, planned.
    var before: ForecastedPlan?
  }

  let session: PlanSession
  package let snapshot: VaultSnapshot
  package let plan: Plan
  package let shelf: PlaybookShelf

  package init(_ session: PlanSession) throws(SessionError) {
    self.session = session
    snapshot = try session.snapshot()
    plan = Plan(reading: snapshot, today: session.today)
    shelf = PlaybookShelf(snapshot)
  }

  /// A plan for a new goal.
  package func draft(
    _ anchor: GoalAnchor, id: String?, playbook name: String?, effort: Effort?, named: [String]
  ) throws(SessionError) -> Made {
    let (playbook, choice) = try playbook(named: name, for: anchor)
    let path = try NewGoalFile.path(for: anchor.goal, id: id, playbook: playbook, in: plan)
    return try place(anchor, .newFile(path), playbook, choice, effort, named)
  }

  /// A plan on a goal that there is.
  package func draft(
    _ anchor: GoalAnchor, on goal: Int, playbook name: String?, effort: Effort?, named: [String]
  ) throws(SessionError) -> Made {
    let former = plan.goals[goal].playbook.flatMap { name in shelf.playbooks.contains { $0.name == name } ? name : nil }
    let (playbook, choice) = try playbook(named: name ?? former, for: anchor)
    // What the person says now counts before what the file says.
    let known = GoalAnchor(ofGoal: goal, in: plan)
    let edits = AnchoredGoal.edits(to: anchor, from: known, of: goal, in: plan)
    return try place(anchor, .goal(goal, edits: edits), playbook, choice, effort, named)
  }

  /// The playbook that was asked for, else the one that fits the goal's words best.
  private func playbook(named name: String?, for anchor: GoalAnchor)
    throws(SessionError) -> (Playbook, PlaybookMatching.Choice?)
  {
    if let name { return (shelf.playbooks[try shelf.playbook(named: name)], nil) }
    var choice = shelf.choice(for: anchor.goal)
    if choice.isGeneral, let success = anchor.success {
      // The end may say what the goal leaves open.
      let both = shelf.choice(for: anchor.goal + " " + success)
      if !both.isGeneral { choice = both }
    }
    guard let best = choice.playbook else { throw .noPlaybooks }
    return (shelf.playbooks[best], choice)
  }

  private func place(
    _ anchor: GoalAnchor, _ home: PlacedDraft.Owner, _ playbook: Playbook, _ choice: PlaybookMatching.Choice?,
    _ effort: Effort?, _ named: [String]
  ) throws(SessionError) -> Made {
    let ground = try ground()
    let made = PlaybookDraft(
      playbook, choice: choice, for: anchor, home: home, on: ground, effort: effort, named: named)
    let placed = try SessionError.editing(plan.documents) { () throws(EditRefusal) in
      try PlacedDraft(
        made.draft, home: made.home(home), in: snapshot, today: session.today, before: ground.before)
    }
    return Made(made: made, placed: placed, ownSteps: made.kept?.titles ?? [], before: ground.before)
  }

  /// All that a draft is made from besides the playbook and the goal.
  func ground() throws(SessionError) -> DraftingGround {
    DraftingGround(
      snapshot, today: session.today, words: shelf.words, facts: shelf.facts, record: OwnRecord(in: plan),
      before: try before())
  }

  /// The vault as it is, with its forecast.
  func before() throws(SessionError) -> ForecastedPlan { try session.forecasted(plan, quietly: true) }

  /// The draft as it is shown, to be read as someone else's plan.
  ///
  /// - Parameter ownSteps: what the person had in mind.
  package func report(on draft: Made, ownSteps: [String]) -> DraftReport {
    var gap = DraftGap(own: ownSteps, draft: draft.placed.draft, words: shelf.words)
    gap.ownCount = ownSteps.count + draft.ownSteps.count
    let ways =
      draft.placed.fits
      ? nil : ways(for: draft.placed, hasFixedDay: draft.made.hasFixedDay, before: draft.before)
    return DraftReport(draft.placed, from: .playbook(draft.made, titles: shelf.titles), gap: gap, ways: ways)
  }

  /// The ways in which it would fit.
  func ways(for placed: PlacedDraft, hasFixedDay: Bool, before: ForecastedPlan?) -> WaysToFit {
    WaysToFit(for: placed, hasFixedDay: hasFixedDay, in: snapshot, today: session.today, before: before)
  }

  /// Tasks for one milestone: the playbook's, else those of any piece of work.
  package func tasks(of milestone: Int, playbook name: String?) throws(SessionError) -> VaultChange {
    let goal = plan.milestones[milestone].goal
    let known = plan.goals[goal].playbook.flatMap { name in shelf.playbooks.contains { $0.name == name } ? name : nil }
    let (playbook, _) = try playbook(named: name ?? known, for: GoalAnchor(ofGoal: goal, in: plan))
    return try SessionError.editing(plan.documents) { () throws(EditRefusal) in
      try MilestoneTasks(for: milestone, from: playbook, in: plan, words: shelf.words).change(in: plan)
    }
  }

  /// Hours as the person writes them.
  package static func effort(_ words: String) throws(SessionError) -> Effort {
    do throws(BadValue) {
      return try Effort(reading: Array(words.utf8)[...])
    } catch {
      throw .value(.unreadableHours(words, problem: BadValue(error.reason)))
    }
  }
}
