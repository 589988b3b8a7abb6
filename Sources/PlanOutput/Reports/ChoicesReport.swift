package import Forecasting
package import JSONText
import PlanDocuments
import PlanModel
package import Recalibration
import ReviewNotes
import Scheduling
package import TextStyling

/// The choices as a report: what each does, the chance of every end as it is and under each, and the dates that it writes.
package struct ChoicesReport: Sendable {
  private let choices: Choices
  private let plan: Plan
  private let forecast: PlanForecast?
  private let withoutEnd: [StyledText]
  private let words: ChoiceWords

  private static let mostDates = 8

  package init(_ choices: Choices, in outlook: ForecastedPlan) {
    self.choices = choices
    withoutEnd = outlook.plan.activeGoals.compactMap { goal in
      let title: Sentence = "\(title: outlook.plan.goals[goal].title)"
      let sentence = outlook.verdict(ofGoal: goal).sentenceForNoEnd(of: title, in: outlook.plan)
      return sentence.map { SentenceText.text($0, today: outlook.plan.today) }
    }
    plan = outlook.plan
    forecast = outlook.forecast
    words = ChoiceWords(of: outlook)
  }

  /// Nothing has to be decided, and no date has to move.
  package var isEmpty: Bool {
    choices.offered.isEmpty && withoutEnd.isEmpty && movedDates == nil && !choices.needsHelp
  }

  private var movedDates: Choice? { choices.small.first { $0.slug == Choices.movedDatesSlug } }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    var text: StyledText = ""
    for goal in withoutEnd { text += goal.wrapped(width) + "\n\n" }
    for choice in choices.offered {
      let number: StyledText = "\(choice.number, .strong)  "
      let advised: StyledText = choice.isAdvised ? "(advised) " : ""
      text += (number + advised + line(words.line(choice, choices))).wrapped(width, indent: 3) + "\n"
    }
    let table = words.table(choices)
    if !table.isEmpty { text += (text.isEmpty ? "" : "\n") + chances(table, width) + "\n" }
    for sentence in words.remarks(choices) { text += line(sentence).wrapped(width) + "\n" }
    for choice in choices.offered { text += dates(choice, width) }
    if choices.offered.isEmpty, let movedDates {
      text += "\n" + line(movedDates.sentence).wrapped(width) + "\n" + dates(movedDates, width)
    }
    if let forecast, choices.baseline.contains(where: { $0.chance != nil }) {
      text += "\n" + StyledText("Chances: \(ForecastSource.words(forecast.evidence)).", .quiet).wrapped(width) + "\n"
    }
    if let lastLine { text += "\n" + lastLine.wrapped(width) + "\n" }
    return text
  }

  private var lastLine: StyledText? {
    if !choices.offered.isEmpty { return "Take one: mm recalibrate --take \(choices.offered[0].number)" }
    return movedDates == nil ? nil : "Move them: mm recalibrate --take \(Choices.movedDatesSlug)"
  }

  private func chances(_ rows: [DecideFacts.Row], _ width: Int) -> StyledText {
    var table = TextTable(
      [.init(StyledText(words.hasPercentages ? "chance" : "likely")), .init("now", .right)]
        + choices.offered.map { .init(StyledText(String($0.number)), .right) })
    for row in rows { table.add([line(row.name)] + row.cells.map { StyledText($0) }) }
    return table.text(width: width, indent: 3)
  }

  private func dates(_ choice: Choice, _ width: Int) -> StyledText {
    let dates = choice.writes.compactMap(\.due)
    guard !dates.isEmpty else { return "" }
    let whose = choice.number > 0 ? "Choice \(choice.number) moves" : "They move"
    var text: StyledText = "\n\(whose) \(WorkWords.count(dates.count, "due date")):\n"
    var table = TextTable([.init(), .init("", .right), .init()])
    for date in dates.prefix(Self.mostDates) {
      table.add([StyledText(date.milestone), StyledText(day(date.old) ?? "no date"), "→ \(day(date.new) ?? date.new)"])
    }
    text += table.text(width: width, indent: 3)
    let more = dates.count - Self.mostDates
    if more > 0 { text += "   and \(more) more: mm recalibrate --json\n" }
    return text
  }

  private func line(_ sentence: Sentence) -> StyledText { SentenceText.text(sentence, today: plan.today) }

  private func day(_ written: String?) -> String? {
    written.flatMap { try? Day(reading: $0.valueBytes) }.map { DayWords.short($0, today: plan.today) }
  }

  package static let version = 2

  package var json: JSONValue {
    [
      "schema": "mm.choices", "version": .integer(ChoicesReport.version), "today": .string(plan.today.description),
      "as_it_is": .array(choices.baseline.map(end)),
      "choices": .array(choices.offered.map(choice)),
      "beyond_help": .array(choices.hopeless.map { .string(name($0)) }),
      "moved_dates": movedDates.map { .array(dates($0)) } ?? .array([]),
    ]
  }

  private func choice(_ choice: Choice) -> JSONValue {
    [
      "number": .integer(choice.number), "id": .string(choice.blockID),
      "sentence": .string(line(choice.sentence).plain), "advised": .bool(choice.isAdvised),
      "disruption": .number(choice.disruption, decimals: 2), "minutes_saved": .integer(choice.minutesSaved),
      "minutes_added": .integer(choice.minutesAdded), "fits_everything": .bool(choice.fitsEverything),
      "results": .array(choice.results.map(end)), "due": .array(dates(choice)),
    ]
  }

  private func dates(_ choice: Choice) -> [JSONValue] {
    choice.writes.compactMap(\.due).map { date in
      ["name": .string(date.milestone), "old": JSONValue(date.old), "new": .string(date.new)]
    }
  }

  private func name(_ end: EndResult.End) -> String {
    switch end {
    case .goal(let goal): plan.goals[goal].id
    case .fixed(let milestone): plan.name(of: milestone)
    }
  }

  private func end(_ end: EndResult) -> JSONValue {
    [
      "name": .string(name(end.end)), "deadline": JSONValue(end.deadline?.description),
      "target": JSONValue(end.target?.description), "at_best": JSONValue(end.completion?.description),
      "chance": end.chance.map { .number($0, decimals: 3) } ?? .null, "likely": JSONValue(end.will?.p50?.description),
      "safe": JSONValue(end.will?.p80?.description), "given_up": .bool(end.isGivenUp),
      "minutes_left": .integer(end.minutesLeft), "shortfall_minutes": .integer(end.shortfallMinutes),
    ]
  }
}
