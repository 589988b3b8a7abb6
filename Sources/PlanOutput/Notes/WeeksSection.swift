import PlanDocuments
import Planning

/// The milestones of the next weeks: due, at the latest, on paper; and a chart.
enum WeeksSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let weeks = facts.weeks
    guard !weeks.rows.isEmpty else { return [] }
    var lines = ["## The next \(weeks.weekCount == 1 ? "week" : NoteWords.count(weeks.weekCount) + " weeks")", ""]
    // The forecast puts its two columns, 5 in 10 and 8 in 10, where `on paper` stands.
    var table = NoteTable([("milestone", .left), ("due", .left), ("at the latest", .left), ("on paper", .left)])
    table.rows = weeks.rows.map { row($0, today: facts.today, words) }
    lines += table.lines
    lines += weeks.remarks.flatMap { ["", words.text($0)] }
    if let chart = weeks.chart {
      let drawn = MermaidGantt.lines(chart)
      if !drawn.isEmpty { lines += ["", "```mermaid"] + drawn + ["```"] }
    }
    return lines
  }

  private static func row(_ row: WeeksAhead.Row, today: Day, _ words: NoteWords) -> [String] {
    let amount = row.amount.map { ", \(AmountWords.number($0.now))/\(AmountWords.number($0.to))" } ?? ""
    let due = row.due.map { words.day($0) + ($0 < today ? ", \(WorkWords.count(today - $0, "day")) past" : "") }
    let sendBy = row.sendBy.map { "; handed over by \(words.day($0))" } ?? ""
    return [
      words.link(row.milestone) + amount + (row.isOptional ? ", optional" : ""),
      due ?? "none",
      (row.must.map(words.day) ?? "") + (row.must == nil ? "" : sendBy),
      row.completion.map(words.day) ?? "never",
    ]
  }
}
