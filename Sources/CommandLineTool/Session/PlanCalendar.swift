import Calendars
import Forecasting
import PlanDocuments
import PlanModel
import PlanOutput
import ReviewNotes
import Scheduling
import TextStyling
import VaultStorage

/// The place where the person keeps the plan's events, as it stands now.
struct PlanCalendar {
  let written: [WrittenEvent]
  private let session: Session
  private let place: EventsPlace
  private let zone: CalendarZone
  /// The files with events of ours, and with those of nobody else.
  private let files: [EventsFile]
  private let fileOfEvent: [String: EventsFile]

  /// - Parameter name: a file that ends in `.ics`, or a folder; `~` is the person's home.
  init(_ session: Session, at name: String) throws {
    self.session = session
    place = try EventsPlace(at: session.absolutePath(name), named: name, vault: session.vault())
    let zones = MachineZones(session.surroundings)
    zone = zones.calendarZone
    var finder = zones.finder
    var written: [WrittenEvent] = []
    var files: [EventsFile] = []
    var fileOfEvent: [String: EventsFile] = [:]
    for file in try place.files() {
      let calendar = WrittenCalendar(file.bytes, in: zone, zones: &finder)
      if place.isFeed {
        guard calendar.isCalendar, calendar.foreignCount == 0 else {
          throw Failure(
            .refused, "\(name) holds events that are not mm’s, so it is not written over. Name another file.")
        }
      } else {
        guard calendar.events.count == 1, calendar.foreignCount == 0 else { continue }
      }
      files.append(file)
      for event in calendar.events where fileOfEvent[event.uid] == nil {
        fileOfEvent[event.uid] = file
        written.append(event)
      }
    }
    self.written = written
    self.files = files
    self.fileOfEvent = fileOfEvent
  }

  /// Writes the plan into it.
  func write(_ outlook: ForecastedPlan, withBlocks: Bool, putsBack: Bool, isDryRun: Bool) throws -> CalendarWriteReport {
    let settings = try PersonalConfiguration(session.surroundings).calendarSettings()
    let wanted = PlanEvents(outlook.scheduled, over: written, settings: settings, withBlocks: withBlocks)
    let renewal = EventRenewal(
      wanted.events, over: written, in: zone, today: session.today, putsBack: putsBack)
    if !isDryRun {
      try place.replace(
        files, with: after(renewal, settings), title: "Calendar", at: session.surroundings.secondsSince1970)
    }
    var counts = CalendarWriteReport.Counts()
    counts.all = renewal.events.count
    counts.blocks = renewal.events.count { $0.event.kind == .block }
    counts.new = renewal.events.count { fileOfEvent[$0.event.uid] == nil }
    counts.changed = renewal.events.count { !$0.isUnchanged } - counts.new
    counts.removed = renewal.dropped.count
    return CalendarWriteReport(
      outlook, place: place.name, counts: counts, unplaced: wanted.unplaced,
      moved: putsBack ? [] : MovedMilestone.all(in: written, for: outlook.plan), isWritten: !isDryRun)
  }

  private func after(_ renewal: EventRenewal, _ settings: CalendarSettings) -> [EventsFile] {
    if place.isFeed {
      let bytes = CalendarWriting.feed(renewal.events.map(\.event), name: settings.name, in: zone)
      return [EventsFile(path: place.path(for: ""), bytes: bytes)]
    }
    return renewal.events.map { renewed in
      let old = fileOfEvent[renewed.event.uid]
      // What says the same stays as it is, however the calendar's other writers have laid it out.
      if renewed.isUnchanged, let old { return old }
      return EventsFile(
        path: old?.path ?? place.path(for: renewed.event.uid + ".ics"),
        bytes: CalendarWriting.file(of: renewed.event, in: zone))
    }
  }
}

extension Session {
  /// A path as the person wrote it: from their home, or from where they are.
  func absolutePath(_ path: String) -> String {
    if path == "~" || path.hasPrefix("~/"), let home = surroundings["HOME"] { return home + path.dropFirst() }
    return path.hasPrefix("/") ? path : surroundings.workingFolder + "/" + path
  }

  /// The work blocks in the place where the person keeps the plan's events; none where that cannot be read, since a
  /// prompt shows what it can.
  func writtenBlocks(in plan: Plan) -> [WorkBlock] {
    guard let name = PersonalConfiguration(surroundings).planCalendar, let calendar = try? PlanCalendar(self, at: name)
    else { return [] }
    return PlanEvents.blocks(in: calendar.written, for: plan)
  }

  /// Which calendars are read, where the plan is written, and what was moved there.
  func calendarState() throws -> CalendarStateReport {
    let outlook = try outlook()
    var place: CalendarStateReport.Place?
    if let name = PersonalConfiguration(surroundings).planCalendar {
      var state = CalendarStateReport.Place(name: name)
      do {
        let written = try PlanCalendar(self, at: name).written
        state.eventCount = written.count
        state.blockCount = PlanEvents.blocks(in: written, for: outlook.plan).count { $0.day >= today }
        state.changed = written.compactMap(\.changed).max()
      } catch let failure as Failure {
        state.problem = failure.message
      } catch let error as VaultError {
        state.problem = Failure(error).message
      }
      place = state
    }
    return CalendarStateReport(outlook, place: place, moved: (try? movedMilestones(in: outlook.plan)) ?? [])
  }

  /// What the person moved, in the place where they keep the plan's events and in every calendar that is read.
  ///
  /// - Parameter place: as they named it; nil is the one of their configuration.
  func movedMilestones(in plan: Plan, place: String? = nil) throws -> [MovedMilestone] {
    let configuration = PersonalConfiguration(surroundings)
    var written: [WrittenEvent] = []
    if let name = place ?? configuration.planCalendar { written += try PlanCalendar(self, at: name).written }
    let zones = MachineZones(surroundings)
    var finder = zones.finder
    try BusyCalendars(self).forEachFile(of: plan.settings) { bytes in
      written += WrittenCalendar(bytes, in: zones.calendarZone, zones: &finder).events
    }
    return MovedMilestone.all(in: written, for: plan)
  }
}
