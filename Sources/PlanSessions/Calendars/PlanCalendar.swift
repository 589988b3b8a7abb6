import Calendars
import Forecasting
import PlanDocuments
import PlanModel
import PlanOutput
import VaultStorage

/// The place where the person keeps the plan's events, as it is now.
struct PlanCalendar {
  let written: [WrittenEvent]
  private let session: PlanSession
  private let place: EventsPlace
  private let zone: CalendarZone
  /// The files with events of ours, and with those of nobody else.
  private let files: [EventsFile]
  private let fileOfEvent: [String: EventsFile]

  /// - Parameter name: a file that ends in `.ics`, or a folder; `~` is the person's home.
  init(_ session: PlanSession, at name: String) throws(SessionError) {
    self.session = session
    let place = try SessionError.onDisk { () throws(VaultError) in
      try EventsPlace(at: session.machine.absolutePath(name), named: name, vault: session.vault)
    }
    self.place = place
    let zones = MachineZones(session.machine)
    zone = zones.calendarZone
    var finder = zones.finder
    var written: [WrittenEvent] = []
    var files: [EventsFile] = []
    var fileOfEvent: [String: EventsFile] = [:]
    for file in try SessionError.onDisk({ () throws(VaultError) in try place.files() }) {
      let calendar = WrittenCalendar(file.bytes, in: zone, zones: &finder)
      if place.isFeed {
        guard calendar.isCalendar, calendar.foreignCount == 0 else { throw .foreignEvents(in: name) }
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
  func write(
    _ outlook: ForecastedPlan, withBlocks: Bool, putsBack: Bool, isDryRun: Bool
  ) throws(SessionError) -> CalendarWriteReport {
    let settings: CalendarSettings
    do throws(ConfigurationProblem) {
      settings = try session.configuration.calendarSettings()
    } catch {
      throw .configuration(error)
    }
    let wanted = PlanEvents(outlook.scheduled, over: written, settings: settings, withBlocks: withBlocks)
    let renewal = EventRenewal(
      wanted.events, over: written, in: zone, today: session.today, putsBack: putsBack)
    if !isDryRun {
      try SessionError.onDisk { () throws(VaultError) in
        try place.replace(
          files, with: after(renewal, settings), title: "Calendar", at: session.machine.secondsSince1970)
      }
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
