import Drafting
import Forecasting
import JSONText
import ModelBackends
import PlanDocuments
import PlanModel
import PlanOutput
import TextStyling
import VaultStorage

/// Drafts from a language model, in the place of those from playbooks.
extension PlaybookDrafting {
  /// A model's plan as far as it could be read, and in its place where nothing keeps it from that.
  private struct Drafted {
    var draft: DraftPlan
    /// What shall become of the steps that stand there.
    var revised: RevisedSteps?
    var placed: PlacedDraft?
  }

  /// Asks for a plan of a new goal.
  func consult(_ consultation: ModelConsultation, for anchor: GoalAnchor, id: String?, _ wanted: Wanted) throws {
    let playbook = try fittingPlaybook(named: wanted.playbook, for: anchor)
    let path = try NewGoalFile.path(for: anchor.goal, id: id, playbook: playbook, in: plan)
    try consult(consultation, anchor, .newFile(path), playbook, ownSteps: wanted.ownSteps, wanted)
  }

  /// Asks for what the plan of a goal lacks.
  func consult(_ consultation: ModelConsultation, for anchor: GoalAnchor, on goal: Int, _ wanted: Wanted) throws {
    let titles = plan.goals[goal].milestones.map { plan.milestones[$0].title }
    let playbook = try fittingPlaybook(named: wanted.playbook ?? plan.goals[goal].playbook, for: anchor)
    try consult(consultation, anchor, .goal(goal), playbook, ownSteps: wanted.ownSteps + titles, wanted)
  }

  /// What the command line says beside the goal.
  struct Wanted {
    var playbook: String?
    var ownSteps: [String]
    var write: Bool
    var isDryRun: Bool
  }

  private func fittingPlaybook(named name: String?, for anchor: GoalAnchor) throws -> Playbook? {
    if let name, let index = try? shelf.playbook(named: name) { return shelf.playbooks[index] }
    let choice = shelf.choice(for: anchor.goal)
    return choice.isGeneral ? nil : choice.playbook.map { shelf.playbooks[$0] }
  }

  private func consult(
    _ consultation: ModelConsultation, _ anchor: GoalAnchor, _ home: PlacedDraft.Home, _ playbook: Playbook?,
    ownSteps: [String], _ wanted: Wanted
  ) throws {
    var brief = try brief(of: anchor, at: home)
    brief.playbook = playbook
    let taken = Set(brief.standing.map(\.id))
    let answer = try consultation.answer(
      to: DraftPrompt.request(brief), titled: "draft-" + Identifier.slug(of: anchor.goal, limit: 24).filter(\.isASCII),
      for: "milestones"
    ) { value, _ in
      var (draft, problems) = DraftAnswer.draft(value, anchor: anchor)
      var revised: RevisedSteps?
      if case .goal(let goal, _) = home, !brief.standing.isEmpty {
        let (revisions, more) = DraftAnswer.revisions(value)
        let steps = RevisedSteps(revisions, of: goal, in: plan)
        problems += more + steps.problems
        revised = steps
      }
      return place(Drafted(draft: draft, revised: revised), problems, home, on: brief.ground, taken)
    }
    guard let answer else { return }
    let kept: StyledText = answer.file.map { " What \(answer.source) said is in \(StyledText($0, .place))." } ?? ""
    guard let placed = answer.reading.value?.placed else {
      session.show(
        unusable(answer),
        json: [
          "schema": "mm.unusable-draft", "version": 1, "source": .string(answer.source), "problems": problems(answer),
        ])
      session.tell("Nothing was written." + kept)
      throw Failure.findings
    }
    var gap = DraftGap(own: ownSteps, draft: placed.draft, words: shelf.words)
    gap.ownCount = ownSteps.count
    let ways = placed.fits ? nil : WaysOut(for: placed, in: snapshot, today: session.today)
    let revised = answer.reading.value?.revised
    let report = DraftReport(placed, from: .model(name: answer.source, revised: revised), gap: gap, ways: ways)
    do {
      try session.offer(report, of: placed, write: wanted.write, isDryRun: wanted.isDryRun)
    } catch {
      if !kept.isEmpty { session.tell(StyledText(kept.plain.drop { $0 == " " })) }
      throw error
    }
    if !wanted.write, !kept.isEmpty { session.tell(StyledText(kept.plain.drop { $0 == " " })) }
  }

  /// Asks for the tasks of one milestone; nil where only the question was wanted.
  func consultedTasks(_ consultation: ModelConsultation, of milestone: Int) throws -> VaultChange? {
    let goal = plan.milestones[milestone].goal
    let brief = try brief(of: GoalAnchor(ofGoal: goal, in: plan), at: .goal(goal))
    let request = TasksPrompt.request(brief, milestone: plan.milestones[milestone].title)
    let answer = try consultation.answer(to: request, titled: "tasks", for: "tasks") { value, _ in
      TasksAnswer.tasks(value)
    }
    guard let answer else { return nil }
    guard answer.reading.isUsable, let tasks = answer.reading.value, let general = shelf.choice(for: "").playbook else {
      for problem in answer.reading.problems { session.tell("\(problem)") }
      throw Failure(.refused, "The tasks of \(answer.source) cannot be used.")
    }
    var made = MilestoneTasks(for: milestone, from: shelf.playbooks[general], in: plan, words: shelf.words)
    made.tasks = tasks
    do {
      return try made.change(in: plan)
    } catch {
      throw Failure(error, in: plan.documents)
    }
  }

