import ArgumentParser
import Drafting
import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import TextStyling
import VaultStorage

struct AnchorCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "anchor", abstract: "Say where a goal ends, where it starts and what it may cost, by questions.",
    discussion: """
      mm anchor asks for a new goal, one question at a time; “don't know” is an answer. mm anchor GOAL asks only for what that goal lacks. What is given as an option is not asked. Without a terminal the lines of standard input are the answers, and --write writes the goal.

      --with asks a language model of yours what a plan would need to know beside that, and you what it asks.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "A goal that there is.")
  var item: String?

  @Option(help: ArgumentHelp("A new goal in one sentence.", valueName: "words"))
  var goal: String?

  @OptionGroup(title: "About the goal") var options: GoalOptions

  @OptionGroup(title: "Language models") var model: ModelOptions

  @Flag(help: "Write it without asking.")
  var write = false

  @Flag(help: "Show what would be written, write nothing.")
  var dryRun = false

  func run(in session: Session) throws {
    let consultation = ModelConsultation(session, model)
    if consultation.listsModels() { return }
    let snapshot = try session.snapshot()
    let plan = Plan(reading: snapshot, today: session.today)
    let shelf = PlaybookShelf(snapshot)
    let hasHours = plan.settings.hours != nil
    if let item {
      guard goal == nil else {
        throw Failure(.wrongUse, "Name a goal that there is, or a new one with --goal, not both.")
      }
      let index = try session.lookup(in: plan).goal(named: item)
      let known = GoalAnchor(ofGoal: index, in: plan)
      var talk = AnchorTalk(session, shelf: shelf, anchor: try options.anchor(over: known, today: session.today))
      let lacking = AnchorQuestion.lacking(in: talk.anchor, vaultHasHours: hasHours)
      if !session.wantsJSON, !model.prompt { try talk.ask(lacking) }
      if model.areUsed, try !talk.consult(consultation, at: .goal(index)) { return }
      let change = try AnchoredGoal.change(to: talk.anchor, from: known, of: index, in: plan)
      return try finish(talk, change, plan.goals[index].id, hasHours, session)
    }
    var talk = AnchorTalk(
      session, shelf: shelf, anchor: try options.anchor(over: GoalAnchor(goal: goal ?? ""), today: session.today))
    let lacking = AnchorQuestion.lacking(in: talk.anchor, vaultHasHours: false)
    if !session.wantsJSON, !model.prompt {
      try talk.ask(lacking)
      if !talk.anchor.goal.isEmpty { talk.askPlaybook() }
    }
    guard !talk.anchor.goal.isEmpty else {
      throw Failure(
        .wrongUse, "There is no goal to anchor. Answer the first question, or say --goal \"in one sentence\".")
    }
    let path = try NewGoalFile.path(for: talk.anchor.goal, id: options.id, playbook: talk.playbook, in: plan)
    if model.areUsed, try !talk.consult(consultation, at: .newFile(path)) { return }
    let file = AnchoredGoal.newFile(talk.anchor, asked: talk.asked, steps: talk.steps, at: path)
    try finish(talk, VaultChange(title: "Anchor \(path.noteName)", files: [file]), path.noteName, hasHours, session)
  }

  private func finish(_ talk: AnchorTalk, _ change: VaultChange, _ id: String, _ hasHours: Bool, _ session: Session)
    throws
  {
    let report = AnchorReport(
      talk.anchor, id: id, playbook: talk.playbook,
      lacking: AnchorQuestion.lacking(in: talk.anchor, vaultHasHours: hasHours), today: session.today)
    if session.wantsJSON {
      let isWritten = write && !dryRun
      if isWritten { try session.apply(change) }
      return session.streams.show(machineText: report.json(isWritten: isWritten).text)
    }
    let text = report.text(width: session.width)
    if !text.isEmpty { session.streams.show(text) }
    let nothing: StyledText = "\(id) has all that a plan needs: mm draft \(id) drafts one."
    let isChange = !change.files.allSatisfy(\.isWithoutEffect)
    if isChange, !write, !dryRun, session.isInteractive {
      session.streams.show(ChangeReport(change).text)
      try session.settle(change)
    } else {
      try session.offer(change, write: write, isDryRun: dryRun, nothing: nothing)
    }
    if isChange, !dryRun, write || session.isInteractive { session.tell("mm draft \(id) drafts the plan.") }
    if talk.modelFailed { throw Failure.findings }
  }
}
