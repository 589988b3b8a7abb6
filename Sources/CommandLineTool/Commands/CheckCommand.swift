import ArgumentParser
import JSONText
import PlanDocuments
import PlanOutput
import TextStyling
import VaultStorage

struct CheckCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what does not add up.",
    discussion: """
      Silent when there is nothing to say. Exit 1 when there are errors or warnings; hints, shown with --hints, never count. mm explain NAME tells what a check means.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github
  }

  @OptionGroup var shared: SharedOptions

  @Flag(help: "Show hints too.")
  var hints = false

  @Option(help: "text for people, json for programs, github for annotations in GitHub Actions.")
  var format: Format = .text

  @Flag(help: "Show the fixes that are clear as a diff; write them with --write, or after a yes at a terminal.")
  var fix = false

  @Flag(help: "With --fix: write.")
  var write = false

  @Flag(help: "With --fix: show the diff, write nothing.")
  var dryRun = false

  func run(in session: Session) throws {
    let checked = try CheckedVault(session, withHints: hints)
    if fix {
      if checked.isClean, !session.wantsJSON { return }
      try session.offer(
        checked.fixes, write: write, isDryRun: dryRun,
        nothing: "No finding here has a fix that is clear. mm check shows what was found.")
      if checked.countsUnfixed { throw Failure.findings }
      return
    }
    switch session.wantsJSON ? .json : format {
    case .json: session.streams.show(machineText: checked.json.text)
    case .github: session.streams.show(machineText: checked.annotations)
    case .text: session.streams.show(checked.text(width: session.width))
    }
    if checked.counts { throw Failure.findings }
  }
}
