import ArgumentParser
import PlanOutput
import PlanSessions

struct HistoryCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show what was done, week by week, and which dates and estimates moved.",
    discussion: """
      From the commits of the vault's git repository, with the done: dates that stand in the files; without git, from those and the review notes alone.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "Only this goal, with its burn-up.")
  var goal: String?

  func run(at terminal: Terminal) throws {
    let report = try terminal.open().history(goal: goal)
    terminal.show(report.text(width: terminal.width), json: report.json)
  }
}
