import ArgumentParser
import PlanDocuments
import PlanModel

struct DoneCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Tick a milestone or task and write the day.",
    discussion: """
      The edit that an editor would make, and nothing else in the file. A task is named below its milestone by words of its line: mm done book/research/statistics. A goal is marked done when nothing of it is open.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("What was completed.", valueName: "item"), completion: .itemNames(openOnly: true))
  var items: [String]

  @Option(help: ArgumentHelp("The day of completion; today when left out.", valueName: "date"))
  var on: String?

  @Flag(help: "Show the diff, write nothing.")
  var dryRun = false

  func run(in session: Session) throws {
    let plan = try session.plan()
    let lookup = try session.lookup(in: plan)
    let day = try on.map { try Failure.day($0, today: session.today) } ?? session.today
    let named = try items.map { try lookup.item(named: $0) }
    do {
      try session.make(try CompleteItem.change(named, on: day, in: plan), isDryRun: dryRun)
    } catch let refusal as EditRefusal {
      throw Failure(refusal, in: plan.documents)
    }
  }
}
