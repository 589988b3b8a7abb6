import ArgumentParser
import JSONText
import PlanSessions
import TextStyling

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

  func run(at terminal: Terminal) throws {
    let session = try terminal.open()
    let checked = try session.check(withHints: hints)
    UntilExit.keep(checked)
    if fix {
      if checked.isClean, !terminal.wantsJSON { return }
      try terminal.offer(
        checked.fixes, in: session, write: write, isDryRun: dryRun,
        nothing: "No finding here has a fix that is clear. mm check shows what was found.")
      if checked.countsUnfixed { throw Failure.findings }
      return
    }
    switch terminal.wantsJSON ? .json : format {
    case .json: terminal.streams.show(machineText: checked.json.text)
    case .github: terminal.streams.show(machineText: checked.annotations)
    case .text: terminal.streams.show(checked.text(width: terminal.width))
    }
    if checked.counts { throw Failure.findings }
  }
}

/// Values that are never taken apart: the process ends soon, and gives all of its memory back at once.
private enum UntilExit {
  private final class Holder<Value> {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  /// Keeps a large value, whose strings and lists would else be given back one by one.
  static func keep(_ value: some Any) {
    _ = Unmanaged.passRetained(Holder(value))
  }
}
