import ArgumentParser
import PlanOutput

struct CalendarCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Show what your calendars take, and the hours that are left.",
    discussion: """
      --busy names each calendar that mm.md or your own configuration names, what of it does not count and why, and the free hours of each week.
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(help: "Show what was read, what does not count and why, and the free hours week by week.")
  var busy = false

  @Option(help: ArgumentHelp("With --busy: how many weeks get a line.", valueName: "n"))
  var weeks = 13

  func validate() throws {
    guard busy else { throw ValidationError("Say what to do: --busy.") }
    guard (1...150).contains(weeks) else { throw ValidationError("--weeks takes a number from 1 to 150.") }
  }

  func run(in session: Session) throws {
    let report = BusyReport(try session.plan(), weeks: weeks)
    session.show(report.text(width: session.width), json: report.json)
  }
}
