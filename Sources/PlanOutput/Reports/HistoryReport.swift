package import Forecasting
import PlanDocuments
import PlanModel
package import TextStyling

/// What has been: work by the week against what was planned, completed milestones with their days, moves of dates and growth
/// of estimates.
package struct HistoryReport: Sendable {
  let history: PlanHistory
  let outlook: ForecastedPlan
  let weeks: [PastWeeks.Week]
  let goal: Int?
  let words: PlanWords
  var plan: Plan { outlook.plan }
  var today: Day { outlook.plan.today }

  /// - Parameter goal: only this one, with its burn-up.
  package init(_ history: PlanHistory, _ outlook: ForecastedPlan, goal: Int?) {
    self.history = history
    self.outlook = outlook
    self.goal = goal
    weeks = PastWeeks(history, through: outlook.plan.today, work: outlook.work).weeks
    words = PlanWords(outlook)
  }

  var goals: [Int] { goal.map { [$0] } ?? plan.activeGoals }

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

  // MARK: Milestones

  var milestones: [Int] { goals.flatMap { Array(plan.goals[$0].milestones) } }

  private func completed(_ width: Int) -> StyledText {
    let done = milestones.compactMap { index in history.done(milestone: index).map { (index: index, seen: $0) } }
      .sorted { ($0.seen.day, $0.index) < ($1.seen.day, $1.index) }
    if done.isEmpty { return "" }
    var table = TextTable([.init("", .right), .init(), .init(shrinks: true), .init()])
    for (index, seen) in done.suffix(12) {
      let due = history.dues(of: index).compactMap(\.value).first
      let against: StyledText =
        due.map { first in
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
      let moved: StyledText =
        last.value.map { now in
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
      lines.append(
        "This is a shallow clone: what happened before its first commit is not here (git fetch --unshallow).")
    }
    let unknown = milestones.count { history.done(milestone: $0).map { !$0.isExact } ?? false }
    if unknown > 0 {
      lines.append(
        unknown == 1
          ? "1 milestone is ticked that no commit has seen open: its day is not known."
          : "\(unknown) milestones are ticked that no commit has seen open: their days are not known.")
    }
    let forgotten = weeks.count { !$0.areHoursKnown }
    if forgotten > 0, history.firstDay != nil {
      lines.append(
        "Nothing remembers the hours of \(WorkWords.count(forgotten, "week")): they count with your settings and calendars of today."
      )
    }
    for state in history.past.unreadable.suffix(3) {
      lines.append(
        "Passed over: \(StyledText(state.path.description, .place)) in \(String(state.commit.prefix(7))) of \(words.day(state.day)), \(state.reason)."
      )
    }
    let more = history.past.unreadable.count - 3
    if more > 0 { lines.append("And \(more) more that could not be read.") }
    return lines.map { $0.wrapped(width) + "\n" }.joined(by: "")
  }
}
