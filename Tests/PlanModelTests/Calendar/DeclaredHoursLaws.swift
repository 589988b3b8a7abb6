import PlanDocuments
import PlanModel
import TestSupport
import Testing

/// Hours of made-up vaults and goals, counted a second time day by day in the plainest way.
@Suite struct DeclaredHoursLaws {
  private static let monday = day("2026-08-03")
  private static let dayCount = 28

  /// What was declared, and what follows from it by `docs/planning.md`.
  private struct Declaration {
    var vault: [HoursEntry]
    var goal: [HoursEntry]
    var off: [DaysOff]
    var ownOff: [DaysOff]

    init(seed: Int) {
      var random = SeededGenerator(seed: seed)
      func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      func entry() -> HoursEntry {
        let rhythm: HoursEntry.Rhythm =
          switch pick(0...3) {
          case 0: .timesAWeek(pick(1...7))
          case 1: .week
          default:
            .days(
              (0...pick(0...4)).reduce(into: WeekdaySet()) { set, _ in
                set.formUnion(WeekdaySet(Weekday(fromMonday: pick(0...6))))
              })
          }
        let first = 7 * pick(0...3)
        let period = DayRange(monday + first, monday + first + 7 * pick(1...2) - 1)
        return HoursEntry(minutes: pick(1...9) * 25, rhythm: rhythm, period: pick(0...2) == 0 ? period : nil)
      }
      func daysOff() -> DaysOff {
        let first = pick(0...27)
        return DaysOff(
          days: DayRange(monday + first, monday + first + pick(0...5)), percent: [100, 80, 50, 33][pick(0...3)])
      }
      vault = [HoursEntry(minutes: 25, rhythm: .days(.all))] + (0..<pick(0...3)).map { _ in entry() }
      goal = (0..<pick(0...3)).map { _ in entry() }
      off = (0..<pick(0...3)).map { _ in daysOff() }
      ownOff = (0..<pick(0...2)).map { _ in daysOff() }
    }

    /// The largest share of those that are off on the day.
    private func left(_ off: [DaysOff], on day: Day) -> Int {
      100 - (off.filter { $0.days.contains(day) }.map(\.percent).max() ?? 0)
    }

    /// What counts in the week of a day: within a period by the week nothing else does.
    private func inForce(_ entries: [HoursEntry], on day: Day) -> [HoursEntry] {
      let timed = entries.filter { $0.period?.contains(day) == true }
      let isByTheWeek = timed.contains { if case .days = $0.rhythm { false } else { true } }
      return isByTheWeek ? timed : entries.filter { $0.period == nil } + timed
    }

    /// The entries for a day itself: one with a period takes the place of those without one for its weekdays.
    private func ofTheDay(_ entries: [HoursEntry], on day: Day) -> [HoursEntry] {
      let counting = inForce(entries, on: day)
      let timed = counting.filter { entry in
        guard entry.period != nil, case .days(let days) = entry.rhythm else { return false }
        return days.contains(day.weekday)
      }
      return timed.isEmpty ? counting : counting.filter { $0.period != nil }
    }

    func vaultMinutes(on day: Day) -> Int {
      let isWorkday = day.weekday.fromMonday < 5
      let hundredths = ofTheDay(vault, on: day).reduce(0) { sum, entry in
        let minutes =
          switch entry.rhythm {
          case .days(let days): days.contains(day.weekday) ? entry.minutes : 0
          case .week: isWorkday ? entry.minutes / 5 : 0
          case .timesAWeek(7): entry.minutes
          case .timesAWeek(6): day.weekday == .sunday ? 0 : entry.minutes
          case .timesAWeek(let times): isWorkday ? entry.minutes * times / 5 : 0
          }
        return sum + minutes * left(off, on: day)
      }
      return hundredths / 100
    }

    func goalMinutes(on day: Day) -> Int {
      let all = vaultMinutes(on: day)
      let share = left(ownOff, on: day)
      let counting = inForce(goal, on: day)
      if counting.isEmpty { return goal.isEmpty ? all * share / 100 : 0 }
      if counting.allSatisfy({ $0.rhythm == .week }) { return all * share / 100 }
      let own = ofTheDay(goal, on: day).reduce(0) { sum, entry in
        switch entry.rhythm {
        case .days(let days): sum + (days.contains(day.weekday) ? entry.minutes : 0)
        case .timesAWeek: sum + entry.minutes
        case .week: sum
        }
      }
      return min(all, own * share / 100)
    }

    /// The most that the goal may take in the week of a Monday.
    func limit(ofWeek monday: Day) -> Int? {
      inForce(goal, on: monday).reduce(nil) { limit, entry in
        switch entry.rhythm {
        case .days: limit
        case .week: (limit ?? 0) + entry.minutes
        case .timesAWeek(let times): (limit ?? 0) + entry.minutes * times
        }
      }
    }
  }

  @Test(arguments: 0..<(seedCount ?? 400))
  func everyDayHasTheMinutesThatWereDeclaredForIt(seed: Int) {
    let declared = Declaration(seed: seed)
    let hours = WorkHours(
      vault: WorkHours.Source(hours: .entries(declared.vault), off: declared.off),
      goals: [
        WorkHours.Source(hours: declared.goal.isEmpty ? nil : .entries(declared.goal), off: declared.ownOff)
      ])
    let last = Self.monday + Self.dayCount - 1
    var table = FreeHours(hours, today: Self.monday, from: Self.monday, through: last)
    for offset in 0..<Self.dayCount {
      let day = Self.monday + offset
      #expect(table.sharedMinutes(on: day) == declared.vaultMinutes(on: day), "\(day) of the vault")
      #expect(table.minutes(goal: 0, on: day) == declared.goalMinutes(on: day), "\(day) of the goal")
    }
    for week in stride(from: 0, to: Self.dayCount, by: 7) {
      let monday = Self.monday + week
      let days = (0..<7).reduce(0) { $0 + declared.goalMinutes(on: monday + $1) }
      #expect(
        table.ownMinutes(goal: 0, from: monday, through: monday + 6)
          == min(days, declared.limit(ofWeek: monday) ?? days), "the week of \(monday)")
    }
  }
}
