import ArgumentParser
import PlanOutput
import PlanSessions

struct LoadCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Hold the hours that are wanted each week against the hours that are free.",
    discussion: """
      Wanted is what the due dates ask for: the open work of each milestone, spread over the days between what it comes after and its own due date. Free is what mm.md gives, less days off.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("How many weeks get a line.", valueName: "n"))
  var weeks = 13

  func validate() throws {
    guard (1...520).contains(weeks) else { throw ValidationError("--weeks takes a number from 1 to 520.") }
  }

  func run(at terminal: Terminal) throws {
    let report = try terminal.open().load(weeks: weeks)
    terminal.show(report.text(width: terminal.width), json: report.json)
  }
}
