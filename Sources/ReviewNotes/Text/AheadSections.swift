import Forecasting
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

/// The milestones of the next weeks: due, at the latest, and when they will probably be complete; and a chart.
enum WeeksSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let weeks = facts.weeks
    guard !weeks.rows.isEmpty else { return [] }
    var lines = ["## The next \(weeks.weekCount == 1 ? "week" : NoteWords.count(weeks.weekCount) + " weeks")", ""]
    let last = weeks.hasForecast ? ["5 in 10 by", "8 in 10 by"] : ["on paper"]
    var table = NoteTable((["milestone", "due", "at the latest"] + last).map { ($0, .left) })
    table.rows = weeks.rows.map { row($0, of: weeks, today: facts.today, words) }
    lines += table.lines
    lines += weeks.remarks.flatMap { ["", words.text($0)] }
    if let chart = weeks.chart {
      let drawn = MermaidGantt.lines(chart)
      if !drawn.isEmpty { lines += ["", "```mermaid"] + drawn + ["```"] }
    }
    return lines
  }

  private static func row(
    _ row: WeeksAhead.Row, of weeks: WeeksAhead, today: Day, _ words: NoteWords
  ) -> [String] {
    let amount = row.amount.map { ", \(AmountWords.number($0.now))/\(AmountWords.number($0.to))" } ?? ""
    let due = row.due.map { words.day($0) + ($0 < today ? ", \(WorkWords.count(today - $0, "day")) past" : "") }
    let sendBy = row.sendBy.map { "; handed over by \(words.day($0))" } ?? ""
    return [
      words.link(row.milestone) + amount + (row.isOptional ? ", optional" : ""),
      due ?? "none",
      (row.must.map(words.day) ?? "") + (row.must == nil ? "" : sendBy),
    ] + (weeks.hasForecast ? likely(row, of: weeks, words) : [row.completion.map(words.day) ?? "never"])
  }

  private static func likely(_ row: WeeksAhead.Row, of weeks: WeeksAhead, _ words: NoteWords) -> [String] {
    if let will = row.will { return [will.p50.map(words.day) ?? "never", will.p80.map(words.day) ?? "never"] }
    let chance = row.readyChance.map {
      weeks.hasPercentages ? "ready in " + ChanceWords.percent($0) : ChanceWords.word($0) + " to be ready"
    }
    return [chance ?? row.completion.map(words.day) ?? "never", ""]
  }
}

/// Looking back from the ends: what must be true a week, a month, three months before.
enum BackSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let distances = EndBackwards.Step.Distance.allCases.filter { distance in
      facts.endsBackwards.contains { end in end.steps.contains { $0.distance == distance } }
    }
    guard !distances.isEmpty else { return [] }
    var table = NoteTable([("from the end of", .left)] + distances.map { ($0.words, .left) })
    table.rows = facts.endsBackwards.map { end in
      ["\(words.link(end.goal)), \(words.day(end.end))"]
        + distances.map { distance in
          end.steps.first { $0.distance == distance }.map { cell($0, words) } ?? ""
        }
    }
    return ["## Looking back from the ends", ""] + table.lines
  }

  private static func cell(_ step: EndBackwards.Step, _ words: NoteWords) -> String {
    var parts = step.complete.map {
      "\(MarkdownText.escaped(ShortTitle.text($0.title, limit: 40))) (\(words.day($0.must)))"
    }
    if let underWay = step.underWay {
      parts.append("\(MarkdownText.escaped(ShortTitle.text(underWay, limit: 40))) under way")
    }
    return parts.joined(separator: "; ")
  }
}

extension EndBackwards.Step.Distance {
  fileprivate var words: String {
    switch self {
    case .oneWeek: "one week before"
    case .oneMonth: "one month before"
    case .threeMonths: "three months before"
    }
  }
}
