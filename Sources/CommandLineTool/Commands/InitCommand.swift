import ArgumentParser
import BundledFiles
import PlanDocuments
import PlanOutput
import TextStyling
import VaultStorage

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

  func run(in session: Session) throws {
    let path = folder.hasPrefix("/") ? folder : session.surroundings.workingFolder + "/" + folder
    let vault = try Vault.makeFolder(at: path, stateFolder: try session.stateFolder())
    let history = try NewVaultHistory(of: vault, session, wished: sample ? git ?? true : git)
    if sample {
      try history.layOut(SampleVault(today: session.today))
    } else {
      let text = NewVaultText.settings(today: session.today)
      let trouble = try history.begin([FileChange(creating: VaultPath("mm.md"), bytes: Array(text.utf8))])
      if !trouble.isEmpty { session.streams.tell("mm: mm.md is not committed yet. \(trouble)") }
    }
    let report = NewVaultReport(
      folder: folder, root: vault.root, isSample: sample, history: history.state, today: session.today)
    session.show(report.text, json: report.json)
  }
}
