import ArgumentParser
import PlanModel
import PlanSessions

struct SetCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set one value of a goal, a milestone or a task, where it stands.",
    discussion: """
      mm set book/part-1 due +2w writes the day into the line or the front matter, in the spelling that it has there. mm set book/part-1 wait --clear takes a value out. mm.md names the settings: mm set mm.md buffer 1w.
      """)

  /// Everything that can be set of anything, each once.
  private static let fields = Array(Set(SetValue.goalKeys + SetValue.milestoneKeys + SetValue.settingsKeys)).sorted()

  @OptionGroup var shared: SharedOptions

  @Argument(help: "What is changed.", completion: .itemNames())
  var item: String

  @Argument(
    help: "The field: due, effort, after, wait, progress, deadline, time, …", completion: .list(SetCommand.fields))
  var field: String

  @Argument(help: "What it says from now on; a date may be in words.")
  var value: [String] = []

  @Flag(help: "Take the field out.")
  var clear = false

  @Flag(help: "Show the diff, write nothing.")
  var dryRun = false

  func validate() throws {
    guard clear != !value.isEmpty else {
      throw ValidationError(
        clear ? "Either a value or --clear, not both." : "A value is missing; --clear takes the field out.")
    }
  }

  func run(at terminal: Terminal) throws {
    let session = try terminal.open()
    let change = try session.setting(field, of: item, to: clear ? nil : value.joined(separator: " "))
    try terminal.make(change, in: session, isDryRun: dryRun)
  }
}
