import Forecasting
import PlanDocuments
import TextStyling

/// Where the goals stand, the least likely first: progress, hours needed and done, chance, likely and safe days.
enum GoalsSection {
  private struct Column {
    var header: String
    var alignment: NoteTable.Alignment
    var cell: (GoalStanding, NoteWords) -> String
  }

  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    guard !facts.goals.isEmpty else { return [] }
    // A column without a word in it says nothing: of fixed days there is no likely one.
    let columns = self.columns(for: facts.goals).filter { column in
      facts.goals.contains { !column.cell($0, words).isEmpty }
    }
    var table = NoteTable(columns.map { ($0.header, $0.alignment) })
    table.rows = facts.goals.map { goal in columns.map { $0.cell(goal, words) } }
    var lines = ["## Where the goals stand", ""] + table.lines
    for goal in facts.goals {
      if let why = goal.reasonForNoEnd {
        lines += ["", "\(words.italic(goal.goal.title)) has no likely day: \(words.text(why))."]
      }
    }
    return lines
  }

  private static func columns(for goals: [GoalStanding]) -> [Column] {
    var columns = [
      Column(header: "goal", alignment: .left) { goal, words in
        MarkdownText.escaped(goal.goal.title) + (goal.deadline.map { ", " + words.day($0) } ?? "")
          + (goal.endIsFixed ? ", fixed" : "")
      },
      Column(header: "progress", alignment: .right) { goal, _ in
        goal.totalMinutes > 0 || goal.milestoneCount > 0 ? WorkWords.percent(goal.doneShare) : ""
      },
    ]
    if goals.contains(where: { $0.needsAWeek != nil }) {
      columns.append(
        Column(header: "needed a week", alignment: .right) { goal, words in goal.needsAWeek.map(words.hours) ?? "" })
    }
    if goals.contains(where: { $0.gaveAWeek != nil }) {
      columns.append(
        Column(header: "done a week", alignment: .right) { goal, words in goal.gaveAWeek.map(words.hours) ?? "" })
    }
    let hasForecast = goals.contains { $0.likely != nil }
    if goals.contains(where: { $0.likely?.hasPercentages == true }) {
      columns.append(
        Column(header: "chance", alignment: .right) { goal, _ in goal.likely?.chance.map(ChanceWords.percent) ?? "" })
    }
    columns.append(
      Column(header: hasForecast ? "likely" : "at best", alignment: .left) { goal, words in
        hasForecast ? likely(goal, words) : atBest(goal.onPaper, words)
      })
    if hasForecast { columns.append(Column(header: "safe", alignment: .left, cell: safe)) }
    return columns
  }

  private static func safe(_ goal: GoalStanding, _ words: NoteWords) -> String {
    goal.endIsFixed || goal.reasonForNoEnd != nil ? "" : goal.likely?.will.p80.map(words.day) ?? ""
  }

  private static func likely(_ goal: GoalStanding, _ words: NoteWords) -> String {
    if case .notPlanned(let why) = goal.onPaper { return words.text(why) }
    if goal.reasonForNoEnd != nil { return "no likely day" }
    guard let likely = goal.likely else { return "" }
    if goal.endIsFixed {
      return likely.hasPercentages ? "" : likely.chance.map { ChanceWords.word($0) + " to be ready" } ?? ""
    }
    return likely.will.p50.map(words.day) ?? "not within ten years"
  }

  private static func atBest(_ result: GoalStanding.OnPaper, _ words: NoteWords) -> String {
    switch result {
    case .fits(let day, _), .usesBuffer(let day, _), .open(let day): words.day(day)
    case .late(let day, let days): "\(words.day(day)), \(WorkWords.count(days, "day")) late"
    case .never: "not within ten years"
    case .withoutEnd: "no likely day"
    case .notPlanned(let why): words.text(why)
    }
  }
}
