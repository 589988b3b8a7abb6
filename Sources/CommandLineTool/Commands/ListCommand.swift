import ArgumentParser
import Forecasting
import PlanDocuments
import PlanOutput
import TextStyling

struct ListCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List goals and milestones.",
    discussion: """
      Without filters the open milestones of every active goal, goal by goal. With a filter one run, the earliest due date first. Filters add up: mm list --goal book --overdue.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("Only this goal.", valueName: "goal"), completion: .goalNames)
  var goal: String?

  @Option(help: ArgumentHelp("Due by then: week (its Sunday), today, fri, +3w, 2026-11-22.", valueName: "date"))
  var due: String?

  @Flag(help: "Past their due date.")
  var overdue = false

  @Flag(help: "What can be worked on now: nothing comes before it.")
  var next = false

  @Flag(help: "Handed over, waiting for others.")
  var waiting = false

  @Flag(help: "Also what is complete, cancelled or at rest.")
  var all = false

  func run(in session: Session) throws {
    let outlook = try session.outlook()
    var filter = ListReport.Filter()
    if let goal { filter.goal = try session.lookup(in: outlook.plan).goal(named: goal) }
    if let due {
      filter.dueBy = due.lowercased() == "week" ? session.today.monday + 6 : try Failure.day(due, today: session.today)
    }
    filter.isOverdue = overdue
    filter.isNext = next
    filter.isWaiting = waiting
    filter.includesAll = all
    let report = ListReport(outlook, filter: filter)
    session.show(report.text(width: session.width), json: report.json)
    if report.isEmpty, !session.wantsJSON { session.streams.tell("Nothing to list.") }
  }
}
