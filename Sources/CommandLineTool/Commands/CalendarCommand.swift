import ArgumentParser
import Forecasting
import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import ReviewNotes
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

  func run(in session: Session) throws {
    if write == nil, !pull, !refresh, !busy {
      let report = try session.calendarState()
      return session.show(report.text(width: session.width), json: report.json)
    }
    if refresh { try session.refreshFeeds() }
    if busy {
      let report = BusyReport(try session.plan(), weeks: weeks)
      session.show(report.text(width: session.width), json: report.json)
    }
    if pull { try session.pullMoves(from: from, take: take, isDryRun: dryRun) }
    if let write {
      let outlook = try session.outlook()
      let withBlocks = blocks || PersonalConfiguration(session.surroundings).writesBlocks
      let report = try PlanCalendar(session, at: write)
        .write(outlook, withBlocks: withBlocks, putsBack: putBack, isDryRun: dryRun)
      session.show(report.text(width: session.width), json: report.json)
      if dryRun { session.tell("Nothing was written: this was a dry run.") }
    }
  }
}

extension Session {
  fileprivate func refreshFeeds() throws {
    tellConfigurationProblems()
    let outcomes = try CalendarFeeds(self).refresh()
    if outcomes.isEmpty {
      throw Failure(.wrongUse, "Your configuration names no feeds. A line of feeds: is a name and a secret address.")
    }
    let report = CalendarRefreshReport(
      outcomes.map { CalendarRefreshReport.Feed(name: $0.name, bytes: $0.bytes, problem: $0.problem) }, today: today)
    show(report.text, json: report.json)
    if outcomes.contains(where: { $0.problem != nil }) { throw Failure.findings }
  }

  fileprivate func pullMoves(from place: String?, take: Bool, isDryRun: Bool) throws {
    let outlook = try outlook()
    let moved = try movedMilestones(in: outlook.plan, place: place)
    let report = CalendarPullReport(outlook, moved)
    let writes = moved.map { $0.write(in: outlook.plan) }
    let change = try change(of: writes, title: "Take over what was moved in the calendar", in: outlook.plan)
    if wantsJSON {
      let isWritten = take && !isDryRun && !moved.isEmpty
      if isWritten { try apply(change) }
      return streams.show(machineText: report.json(change: ChangeReport(change).json(isWritten: isWritten)).text)
    }
    streams.show(report.text(width: width) + (moved.isEmpty ? "" : "\n"))
    try offer(
      change, write: take, isDryRun: isDryRun, nothing: "Nothing was moved in the calendar.", option: "--take")
  }
}
