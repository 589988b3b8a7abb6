import ArgumentParser
import JSONText
import PlanOutput
import PlanSessions
import TextStyling

struct CalendarCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Put the plan into your calendar, and your calendar into the plan.",
    discussion: """
      Alone it shows which calendars are read, where the plan is written, and what you moved there. --write puts milestones, weekly check-ins and, with --blocks, protected hours into a file to subscribe to, or into a folder of events as vdirsyncer and khal know it. Writing again changes only what has changed. --busy names each calendar that mm.md or your own configuration names, what of it does not count and why, and the free hours of each week.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("Write the plan's events: a file that ends in .ics, or a folder.", valueName: "place"))
  var write: String?

  @Flag(help: "With --write: work blocks too, between your appointments.")
  var blocks = false

  @Flag(help: "With --write: what you moved in the calendar goes back to the plan's day.")
  var putBack = false

  @Flag(help: "Show what you moved in the calendar; it is taken over after a yes.")
  var pull = false

  @Option(help: ArgumentHelp("With --pull: look in this place too.", valueName: "place"))
  var from: String?

  @Flag(help: "With --pull: take it over.")
  var take = false

  @Flag(help: "Fetch the calendars that your own configuration names under feeds.")
  var refresh = false

  @Flag(help: "Show what was read, what does not count and why, and the free hours week by week.")
  var busy = false

  @Option(help: ArgumentHelp("With --busy: how many weeks get a line.", valueName: "n"))
  var weeks = 13

  @Flag(help: "Write nothing.")
  var dryRun = false

  func validate() throws {
    guard (1...150).contains(weeks) else { throw ValidationError("--weeks takes a number from 1 to 150.") }
  }

  func run(at terminal: Terminal) throws {
    for place in [write, from] where place?.allSatisfy(\.isWhitespace) ?? false {
      throw ValidationError("No place was named: the name is empty.")
    }
    let session = try terminal.open()
    if write == nil, !pull, !refresh, !busy {
      let report = try session.calendarState { Failure($0).message }
      return terminal.show(report.text(width: terminal.width), json: report.json)
    }
    if refresh { try refreshFeeds(session, terminal) }
    if busy {
      let report = try session.busy(weeks: weeks)
      terminal.show(report.text(width: terminal.width), json: report.json)
    }
    if pull { try pullMoves(session, terminal) }
    if let write {
      let report = try session.writeCalendar(to: write, blocks: blocks, putsBack: putBack, isDryRun: dryRun)
      terminal.show(report.text(width: terminal.width), json: report.json)
      if dryRun { terminal.tell("Nothing was written: this was a dry run.") }
    }
  }

  private func refreshFeeds(_ session: PlanSession, _ terminal: Terminal) throws {
    let feeds = try session.refreshFeeds()
    let report = CalendarRefreshReport(feeds, today: terminal.today)
    terminal.show(report.text, json: report.json)
    if feeds.contains(where: { $0.problem != nil }) { throw Failure.findings }
  }

  private func pullMoves(_ session: PlanSession, _ terminal: Terminal) throws {
    let pulled = try session.pullCalendar(from: from)
    let report = CalendarPullReport(pulled.scheduled, pulled.moved)
    let isMoved = !pulled.moved.isEmpty
    if terminal.wantsJSON {
      let isWritten = take && !dryRun && isMoved
      if isWritten { try session.apply(pulled.change) }
      let change = ChangeReport(pulled.change).json(isWritten: isWritten)
      return terminal.streams.show(machineText: report.json(change: change).text)
    }
    terminal.streams.show(report.text(width: terminal.width) + (isMoved ? "\n" : ""))
    try terminal.offer(
      pulled.change, in: session, write: take, isDryRun: dryRun, nothing: "Nothing was moved in the calendar.",
      option: "--take")
  }
}
