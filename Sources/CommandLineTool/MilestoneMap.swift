package import ArgumentParser

/// The root command.
package struct MilestoneMap: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "mm", abstract: "Plan backwards from your goals, in text files.", version: "0.1.0")

  package init() {}
}

/// Runs the program with the process's arguments; ends the process.
package func runMilestoneMap() {
  MilestoneMap.main()
}
