import ArgumentParser
import JSONText
import PlanOutput
import PlanSessions
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

  func run(at terminal: Terminal) throws {
    let session = try terminal.open()
    let proposed = try session.schedule(goal: goal)
    let dates = proposed.dates
    if terminal.wantsJSON {
      let isWritten = write && !dryRun && !dates.proposals.isEmpty
      if isWritten { try session.apply(proposed.change) }
      return terminal.streams.show(machineText: proposed.report.json(isWritten: isWritten).text)
    }
    terminal.streams.show(proposed.report.text(width: terminal.width) + (dates.proposals.isEmpty ? "" : "\n"))
    let isWithout = !(dates.undatable + dates.unread + dates.unknown + dates.beyondDeadline).isEmpty
    if dates.proposals.isEmpty, isWithout { throw Failure.findings }
    try terminal.offer(
      proposed.change, in: session, write: write, isDryRun: dryRun, nothing: "Every planned milestone has a date.")
    if !dates.beyondDeadline.isEmpty { throw Failure.findings }
  }
}
