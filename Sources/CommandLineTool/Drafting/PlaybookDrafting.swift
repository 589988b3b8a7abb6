import Drafting
import Forecasting
import PlanDocuments
import PlanModel
import PlanOutput
import Recalibration
import TextStyling
import VaultStorage

/// Drafts from playbooks in one vault: what a command needs of it, in a few calls.
struct PlaybookDrafting {
  /// A draft in its place, with the playbook that it came from.
  struct Made {
    var made: PlaybookDraft
    var placed: PlacedDraft
    /// Steps that the goal's list had before.
    var ownSteps: [String]
  }

  let session: Session
  let snapshot: VaultSnapshot
  let plan: Plan
  let shelf: PlaybookShelf

  init(_ session: Session) throws {
    self.session = session
    snapshot = try session.snapshot()
    plan = Plan(reading: snapshot, today: session.today)
    shelf = PlaybookShelf(snapshot)
  }

  /// A plan for a new goal.
  func draft(_ anchor: GoalAnchor, id: String?, playbook name: String?, effort: Effort?, named: [String]) throws -> Made
  {
    let (playbook, choice) = try playbook(named: name, for: anchor)
    let path = try NewGoalFile.path(for: anchor.goal, id: id, playbook: playbook, in: plan)
    return try place(anchor, .newFile(path), playbook, choice, effort, named)
  }

  /// A plan on a goal that there is.
  func draft(
    _ anchor: GoalAnchor, on goal: Int, playbook name: String?, effort: Effort?, named: [String]
  ) throws -> Made {
    let former = plan.goals[goal].playbook.flatMap { name in shelf.playbooks.contains { $0.name == name } ? name : nil }
    let (playbook, choice) = try playbook(named: name ?? former, for: anchor)
    // What an option says stands above what the file says.
    let known = GoalAnchor(ofGoal: goal, in: plan)
    let edits = AnchoredGoal.edits(to: anchor, from: known, of: goal, in: plan)
    return try place(anchor, .goal(goal, edits: edits), playbook, choice, effort, named)
  }

  /// The playbook that was asked for, else the one that fits the goal's words best.
  private func playbook(named name: String?, for anchor: GoalAnchor) throws -> (Playbook, PlaybookMatching.Choice?) {
    if let name { return (shelf.playbooks[try shelf.playbook(named: name)], nil) }
    var choice = shelf.choice(for: anchor.goal)
    if choice.isGeneral, let success = anchor.success {
      // The end may say what the goal leaves open.
      let both = shelf.choice(for: anchor.goal + " " + success)
      if !both.isGeneral { choice = both }
    }
    guard let best = choice.playbook else { throw Failure(.wrongUse, "There is no playbook at all.") }
    return (shelf.playbooks[best], choice)
  }

  private func place(
    _ anchor: GoalAnchor, _ home: PlacedDraft.Home, _ playbook: Playbook, _ choice: PlaybookMatching.Choice?,
    _ effort: Effort?, _ named: [String]
  ) throws -> Made {
    let before = ForecastedPlan(plan)
    // What git cannot tell, the usual figures may: a draft never fails for want of history.
    let history = try? session.history(of: plan)
    let record = OwnRecord(in: plan, evidence: history.map { ForecastEvidence($0, before.scheduled) })
    let made = PlaybookDraft(
      playbook, choice: choice, for: anchor, home: home, in: snapshot, today: session.today, effort: effort,
      record: record, named: named, words: shelf.words)
    do {
      let placed = try PlacedDraft(
        made.draft, home: made.home(home), in: snapshot, today: session.today, pace: record.pace, before: before)
      return Made(made: made, placed: placed, ownSteps: made.kept?.titles ?? [])
    } catch {
      throw Failure(error, in: plan.documents)
    }
  }

  /// Shows it and writes it, if that is wanted.
  func offer(_ draft: Made, ownSteps: [String], write: Bool, isDryRun: Bool) throws {
    let own = ownSteps + draft.ownSteps
    var gap = DraftGap(own: ownSteps, draft: draft.placed.draft, words: shelf.words)
    gap.ownCount = own.count
    let ways = draft.placed.fits ? nil : WaysOut(for: draft.placed, in: snapshot, today: session.today)
    let report = DraftReport(
      draft.placed, from: .playbook(draft.made, titles: shelf.titles), gap: gap, ways: ways)
    try session.offer(report, of: draft.placed, write: write, isDryRun: isDryRun)
  }

  /// Tasks for one milestone: the playbook's, else those of any piece of work.
  func tasks(of milestone: Int, playbook name: String?) throws -> VaultChange {
    let goal = plan.milestones[milestone].goal
    let known = plan.goals[goal].playbook.flatMap { name in shelf.playbooks.contains { $0.name == name } ? name : nil }
    let (playbook, _) = try playbook(named: name ?? known, for: GoalAnchor(ofGoal: goal, in: plan))
    do {
      return try MilestoneTasks(for: milestone, from: playbook, in: plan, words: shelf.words).change(in: plan)
    } catch {
      throw Failure(error, in: plan.documents)
    }
  }

  static func effort(_ words: String) throws(Failure) -> Effort {
    do {
      return try Effort(reading: Array(words.utf8)[...])
    } catch {
      throw Failure(.wrongUse, "“\(words)” are no hours that I can read: \(error.reason).")
    }
  }
}
