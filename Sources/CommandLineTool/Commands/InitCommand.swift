import ArgumentParser
import BundledFiles
import PlanSessions
import TextStyling

struct InitCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin a vault: a folder with mm.md in it.",
    discussion: """
      Nothing that is there is touched, so the folder may be a new one, a folder of notes, or an Obsidian vault. --sample fills it with living examples, their dates laid around today.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("The folder; this one when left out.", valueName: "dir"))
  var folder = "."

  @Flag(help: "Fill it with living examples.")
  var sample = false

  @Flag(inversion: .prefixedNo, help: "Keep the folder under git; asked at a terminal when left out.")
  var git: Bool?

  func run(at terminal: Terminal) throws {
    let vault = try NewVault(in: folder, on: terminal.surroundings.machine) {
      (sample ? git ?? true : git) ?? wantsHistory(terminal)
    }
    if sample {
      try vault.layOut(SampleVault(today: terminal.today))
    } else if let error = try vault.begin(today: terminal.today) {
      terminal.streams.tell("mm: mm.md is not committed yet. \(Failure(error).message)")
    }
    let report = NewVaultReport(
      folder: folder, root: vault.root, isSample: sample, history: vault.history, today: terminal.today)
    terminal.show(report.text, json: report.json)
  }

  private func wantsHistory(_ terminal: Terminal) -> Bool {
    guard terminal.isInteractive, !terminal.wantsJSON else { return false }
    terminal.tell(
      """
      Keep the folder under git? It remembers on which day each box was ticked: pace, forecasts and the review's
      look back are made from that. Committing once a week is enough.
      """)
    return terminal.confirm("Make it a git repository?", isYesTheDefault: true)
  }
}
