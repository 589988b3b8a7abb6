import Forecasting
import PlanDocuments
import PlanModel
import TextStyling

/// The weeks of a history: what was done in each, goal by goal, or of one goal against all that was planned.
extension HistoryReport {
  var span: StyledText {
    let commits = history.past.states.count
    guard let first = history.firstDay else {
      return weeks.isEmpty
        ? "No history yet: no commits with plan files, and too few done: dates to tell a pace."
        : "\(WorkWords.count(weeks.count, "week")) from done: dates and review notes; git knows more than they do."
    }
    return "\(WorkWords.count(commits, "commit")) with plan files since \(words.weekday(first))."
  }

  func overview(_ width: Int) -> StyledText {
    guard !weeks.isEmpty else { return "" }
    let recent = weeks.suffix(26)
    var table = TextTable([.init("goal"), .init("done", .right), .init("of", .right), .init("by the week")])
    for goal in goals {
      let most = recent.map { $0.minutes[goal] }.max() ?? 0
      table.add([
        StyledText(plan.goals[goal].id, .strong), hours(doneMinutes(goal)), hours(Double(scope(goal))),
        Bars.heat(recent.map { most > 0 ? $0.minutes[goal] / most : 0 }),
      ])
    }
    let done = recent.reduce(0) { $0 + $1.counted }
    let free = recent.reduce(0) { $0 + $1.freeMinutes }
    var text = table.text(width: width)
    if free > 0 {
      text +=
        "\nIn these \(WorkWords.count(recent.count, "week")) \(WorkWords.hours(Int(done))) of \(WorkWords.hoursWithUnit(free)) became finished work, \(WorkWords.percent(done / Double(free))).\n"
    }
    return text
  }

  /// A line a week: what was done, all that is done, and all that is planned.
  func burnUp(_ goal: Int, _ width: Int) -> StyledText {
    guard !weeks.isEmpty else { return "" }
    let before = doneMinutes(goal) - weeks.reduce(0) { $0 + $1.minutes[goal] }
    let largest = max(Double(scope(goal)), weeks.compactMap { $0.scope.map { Double($0[goal]) } }.max() ?? 0, 1)
    var done = max(0, before)
    var table = TextTable([
      .init("week"), .init("done", .right), .init("in all", .right), .init("of", .right), .init(),
    ])
    let cells = max(10, min(40, width - 40))
    let first = max(0, weeks.count - 26)
    for (index, week) in weeks.enumerated() {
      done += week.minutes[goal]
      guard index >= first else { continue }
      let scope = week.scope.map { Double($0[goal]) } ?? Double(self.scope(goal))
      let isLast = index == weeks.count - 1
      table.add([
        "W\(week.monday.week.number) \(words.day(week.monday))", hours(week.minutes[goal]), hours(done),
        hours(isLast ? Double(self.scope(goal)) : scope), bar(done / largest, scope / largest, cells: cells),
      ])
    }
    return "\(plan.goals[goal].id, .strong)  \(plan.goals[goal].title)\n" + table.text(width: width)
      + scopeLine(goal)
  }

  private func bar(_ done: Double, _ scope: Double, cells: Int) -> StyledText {
    let full = min(cells, Int((done * Double(cells)).rounded()))
    let whole = max(full, min(cells, Int((scope * Double(cells)).rounded())))
    return StyledText(String(repeating: "█", count: full), .good)
      + StyledText(String(repeating: "░", count: whole - full), .quiet)
  }

  /// Growth of scope as itself: no lack of pace.
  private func scopeLine(_ goal: Int) -> StyledText {
    guard let first = weeks.first(where: { ($0.scope?[goal] ?? 0) > 0 }), let start = first.scope?[goal] else {
      return ""
    }
    let now = scope(goal)
    if abs(now - start) < 6 { return "\nThe plan is as large as it was in W\(first.monday.week.number).\n" }
    let verb = now > start ? "has grown" : "has shrunk"
    let sizes = "from \(WorkWords.hours(start)) to \(WorkWords.hoursWithUnit(now))"
    return "\nThe plan \(verb) \(sizes) since W\(first.monday.week.number).\n"
  }

  private func doneMinutes(_ goal: Int) -> Double {
    plan.goals[goal].milestones.reduce(0) {
      plan.milestones[$1].state == .cancelled
        ? $0 : $0 + outlook.work[$1].doneShare * Double(outlook.work[$1].effort)
    }
  }

  private func scope(_ goal: Int) -> Int {
    plan.goals[goal].milestones.reduce(0) {
      plan.milestones[$1].state == .cancelled ? $0 : $0 + outlook.work[$1].effort
    }
  }

  private func hours(_ minutes: Double) -> StyledText {
    let whole = Int(minutes.rounded())
    return whole == 0 ? "·" : StyledText(WorkWords.hours(whole))
  }
}
