import Forecasting
import PlanDocuments
import TextStyling

/// What was completed and moved, the hours finished of the hours free, and the pace.
enum DoneSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let isQuiet = facts.done.goals.allSatisfy { $0.completed.isEmpty && $0.ticked.isEmpty && $0.amounts.isEmpty }
    let goals = facts.done.goals.compactMap { goalLine($0, words) }
    var lines = ["## Done"]
    if isQuiet, facts.completedGoals.isEmpty, (facts.done.finishedMinutes ?? 0) == 0 {
      let free = facts.done.freeMinutes.map { $0 > 0 ? " You had \(words.about($0)) free." : "" } ?? ""
      return lines + [
        "",
        "No progress was recorded\(period(facts.period.days)).\(free) Were you away? Write it under *Your words*, and these weeks won't count.",
      ]
    }
    if let hours = hoursLine(facts, words) { lines += ["", hours] }
    if !goals.isEmpty { lines += [""] + goals }
    for goal in facts.completedGoals { lines += completed(goal, words) }
    return lines
  }

  private static func period(_ days: DayRange) -> String {
    let count = days.last - days.first + 1
    return count == 7 ? " this week" : count == 1 ? " on this day" : " in these \(NoteWords.count(count)) days"
  }

  private static func hoursLine(_ facts: ReviewFacts, _ words: NoteWords) -> String? {
    let done = facts.done
    var line = ""
    switch (done.finishedMinutes, done.freeMinutes) {
    case (let finished?, let free?) where free > 0:
      line = "You finished \(words.plainHours(finished)) of your \(plainAbout(free)) free hours"
    case (let finished?, _) where finished > 0: line = "\(words.hours(finished)) of work finished"
    case (_, let free?) where free > 0: line = "You had \(plainAbout(free)) free hours"
    default: break
    }
    if line.isEmpty { return nil }
    if let weeks = done.weeks, weeks.freeMinutes > 0 {
      let pace = Double(weeks.finishedMinutes) / Double(weeks.freeMinutes)
      let percent = Int((pace * 100).rounded())
      line += "; over \(NoteWords.count(weeks.count)) weeks, \(percent) %"
      if abs(percent - facts.pace.percent) >= 3 { line += ", and the plan counts on \(facts.pace.percent) %" }
    }
    line += "."
    if !facts.kept.uncommitted.isEmpty, done.finishedMinutes ?? 0 > 0 { line += " Part of it isn't committed yet." }
    return line
  }

  private static func plainAbout(_ minutes: Int) -> String {
    minutes >= 600 ? String((minutes + 30) / 60) : WorkWords.plainHours(minutes)
  }

  private static func goalLine(_ work: WorkDone.GoalWork, _ words: NoteWords) -> String? {
    var parts: [String] = []
    if let whole = work.wholeAmount {
      let step = whole.now.now - whole.before.now
      parts.append(
        "\(AmountWords.number(abs(step)))\(words.unit(whole.now)) \(step < 0 ? "less" : "more"), now \(words.amount(whole.now))"
      )
    } else {
      parts += work.amounts.map { moved in
        "\(words.italic(ShortTitle.text(moved.milestone, limit: 40))): \(words.amount(moved.now)), up from \(AmountWords.number(moved.before.now))"
      }
    }
    parts += work.completed.map { completed($0, words) }
    if !work.ticked.isEmpty {
      let most = 3
      let titles = work.ticked.prefix(most).map(words.italic)
      let more = work.ticked.count - titles.count
      parts.append("done: " + WorkWords.list(titles + (more > 0 ? ["\(NoteWords.count(more)) more"] : [])))
    }
    if let quiet = work.quietDays {
      parts.append("nothing for \(quiet / 7 >= 2 ? NoteWords.count(quiet / 7) + " weeks" : "\(quiet) days")")
    }
    guard !parts.isEmpty else { return nil }
    return "- **\(words.link(work.goal))**: " + parts.joined(separator: "; ")
  }

  private static func completed(_ milestone: CompletedMilestone, _ words: NoteWords) -> String {
    let days = milestone.done.flatMap { done in milestone.due.map { done - $0 } }
    let when =
      switch days {
      case nil: ""
      case 0?: ", on its due date"
      case let days? where days < 0: ", \(WorkWords.count(-days, "day")) early"
      case let days?: ", \(WorkWords.count(days, "day")) after its due date"
      }
    return "\(words.italic(milestone.milestone.title)) is complete\(when)"
  }

  /// The sentence for a goal that was reached, and its plan beside what came of it.
  private static func completed(_ goal: CompletedGoal, _ words: NoteWords) -> [String] {
    let deadline = goal.deadline.map { deadline in
      let days = goal.completed - deadline
      return days == 0
        ? ", on the day of its deadline"
        : ", \(WorkWords.count(abs(days), "day")) \(days < 0 ? "before" : "after") its deadline"
    }
    let count = goal.milestones.count
    var lines = [
      "",
      "**You reached \(words.link(goal.goal)).** Its last milestone was complete on \(words.day(goal.completed))\(deadline ?? ""), after \(WorkWords.count(count, "milestone")). Take the evening off.",
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
}
