import Forecasting
import PlanDocuments
import TextStyling

/// Where the goals stand: done, left, hours needed and hours there are, what comes of it on paper; what collides, what waits.
enum GoalsSection {
  /// One column of the table.
  ///
  /// The forecast adds its own.
  private struct Column {
    var header: String
    var alignment: NoteTable.Alignment
    var cell: (GoalStanding, NoteWords) -> String
  }

  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    guard !facts.goals.isEmpty else { return [] }
    var lines = ["## Where the goals stand", ""]
    let columns = self.columns(for: facts.goals)
    var table = NoteTable(columns.map { ($0.header, $0.alignment) })
    table.rows = facts.goals.map { goal in columns.map { $0.cell(goal, words) } }
    lines += table.lines
    for paragraph in remarks(facts, words) { lines += ["", paragraph] }
    let waiting = facts.goals.flatMap(\.waiting)
    if !waiting.isEmpty {
      lines += ["", "## Waiting for others", ""] + waiting.map { waitingLine($0, today: facts.today, words) }
    }
    return lines
  }

  private static func columns(for goals: [GoalStanding]) -> [Column] {
    var columns = [
      Column(header: "goal", alignment: .left) { goal, words in
        words.link(goal.goal)
          + (goal.deadline.map { ", " + words.day($0) } ?? "") + (goal.endIsFixed ? ", fixed" : "")
      },
      Column(header: "done", alignment: .left) { goal, _ in
        "`" + Bars.progress(goal.doneShare).plain + "` " + WorkWords.percent(goal.doneShare)
      },
      Column(header: "left", alignment: .right) { goal, _ in
        goal.totalMinutes > 0
          ? WorkWords.hoursWithUnit(goal.minutesLeft) : "\(goal.milestoneCount - goal.milestonesDone) to go"
      },
    ]
    if goals.contains(where: { $0.needsAWeek != nil }) {
      columns.append(
        Column(header: "needs a week", alignment: .right) { goal, words in
          guard let needs = goal.needsAWeek else { return "" }
          return WorkWords.hoursWithUnit(needs) + (goal.hasAWeek.map { " of " + words.plainHours($0) } ?? "")
        })
    }
    if goals.contains(where: { $0.gaveAWeek != nil }) {
      columns.append(
        Column(header: "you gave (4 weeks)", alignment: .right) { goal, _ in
          goal.gaveAWeek.map(WorkWords.hoursWithUnit) ?? ""
        })
    }
    // With a chance in figures the plan on paper is no news of its own.
    let hasPercentages = goals.contains { $0.likely?.hasPercentages == true }
    if !hasPercentages {
      columns.append(
        Column(header: "on paper", alignment: .left) { goal, words in onPaper(goal.onPaper, words) })
    }
    if goals.contains(where: { $0.likely != nil }) {
      columns.append(
        Column(header: "as the dates stand", alignment: .left) { goal, words in
          goal.likely.map { likely($0, isFixed: goal.endIsFixed, words) }
            ?? (hasPercentages ? onPaper(goal.onPaper, words) : "")
        })
    }
    return columns
  }

  /// `25 %; 8 in 10 by 11 Feb`, `ready in 20 %; 16 of 23 h by then`; a range of days before there are figures.
  private static func likely(_ likely: GoalStanding.Likely, isFixed: Bool, _ words: NoteWords) -> String {
    guard likely.hasPercentages else {
      let range = ChanceWords.range(p50: likely.will.p50, p80: likely.will.p80, day: words.day)
      guard isFixed, let chance = likely.chance else { return "likely " + range }
      return ChanceWords.word(chance) + " to be ready"
    }
    let by = likely.will.p80.map { "8 in 10 by \(words.day($0))" } ?? "8 in 10 not within ten years"
    guard let chance = likely.chance else { return by }
    guard isFixed else { return ChanceWords.percent(chance) + "; " + by }
    let hours = likely.ready.map { "; \(words.plainHours($0.done)) of \(words.hours($0.minutes)) by then" } ?? ""
    return "ready in " + ChanceWords.percent(chance) + hours
  }

  private static func onPaper(_ result: GoalStanding.OnPaper, _ words: NoteWords) -> String {
    switch result {
    case .fits(let day, let early):
      let weeks = early / 7
      return "\(words.day(day))" + (weeks > 0 ? ", \(WorkWords.count(weeks, "week")) to spare" : ", in time")
    case .usesBuffer(let day, let days): return "\(words.day(day)), \(WorkWords.count(days, "day")) into the buffer"
    case .late(let day, let days): return "\(words.day(day)), \(WorkWords.count(days, "day")) late"
    case .never: return "its hours do not come within ten years"
    case .open(let day): return words.day(day) + ", no deadline"
    case .withoutEnd(let why), .notPlanned(let why): return words.text(why)
    }
  }

  private static func remarks(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    var paragraphs: [String] = []
    for goal in facts.goals where goal.doesNotFitAlone {
      let before = goal.target.map { " before \(words.day($0))" } ?? ""
      paragraphs.append(
        "**\(MarkdownText.escaped(goal.goal.title)) does not fit, even alone:** "
          + "\(words.hours(goal.shortfallMinutes)) find no place\(before).")
    }
    for collision in facts.collisions {
      let demands = collision.demands.map {
        MarkdownText.escaped($0.goal.title) + " " + WorkWords.hours($0.minutes)
      }
      var text =
        "**What collides:** \(words.hours(collision.excessMinutes)) too many between \(words.day(collision.days.first)) "
        + "and \(words.day(collision.days.last)) (\(demands.joined(separator: ", ")); "
        + "free \(WorkWords.hours(collision.freeMinutes)))."
      if !collision.takenBy.isEmpty, collision.takenMinutes > 0 {
        let names = WorkWords.list(collision.takenBy.map(MarkdownText.escaped))
        text +=
          " \(names) \(collision.takenBy.count == 1 ? "takes" : "take") \(words.hours(collision.takenMinutes)) of it."
      }
      paragraphs.append(text)
    }
    let amounts = facts.goals.compactMap { goal in
      goal.amount.map { "\(MarkdownText.escaped(goal.goal.title)) stands at \(words.amount($0))." }
    }
    if !amounts.isEmpty { paragraphs.append(amounts.joined(separator: " ")) }
    return paragraphs
  }

  private static func waitingLine(_ waiting: GoalStanding.Waiting, today: Day, _ words: NoteWords) -> String {
    let until = waiting.until.map { until in
      until < today ? ", was expected by \(words.day(until)): is it in" : ", expected by **\(words.day(until))**"
    }
    let isQuestion = waiting.until.map { $0 < today } ?? false
    return "- \(words.link(waiting.milestone)), since \(words.day(waiting.since))\(until ?? "")"
      + (isQuestion ? "?" : ".")
  }
}
