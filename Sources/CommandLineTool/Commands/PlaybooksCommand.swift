import ArgumentParser
import Drafting
import PlanOutput
import PlanSessions
import TextStyling

struct PlaybooksCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "playbooks", abstract: "List and show playbooks, and make one from a finished goal.",
    discussion: """
      Alone it lists them all, the vault's own first. mm playbooks NAME shows one with its steps, reasons and sources. mm playbooks save GOAL makes one from a finished goal, with the hours and the time that it really took. mm playbooks check [NAME] says what is missing in the vault's own, or in one.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("A playbook to show; or save GOAL; or check.", valueName: "words"))
  var words: [String] = []

  @Option(help: ArgumentHelp("With save: the name of the new playbook.", valueName: "name"))
  var name: String?

  @Flag(help: "With save: write it.")
  var write = false

  @Flag(help: "With save: show the diff, write nothing.")
  var dryRun = false

  func run(at terminal: Terminal) throws {
    // The list and the texts are inside the program, so they can be read without a vault too.
    let shelf = PlaybookShelf(try? terminal.open().files())
    switch (words.first, words.count) {
    case (nil, _):
      let report = PlaybookList(shelf.playbooks, own: shelf.own)
      terminal.show(report.text(width: terminal.width), json: report.json)
    case ("save", 2):
      let session = try terminal.open()
      let change = try session.savingPlaybook(of: words[1], named: name, shelf: shelf)
      try terminal.offer(change, in: session, write: write, isDryRun: dryRun, nothing: "")
    case ("save", _): throw Failure(.wrongUse, "Which goal? mm playbooks save GOAL.")
    case ("check", 1...2):
      let report = PlaybookShortcomings(try shelf.shortcomings(of: words.count == 2 ? words[1] : nil))
      terminal.show(report.text(width: terminal.width), json: report.json)
      if !report.isEmpty { throw Failure.findings }
    case ("show", 2): try show(words[1], shelf, terminal)
    case (let name?, 1): try show(name, shelf, terminal)
    default: throw Failure(.wrongUse, "One name at a time. mm playbooks lists them all.")
    }
  }

  private func show(_ name: String, _ shelf: PlaybookShelf, _ terminal: Terminal) throws {
    let index = try shelf.playbook(named: name)
    let report = PlaybookReport(shelf.playbooks[index], isOwn: shelf.own.contains(index))
    terminal.show(report.text(width: terminal.width), json: report.json)
  }
}
