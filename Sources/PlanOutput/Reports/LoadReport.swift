package import Forecasting
package import JSONText
import PlanDocuments
import PlanModel
import Scheduling
package import TextStyling

/// Weeks × goals: the hours that the dates ask for, held against the hours that are free; what collides.
package struct LoadReport: Sendable {
  private let outlook: ForecastedPlan
  private let load: WeekLoad
  private let shownWeeks: Int
  private let words: PlanWords
  /// What takes hours in each week that gets a line.
  private let taken: [TakenHours]

  /// - Parameters:
  ///   - weeks: how many weeks get a line; the strip shows 26 at least.
  package init(_ outlook: ForecastedPlan, weeks: Int) {
    self.outlook = outlook
    shownWeeks = weeks
    load = WeekLoad(outlook.scheduled, weeks: max(26, weeks))
    words = PlanWords(outlook)
    let first = outlook.problem.today
    taken = load.weeks.prefix(weeks).map { week in
      TakenHours(
        in: DayRange(max(week.monday, first), week.monday + 6), of: outlook.plan, hours: outlook.hours)
    }
  }

  /// Goals that want hours in the shown weeks, the greediest first.
  private var goals: [Int] {
    let wanted = outlook.plan.goals.indices.map { goal in
      (goal: goal, minutes: load.weeks.prefix(shownWeeks).reduce(0) { $0 + $1.wanted[goal] })
    }
    return wanted.filter { $0.minutes > 0 }.sorted { ($1.minutes, $0.goal) < ($0.minutes, $1.goal) }.map(\.goal)
  }

  package func text(width: Int) -> StyledText {
    var text = StyledText()
    text += table(width: width)
    text += "\n" + strip + "\n"
    text += takenLines(width: width)
    for conflict in outlook.schedule.conflicts {
      text += "\n" + words.conflict(conflict).wrapped(width) + "\n"
    }
    if !outlook.schedule.conflicts.isEmpty {
      text += "\nThe ways out, each with its dates: mm recalibrate\n"
    } else if load.weeks.contains(where: { $0.isOver }) {
      text +=
        "\nIn weeks with ! the due dates ask for more than is free; mm recalibrate says which of them hold all the same.\n"
    }
    return text
  }

  private func table(width: Int) -> StyledText {
    // As many goals as fit; the rest stand in one column.
    let fitting = max(1, (width - 34) / 12)
    let named = goals.count <= fitting ? goals : Array(goals.prefix(fitting - 1))
    let others = goals.filter { !named.contains($0) }
    var columns: [TextTable.Column] = [
      .init("week"), .init("free", .right), .init("wanted", .right), .init(),
    ]
    columns += named.map { .init(StyledText(outlook.plan.goals[$0].id).fitted(12), .right) }
    if !others.isEmpty { columns.append(.init("\(others.count) others", .right)) }
    var table = TextTable(columns)
    for week in load.weeks.prefix(shownWeeks) {
      var row: [StyledText] = [
        "W\(week.monday.week.number) \(words.day(week.monday))", StyledText(week.free.map(WorkWords.hours) ?? ""),
        hours(week.allWanted), week.isOver ? StyledText("!", .attention) : "",
      ]
      row += named.map { hours(week.wanted[$0]) }
      if !others.isEmpty { row.append(hours(others.reduce(0) { $0 + week.wanted[$1] })) }
      table.add(row)
    }
    return table.text(width: width)
  }

  /// What takes hours in the shown weeks: days off, and the appointments of calendars.
  private func takenLines(width: Int) -> StyledText {
    let weeks = zip(load.weeks, taken).filter { $0.1.takenMinutes > 0 }
    guard !weeks.isEmpty else { return "" }
    var table = TextTable([.init("taken", .left), .init(), .init()])
    for (week, taken) in weeks {
      table.add([
        "W\(week.monday.week.number) \(words.day(week.monday))",
        StyledText(WorkWords.hoursWithUnit(taken.takenMinutes)),
        BusyReport.names(taken.parts, hasHours: true, room: max(20, width - 23)),
      ])
    }
    return "\n" + table.text(width: width)
  }

  private func hours(_ minutes: Int) -> StyledText {
    minutes == 0 ? StyledText("·", .quiet) : StyledText(WorkWords.hours(minutes))
  }

  private var strip: StyledText {
    let shares = load.weeks.prefix(26).map { week in
      let free = Double(week.free ?? 0)
      return week.allWanted == 0 ? 0 : free > 0 ? Double(week.allWanted) / free : 2
    }
    guard load.weeks.contains(where: { $0.free != nil }) else {
      return "The vault's mm.md has no time, so the goals share no hours and cannot collide."
    }
    return "26 weeks  \(Bars.heat(shares))  from nothing (·) to all (█) of what is free; ! is more than that"
  }

  package static let version = 1

  package var json: JSONValue {
    let plan = outlook.plan
    let weeks: [JSONValue] = load.weeks.enumerated().map { index, week in
      [
        "monday": .string(week.monday.description), "free_minutes": JSONValue(week.free),
        "wanted_minutes": .integer(week.allWanted),
        "goals": .array(
          plan.goals.indices.filter { week.wanted[$0] > 0 }.map { goal in
            ["id": .string(plan.goals[goal].id), "wanted_minutes": .integer(week.wanted[goal])]
          }),
        "taken": taken.indices.contains(index) ? BusyReport.taken(taken[index].parts) : .null,
      ]
    }
    return [
      "schema": "mm.load", "version": .integer(LoadReport.version), "today": .string(plan.today.description),
      "weeks": .array(weeks),
      "conflicts": .array(outlook.schedule.conflicts.map { PlanExport.conflict($0, in: plan) }),
    ]
  }
}

extension WeekLoad.Week {
  var isOver: Bool { free.map { allWanted > $0 } ?? false }
}
