import PlanDocuments
import TestSupport
import Testing

@testable import PlanModel

/// Hours that are added to a list of `time:` are exactly as many more.
@Suite struct AddedHoursTests {
  private static let monday = day("2026-08-31")

  private static func list(_ text: String) throws -> [HoursEntry] {
    guard case .entries(let entries) = try Hours(reading: Array(text.utf8)[...]) else { return [] }
    return entries
  }

  private static func added(_ text: String, isVault: Bool = true, _ additions: [AddedHours]) throws -> String {
    var list = HoursList(try list(text), isVault: isVault)
    let isAdded = list.add(additions)
    #expect(isAdded)
    return Hours.entries(list.entries).written
  }

  private static func more(
    _ minutes: Int, _ place: AddedHours.Place, _ first: String, _ last: String
  ) -> AddedHours {
    AddedHours(minutes: minutes, place: place, days: DayRange(day(first), day(last)))
  }

  @Test func twoGoalsThatWantMoreHaveTheUsualHoursOnce() throws {
    let week = try Self.added(
      "10h/week",
      [Self.more(30, .week, "2026-09-07", "2026-11-08"), Self.more(60, .week, "2026-09-07", "2026-10-04")])
    #expect(week == "10h/week, 11.5h/week 2026-09-07..2026-10-04, 10.5h/week 2026-10-05..2026-11-08")
    let mondays = try Self.added(
      "2h mon-fri",
      [
        Self.more(120, .weekday(.monday), "2026-09-07", "2026-09-20"),
        Self.more(180, .weekday(.monday), "2026-09-07", "2026-09-30"),
      ])
    #expect(mondays == "2h mon-fri, 7h mon 2026-09-07..2026-09-20, 5h mon 2026-09-21..2026-09-30")
  }

