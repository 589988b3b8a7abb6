import ArgumentParser
import PlanSessions

struct DoneCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Tick a milestone or task and write the day.",
    discussion: """
      The edit that an editor would make, and nothing else in the file. A task is named below its milestone by words of its line: mm done book/research/statistics. A goal is marked done when nothing of it is open.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("What was completed.", valueName: "item"), completion: .itemNames(openOnly: true))
  var items: [String]

  @Option(help: ArgumentHelp("The day of completion; today when left out.", valueName: "date"))
  var on: String?

  @Flag(help: "Show the diff, write nothing.")
  var dryRun = false

  func run(at terminal: Terminal) throws {
    let session = try terminal.open()
    try terminal.make(try session.completing(items, on: on), in: session, isDryRun: dryRun)
  }
}
