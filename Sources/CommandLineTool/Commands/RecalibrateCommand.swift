import ArgumentParser
import PlanOutput
import Planning
import VaultStorage

struct RecalibrateCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "recalibrate", abstract: "Show the ways out when dates no longer hold, and take one.",
    discussion: """
      Each choice is a whole plan with all the dates that it writes, every end's chance, and what becomes of it on paper. --take shows its diff; at a terminal it is written after a yes, elsewhere with --write. mm review writes the same choices into the week's note.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "Mend this goal first; the dates of the others are kept.", completion: .goalNames)
  var goal: String?

  @Option(help: ArgumentHelp("Take this choice.", valueName: "n"))
  var take: Int?

  @Flag(help: "With --take: write.")
  var write = false

  @Flag(help: "With --take: show the diff, write nothing.")
  var dryRun = false

  func run(in session: Session) throws {
    let snapshot = try session.snapshot()
    let plan = Plan(reading: snapshot, today: session.today)
    let focus = try goal.map { try session.lookup(in: plan).goal(named: $0) }
    let (outlook, ladder) = try session.working("Looking for ways out") {
      let outlook = try session.foreseen(plan)
      return (outlook, Recalibration(of: snapshot, outlook, focus: focus).ladder())
    }
    guard let take else {
      let report = LadderReport(ladder, in: outlook)
      session.show(report.isEmpty ? "" : report.text(width: session.width), json: report.json)
      if report.isEmpty { session.tell("Every date holds; there is nothing to recalibrate.") }
      return
    }
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
}
