import ArgumentParser
import PlanOutput

struct ReviewCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Hold the week's review: write its note, apply what was ticked.",
    discussion: """
      The note lies in the reviews folder, named by its week. Tick a choice in any editor, save, and run mm review again: the tick is the yes. At a terminal it is one sitting: the note is opened, and what was ticked is applied when you come back.
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(help: "Commit twice by name: your own edits to plan files as found, then what mm wrote.")
  var commit = false

  @Flag(help: "Show what would be written, write nothing.")
  var dryRun = false

  func run(in session: Session) throws {
    let review = try WeeklyReview(session, commits: commit, isDryRun: dryRun)
    let first = try review.hold()
    session.show(first.text(width: session.width), json: first.json)
    guard session.isInteractive, !session.wantsJSON, !dryRun, try session.waitForTicks(in: first.path) else { return }
    let second = try review.hold()
    session.streams.show(second.text(width: session.width))
  }
}
