package import Drafting
import Forecasting
import JSONText
package import ModelBackends
package import PlanDocuments
import PlanModel
package import PlanOutput
import TextStyling

/// A model's plan, in the place of one from a playbook.
package enum ModelDraft {
  /// It fits the format and the calendar's rules, and is in its place.
  /// - `file`: keeps what the model said; nil where the answer was read.
  case placed(PlacedDraft, DraftReport, source: String, file: String?)
  /// It cannot be used.
  case unusable(UnusableDraft, file: String?)
}

/// Why a model's plan cannot be used, with what could be read of it.
package struct UnusableDraft: Sendable {
  package let source: String
  package let problems: [String]
  package let milestones: [String]
}

/// Drafts from a language model, in the place of those from playbooks.
extension PlaybookDrafting {
  /// A model's plan as far as it could be read, and in its place where nothing keeps it from that.
  private struct Drafted {
    var draft: DraftPlan
    /// What becomes of the steps that are there already.
    var revised: RevisedSteps?
    var placed: PlacedDraft?
  }

  /// Asks for a plan of a new goal.
  ///
  /// - Parameter ownSteps: what the person has in mind.
  package func consult(
    _ consultation: ModelConsultation, for anchor: GoalAnchor, id: String?, playbook name: String?, ownSteps: [String]
  ) throws(SessionError) -> Consulted<ModelDraft> {
    let playbook = fittingPlaybook(named: name, for: anchor)
    let path = try NewGoalFile.path(for: anchor.goal, id: id, playbook: playbook, in: plan)
    return try consult(consultation, anchor, .newFile(path), playbook, ownSteps: ownSteps)
  }

  /// Asks for what the plan of a goal lacks.
  package func consult(
    _ consultation: ModelConsultation, for anchor: GoalAnchor, on goal: Int, playbook name: String?, ownSteps: [String]
  ) throws(SessionError) -> Consulted<ModelDraft> {
    let titles = plan.goals[goal].milestones.map { plan.milestones[$0].title }
    let playbook = fittingPlaybook(named: name ?? plan.goals[goal].playbook, for: anchor)
    return try consult(consultation, anchor, .goal(goal), playbook, ownSteps: ownSteps + titles)
  }

  private func fittingPlaybook(named name: String?, for anchor: GoalAnchor) -> Playbook? {
    if let name, let index = try? shelf.playbook(named: name) { return shelf.playbooks[index] }
    let choice = shelf.choice(for: anchor.goal)
    return choice.isGeneral ? nil : choice.playbook.map { shelf.playbooks[$0] }
  }

