import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

@Suite struct TakenHoursTests {
  private let monday = day("2026-08-03")

  private func plan(_ settings: String, busy events: [BusyCalendar.Event]) -> Plan {
    var reader = DocumentReader()
    var snapshot = VaultSnapshot(
      settings: reader.document(
        from: SourceText(path: VaultPath("mm.md"), bytes: Array("---\n\(settings)\n---\n".utf8))),
      documents: [])
    snapshot.busy = BusyCalendar(events: events)
    return Plan(reading: snapshot, today: monday)
  }

  private func event(_ title: String, _ first: Int, _ last: Int? = nil, at window: ClockWindow? = nil)
    -> BusyCalendar.Event
  {
    BusyCalendar.Event(title: title, days: DayRange(monday + first, monday + (last ?? first)), window: window)
  }

  @Test func wholeDaysTakeAllAndTimesWhatMeetsTheWindow() {
    let plan = plan(
      "time: 2h mon-fri 06:00-08:00",
      busy: [
        event("trip", 1, 2), event("early call", 0, at: ClockWindow(start: 420, end: 540)),
        event("lunch", 3, at: ClockWindow(start: 720, end: 780)),
      ])
    let hours = WorkHours(of: plan)
    let taken = TakenHours(in: DayRange(monday, monday + 6), of: plan, hours: hours)
    #expect(taken.parts.map(\.name) == ["trip", "early call"])
    #expect(taken.parts.map(\.minutes) == [240, 60])
    #expect(taken.wholeMinutes == 600)
    #expect(taken.freeMinutes == 300)
    #expect(hours.isDayOff(monday + 1, goal: nil))
    #expect(!hours.isDayOff(monday, goal: nil))
  }

  @Test func hoursWithoutAWindowAreTakenByWholeDaysOnly() {
    let plan = plan(
      "time: 2h mon-fri", busy: [event("call", 0, at: ClockWindow(start: 0, end: 1400)), event("holiday", 4)])
    let taken = TakenHours(in: DayRange(monday, monday + 6), of: plan, hours: WorkHours(of: plan))
    #expect(taken.parts.map(\.name) == ["holiday"])
    #expect(taken.freeMinutes == 480)
  }

  @Test func whatIsTakenAndWhatIsFreeMakeTheWhole() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let events = (0..<Int.random(in: 0..<30, using: &generator)).map { number in
        let first = Int.random(in: -3..<20, using: &generator)
        let start = Int.random(in: 0..<1380, using: &generator)
        return Bool.random(using: &generator)
          ? event("e\(number % 7)", first, first + Int.random(in: 0..<4, using: &generator))
          : event("t\(number % 7)", first, at: ClockWindow(start: start, end: min(1440, start + 90)))
      }
      let plan = plan(
        "time: [2h mon-fri 06:00-08:00, 90m sat]\noff: [2026-08-05 50% dentist, 2026-08-10..2026-08-11]", busy: events)
      let hours = WorkHours(of: plan)
      let free = FreeHours(hours, today: monday, from: monday, through: monday + 20)
      let taken = TakenHours(in: DayRange(monday, monday + 13), of: plan, hours: hours)
      let left = (0..<14).reduce(0) { $0 + (free.sharedMinutes(on: monday + $1) ?? 0) }
      #expect(taken.freeMinutes == left)
      #expect(taken.takenMinutes + left == taken.wholeMinutes)
      #expect(taken.parts.allSatisfy { $0.minutes > 0 })
    }
  }

  @Test func manyWholeDaysAreJoined() {
    let times = BusyTimes(of: BusyCalendar(events: [event("b", 3, 4), event("a", 0, 1), event("c", 2), event("d", 9)]))
    #expect(times.allDay == [DayRange(monday, monday + 4), DayRange(monday + 9, monday + 9)])
  }

  @Test func timesOfADayAreJoinedWhereTheyMeet() {
    let windows = [(360, 420), (400, 480), (480, 500), (600, 660)].map { ClockWindow(start: $0.0, end: $0.1) }
    let times = BusyTimes(of: BusyCalendar(events: windows.map { event("a", 0, at: $0) }))
    #expect(times.windows == [monday: [ClockWindow(start: 360, end: 500), ClockWindow(start: 600, end: 660)]])
  }
}
