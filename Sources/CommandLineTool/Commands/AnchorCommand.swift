import ArgumentParser
import Drafting
import JSONText
import ModelBackends
import PlanDocuments
import PlanModel
import PlanOutput
import PlanSessions
import TextStyling

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

  func run(at terminal: Terminal) throws {
    if terminal.listsModels(for: model) { return }
    let session = try terminal.open()
    let anchoring = try Anchoring(session)
    if let item {
      guard goal == nil else {
        throw Failure(.wrongUse, "Name a goal that there is, or a new one with --goal, not both.")
      }
      let index = try session.lookup(in: anchoring.plan).goal(named: item)
      let known = GoalAnchor(ofGoal: index, in: anchoring.plan)
      var talk = try talk(over: known, anchoring, terminal)
      if asks(terminal) {
        try talk.ask(AnchorQuestion.lacking(in: talk.anchor, vaultHasHours: anchoring.hasHours))
      }
      if model.areUsed, try !consult(&talk, at: .goal(index), session) { return }
      let change = try anchoring.change(to: talk.anchor, of: index)
      return try finish(talk, change, anchoring.plan.goals[index].id, anchoring, session)
    }
    var talk = try talk(over: GoalAnchor(goal: goal ?? ""), anchoring, terminal)
    if asks(terminal) {
      try talk.ask(AnchorQuestion.lacking(in: talk.anchor, vaultHasHours: false), asksSteps: true)
      if !talk.anchor.goal.isEmpty { talk.askPlaybook() }
    }
    guard !talk.anchor.goal.isEmpty else {
      throw Failure(
        .wrongUse, "There is no goal to anchor. Answer the first question, or say --goal \"in one sentence\".")
    }
    let path = try NewGoalFile.path(
      for: talk.anchor.goal, id: options.id, playbook: talk.playbook, in: anchoring.plan)
    if model.areUsed, try !consult(&talk, at: .newFile(path), session) { return }
    let change = anchoring.change(creating: path, talk.anchor, asked: talk.asked, steps: talk.steps)
    try finish(talk, change, path.noteName, anchoring, session)
  }

  private func talk(over known: GoalAnchor, _ anchoring: Anchoring, _ terminal: Terminal) throws -> AnchorTalk {
    let anchor = try options.description.anchor(over: known, today: anchoring.today)
    return AnchorTalk(terminal, shelf: anchoring.shelf, anchor: anchor)
  }

  private func asks(_ terminal: Terminal) -> Bool { !terminal.wantsJSON && !model.prompt }

  /// Asks a model what is missing, and the person what it wants to know.
  ///
  /// Where the model fails, that is told, and what the person has answered so far goes on its way.
  ///
  /// - Returns: false where nothing more is to be done: the question was only printed, or a program reads.
  private func consult(_ talk: inout AnchorTalk, at home: PlacedDraft.Owner, _ session: PlanSession) throws -> Bool {
    let terminal = talk.terminal
    let wanted: [AnchorAnswer.Missing]
    do throws(SessionError) {
      let consulted = try PlaybookDrafting(session)
        .missingContext(terminal.consultation(with: model), of: talk.anchor, at: home)
      guard let answer = terminal.answer(consulted) else { return false }
      let report = MissingContextReport(goal: talk.anchor.goal, source: answer.source, missing: answer.missing)
      terminal.show(report.text(width: terminal.width), json: report.json)
      if terminal.wantsJSON { return false }
      wanted = answer.missing
    } catch {
      guard case .model(.absent(let absence)) = error else { throw error }
      for problem in absence.problems { terminal.tell("\(problem)") }
      if terminal.wantsJSON { throw error }
      talk.modelFailed = true
      terminal.tell("mm: " + absence.words)
      terminal.tell("Going on without it.")
      return true
    }
    try talk.ask(wanted)
    return true
  }

  private func finish(
    _ talk: AnchorTalk, _ change: VaultChange, _ id: String, _ anchoring: Anchoring, _ session: PlanSession
  ) throws {
    let terminal = talk.terminal
    let report = AnchorReport(
      talk.anchor, id: id, playbook: talk.playbook,
      lacking: AnchorQuestion.lacking(in: talk.anchor, vaultHasHours: anchoring.hasHours), today: anchoring.today)
    if terminal.wantsJSON {
      let isWritten = write && !dryRun
      if isWritten { try session.apply(change) }
      return terminal.streams.show(machineText: report.json(isWritten: isWritten).text)
    }
    let text = report.text(width: terminal.width)
    if !text.isEmpty { terminal.streams.show(text) }
    let nothing: StyledText = "\(id) has all that a plan needs: mm draft \(id) drafts one."
    let isChange = !change.files.allSatisfy(\.isWithoutEffect)
    if isChange, !write, !dryRun, terminal.isInteractive {
      terminal.streams.show(ChangeReport(change).text)
      try terminal.settle(change, in: session)
    } else {
      try terminal.offer(change, in: session, write: write, isDryRun: dryRun, nothing: nothing)
    }
    if isChange, !dryRun, write || terminal.isInteractive { terminal.tell("mm draft \(id) drafts the plan.") }
    if talk.modelFailed { throw Failure.findings }
  }
}
