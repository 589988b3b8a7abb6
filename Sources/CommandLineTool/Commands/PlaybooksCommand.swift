import ArgumentParser
import Drafting
import PlanDocuments
import PlanModel
import PlanOutput
import TextStyling
import VaultStorage

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

  func run(in session: Session) throws {
    // The list and the texts are inside the program, so they can be read without a vault too.
    let snapshot = try? session.vault().snapshot()
    let shelf = PlaybookShelf(snapshot)
    switch (words.first, words.count) {
    case (nil, _):
      let report = PlaybookList(shelf.playbooks, own: shelf.own)
      session.show(report.text(width: session.width), json: report.json)
    case ("save", 2): try save(words[1], shelf, session)
    case ("save", _): throw Failure(.wrongUse, "Which goal? mm playbooks save GOAL.")
    case ("check", 1...2): try check(shelf, session)
    case ("show", 2): try show(words[1], shelf, session)
    case (let name?, 1): try show(name, shelf, session)
    default: throw Failure(.wrongUse, "One name at a time. mm playbooks lists them all.")
    }
  }

  private func show(_ name: String, _ shelf: PlaybookShelf, _ session: Session) throws {
    let index = try shelf.playbook(named: name)
    let report = PlaybookReport(shelf.playbooks[index], isOwn: shelf.own.contains(index))
    session.show(report.text(width: session.width), json: report.json)
  }

  private func check(_ shelf: PlaybookShelf, _ session: Session) throws {
    let chosen = words.count == 2 ? [try shelf.playbook(named: words[1])] : shelf.own.sorted()
    let found = chosen.map { (playbook: shelf.playbooks[$0], shortcomings: shelf.playbooks[$0].shortcomings) }
    let report = PlaybookShortcomings(found)
    session.show(report.text(width: session.width), json: report.json)
    if !report.isEmpty { throw Failure.findings }
  }

  private func save(_ name: String, _ shelf: PlaybookShelf, _ session: Session) throws {
    let plan = try session.plan()
    let goal = try session.lookup(in: plan).goal(named: name)
    let open = plan.goals[goal].milestones.filter { plan.milestones[$0].state == .open }
    let done = plan.goals[goal].milestones.filter { plan.milestones[$0].state == .done }
    guard open.isEmpty, !done.isEmpty else {
      throw Failure(
        .refused,
        "\(plan.goals[goal].id) is not finished: \(WorkWords.count(open.count, "milestone")) open, \(done.count) complete. A playbook is made from what was really done."
      )
    }
    let base = plan.goals[goal].playbook.flatMap { name in shelf.playbooks.first { $0.name == name } }
    let saved = SavedPlaybook(of: goal, base: base, in: plan)
    let file = VaultPath(plan.settings.playbooksFolder).appending((self.name ?? plan.goals[goal].id) + ".md")
    guard try session.vault().text(of: file) == nil else {
      throw Failure(.refused, "\(file.description) is there already. --name gives the new one another name.")
    }
    let change = VaultChange(
      title: "Save playbook \(file.noteName)", files: [FileChange(creating: file, bytes: Array(saved.text.utf8))])
    try session.offer(change, write: write, isDryRun: dryRun, nothing: "")
  }
}
