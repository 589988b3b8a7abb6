import ArgumentParser
import Drafting
import PlanDocuments
import PlanModel
import PlanOutput
import PlanSessions
import TextStyling

struct DraftCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Draft the milestones of a goal by working backwards from its end.",
    discussion: """
      mm draft GOAL drafts on a goal that there is: its own steps stay, what they lack is added. mm draft --for "goal in words" drafts a new one. The plan comes from the playbook that fits the words best, with dates from your own calendar, and is shown to be read as someone else's plan before anything is written.

      At a terminal it is then written, left, or opened in your editor; elsewhere --write writes it. What does not fit is not written: the shortfall and the ways out are shown instead.

      --with asks a language model of yours instead of a playbook; its plan is held against your calendar and shown in the same way.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The goal, or one milestone of it to draft tasks for.")
  var item: String?

  @Option(name: .customLong("for"), help: ArgumentHelp("A new goal in your own words.", valueName: "words"))
  var goal: String?

  @OptionGroup(title: "About the goal") var options: GoalOptions

  @Option(
    help: ArgumentHelp(
      "A step that you have in mind already; the plan has it, and names what you had not. May be given several times.",
      valueName: "words"))
  var step: [String] = []

  @Option(help: ArgumentHelp("Take this playbook; mm playbooks lists them.", valueName: "name"))
  var playbook: String?

  @Option(help: ArgumentHelp("Your own figure for all the work: 120h, 100-150h.", valueName: "hours"))
  var effort: String?

  @OptionGroup(title: "Language models") var model: ModelOptions

  @Flag(help: "Write it without asking.")
  var write = false

  @Flag(help: "Show what would be written, write nothing.")
  var dryRun = false

  func run(at terminal: Terminal) throws {
    if terminal.listsModels(for: model) { return }
    let session = try terminal.open()
    let drafting = try PlaybookDrafting(session)
    let own = try effort.map { try PlaybookDrafting.effort($0) }
    let consultation = terminal.consultation(with: model)
    if let goal {
      guard item == nil else {
        throw Failure(.wrongUse, "Name a goal that there is, or a new one with --for, not both.")
      }
      let anchor = try options.description.anchor(over: GoalAnchor(goal: goal), today: session.today)
      if model.areUsed {
        let draft = try drafting.consult(
          consultation, for: anchor, id: options.id, playbook: playbook, ownSteps: step)
        return try offer(draft, in: session, terminal)
      }
      let made = try drafting.draft(anchor, id: options.id, playbook: playbook, effort: own, named: step)
      return try offer(made, from: drafting, in: session, terminal)
    }
    guard let item else {
      throw Failure(
        .wrongUse, "Which goal? mm draft GOAL drafts on one that there is, mm draft --for \"goal in words\" a new one.")
    }
    switch try session.lookup(in: drafting.plan).item(named: item) {
    case .goal(let goal):
      let known = GoalAnchor(ofGoal: goal, in: drafting.plan)
      let anchor = try options.description.anchor(over: known, today: session.today)
      if model.areUsed {
        let draft = try drafting.consult(consultation, for: anchor, on: goal, playbook: playbook, ownSteps: step)
        return try offer(draft, in: session, terminal)
      }
      let made = try drafting.draft(anchor, on: goal, playbook: playbook, effort: own, named: step)
      try offer(made, from: drafting, in: session, terminal)
    case .milestone(let milestone), .task(_, of: let milestone):
      try offerTasks(of: milestone, from: drafting, consultation, in: session, terminal)
    }
  }

  private func offer(
    _ made: PlaybookDrafting.Made, from drafting: PlaybookDrafting, in session: PlanSession, _ terminal: Terminal
  ) throws {
    try terminal.offer(
      drafting.report(on: made, ownSteps: step), of: made.placed, in: session, write: write, isDryRun: dryRun)
  }

  /// A model's plan; where it cannot be used, what could be read of it.
  private func offer(_ draft: Consulted<ModelDraft>, in session: PlanSession, _ terminal: Terminal) throws {
    guard let draft = terminal.answer(draft) else { return }
    switch draft {
    case .unusable(let unusable, let file):
      let report = UnusableDraftReport(unusable)
      terminal.show(report.text(width: terminal.width), json: report.json)
      let kept: StyledText = file.map { " " + whatWasSaid(by: unusable.source, in: $0) } ?? ""
      terminal.tell("Nothing was written." + kept)
      throw Failure.findings
    case .placed(let placed, let report, let source, let file):
      func tellFile() {
        if let file { terminal.tell(whatWasSaid(by: source, in: file)) }
      }
      do {
        try terminal.offer(report, of: placed, in: session, write: write, isDryRun: dryRun)
      } catch {
        tellFile()
        throw error
      }
      if !write { tellFile() }
    }
  }

  private func whatWasSaid(by source: String, in file: String) -> StyledText {
    "What \(source) said is in \(StyledText(file, .place))."
  }

  private func offerTasks(
    of milestone: Int, from drafting: PlaybookDrafting, _ consultation: ModelConsultation, in session: PlanSession,
    _ terminal: Terminal
  ) throws {
    let change: VaultChange
    if model.areUsed {
      do throws(SessionError) {
        guard let drafted = terminal.answer(try drafting.consultedTasks(consultation, of: milestone)) else { return }
        change = drafted
      } catch {
        if case .model(.unusableTasks(_, let problems)) = error {
          for problem in problems { terminal.tell("\(problem)") }
        }
        throw error
      }
    } else {
      change = try drafting.tasks(of: milestone, playbook: playbook)
    }
    let hasTasks = !drafting.plan.milestones[milestone].tasks.isEmpty
    let nothing: StyledText =
      hasTasks
      ? "It has tasks already; those stay." : "It is small enough for one go, and no playbook has tasks for it."
    try terminal.offer(change, in: session, write: write, isDryRun: dryRun, nothing: nothing)
  }
}
