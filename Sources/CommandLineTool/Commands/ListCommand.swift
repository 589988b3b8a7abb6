import ArgumentParser
import PlanOutput
import PlanSessions
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

  func run(at terminal: Terminal) throws {
    var wishes = ListWishes()
    wishes.goal = goal
    wishes.due = due
    wishes.isOverdue = overdue
    wishes.isNext = next
    wishes.isWaiting = waiting
    wishes.includesAll = all
    let report = try terminal.open().list(wishes)
    terminal.show(report.text(width: terminal.width), json: report.json)
    if report.isEmpty { terminal.tell("Nothing to list.") }
  }
}