  private func consult(
    _ consultation: ModelConsultation, _ anchor: GoalAnchor, _ home: PlacedDraft.Owner, _ playbook: Playbook?,
    ownSteps: [String]
  ) throws(SessionError) -> Consulted<ModelDraft> {
    var brief = try brief(of: anchor, at: home)
    if let playbook {
      let made = PlaybookDraft(playbook, for: anchor, home: home, on: try ground())
      brief.nearest = DraftBrief.Nearest(title: playbook.title, draft: made.draft)
    }
    let taken = Set(brief.standing.map(\.id))
    let consulted = try consultation.answer(
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
    let answer: ModelConsultation.Answer<Drafted>
    switch consulted {
    case .question(let text): return .question(text)
    case .answer(let given): answer = given
    }
    guard let placed = answer.reading.value?.placed else {
      return .answer(
        .unusable(
          UnusableDraft(
            source: answer.source, problems: answer.reading.problems,
            milestones: answer.reading.value?.draft.milestones.map(\.title) ?? []),
          file: answer.file))
    }
    var gap = DraftGap(own: ownSteps, draft: placed.draft, words: shelf.words)
    gap.ownCount = ownSteps.count
    let hasFixedDay = placed.draft.milestones.contains { $0.isFixed && $0.due == placed.deadline }
    let ways = placed.fits ? nil : ways(for: placed, hasFixedDay: hasFixedDay, before: nil)
    let source = DraftReport.Source.model(name: answer.source, revised: answer.reading.value?.revised)
    return .answer(
      .placed(placed, DraftReport(placed, from: source, gap: gap, ways: ways), source: answer.source, file: answer.file)
    )
  }

  /// Asks for the tasks of one milestone.
  package func consultedTasks(
    _ consultation: ModelConsultation, of milestone: Int
  ) throws(SessionError) -> Consulted<VaultChange> {
    let goal = plan.milestones[milestone].goal
    let brief = try brief(of: GoalAnchor(ofGoal: goal, in: plan), at: .goal(goal))
    let request = TasksPrompt.request(brief, milestone: plan.milestones[milestone].title)
    let consulted = try consultation.answer(to: request, titled: "tasks", for: "tasks") { value, _ in
      TasksAnswer.tasks(value)
    }
    switch consulted {
    case .question(let text): return .question(text)
    case .answer(let answer):
      guard answer.reading.isUsable, let tasks = answer.reading.value, let general = shelf.choice(for: "").playbook
      else { throw .model(.unusableTasks(of: answer.source, problems: answer.reading.problems)) }
      var made = MilestoneTasks(for: milestone, from: shelf.playbooks[general], in: plan, words: shelf.words)
      made.tasks = tasks
      return .answer(try SessionError.editing(plan.documents) { () throws(EditRefusal) in try made.change(in: plan) })
    }
  }

  /// What a model would need to know of a goal before it plans.
  package func missingContext(
    _ consultation: ModelConsultation, of anchor: GoalAnchor, at home: PlacedDraft.Owner
  ) throws(SessionError) -> Consulted<(source: String, missing: [AnchorAnswer.Missing])> {
    let title = "anchor-" + Identifier.slug(of: anchor.goal, limit: 24).filter(\.isASCII)
    let request = AnchorPrompt.request(try brief(of: anchor, at: home))
    let consulted = try consultation.answer(to: request, titled: title, for: "missing") { value, _ in
      AnchorAnswer.missing(value)
    }
    switch consulted {
    case .question(let text): return .question(text)
    case .answer(let answer):
      guard let missing = answer.reading.value else {
        throw .model(
          .absent(
            ModelAbsence(
              reason: "The answer of \(answer.source) cannot be used.", problems: answer.reading.problems)))
      }
      return .answer((answer.source, missing))
    }
  }

  /// What the model learns: the goal with what the person says now, as if the vault had it already.
  private func brief(of anchor: GoalAnchor, at home: PlacedDraft.Owner) throws(SessionError) -> DraftBrief {
    let empty = DraftPlan(anchor: anchor, milestones: [])
    let file: FileChange
    switch home {
    case .newFile(let path): file = empty.newFile(at: path)
    case .goal(let goal, _):
      file = try SessionError.editing(plan.documents) { () throws(EditRefusal) in
        try empty.change(into: plan.documents[plan.goals[goal].document])
      }
    }
    let anchored = Plan(reading: snapshot.applying(VaultChange(title: "", files: [file])), today: session.today)
    guard let goal = anchored.goals.firstIndex(where: { anchored.documents[$0.document].text.path == file.path }) else {
      throw .noGoal(in: file.path)
    }
    let outlook = ForecastedPlan(anchored)
    var brief = DraftBrief(anchor, on: DraftGround(goal: goal, in: outlook), ofGoal: goal, in: outlook)
    brief.effortRatio = OwnRecord(in: plan).effortRatio
    brief.pace = plan.pace.isOwn ? plan.pace : nil
    return brief
  }

  /// Holds a draft against the calendar and the other goals.
  private func place(
    _ drafted: Drafted, _ problems: [String], _ home: PlacedDraft.Owner, on ground: DraftGround, _ taken: Set<String>
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
        drafted.draft, home: home, in: snapshot, today: session.today, before: ForecastedPlan(plan))
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
}
