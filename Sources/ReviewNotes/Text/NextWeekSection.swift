import PlanDocuments
import TextStyling

/// The next week: its hours day by day, what to work on, and what lies ahead.
enum NextWeekSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let week = facts.nextWeek
    var lines = [heading(week, words)]
    if let free = week.free, !free.isEmpty { lines += ["", dayByDay(free)] }
    if week.work.isEmpty {
      lines += ["", "No work is planned for this week."]
    } else {
      var table = NoteTable([("", .left), ("hours", .right), ("due", .left)])
      table.rows = week.work.map { row($0, today: facts.today, words) }
      lines += [""] + table.lines
      if week.moreWork > 0 {
        lines += ["", "And \(WorkWords.count(week.moreWork, "milestone")) more: `mm list --next`."]
      }
    }
    lines += week.remarks.flatMap { ["", words.text($0)] }
    if !week.ahead.isEmpty {
      lines += ["", "Ahead: " + week.ahead.map { ahead($0, words) }.joined(separator: " · ") + "."]
    }
    return lines
  }

  private static func heading(_ week: WeekAhead, _ words: NoteWords) -> String {
    let isWholeWeek = week.days.map { $0.first.weekday == .monday } ?? true
    let name = isWholeWeek ? "Next week" : "The next seven days"
    return week.free == nil ? "## \(name)" : "## \(name): \(words.hours(week.freeMinutes)) free"
  }

  /// `Mon to Thu 1.0 each · Sat 2.0`; equal days in a row are drawn together from three on.
  private static func dayByDay(_ days: [WeekAhead.FreeDay]) -> String {
    var parts: [String] = []
    var index = 0
    while index < days.count {
      let start = days[index]
      var end = index
      while end + 1 < days.count, days[end + 1].minutes == start.minutes, days[end + 1].day - days[end].day == 1,
        start.taken.isEmpty, days[end + 1].taken.isEmpty
      { end += 1 }
      let name = start.day.weekday.shortName
      if end - index >= 2 {
        let last = days[end].day.weekday.shortName
        parts.append("\(name) to \(last) \(WorkWords.hours(start.minutes)) each")
        index = end + 1
      } else {
        let taken = start.taken.isEmpty ? "" : " (\(start.taken.map(MarkdownText.escaped).joined(separator: ", ")))"
        parts.append("\(name) \(WorkWords.hours(start.minutes))\(taken)")
        index += 1
      }
    }
    return parts.joined(separator: " · ")
  }

  private static func row(_ work: WeekAhead.Work, today: Day, _ words: NoteWords) -> [String] {
    let task = work.nextTask.map { MarkdownText.escaped($0) + ", " } ?? ""
    let milestone =
      work.milestone.path == nil || work.milestone.path == work.goal.path
      ? MarkdownText.escaped(work.milestone.title) + ", " + words.link(work.goal) : words.link(work.milestone)
    let hours =
      WorkWords.hours(work.minutes)
      + (work.minutes < work.minutesLeft ? " of " + words.plainHours(work.minutesLeft) : "")
    return [task + milestone, hours, due(work, today: today, words)]
  }

  private static func due(_ work: WeekAhead.Work, today: Day, _ words: NoteWords) -> String {
    guard let due = work.due else {
      return work.completion.map { "complete \(words.weekday($0)) on paper" } ?? ""
    }
    if work.isFixed { return "**\(words.weekday(due)), fixed**" }
    if due < today {
      let likely = work.completion.map { "; \(words.day($0)) on paper" } ?? ""
      return "\(WorkWords.count(today - due, "day")) past due\(likely)"
    }
    let likely = work.completion.flatMap { $0 > due ? ", \(words.day($0)) on paper" : nil }
    return words.weekday(due) + (likely ?? "")
  }

  private static func ahead(_ ahead: WeekAhead.Ahead, _ words: NoteWords) -> String {
    let name = ahead.name.isEmpty ? "days off" : ahead.name
    let free = ahead.freeMinutes.map { $0 == 0 ? " (no hours)" : " (\(words.hours($0)) free)" } ?? ""
    return "**\(MarkdownText.escaped(name))** \(words.range(ahead.days))\(free)"
  }
}
