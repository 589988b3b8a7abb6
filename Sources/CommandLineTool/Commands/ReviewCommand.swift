import ArgumentParser
import PlanOutput

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

  func run(in session: Session) throws {
    let consultation = ModelConsultation(session, model)
    if consultation.listsModels() { return }
    let review = try WeeklyReview(session, commits: commit, isDryRun: dryRun)
    guard let first = try review.hold(with: model.areUsed ? consultation : nil) else { return }
    session.show(first.report.text(width: session.width), json: first.report.json)
    if session.isInteractive, !session.wantsJSON, !dryRun, try session.waitForTicks(in: first.report.path),
      let second = try review.hold()
    {
      session.streams.show(second.report.text(width: session.width))
    }
    if first.modelFailed { throw Failure.findings }
  }
}
