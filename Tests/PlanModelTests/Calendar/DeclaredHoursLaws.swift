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
        let cycle = WeekCycle(weeks: pick(2...3), from: monday + 7 * pick(-2...2))
        let isCapped = if case .days = rhythm { pick(0...3) == 0 } else { false }
        return HoursEntry(
          minutes: pick(1...9) * 25, rhythm: rhythm, weeklyMost: isCapped ? pick(1...9) * 50 : nil,
          cycle: pick(0...3) == 0 ? cycle : nil, period: pick(0...2) == 0 ? period : nil)
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

    private func rank(_ entry: HoursEntry) -> Int { entry.period != nil ? 2 : entry.cycle != nil ? 1 : 0 }

    private func isOfDays(_ entry: HoursEntry) -> Bool {
      if case .days = entry.rhythm { true } else { false }
    }

    /// What counts in the week of a day: beside a figure by the week nothing that is more general.
    private func inForce(_ entries: [HoursEntry], on day: Day) -> [HoursEntry] {
      let counting = entries.filter { entry in
        if let period = entry.period, day < period.first || day > period.last { return false }
        guard let cycle = entry.cycle else { return true }
        var monday = cycle.from
        while monday.weekday != .monday { monday = monday - 1 }
        while monday + 6 < day { monday = monday + 7 * cycle.weeks }
        return day >= cycle.from && day >= monday
      }
      let most = counting.filter { !isOfDays($0) }.map(rank).max() ?? 0
      return counting.filter { rank($0) >= most }
    }

    /// The entries for a day itself: the most particular one for its weekday takes the place of the others.
    private func ofTheDay(_ entries: [HoursEntry], on day: Day) -> [HoursEntry] {
      let counting = inForce(entries, on: day)
      let most =
        counting.filter { entry in
          guard case .days(let days) = entry.rhythm else { return false }
          return days.contains(day.weekday)
        }.map(rank).max() ?? 0
      return counting.filter { rank($0) >= most }
    }

    /// On how many days of the week an entry is one of those that count.
    private func dayCount(_ entry: HoursEntry, of entries: [HoursEntry], on day: Day) -> Int {
      guard case .days(let days) = entry.rhythm else { return 0 }
      let others = inForce(entries, on: day).filter { rank($0) > rank(entry) }
      return (0..<7).filter { index in
        let weekday = Weekday(fromMonday: index)
        return days.contains(weekday)
          && !others.contains { if case .days(let days) = $0.rhythm { days.contains(weekday) } else { true } }
      }.count
    }

    func vaultMinutes(on day: Day) -> Int {
      let isWorkday = day.weekday.fromMonday < 5
      let hundredths = ofTheDay(vault, on: day).reduce(0) { sum, entry in
        let minutes =
          switch entry.rhythm {
          case .days(let days):
            days.contains(day.weekday)
              ? min(entry.minutes, (entry.weeklyMost ?? .max) / dayCount(entry, of: vault, on: day)) : 0
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
      let isCapped = inForce(goal, on: monday).contains { $0.weeklyMost != nil }
      return inForce(goal, on: monday).reduce(nil) { limit, entry in
        switch entry.rhythm {
        case .days where isCapped:
          (limit ?? 0) + min(entry.weeklyMost ?? .max, entry.minutes * dayCount(entry, of: goal, on: monday))
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
