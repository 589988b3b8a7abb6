import Calendars
package import Forecasting
package import PlanDocuments
package import PlanModel
package import PlanOutput
import Scheduling
package import TextStyling
import VaultStorage

/// What the person moved in a calendar, and the change that takes it over.
package struct CalendarMoves: Sendable {
  package let scheduled: ForecastedPlan
  package let moved: [MovedMilestone]
  package let change: VaultChange
}

extension PlanSession {
  /// Which calendars are read, where the plan is written, and what was moved there.
  ///
  /// - Parameter words: says why a place cannot be used.
  package func calendarState(
    saying words: (SessionError) -> StyledText
  ) throws(SessionError) -> CalendarStateReport {
    let plan = try scheduled()
    var place: CalendarStateReport.Place?
    if let name = configuration.planCalendar {
      var state = CalendarStateReport.Place(name: name)
      do throws(SessionError) {
        let written = try PlanCalendar(self, at: name).written
        state.eventCount = written.count
        state.blockCount = PlanEvents.blocks(in: written, for: plan.plan).count { $0.day >= today }
        state.changed = written.compactMap(\.changed).max()
      } catch {
        state.problem = words(error)
      }
      place = state
    }
    return CalendarStateReport(plan, place: place, moved: (try? movedMilestones(in: plan.plan)) ?? [])
  }

  /// Writes the plan's events.
  ///
  /// - Parameters:
  ///   - place: a file that ends in `.ics`, or a folder; `~` is the person's home.
  ///   - blocks: with work blocks too; the person's configuration may want them anyway.
  ///   - putsBack: what was moved in the calendar goes back to the plan's day.
  package func writeCalendar(
    to place: String, blocks: Bool, putsBack: Bool, isDryRun: Bool
  ) throws(SessionError) -> CalendarWriteReport {
    let plan = try scheduled()
    let withBlocks = blocks || configuration.writesBlocks
    return try PlanCalendar(self, at: place)
      .write(plan, withBlocks: withBlocks, putsBack: putsBack, isDryRun: isDryRun)
  }

  /// - Parameter place: look there, in place of the calendar that the configuration names.
  package func pullCalendar(from place: String? = nil) throws(SessionError) -> CalendarMoves {
    let scheduled = try scheduled()
    let moved = try movedMilestones(in: scheduled.plan, place: place)
    let change = try change(
      of: moved.map { $0.write(in: scheduled.plan) }, title: "Take over what was moved in the calendar",
      in: scheduled.plan)
    return CalendarMoves(scheduled: scheduled, moved: moved, change: change)
  }

  /// What was read of calendars, what does not count, and the free hours of each week.
  package func busy(weeks: Int) throws(SessionError) -> BusyReport { BusyReport(try plan(), weeks: weeks) }

  /// The work blocks in the place where the person keeps the plan's events; none where that cannot be read, since a
  /// prompt shows what it can.
  func writtenBlocks(in plan: Plan) -> [WorkBlock] {
    guard let name = configuration.planCalendar, let calendar = try? PlanCalendar(self, at: name) else { return [] }
    return PlanEvents.blocks(in: calendar.written, for: plan)
  }

  /// What the person moved, in the place where they keep the plan's events and in every calendar that is read.
  ///
  /// - Parameter place: as they named it; nil is the one of their configuration.
  func movedMilestones(in plan: Plan, place: String? = nil) throws(SessionError) -> [MovedMilestone] {
    var written: [WrittenEvent] = []
    if let name = place ?? configuration.planCalendar { written += try PlanCalendar(self, at: name).written }
    let zones = MachineZones(machine)
    var finder = zones.finder
    try BusyCalendars(self).forEachFile(of: plan.settings) { bytes in
      written += WrittenCalendar(bytes, in: zones.calendarZone, zones: &finder).events
    }
    return MovedMilestone.all(in: written, for: plan)
  }
}