  /// What the model is told: the goal with what was said on the command line, as if it stood in the vault.
  func brief(of anchor: GoalAnchor, at home: PlacedDraft.Home) throws -> DraftBrief {
    let empty = DraftPlan(anchor: anchor, milestones: [])
    let file: FileChange
    switch home {
    case .newFile(let path): file = empty.newFile(at: path)
    case .goal(let goal, _):
      do {
        file = try empty.change(into: plan.documents[plan.goals[goal].document])
      } catch {
        throw Failure(error, in: plan.documents)
      }
    }
    let anchored = Plan(reading: snapshot.applying(VaultChange(title: "", files: [file])), today: session.today)
    guard let goal = anchored.goals.firstIndex(where: { anchored.documents[$0.document].text.path == file.path }) else {
      throw Failure(.refused, "\(file.path.description) would be no goal.")
    }
    let outlook = ForecastedPlan(anchored)
    var brief = DraftBrief(anchor, on: DraftGround(goal: goal, in: outlook), ofGoal: goal, in: outlook)
    brief.effortRatio = OwnRecord(in: plan).effortRatio
    return brief
  }

  /// Holds a draft against the calendar and the other goals.
  private func place(
    _ drafted: Drafted, _ problems: [String], _ home: PlacedDraft.Home, on ground: DraftGround, _ taken: Set<String>
  ) -> Conversation.Reading<Drafted> {
    var drafted = drafted
    let hasRevisions = drafted.revised.map { !$0.edits.isEmpty || !$0.refused.isEmpty } ?? false
    // Where all that is wanted is a change, nothing new is no fault.
    let findings = drafted.draft.findings(on: ground).filter { $0.isError && !($0.kind == .empty && hasRevisions) }
    var problems = problems + findings.map(\.message)
    for milestone in drafted.draft.milestones where taken.contains(milestone.id) {
      problems.append(
        "“\(milestone.id)” stands there already. `milestones` names only what is missing; what is there goes into `changes`."
      )
    }
    guard problems.isEmpty else { return Conversation.Reading(drafted, problems: problems) }
    var home = home
    if case .goal(let goal, let edits) = home { home = .goal(goal, edits: edits + (drafted.revised?.edits ?? [])) }
    do {
      let placed = try PlacedDraft(
        drafted.draft, home: home, in: snapshot, today: session.today, pace: OwnRecord(in: plan).pace,
        before: ForecastedPlan(plan))
      if !placed.loops.isEmpty {
        let loops = placed.loops.map {
          "These milestones would wait for each other: \($0.joined(separator: ", ")). Take one of these `after` out."
        }
        return Conversation.Reading(drafted, problems: loops)
      }
      drafted.placed = placed
      problems = placed.findings.filter { $0.isError && !($0.kind == .empty && hasRevisions) }.map(\.message)
      if problems.isEmpty, !placed.fits { problems.append(misfit(placed)) }
      return Conversation.Reading(drafted, problems: problems)
    } catch {
      return Conversation.Reading(drafted, problems: [error.reason])
    }
  }

  private func misfit(_ placed: PlacedDraft) -> String {
    let target = placed.target.map { " It has to be complete on \($0.description)." } ?? ""
    guard placed.undatable == 0, let completion = placed.completion else {
      return "The hours for all of it never come." + target + " Plan less work."
    }
    let (minutes, days) = placed.shortfall
    let lack =
      minutes > 0
      ? " \(WorkWords.hoursWithUnit(minutes)) are too many." : days > 0 ? " The waits are \(days) days too long." : ""
    return "Beside the other goals it is complete on \(completion.description).\(target)\(lack)"
      + " Plan less work, let waits run side by side, or mark what could be left out as optional."
  }

  private func unusable(_ answer: ModelConsultation.Answer<Drafted>) -> StyledText {
    var text: StyledText = "The plan of \(answer.source) cannot be used:\n"
    for problem in answer.reading.problems.prefix(20) {
      let line: StyledText = "·  \(problem)"
      text += line.wrapped(min(session.width, 100), indent: 3) + "\n"
    }
    let milestones = answer.reading.value?.draft.milestones ?? []
    if !milestones.isEmpty { text += "\nIts milestones:\n" }
    for milestone in milestones.prefix(40) { text += "·  \(milestone.title)\n" }
    if milestones.count > 40 { text += "·  and \(milestones.count - 40) more\n" }
    return text
  }

  private func problems(_ answer: ModelConsultation.Answer<Drafted>) -> JSONValue {
    .array(answer.reading.problems.map { .string($0) })
  }
}
