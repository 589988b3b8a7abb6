import ArgumentParser
import PlanOutput
import PlanSessions

struct ForecastCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Show when things will probably be complete, and what would change that.",
    discussion: """
      2,000 runs of the plan on its calendar, by the pace that git knows of. --hours, --drop and --deadline show the chances before and after; nothing is written. --score replays the vault's own commits and says how often past forecasts held.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "Only this goal, with its milestones.")
  var goal: String?

  @Option(help: ArgumentHelp("What if these were the hours, of the goal or of the vault?", valueName: "time"))
  var hours: String?

  @Option(help: ArgumentHelp("What if this milestone, or goal, were left out?", valueName: "item"))
  var drop: [String] = []

  @Option(help: ArgumentHelp("What if this were the goal's deadline?", valueName: "day"))
  var deadline: String?

  @Flag(help: "How often past forecasts held.")
  var score = false

  func run(at terminal: Terminal) throws {
    let session = try terminal.open()
    if score {
      let report = try session.forecastScore()
      return terminal.show(report.text(width: terminal.width), json: report.json)
    }
    var whatIf = WhatIf()
    whatIf.hours = hours
    whatIf.dropped = drop
    whatIf.deadline = deadline
    let report = try session.forecast(goal: goal, whatIf: whatIf)
    terminal.show(report.text(width: terminal.width), json: report.json)
  }
}
