import ArgumentParser
import Forecasting
import JSONText
import PlanOutput
import Recalibration
import TextStyling

struct ScheduleCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Propose dates for what has none.",
    discussion: """
      Each date comes with what stands around it. Dates that are there stay; those that no longer hold are for mm recalibrate. At a terminal the dates are written after a yes, elsewhere with --write.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "Only this goal.", completion: .goalNames)
  var goal: String?

  @Flag(help: "Write the dates.")
  var write = false

  @Flag(help: "Show the diff, write nothing.")
  var dryRun = false

  func run(in session: Session) throws {
    let outlook = try session.outlook()
    let only = try goal.map { try session.lookup(in: outlook.plan).goal(named: $0) }
    let dates = session.working("Finding dates") { MissingDates(in: outlook, goal: only) }
    let report = ScheduleReport(outlook, dates)
    let change = try session.change(of: dates.writes(in: outlook.plan), title: "Schedule", in: outlook.plan)
    if session.wantsJSON {
      let isWritten = write && !dryRun && !dates.proposals.isEmpty
      if isWritten { try session.apply(change) }
      return session.streams.show(machineText: report.json(isWritten: isWritten).text)
    }
    session.streams.show(report.text(width: session.width) + (dates.proposals.isEmpty ? "" : "\n"))
    if dates.proposals.isEmpty, !(dates.undatable + dates.unread).isEmpty { throw Failure.findings }
    try session.offer(
      change, write: write, isDryRun: dryRun, nothing: "Every planned milestone has a date.")
  }
}
