import ArgumentParser
import Forecasting
import PlanDocuments
import PlanOutput
import PlanSessions
import ReviewNotes
import TextStyling

struct RecalibrateCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "recalibrate", abstract: "Show what can be done when the plan doesn't fit, and take a choice.",
    discussion: """
      Each choice is a whole plan: what it changes, the chance of every end, and the dates that it moves. --take shows its diff; at a terminal it is written after a yes, elsewhere with --write. mm review writes the same choices into the week's note.

      --with asks a language model of yours for more: its proposals are tried by the scheduler, marked as its own, and put into the week's note to be ticked or not.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: "Mend this goal only; the others keep their dates unless a choice names them.", completion: .goalNames)
  var goal: String?

  @Option(help: ArgumentHelp("Take this choice: its number, or its id from the note.", valueName: "choice"))
  var take: String?

  @OptionGroup(title: "Language models") var model: ModelOptions

  @Flag(help: "With --take: write. With a model: put its proposals into the week's note.")
  var write = false

  @Flag(help: "Show what would be written, write nothing.")
  var dryRun = false

  func run(at terminal: Terminal) throws {
    if terminal.listsModels(for: model) { return }
    let session = try terminal.open()
    let plan = try session.recalibrate(goal: goal)
    if model.areUsed { return try consult(session, plan, terminal) }
    guard let take else { return show(plan, terminal) }
    try terminal.offer(
      try session.change(taking: take, of: plan), in: session, write: write, isDryRun: dryRun,
      nothing: "Nothing to change: it already says that.")
  }

  private func show(_ plan: RecalibratedPlan, _ terminal: Terminal) {
    let report = plan.report
    terminal.show(report.isEmpty ? "" : report.text(width: terminal.width), json: report.json)
    if report.isEmpty { terminal.tell("Nothing has to be decided: no goal is unlikely, and every date holds.") }
  }

  /// Asks a model for more choices, shows them, and puts them into the week's note if that is wanted.
  private func consult(_ session: PlanSession, _ plan: RecalibratedPlan, _ terminal: Terminal) throws {
    let choices = try ConsultedChoices(session, isDryRun: dryRun)
    let consulted: Consulted<Suggestions>
    do throws(SessionError) {
      consulted = try choices.suggestions(beside: plan, terminal.consultation(with: model))
    } catch {
      guard case .model(.absent(let absence)) = error else { throw error }
      terminal.tell("mm: " + absence.words)
      terminal.tell("These are the choices that mm finds without it.")
      show(plan, terminal)
      throw Failure.findings
    }
    guard let suggestions = terminal.answer(consulted) else { return }
    let report = SuggestionsReport(suggestions, in: plan.outlook.plan)
    terminal.show(report.text(width: terminal.width), json: report.json)
    guard !suggestions.isEmpty else { return }
    let asks = !write && !dryRun && !terminal.wantsJSON && terminal.isInteractive
    guard write && !dryRun || asks && terminal.confirm("\nPut this into the week's note, to be ticked or not?") else {
      return terminal.tell("Nothing was written\(asks || dryRun ? "" : " yet: --write puts it into the week's note").")
    }
    let (change, note) = try choices.change(noting: suggestions)
    try session.apply(change)
    terminal.tell("It is in \(StyledText(note.description, .place)): tick there, save, and run mm review.")
  }
}
