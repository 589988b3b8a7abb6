import PlanDocuments
import PlanModel
import TestSupport
import Testing

@Suite struct FreeHoursTests {
  private let monday = day("2026-08-03")
  private let weekdays = HoursEntry(minutes: 120, rhythm: .days(.mondayToFriday))

  /// Minutes of the goal on each of the days from Monday 3 August.
  private func minutes(
    vault: [HoursEntry]?, goal: [HoursEntry]? = nil, off: [DaysOff] = [], ownOff: [DaysOff] = [],
    busy: BusyTimes = BusyTimes(), days: Int = 7
  ) -> [Int] {
    let hours = WorkHours(
      vault: WorkHours.Source(hours: vault.map { .entries($0) }, off: off, busy: busy),
      goals: [WorkHours.Source(hours: goal.map { .entries($0) }, off: ownOff)])
    let table = FreeHours(hours, today: monday, from: monday, through: monday + days)
    return (0..<days).map { table.minutes(goal: 0, on: monday + $0) ?? -1 }
  }

  private func own(
    vault: [HoursEntry]?, goal: [HoursEntry], today: Day? = nil, from: Day, through: Day, off: [DaysOff] = []
  ) -> Int {
    let hours = WorkHours(
      vault: WorkHours.Source(hours: vault.map { .entries($0) }, off: off),
      goals: [WorkHours.Source(hours: .entries(goal))])
    var table = FreeHours(hours, today: today ?? monday, from: monday, through: monday)
    return table.ownMinutes(goal: 0, from: from, through: through)
  }

  private func range(_ first: Int, _ last: Int) -> DayRange { DayRange(monday + first, monday + last) }

  @Test func entriesOnTheSameDayAreAddedUp() {
    let saturday = HoursEntry(minutes: 240, rhythm: .days(WeekdaySet(.saturday)))
    let more = HoursEntry(minutes: 30, rhythm: .days(WeekdaySet(.monday)))
    #expect(minutes(vault: [weekdays, saturday, more]) == [150, 120, 120, 120, 120, 240, 0])
  }

  @Test func aFigureByTheWeekForTheVaultIsAFifthEachMondayToFriday() {
    let week = HoursEntry(minutes: 600, rhythm: .week)
    #expect(minutes(vault: [week]) == [120, 120, 120, 120, 120, 0, 0])
  }

  @Test func aFigureByTheWeekForAGoalLimitsTheWeekAndNoDay() {
    let week = HoursEntry(minutes: 300, rhythm: .week)
    #expect(minutes(vault: [weekdays], goal: [week]) == [120, 120, 120, 120, 120, 0, 0])
    #expect(own(vault: [weekdays], goal: [week], from: monday, through: monday + 13) == 600)
    #expect(own(vault: [weekdays], goal: [week], from: monday, through: monday + 1) == 240)
  }

  @Test func withoutVaultHoursAFigureByTheWeekIsAFifthEachMondayToFriday() {
    #expect(minutes(vault: nil, goal: [HoursEntry(minutes: 300, rhythm: .week)]) == [60, 60, 60, 60, 60, 0, 0])
  }

  @Test func severalTimesAWeekLimitsTheDayAndTheWeek() {
    let runs = HoursEntry(minutes: 45, rhythm: .timesAWeek(4))
    #expect(minutes(vault: [weekdays], goal: [runs]) == [45, 45, 45, 45, 45, 0, 0])
    #expect(own(vault: [weekdays], goal: [runs], from: monday, through: monday + 6) == 180)
    #expect(minutes(vault: nil, goal: [runs]) == [45, 45, 45, 45, 45, 45, 45])
  }

