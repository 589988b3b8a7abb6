import ArgumentParser
import Forecasting
import ModelBackends
import PlanDocuments
import PlanModel
import PlanOutput
import Recalibration
import ReviewNotes
import TextStyling
import VaultStorage

struct RecalibrateCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "recalibrate", abstract: "Show the ways out when dates no longer hold, and take one.",
    discussion: """
      Each choice is a whole plan with all the dates that it writes, every end's chance, and what becomes of it on paper. --take shows its diff; at a terminal it is written after a yes, elsewhere with --write. mm review writes the same choices into the week's note.

      --with asks a language model of yours for more: its proposals are tried by the scheduler, marked as its own, and put into the week's note to be ticked or not.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "Mend this goal first; the dates of the others are kept.", completion: .goalNames)
  var goal: String?

  @Option(help: ArgumentHelp("Take this choice.", valueName: "n"))
  var take: Int?

  @OptionGroup(title: "Language models") var model: ModelOptions

  @Flag(help: "With --take: write. With a model: put its proposals into the week's note.")
  var write = false

  @Flag(help: "Show what would be written, write nothing.")
  var dryRun = false

  func run(in session: Session) throws {
    let consultation = ModelConsultation(session, model)
    if consultation.listsModels() { return }
    let snapshot = try session.snapshot()
    let plan = Plan(reading: snapshot, today: session.today)
    let focus = try goal.map { try session.lookup(in: plan).goal(named: $0) }
    let (outlook, ladder) = try session.working("Looking for ways out") {
      let outlook = try session.forecasted(plan)
      return (outlook, Recalibration(of: snapshot, outlook, focus: focus).ladder())
    }
    if model.areUsed { return try consult(consultation, session, snapshot, outlook, ladder, focus) }
    guard let take else { return showLadder(ladder, outlook, session) }
    guard let choice = ladder.choices.first(where: { $0.number == take }) else {
      let count = ladder.choices.count
      throw Failure(
        .wrongUse, "There is no choice \(take); there \(count == 1 ? "is" : "are") \(count). mm recalibrate shows them."
      )
    }
    let change = try session.change(
      of: choice.writes, title: "Recalibrate: \(choice.blockID)", in: outlook.plan)
    try session.offer(change, write: write, isDryRun: dryRun, nothing: "Nothing to change: it stands there already.")
  }

  private func showLadder(_ ladder: Ladder, _ outlook: ForecastedPlan, _ session: Session) {
    let report = LadderReport(ladder, in: outlook)
    session.show(report.isEmpty ? "" : report.text(width: session.width), json: report.json)
    if report.isEmpty { session.tell("Every date holds; there is nothing to recalibrate.") }
  }

  /// Asks a model for more ways, shows them, and puts them into the week's note if that is wanted.
  private func consult(
    _ consultation: ModelConsultation, _ session: Session, _ snapshot: VaultSnapshot, _ outlook: ForecastedPlan,
    _ ladder: Ladder, _ focus: Int?
  ) throws {
    let review = try WeeklyReview(session, commits: false, isDryRun: dryRun)
    let sitting = try review.sitting(appliesTicks: false)
    let brief = PartnerBrief(
      outlook, ladder: ladder, focus: focus, done: sitting.facts.done, words: sitting.personsWords)
    let suggestions: Suggestions
    do {
      guard let answer = try consultation.suggestions(brief, titled: "recalibrate", on: snapshot) else { return }
      suggestions = answer
    } catch let absence as ModelAbsence {
      session.tell("mm: " + absence.reason + absence.kept)
      session.tell("These are the ways out that mm finds without it.")
      showLadder(ladder, outlook, session)
      throw Failure.findings
    }
    let report = SuggestionsReport(suggestions, in: outlook.plan)
    session.show(report.text(width: session.width), json: report.json)
    guard !suggestions.isEmpty else { return }
    let asks = !write && !dryRun && !session.wantsJSON && session.isInteractive
    guard write && !dryRun || asks && session.confirm("\nPut this into the week's note, to be ticked or not?") else {
      return session.tell("Nothing was written\(asks || dryRun ? "" : " yet: --write puts it into the week's note").")
    }
    let written = try review.sitting(appliesTicks: false, suggested: suggestions)
    try session.apply(written.change)
    session.tell("It stands in \(StyledText(written.path.description, .place)): tick there, save, and run mm review.")
  }
}
