import ArgumentParser
import PlanOutput
import PlanSessions

struct ReviewCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Hold the week's review: write its note, apply what was ticked.",
    discussion: """
      The note lies in the reviews folder, named by its week. Tick a choice in any editor, save, and run mm review again: the tick is the yes. At a terminal it is one sitting: the note is opened, and what was ticked is applied when you come back.

      --with asks a language model of yours for proposals and questions: they stand in the note beside mm's own, marked as the model's, to be ticked or not.
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(help: "Commit twice by name: your own edits to plan files as found, then what mm wrote.")
  var commit = false

  @OptionGroup(title: "Language models") var model: ModelOptions

  @Flag(help: "Show what would be written, write nothing.")
  var dryRun = false

  func run(at terminal: Terminal) throws {
    if terminal.listsModels(for: model) { return }
    let session = try terminal.open()
    let review = try WeeklyReview(session, commits: commit, isDryRun: dryRun)
    let consultation = model.areUsed ? terminal.consultation(with: model) : nil
    guard let first = terminal.answer(try review.hold(with: consultation)) else { return }
    terminal.show(first.report.text(width: terminal.width), json: first.report.json)
    if terminal.isInteractive, !terminal.wantsJSON, !dryRun,
      terminal.waitForTicks(in: first.report.path, of: session), let second = terminal.answer(try review.hold())
    {
      terminal.streams.show(second.report.text(width: terminal.width))
    }
    if first.modelFailed { throw Failure.findings }
  }
}
