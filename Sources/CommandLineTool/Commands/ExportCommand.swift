import ArgumentParser
import PlanOutput
import Planning
import VaultStorage

/// Prints the whole plan for other programs.
struct ExportCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print the whole plan, with everything that is computed, as JSON.")

  @OptionGroup var shared: SharedOptions

  func run(in session: Session) throws {
    let outlook = Outlook(Plan(reading: try session.vault().snapshot(), today: session.today))
    session.streams.show(machineText: PlanExport.json(outlook).text)
  }
}
