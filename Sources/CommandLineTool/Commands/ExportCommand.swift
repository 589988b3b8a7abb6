import ArgumentParser
import JSONText
import PlanOutput

struct ExportCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print the whole plan as JSON, in a documented schema with a version.",
    discussion: "Everything that the files say and everything that is computed from it: docs/schema.md.")

  @OptionGroup var shared: SharedOptions

  func run(in session: Session) throws {
    session.streams.show(machineText: PlanExport.json(try session.forecasted()).text)
  }
}
