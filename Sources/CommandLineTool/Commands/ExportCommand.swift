import ArgumentParser
import JSONText
import PlanSessions

struct ExportCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print the whole plan as JSON, in a documented schema with a version.",
    discussion: "Everything that the files say and everything that is computed from it: docs/schema.md.")

  @OptionGroup var shared: SharedOptions

  func run(at terminal: Terminal) throws {
    terminal.streams.show(machineText: try terminal.open().export().text)
  }
}
