import ArgumentParser
import PlanDocuments
import SystemPackage

/// Writes a vault of any size to measure with.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write a vault to measure with; the same arguments give the same bytes.")

  @Option(help: "How many goals; each has ten milestones with five tasks each.")
  var goals = 1000

  @Option(help: "Another seed gives another vault of the same kind.")
  var seed: UInt64 = 1

  @Option(help: "The day around which its dates lie.")
  var today: Day = GeneratedVault.usualToday

  @Argument(help: "A folder that is not there yet, or is empty.")
  var folder: String

  func run() throws {
    let root = FilePath(folder)
    let vault = GeneratedVault(goals: goals, seed: seed, today: today)
    try Disk.makeFolder(root)
    guard try Disk.isEmpty(root) else { throw ValidationError("\(folder) is not empty.") }
    try Disk.makeFolder(root.appending("goals"))
    try Disk.write(vault.settings, to: root.appending("mm.md"))
    for number in 0..<goals {
      try Disk.write(vault.goal(number), to: root.appending("goals").appending(vault.fileName(number)))
    }
    print("\(folder): \(goals) goals, \(goals * 10) milestones, \(goals * 50) tasks around \(today)")
  }
}

extension Day: ExpressibleByArgument {
  package init?(argument: String) {
    let parts = argument.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
