import Forecasting
import PlanDocuments
import TextStyling

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
