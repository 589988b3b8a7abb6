import ArgumentParser
import Drafting
import PlanDocuments
import PlanModel
import PlanOutput
import TextStyling
import VaultStorage

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

  func run(in session: Session) throws {
    let consultation = ModelConsultation(session, model)
    if consultation.listsModels() { return }
    let drafting = try PlaybookDrafting(session)
    let wanted = PlaybookDrafting.Wanted(playbook: playbook, ownSteps: step, write: write, isDryRun: dryRun)
    let own = try effort.map { try PlaybookDrafting.effort($0) }
    if let goal {
      guard item == nil else {
        throw Failure(.wrongUse, "Name a goal that there is, or a new one with --for, not both.")
      }
      let anchor = try options.anchor(over: GoalAnchor(goal: goal), today: session.today)
      if model.areUsed { return try drafting.consult(consultation, for: anchor, id: options.id, wanted) }
      let made = try drafting.draft(anchor, id: options.id, playbook: playbook, effort: own, named: step)
      return try drafting.offer(made, ownSteps: step, write: write, isDryRun: dryRun)
    }
    guard let item else {
      throw Failure(
        .wrongUse, "Which goal? mm draft GOAL drafts on one that there is, mm draft --for \"goal in words\" a new one.")
    }
    switch try session.lookup(in: drafting.plan).item(named: item) {
    case .goal(let goal):
      let anchor = try options.anchor(over: GoalAnchor(ofGoal: goal, in: drafting.plan), today: session.today)
      if model.areUsed { return try drafting.consult(consultation, for: anchor, on: goal, wanted) }
      let made = try drafting.draft(anchor, on: goal, playbook: playbook, effort: own, named: step)
      try drafting.offer(made, ownSteps: step, write: write, isDryRun: dryRun)
    case .milestone(let milestone), .task(_, of: let milestone):
      let change =
        model.areUsed
        ? try drafting.consultedTasks(consultation, of: milestone)
        : try drafting.tasks(of: milestone, playbook: playbook)
      guard let change else { return }
      let hasTasks = !drafting.plan.milestones[milestone].tasks.isEmpty
      let nothing: StyledText =
        hasTasks
        ? "It has tasks already; those stay." : "It is small enough for one go, and no playbook has tasks for it."
      try session.offer(change, write: write, isDryRun: dryRun, nothing: nothing)
    }
  }
}
