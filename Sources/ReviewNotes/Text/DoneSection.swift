import Forecasting
import PlanDocuments
import TextStyling

/// What was completed, the hours finished of the hours free, and the pace.
enum DoneSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    var lines = ["## Done", ""]
    let hours = hoursLine(facts, words)
    let goals = facts.done.goals.compactMap { goalLine($0, words) }
    if goals.isEmpty, facts.completedGoals.isEmpty, (facts.done.finishedMinutes ?? 0) == 0 {
      lines.append(nothing(facts.done, days: facts.period.days, words))
      return lines
    }
    if let hours { lines.append(hours) }
    if !goals.isEmpty {
      if hours != nil { lines.append("") }
      lines += goals
    }
    for goal in facts.completedGoals { lines += completed(goal, words) }
    return lines
  }

  /// Without any memory of the time before, a tick without a date may be of any day.
  private static func nothing(_ done: WorkDone, days: DayRange, _ words: NoteWords) -> String {
    let count = days.last - days.first + 1
    let period = count == 7 ? "this week" : count == 1 ? "this day" : "these \(NoteWords.count(count)) days"
    let free = done.freeMinutes.map { $0 > 0 ? "; \(words.hours($0)) were free" : "" } ?? ""
    return done.finishedMinutes == nil
      ? "No tick carries a date of \(period)\(free)." : "No box was ticked in \(period)\(free)."
  }

  private static func hoursLine(_ facts: ReviewFacts, _ words: NoteWords) -> String? {
    let done = facts.done
    var sentences: [String] = []
    switch (done.finishedMinutes, done.freeMinutes) {
    case (let finished?, let free?) where free > 0:
      sentences.append("\(words.hours(finished)) of work finished, \(words.hours(free)) were free.")
    case (let finished?, _) where finished > 0:
      sentences.append("\(words.hours(finished)) of work finished.")
    case (_, let free?) where free > 0:
      sentences.append("\(words.hours(free)) were free.")
    default: break
    }
    if let weeks = done.weeks, weeks.freeMinutes > 0 {
      let pace = Double(weeks.finishedMinutes) / Double(weeks.freeMinutes)
      sentences.append(
        "Over \(NoteWords.count(weeks.count)) weeks: \(words.plainHours(weeks.finishedMinutes)) of "
          + "\(words.hours(weeks.freeMinutes)), \(Int((pace * 100).rounded())) %.")
    }
    if !facts.kept.uncommitted.isEmpty, done.finishedMinutes ?? 0 > 0 {
      sentences.append("Part of it isn't committed yet.")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private static func goalLine(_ work: WorkDone.GoalWork, _ words: NoteWords) -> String? {
    var parts = work.completed.map { completed($0, words) }
    parts += work.amounts.map { moved in
      let step = MovedStep(moved)
      return "\(words.italic(moved.milestone)) \(step.words), now \(words.amount(moved.now))"
    }
    if !work.ticked.isEmpty {
      let most = 4
      let titles = work.ticked.prefix(most).map(words.italic)
      let more = work.ticked.count - titles.count
      parts.append(WorkWords.list(titles + (more > 0 ? ["\(NoteWords.count(more)) more"] : [])) + " ticked")
    }
    if let quiet = work.quietDays {
      parts.append("no ticks for \(quiet / 7 >= 2 ? NoteWords.count(quiet / 7) + " weeks" : "\(quiet) days")")
    }
    guard !parts.isEmpty else { return nil }
    let hours = work.minutes > 0 ? " (\(words.hours(work.minutes)))" : ""
    return "- **\(words.link(work.goal))**: " + parts.joined(separator: "; ") + hours
  }

  private static func completed(_ milestone: CompletedMilestone, _ words: NoteWords) -> String {
    guard let done = milestone.done else { return "\(words.italic(milestone.milestone.title)) completed" }
    return "\(words.italic(milestone.milestone.title)) completed on \(words.day(done))"
      + (milestone.due.map { ", " + againstDate(done - $0) } ?? "")
  }

  private static func againstDate(_ days: Int) -> String {
    switch days {
    case 0: "on its date"
    case ..<0: WorkWords.count(-days, "day") + " before its date"
    default: WorkWords.count(days, "day") + " after its date"
    }
  }

  /// The sentence for a goal that was reached, and its plan held against what came.
  private static func completed(_ goal: CompletedGoal, _ words: NoteWords) -> [String] {
    let deadline = goal.deadline.map { deadline in
      let days = goal.completed - deadline
      return days == 0
        ? ", on the very day" : ", \(WorkWords.count(abs(days), "day")) \(days < 0 ? "before" : "after") its deadline"
    }
    let count = goal.milestones.count
    var lines = [
      "",
      "**\(words.link(goal.goal)) is reached.** Its last milestone was complete on \(words.day(goal.completed))\(deadline ?? ""): "
        + "\(WorkWords.count(count, "milestone")) from plan to fact. Take the evening off.",
    ]
    var table = NoteTable([("milestone", .left), ("due", .left), ("complete", .left), ("days", .right)])
    table.rows = goal.milestones.map { milestone in
      let days = milestone.due.flatMap { due in milestone.done.map { $0 - due } }
      return [
        MarkdownText.escaped(milestone.milestone.title), milestone.due.map(words.day) ?? "",
        milestone.done.map(words.day) ?? "",
        days.map { $0 > 0 ? "+\($0)" : String($0) } ?? "",
      ]
    }
    if !table.rows.isEmpty { lines += [""] + table.lines }
    return lines
  }

  /// `went up by 7`, `went down by 4`: an amount's way in these days.
  private struct MovedStep {
    var words: String

    init(_ moved: WorkDone.MovedAmount) {
      let step = moved.now.now - moved.before.now
      words = (step < 0 ? "down by " : "up by ") + AmountWords.number(abs(step))
    }
  }
}
