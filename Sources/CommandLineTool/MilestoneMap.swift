import ArgumentParser
import PlanOutput
import PlanSessions

/// The root command; alone it shows the state in one screen.
struct MilestoneMap: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "mm",
    abstract: "Plan backwards from your goals, in text files.",
    discussion: """
      A vault is a folder of Markdown files with mm.md at its root. Goals, milestones and dates are written in it, in any editor; mm works out whether they add up. Alone, mm shows the state in one screen.

      Items are named by id (book, book/part-1), by a unique beginning of it, by file path, or by file and line (goals/book.md:14). Dates are words too: 2026-11-22, today, tomorrow, fri, +3w, -2d, W47.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Begin", subcommands: [InitCommand.self, AnchorCommand.self, DraftCommand.self, PlaybooksCommand.self]),
      CommandGroup(name: "Every week", subcommands: [ReviewCommand.self, RecalibrateCommand.self]),
      CommandGroup(
        name: "See",
        subcommands: [
          CheckCommand.self, ListCommand.self, LoadCommand.self, ForecastCommand.self, HistoryCommand.self,
          CalendarCommand.self, ExplainCommand.self,
        ]),
      CommandGroup(
        name: "Change",
        subcommands: [ScheduleCommand.self, DoneCommand.self, SetCommand.self, UndoCommand.self]),
      CommandGroup(name: "Calendar", subcommands: [CalendarCommand.self]),
      CommandGroup(name: "For other programs", subcommands: [ExportCommand.self]),
    ])

  @OptionGroup var shared: SharedOptions

  @Flag(help: "At most six lines for a prompt, a timer or a notification; nothing when nothing is due.")
  var brief = false

  func run(at terminal: Terminal) throws {
    let session = try terminal.open()
    guard brief else {
      let screen = try session.firstScreen()
      return terminal.show(screen.text(width: terminal.width), json: screen.json)
    }
    let (screen, text) = try session.brief(forecasts: terminal.wantsJSON)
    terminal.show(text, json: screen.json)
  }

  /// The names of all commands.
  static var commandNames: [String] {
    configuration.groupedSubcommands.flatMap { $0.subcommands }.compactMap { $0.configuration.commandName }
  }
}