  @Test func dayItemsAndWeeklyItemsBothHold() {
    let entries = [weekdays, HoursEntry(minutes: 420, rhythm: .week)]
    #expect(
      own(vault: [HoursEntry(minutes: 600, rhythm: .days(.all))], goal: entries, from: monday, through: monday + 6)
        == 420)
    #expect(
      own(vault: [HoursEntry(minutes: 60, rhythm: .days(.all))], goal: entries, from: monday, through: monday + 6)
        == 300)
  }

  @Test func ofTheRunningWeeksLimitIsLeftWhatWasNotDoneInIt() {
    let week = HoursEntry(minutes: 301, rhythm: .week)
    // On Thursday 240 minutes of the week are still free.
    for (done, left) in [(0, 240), (61, 240), (62, 239), (181, 120), (301, 0), (400, 0)] {
      func own(from first: Day, through last: Day, done monday: Day) -> Int {
        let hours = WorkHours(
          vault: WorkHours.Source(hours: .entries([weekdays])),
          goals: [
            WorkHours.Source(hours: .entries([week]), worked: WorkInWeek(monday: monday, minutes: done))
          ])
        var table = FreeHours(hours, today: self.monday + 3, from: self.monday, through: self.monday + 13)
        return table.ownMinutes(goal: 0, from: first, through: last)
      }
      #expect(own(from: monday + 3, through: monday + 6, done: monday) == left)
      #expect(own(from: monday + 3, through: monday + 13, done: monday) == left + 301)
      #expect(own(from: monday + 3, through: monday + 6, done: monday - 7) == 240)
    }
  }

  @Test func aPeriodReplacesTheSameWeekdaysAndByTheWeekReplacesAll() {
    let monday = HoursEntry(minutes: 30, rhythm: .days(WeekdaySet(.monday)), period: range(0, 6))
    #expect(minutes(vault: [weekdays, monday], days: 8) == [30, 120, 120, 120, 120, 0, 0, 120])
    let week = HoursEntry(minutes: 300, rhythm: .week, period: range(0, 6))
    #expect(minutes(vault: [weekdays, week], days: 8) == [60, 60, 60, 60, 60, 0, 0, 120])
    let only = HoursEntry(minutes: 60, rhythm: .days(.all), period: range(2, 3))
    #expect(minutes(vault: [only]) == [0, 0, 60, 60, 0, 0, 0])
  }

  @Test func daysOffAreGoneOrTheirShareIs() {
    let off = [
      DaysOff(days: range(0, 0)), DaysOff(days: range(1, 1), percent: 50), DaysOff(days: range(2, 2), percent: 33),
    ]
    #expect(minutes(vault: [weekdays], off: off) == [0, 60, 80, 120, 120, 0, 0])
    #expect(minutes(vault: [weekdays], ownOff: off) == [0, 60, 80, 120, 120, 0, 0])
    #expect(minutes(vault: nil, goal: [weekdays], off: off) == [0, 60, 80, 120, 120, 0, 0])
  }

  @Test func aGoalMayTakeNoMoreThanTheVaultHas() {
    #expect(
      minutes(vault: [weekdays], goal: [HoursEntry(minutes: 200, rhythm: .days(.all))]) == [
        120, 120, 120, 120, 120, 0, 0,
      ])
  }

  @Test func withAWindowTheSmallerOfTheHoursAndTheWindowLessItsEventsCounts() {
    let windowed = HoursEntry(
      minutes: 120, rhythm: .days(.mondayToFriday), window: ClockWindow(start: 6 * 60, end: 9 * 60))
    let busy = BusyTimes(
      allDay: [range(3, 3)],
      windows: [
        monday: [ClockWindow(start: 5 * 60, end: 7 * 60), ClockWindow(start: 390, end: 480)],
        monday + 1: [ClockWindow(start: 8 * 60 + 30, end: 10 * 60)],
        monday + 2: [ClockWindow(start: 12 * 60, end: 13 * 60)],
      ])
    #expect(minutes(vault: [windowed], busy: busy) == [60, 120, 120, 0, 120, 0, 0])
    #expect(minutes(vault: [weekdays], busy: busy) == [120, 120, 120, 0, 120, 0, 0])
  }

  @Test func whatAGoalsOwnEventsTakeIsMissingThereAlone() {
    let windowed = HoursEntry(
      minutes: 120, rhythm: .days(.mondayToFriday), window: ClockWindow(start: 6 * 60, end: 8 * 60))
    let ofAll = BusyTimes(windows: [monday: [ClockWindow(start: 6 * 60, end: 6 * 60 + 20)]])
    let own = BusyTimes(
      allDay: [range(1, 1)], windows: [monday: [ClockWindow(start: 6 * 60 + 10, end: 6 * 60 + 50)]])
    let source = WorkHours.Source(hours: .entries([windowed]))
    var busy = source
    busy.busy = own
    let hours = WorkHours(
      vault: WorkHours.Source(hours: .entries([windowed]), busy: ofAll), goals: [source, busy])
    let table = FreeHours(hours, today: monday, from: monday, through: monday + 6)
    #expect((0..<3).map { table.sharedMinutes(on: monday + $0) } == [100, 120, 120])
    #expect((0..<3).map { table.minutes(goal: 0, on: monday + $0) } == [100, 120, 120])
    #expect((0..<3).map { table.minutes(goal: 1, on: monday + $0) } == [70, 0, 120])
  }

  @Test func aMeetingTakesNothingOfLaterWeeks() {
    let windowed = HoursEntry(
      minutes: 120, rhythm: .days(.mondayToFriday), window: ClockWindow(start: 6 * 60, end: 8 * 60))
    let busy = BusyTimes(
      allDay: [range(8, 8)],
      windows: [
        monday + 1: [ClockWindow(start: 6 * 60, end: 7 * 60)], monday + 10: [ClockWindow(start: 7 * 60, end: 8 * 60)],
      ])
    #expect(
      minutes(vault: [windowed], busy: busy, days: 21) == [
        120, 60, 120, 120, 120, 0, 0, 120, 0, 120, 60, 120, 0, 0, 120, 120, 120, 120, 120, 0, 0,
      ])
  }

  @Test func aGoalsWindowCountsInsideTheVaults() {
    let evening = HoursEntry(
      minutes: 180, rhythm: .days(.mondayToFriday), window: ClockWindow(start: 18 * 60, end: 21 * 60))
    let late = HoursEntry(minutes: 180, rhythm: .days(.all), window: ClockWindow(start: 20 * 60, end: 23 * 60))
    let morning = HoursEntry(minutes: 60, rhythm: .days(.all), window: ClockWindow(start: 6 * 60, end: 8 * 60))
    #expect(minutes(vault: [evening], goal: [late]) == [60, 60, 60, 60, 60, 0, 0])
    #expect(minutes(vault: [evening], goal: [morning]) == [0, 0, 0, 0, 0, 0, 0])
    #expect(minutes(vault: [weekdays], goal: [morning]) == [60, 60, 60, 60, 60, 0, 0])
    let hours = WorkHours(
      vault: WorkHours.Source(hours: .entries([evening])),
      goals: [WorkHours.Source(hours: .entries([morning])), WorkHours.Source(hours: .entries([late]))])
    #expect(hours.emptyWindows == [WorkHours.EmptyWindow(goal: 0, entry: 0)])
  }

  @Test func effortsCountOnlyWhereThereAreHours() {
    func counts(_ vault: Hours?, _ goal: Hours?) -> Bool {
      WorkHours(vault: WorkHours.Source(hours: vault), goals: [WorkHours.Source(hours: goal)]).counts(goal: 0)
    }
    #expect(counts(.entries([weekdays]), nil))
    #expect(counts(nil, .entries([weekdays])))
    #expect(counts(Hours.none, .entries([weekdays])))
    #expect(!counts(nil, nil))
    #expect(!counts(Hours.none, nil))
    #expect(!counts(.entries([weekdays]), Hours.none))
  }

  @Test func aDayOffIsOffOrAnAllDayEventAndNoWeekdayWithoutHours() {
    let hours = WorkHours(
      vault: WorkHours.Source(
        hours: .entries([weekdays]), off: [DaysOff(days: range(1, 1)), DaysOff(days: range(2, 2), percent: 50)],
        busy: BusyTimes(allDay: [range(3, 3)])),
      goals: [WorkHours.Source(hours: nil, off: [DaysOff(days: range(4, 4))])])
    #expect((0..<7).map { hours.isDayOff(monday + $0, goal: 0) } == [false, true, false, true, true, false, false])
    #expect(!hours.isDayOff(monday + 4, goal: nil))
  }
}
