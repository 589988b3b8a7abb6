import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import TextStyling

/// What stands behind the note: the legend, the next weeks, moved dates, where the hours go, looking back from the ends,
/// where the figures come from.
enum DetailsSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let parts = [
      nextWeeks(facts.weeks, today: facts.today, words), movedDates(facts.decide, words), hours(facts, words),
      waiting(facts, words), lookingBack(facts.endsBackwards, words),
    ].filter { !$0.isEmpty }
    let sources = facts.sources.isEmpty ? [] : ["*" + words.text(facts.sources) + "*"]
    guard !parts.isEmpty || !sources.isEmpty else { return [] }
    let all = [["## Details"], legend(facts)] + parts + [sources]
    return Array(all.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  private static func legend(_ facts: ReviewFacts) -> [String] {
    guard facts.weeks.hasForecast else { return [] }
    let chance =
      facts.weeks.hasPercentages ? "Chance: how often the end is made when the plan is simulated. " : ""
    let likely =
      facts.weeks.hasPercentages
      ? "Likely: half of the time it is done by then."
      : "Likely: in half of the simulated plans it is done by then."
    return [
      "*\(chance)\(likely) Safe: eight times in ten. Latest: after that day the goal's end can't be met, even if you use every free hour.*"
    ]
  }

  // MARK: The next weeks

  private static func nextWeeks(_ weeks: WeeksAhead, today: Day, _ words: NoteWords) -> [String] {
    guard !weeks.rows.isEmpty else { return [] }
    let last = weeks.hasForecast ? "likely" : "at best"
    var table = NoteTable(["milestone", "due", "latest", last].map { ($0, .left) })
    table.rows = weeks.rows.map { row($0, of: weeks, today: today, words) }
    var lines = ["### The next \(NoteWords.count(weeks.weekCount)) weeks", ""] + table.lines
    if weeks.more > 0 { lines += ["", "And \(weeks.more) more: `mm list`."] }
    if let chart = weeks.chart {
      let drawn = MermaidGantt.lines(chart)
      if !drawn.isEmpty { lines += ["", "The plan if you use every free hour:", "", "```mermaid"] + drawn + ["```"] }
    }
    return lines
  }

  private static func row(
    _ row: WeeksAhead.Row, of weeks: WeeksAhead, today: Day, _ words: NoteWords
  ) -> [String] {
    let amount = row.amount.map { ", \(AmountWords.number($0.now)) of \(AmountWords.number($0.to))" } ?? ""
    let title = MarkdownText.escaped(ShortTitle.text(row.milestone.title, limit: 40))
    let due = row.due.map { words.day($0) + ($0 < today ? ", \(WorkWords.count(today - $0, "day")) past due" : "") }
    let latest = row.must.map { words.day($0) + ($0 < today ? ", passed" : "") } ?? ""
    let part = row.sendBy.map { $0 < today ? "" : "; do your part by \(words.day($0))" } ?? ""
    return [
      title + amount + (row.isOptional ? ", optional" : ""), due ?? "", latest.isEmpty ? "" : latest + part,
      weeks.hasForecast ? likely(row, of: weeks, words) : row.completion.map(words.day) ?? "never",
    ]
  }

  private static func likely(_ row: WeeksAhead.Row, of weeks: WeeksAhead, _ words: NoteWords) -> String {
    if let will = row.will { return will.p50.map(words.day) ?? "not within ten years" }
    guard let chance = row.readyChance else { return row.completion.map(words.day) ?? "" }
    return weeks.hasPercentages ? "\(ChanceWords.percent(chance)) chance" : ChanceWords.word(chance) + " to be ready"
  }

  // MARK: Moved dates

  private static let mostDates = 4

  private static func movedDates(_ decide: DecideFacts, _ words: NoteWords) -> [String] {
    let choices = decide.choices.offered
    let written = choices.map { choice in
      Dictionary(choice.writes.compactMap(\.due).map { ($0.milestone, $0) }, uniquingKeysWith: { one, _ in one })
    }
    let dated = decide.dated.filter { milestone in written.contains { $0[milestone.name] != nil } }
    guard !dated.isEmpty else { return [] }
    var table = NoteTable([("milestone", .left), ("now", .left)] + choices.map { (String($0.number), .left) })
    table.rows = dated.prefix(mostDates).map { milestone in
      let old = written.lazy.compactMap { $0[milestone.name]?.old }.first
      let title = MarkdownText.escaped(ShortTitle.text(milestone.title, limit: 40))
      return [title, old.map { day($0, words) } ?? "none"]
        + written.map { dates in dates[milestone.name].map { day($0.new, words) } ?? "" }
    }
    let more = dated.count - table.rows.count
    return ["### Dates that each choice moves", ""] + table.lines
      + (more > 0 ? ["", "And \(more) more: `mm recalibrate`."] : [])
  }

  /// A written date in the words of the note; anything else as it is in the file.
  private static func day(_ text: String, _ words: NoteWords) -> String {
    Day(written: text).map(words.day) ?? MarkdownText.escaped(text)
  }

  // MARK: Hours

  private static func hours(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    var sentences = facts.overbookings.map { stretch in
      let parts = WorkWords.list(
        stretch.demands.map { "\(words.about($0.minutes)) for \(words.italic($0.goal.title))" })
      let atPace = stretch.freeMinutes * facts.pace.percent / 100
      let taken =
        stretch.takenBy.isEmpty || stretch.takenMinutes == 0
        ? ""
        : " Days off and appointments take \(words.about(stretch.takenMinutes)) (\(stretch.takenBy.map(MarkdownText.escaped).joined(separator: ", ")))."
      return
        "From \(words.day(stretch.days.first)) to \(words.day(stretch.days.last)) you have \(words.about(stretch.freeMinutes)) free, and the deadlines need \(words.about(stretch.freeMinutes + stretch.excessMinutes)): \(parts). At your pace you finish about \(words.about(atPace)) of it."
        + taken
    }
    sentences += facts.goals.filter(\.doesNotFitAlone).map { goal in
      "\(words.italic(goal.goal.title)) is short by \(words.about(goal.shortfallMinutes)) even if you use every free hour"
        + (goal.target.map { " until \(words.day($0))." } ?? ".")
    }
    return sentences.isEmpty
      ? [] : ["### Where the hours go", ""] + Array(sentences.map { [$0] }.joined(separator: [""]))
  }

  // MARK: Waits

  private static func waiting(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let waits = facts.goals.flatMap(\.waiting)
    if waits.isEmpty { return [] }
    return ["### Waiting for others", ""]
      + waits.map { wait in
        let title = words.italic(ShortTitle.text(wait.milestone.title, limit: 48))
        guard let until = wait.until else { return "- \(title), since \(words.day(wait.since))." }
        return until < facts.today
          ? "- \(title), since \(words.day(wait.since)): it was expected by \(words.day(until)). Is it in?"
          : "- \(title), since \(words.day(wait.since)), expected by \(words.day(until))."
      }
  }

  // MARK: Looking back

  private static let mostSteps = 3

  /// The nearest steps of all ends, as sentences.
  private static func lookingBack(_ ends: [EndBackwards], _ words: NoteWords) -> [String] {
    let steps = ends.flatMap { end in end.steps.map { (end: end, step: $0) } }
      .sorted { $0.step.latest < $1.step.latest }.prefix(mostSteps)
    if steps.isEmpty { return [] }
    let sentences = steps.map { end, step in
      if let last = step.complete.map(\.must).max() {
        let titles = step.complete.map { words.italic(ShortTitle.text($0.title, limit: 40)) }
        return
          "\(WorkWords.list(titles)) \(titles.count == 1 ? "has" : "have") to be complete by \(words.day(last)), so that \(words.italic(end.goal.title)) makes \(words.day(end.end))."
      }
      let when = "By \(words.day(step.day)), \(step.distance.words) the deadline of \(words.italic(end.goal.title))"
      let title = step.underWay.map { words.italic(ShortTitle.text($0, limit: 40)) } ?? ""
      return "\(when), you should be working on \(title)."
    }
    return ["### Working backwards", "", sentences.joined(separator: " ")]
  }
}

extension EndBackwards.Step {
  /// By when it says something has to be so.
  fileprivate var latest: Day { complete.map(\.must).max() ?? day }
}

extension EndBackwards.Step.Distance {
  fileprivate var words: String {
    switch self {
    case .oneWeek: "a week before"
    case .oneMonth: "a month before"
    case .threeMonths: "three months before"
    }
  }
}
