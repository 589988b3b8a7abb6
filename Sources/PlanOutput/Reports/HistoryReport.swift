package import PlanDocuments
package import Planning

/// What has been: work by the week against what was planned, completed milestones with their days, moves of dates and growth
/// of estimates.
package struct HistoryReport: Sendable {
  private let history: PlanHistory
  private let outlook: Outlook
  private let weeks: [PastWeeks.Week]
  private let goal: Int?
  private let words: PlanWords
  private var plan: Plan { outlook.plan }
  private var today: Day { outlook.plan.today }

  /// - Parameter goal: only this one, with its burn-up.
  package init(_ history: PlanHistory, _ outlook: Outlook, goal: Int?) {
    self.history = history
    self.outlook = outlook
    self.goal = goal
    weeks = PastWeeks(history, through: outlook.plan.today, work: outlook.work).weeks
    words = PlanWords(outlook)
  }

  private var goals: [Int] { goal.map { [$0] } ?? plan.activeGoals }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    var parts = [span.wrapped(width) + "\n"]
    if let goal { parts.append(burnUp(goal, width)) } else { parts.append(overview(width)) }
    parts.append(completed(width))
    parts.append(moves(width))
    parts.append(estimates(width))
    parts.append(doubts(width))
    return parts.filter { !$0.isEmpty }.joined(by: "\n")
  }

  // MARK: Weeks

  private var span: StyledText {
    let commits = history.past.states.count
    guard let first = history.firstDay else {
      return weeks.isEmpty
        ? "No history yet: no commits with plan files, and too few done: dates to tell a pace."
        : "\(WorkWords.count(weeks.count, "week")) from done: dates and review notes; git knows more than they do."
    }
    return "\(WorkWords.count(commits, "commit")) with plan files since \(words.weekday(first))."
  }

  private func overview(_ width: Int) -> StyledText {
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
    let done = recent.reduce(0) { $0 + $1.total }
    let free = recent.reduce(0) { $0 + $1.freeMinutes }
    var text = table.text(width: width)
    if free > 0 {
      text +=
        "\nIn these \(WorkWords.count(recent.count, "week")) \(WorkWords.hours(Int(done))) of \(WorkWords.hoursWithUnit(free)) became finished work, \(WorkWords.percent(done / Double(free))).\n"
    }
    return text
  }

  /// A line a week: what was done, all that is done, and all that is planned.
  private func burnUp(_ goal: Int, _ width: Int) -> StyledText {
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
    guard let first = weeks.first(where: { ($0.scope?[goal] ?? 0) > 0 }), let start = first.scope?[goal] else { return "" }
    let now = scope(goal)
    if abs(now - start) < 6 { return "\nThe plan is as large as it was in W\(first.monday.week.number).\n" }
    let verb = now > start ? "has grown" : "has shrunk"
    return
      "\nThe plan \(verb) from \(WorkWords.hours(start)) to \(WorkWords.hoursWithUnit(now)) since W\(first.monday.week.number).\n"
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

  // MARK: Milestones

  private var milestones: [Int] { goals.flatMap { Array(plan.goals[$0].milestones) } }

  private func completed(_ width: Int) -> StyledText {
    let done = milestones.compactMap { index in history.done(milestone: index).map { (index: index, seen: $0) } }
      .sorted { ($0.seen.day, $0.index) < ($1.seen.day, $1.index) }
    if done.isEmpty { return "" }
    var table = TextTable([.init("", .right), .init(), .init(shrinks: true), .init()])
    for (index, seen) in done.suffix(12) {
      let due = history.dues(of: index).compactMap(\.value).first
      let against: StyledText = due.map { first in
        let days = seen.day - first
        if !seen.isExact { return "" }
        if days == 0 { return "on its first date" }
        return "\(WorkWords.count(abs(days), "day")) \(days > 0 ? "after" : "before") its first date"
      } ?? ""
      table.add([
        (seen.isExact ? "" : "by ") + words.day(seen.day), StyledText(plan.name(of: index)),
        StyledText(plan.milestones[index].title), against,
      ])
    }
    let more: StyledText = done.count > 12 ? " (the last 12 of \(done.count))" : ""
    return "\("Completed", .strong)\(more)\n" + table.text(width: width, indent: 2)
  }

  private func moves(_ width: Int) -> StyledText {
    var table = TextTable([.init(), .init(), .init(shrinks: true)])
    for index in milestones {
      let dues = history.dues(of: index)
      guard let first = dues.compactMap(\.value).first, let last = dues.last, dues.compactMap(\.value).count > 1 else {
        continue
      }
      let days = dues.map { $0.value.map { words.day($0) } ?? "none" }
      let moved: StyledText = last.value.map { now in
        let days = now - first
        return days == 0 ? "as at first" : "\(WorkWords.count(abs(days), "day")) \(days > 0 ? "later" : "earlier")"
      } ?? "no date now"
      table.add([StyledText(plan.name(of: index)), moved, days.joined(by: " → ")])
    }
    return table.isEmpty ? "" : "\("Dates moved", .strong)\n" + table.text(width: width, indent: 2)
  }

  private func estimates(_ width: Int) -> StyledText {
    var table = TextTable([.init(), .init(shrinks: true)])
    for index in milestones {
      let efforts = history.efforts(of: index).compactMap(\.value)
      guard efforts.count > 1 else { continue }
      table.add([
        StyledText(plan.name(of: index)),
        StyledText(efforts.map(WorkWords.hours).joined(separator: " → ") + " h"),
      ])
    }
    return table.isEmpty ? "" : "\("Estimates changed", .strong)\n" + table.text(width: width, indent: 2)
  }

  // MARK: What is not known

  private func doubts(_ width: Int) -> StyledText {
    var lines: [StyledText] = []
    if history.past.isShallow {
      lines.append("This is a shallow clone: what happened before its first commit is not here (git fetch --unshallow).")
    }
    let unknown = milestones.count { history.done(milestone: $0).map { !$0.isExact } ?? false }
    if unknown > 0 {
      lines.append(
        unknown == 1
          ? "1 milestone is ticked that no commit has seen open: its day is not known."
          : "\(unknown) milestones are ticked that no commit has seen open: their days are not known.")
    }
    for state in history.past.unreadable.suffix(3) {
      lines.append(
        "Passed over: \(StyledText(state.path.description, .place)) in \(String(state.commit.prefix(7))) of \(words.day(state.day)), \(state.reason).")
    }
    let more = history.past.unreadable.count - 3
    if more > 0 { lines.append("And \(more) more that could not be read.") }
    return lines.map { $0.wrapped(width) + "\n" }.joined(by: "")
  }

  // MARK: JSON

  package static let version = 1

  package var json: JSONValue {
    func day(_ day: Day?) -> JSONValue { JSONValue(day?.description) }
    let weeks: [JSONValue] = self.weeks.map { week in
      [
        "monday": day(week.monday), "minutes": .integer(Int(week.total.rounded())),
        "free_minutes": .integer(week.freeMinutes),
        "goals": .array(
          goals.map {
            [
              "id": .string(plan.goals[$0].id), "minutes": .integer(Int(week.minutes[$0].rounded())),
              "scope_minutes": JSONValue(week.scope?[$0]),
            ]
          }),
      ]
    }
    let milestones: [JSONValue] = self.milestones.map { index in
      let seen = history.done(milestone: index)
      return [
        "name": .string(plan.name(of: index)), "done": day(seen?.day),
        "done_is_exact": seen.map { .bool($0.isExact) } ?? .null,
        "dues": .array(history.dues(of: index).map { ["since": day($0.day), "due": day($0.value)] }),
        "efforts": .array(
          history.efforts(of: index).map { ["since": day($0.day), "minutes": JSONValue($0.value)] }),
      ]
    }
    return [
      "schema": "mm.history", "version": .integer(HistoryReport.version), "today": day(today),
      "first_day": day(history.firstDay), "commits": .integer(history.past.states.count),
      "shallow": .bool(history.past.isShallow), "weeks": .array(weeks), "milestones": .array(milestones),
      "unreadable": .array(
        history.past.unreadable.map {
          [
            "path": .string($0.path.description), "commit": .string($0.commit), "day": day($0.day),
            "reason": .string($0.reason),
          ]
        }),
    ]
  }
}