  @Test func whatAPeriodSaysIsCutWhereMoreIsAdded() throws {
    let sunday = Self.more(60, .weekday(.sunday), "2026-09-14", "2026-09-27")
    #expect(
      try Self.added("2h mon-fri, 3h sun 2026-09-01..2026-12-20", [sunday])
        == "2h mon-fri, 3h sun 2026-09-01..2026-09-13, 3h sun 2026-09-28..2026-12-20, 4h sun 2026-09-14..2026-09-27")
    #expect(
      try Self.added("2h mon-fri, 6h/week 2026-09-01..2026-12-20", [sunday])
        == "2h mon-fri, 6h/week 2026-09-01..2026-12-20, 1h sun 2026-09-14..2026-09-27")
    #expect(
      try Self.added("2h mon-fri, 4h tue 2025-03-01..2025-03-31", [sunday])
        == "2h mon-fri, 4h tue 2025-03-01..2025-03-31, 1h sun 2026-09-14..2026-09-27")
  }

  @Test func weeksThatTakeTurnsGrowEachByItself() throws {
    #expect(
      try Self.added(
        "6h/week every 2 weeks from 2026-08-31, 2h/week every 2 weeks from 2026-09-07", isVault: false,
        [Self.more(60, .week, "2026-09-14", "2026-10-11")])
        == "6h/week every 2 weeks from 2026-08-31, 2h/week every 2 weeks from 2026-09-07, "
        + "7h/week every 2 weeks from 2026-09-14 2026-09-14..2026-10-11, 3h/week every 2 weeks from 2026-09-21 2026-09-14..2026-10-11"
    )
    #expect(
      try Self.added(
        "3h sat every 2 weeks from 2026-08-31, 1h mon-fri",
        [Self.more(60, .weekday(.sunday), "2026-09-14", "2026-10-11")])
        == "3h sat every 2 weeks from 2026-08-31, 1h mon-fri, 1h sun 2026-09-14..2026-10-11")
  }

  @Test func timesBecomeMoreAndThenLonger() throws {
    #expect(
      try Self.added("45m 3x/week", isVault: false, [Self.more(30, .week, "2026-09-07", "2026-09-30")])
        == "45m 3x/week, 45m 4x/week 2026-09-07..2026-09-30")
    #expect(
      try Self.added("30m 6x/week", isVault: false, [Self.more(60, .week, "2026-09-07", "2026-09-30")])
        == "30m 6x/week, 40m 6x/week 2026-09-07..2026-09-30")
  }

  @Test func aLimitForTheWeekGrowsWithTheDay() throws {
    #expect(
      try Self.added(
        "2h mon-fri, 8h/week", isVault: false, [Self.more(60, .weekday(.saturday), "2026-09-07", "2026-09-30")])
        == "2h mon-fri, 8h/week, 2h mon-fri 2026-09-07..2026-09-30, 9h/week 2026-09-07..2026-09-30, 1h sat 2026-09-07..2026-09-30"
    )
  }

  private static func entries(_ random: inout SeededGenerator, isVault: Bool) -> [HoursEntry] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      let rhythm: HoursEntry.Rhythm =
        pick(0...2) == 0
        ? .week
        : .days(
          (0...pick(0...3)).reduce(into: WeekdaySet()) { set, _ in
            set.formUnion(WeekdaySet(Weekday(fromMonday: pick(0...6))))
          })
      let first = monday + pick(-10...30)
      return HoursEntry(
        minutes: pick(1...9) * 25, rhythm: rhythm,
        cycle: pick(0...4) == 0 ? WeekCycle(weeks: pick(2...3), from: monday + 7 * pick(-2...2)) : nil,
        period: pick(0...1) == 0 ? DayRange(first, first + pick(0...30)) : nil)
    }
  }

  @Test(arguments: 0..<(seedCount ?? 300))
  func everyDayOfTheVaultHasExactlySoMuchMore(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let before = [HoursEntry(minutes: 25, rhythm: .days(.all))] + Self.entries(&random, isVault: true)
    let additions = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let first = Self.monday + Int.random(in: 0...20, using: &random)
      return AddedHours(
        minutes: 25 * Int.random(in: 1...4, using: &random),
        place: .weekday(Weekday(fromMonday: Int.random(in: 0...6, using: &random))),
        days: DayRange(first, first + Int.random(in: 0...30, using: &random)))
    }
    var list = HoursList(before, isVault: true)
    let isAdded = list.add(additions)
    #expect(isAdded)
    func minutes(_ entries: [HoursEntry]) -> [Int] {
      let hours = WorkHours(vault: WorkHours.Source(hours: .entries(entries)), goals: [])
      let free = FreeHours(hours, today: Self.monday, from: Self.monday, through: Self.monday + 70)
      return (0..<70).map { free.sharedMinutes(on: Self.monday + $0) ?? -1 }
    }
    let expected = minutes(before).enumerated().map { index, minutes in
      additions.reduce(minutes) { sum, more in
        let day = Self.monday + index
        return more.days.contains(day) && more.place == .weekday(day.weekday) ? sum + more.minutes : sum
      }
    }
    #expect(
      minutes(list.entries) == expected, "\(Hours.entries(before).written) -> \(Hours.entries(list.entries).written)")
    #expect((try? Self.list(Hours.entries(list.entries).written)) == list.entries)
  }

  @Test(arguments: 0..<(seedCount ?? 300))
  func everyWeekOfAGoalHasExactlySoMuchMore(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let before = Self.entries(&random, isVault: false).filter { $0.rhythm == .week }
    if before.isEmpty { return }
    let additions = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      let first = Self.monday + 7 * Int.random(in: 0...3, using: &random)
      return AddedHours(
        minutes: 25 * Int.random(in: 1...4, using: &random), place: .week,
        days: DayRange(first, first + 7 * Int.random(in: 1...4, using: &random) - 1))
    }
    var list = HoursList(before, isVault: false)
    let isAdded = list.add(additions)
    #expect(isAdded)
    for index in 0..<70 {
      let day = Self.monday + index
      let was = HoursInForce(before, on: day, spreadsWeeks: false).weeklyMinutes ?? 0
      let more = additions.reduce(0) { $1.days.contains(day) ? $0 + $1.minutes : $0 }
      #expect(
        (HoursInForce(list.entries, on: day, spreadsWeeks: false).weeklyMinutes ?? 0) == was + more,
        "\(day): \(Hours.entries(before).written) and \(additions.map { "\($0.minutes) \($0.days.written)" }) -> \(Hours.entries(list.entries).written)"
      )
    }
  }
}
