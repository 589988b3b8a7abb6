package import Forecasting
package import JSONText
import PlanDocuments
import PlanModel
package import Recalibration
import ReviewNotes
import Scheduling
package import TextStyling

/// The choices as a report: what becomes of each end as it is and under each choice, and the dates that it would write.
package struct ChoicesReport: Sendable {
  private let choices: Choices
  private let plan: Plan
  private let forecast: PlanForecast?
  private let withoutEnd: [StyledText]
  private var hasPercentages: Bool { forecast?.hasPercentages ?? false }

  package init(_ choices: Choices, in outlook: ForecastedPlan) {
    self.choices = choices
    withoutEnd = outlook.plan.activeGoals.compactMap { goal in
      let title: Sentence = "\(title: outlook.plan.goals[goal].title)"
      let sentence = outlook.verdict(ofGoal: goal).sentenceForNoEnd(of: title, in: outlook.plan)
      return sentence.map { SentenceText.text($0, today: outlook.plan.today) }
    }
    plan = outlook.plan
    forecast = outlook.forecast
  }

  /// Everything holds, with the buffers whole.
  package var isEmpty: Bool {
    choices.offered.isEmpty && choices.baseline.isEmpty && choices.notOffered.isEmpty && withoutEnd.isEmpty
  }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    var text: StyledText = ""
    for goal in withoutEnd { text += goal.wrapped(width) + "\n\n" }
    if !choices.baseline.isEmpty {
      let onPaper = hasChances ? "As it is:" : "As it is, on paper:"
      text += "\(onPaper)\n" + ends(choices.baseline, width) + "\n"
    }
    for choice in choices.offered { text += self.choice(choice, width) + "\n" }
    for sentence in choices.notOffered {
      text += ("Not offered: " + words(sentence)).wrapped(width) + "\n"
    }
    if !choices.notOffered.isEmpty { text += "\n" }
    if hasChances, let forecast {
      let source = ForecastSource.words(forecast.evidence)
      text += StyledText("\(hasPercentages ? "Chances" : "Likely"): \(source).", .quiet).wrapped(width) + "\n\n"
    }
    if choices.baseline.isEmpty, choices.offered.isEmpty, !withoutEnd.isEmpty { return text }
    return text + lastLine.wrapped(width) + "\n"
  }

  private var lastLine: StyledText {
    if !choices.offered.isEmpty { return "Take one: mm recalibrate --take 1" }
    if choices.baseline.contains(where: \.isPastDeadline) {
      return "No way out was found that makes this hold: more hours (`time:`), less to do, or a later deadline."
    }
    return choices.baseline.contains { $0.daysPastTarget != 0 }
      ? "Every date holds; a buffer is there to be used. mm recalibrate with the goal's name shows what would give it back."
      : "Every date holds on paper, with every free hour used; no date has to move."
  }

  private func choice(_ choice: Choice, _ width: Int) -> StyledText {
    let number: StyledText = "\(choice.number, .strong)  "
    var text = (number + words(choice.sentence)).wrapped(width, indent: 3) + "\n"
    if choice.minutesSaved > 0 { text += "   It saves \(WorkWords.hoursWithUnit(choice.minutesSaved)).\n" }
    let dates = choice.writes.compactMap(\.due)
    var table = TextTable([.init(), .init("", .right), .init()])
    for date in dates {
      let old = day(date.old).map { DayWords.narrow($0, today: plan.today) } ?? "no date"
      let new = day(date.new).map { DayWords.narrow($0, today: plan.today) } ?? date.new
      table.add([StyledText(date.milestone), StyledText(old), "→ \(new)"])
    }
    text += table.text(width: width, indent: 5)
    return text + ends(choice.results, width)
  }

  private func ends(_ ends: [EndResult], _ width: Int) -> StyledText {
    var table = TextTable([.init(), .init(), .init(), .init()])
    for end in ends { table.add([StyledText(name(end)), by(end), chance(end), outcome(end)]) }
    return table.text(width: width, indent: 3)
  }

  private var hasChances: Bool { choices.baseline.contains { $0.chance != nil } }

  /// `25 %`; where figures would say more than is known, `likely 2 Jan to 6 Feb`.
  private func chance(_ end: EndResult) -> StyledText {
    if hasPercentages { return StyledText(end.chance.map(ChanceWords.percent) ?? "") }
    if let will = end.will {
      return "likely \(ChanceWords.range(p50: will.p50, p80: will.p80) { DayWords.narrow($0, today: plan.today) })"
    }
    return end.chance.map { "\(ChanceWords.word($0)) to be ready" } ?? ""
  }

  private func name(_ end: EndResult) -> String {
    switch end.end {
    case .goal(let goal): plan.goals[goal].id
    case .fixed(let milestone): plan.name(of: milestone)
    }
  }

  private func by(_ end: EndResult) -> StyledText {
    end.deadline.map { "by \(DayWords.narrow($0, today: plan.today))" } ?? "no deadline"
  }

  private func outcome(_ end: EndResult) -> StyledText {
    guard let completion = end.completion, let late = end.daysPastDeadline, let intoBuffer = end.daysPastTarget else {
      return StyledText("never: its hours do not come", .attention)
    }
    let complete: StyledText =
      "\(hasChances ? "on paper" : "complete") \(DayWords.narrow(completion, today: plan.today))"
    if late > 0 {
      let missing: StyledText =
        end.shortfallMinutes > 0 ? ", \(WorkWords.hoursWithUnit(end.shortfallMinutes)) too many" : ""
      return (complete + ", \(WorkWords.count(late, "day")) late" + missing).styled(.attention)
    }
    return intoBuffer > 0 ? complete + ", \(WorkWords.count(intoBuffer, "day")) into its buffer" : complete
  }

  private func words(_ sentence: Sentence) -> StyledText { SentenceText.text(sentence, today: plan.today) }

  private func day(_ written: String?) -> Day? { written.flatMap { try? Day(reading: $0.valueBytes) } }

  package static let version = 1

  package var json: JSONValue {
    [
      "schema": "mm.choices", "version": .integer(ChoicesReport.version), "today": .string(plan.today.description),
      "as_it_is": .array(choices.baseline.map(end)), "choices": .array(choices.offered.map(choice)),
      "not_offered": .array(choices.notOffered.map { .string(words($0).plain) }),
    ]
  }

  private func choice(_ choice: Choice) -> JSONValue {
    let dates: [JSONValue] = choice.writes.compactMap(\.due).map { date in
      ["name": .string(date.milestone), "old": JSONValue(date.old), "new": .string(date.new)]
    }
    return [
      "number": .integer(choice.number), "id": .string(choice.blockID),
      "sentence": .string(words(choice.sentence).plain), "minutes_saved": .integer(choice.minutesSaved),
      "holds_everything": .bool(choice.holdsEverything), "results": .array(choice.results.map(end)),
      "due": .array(dates),
    ]
  }

  private func end(_ end: EndResult) -> JSONValue {
    [
      "name": .string(name(end)), "deadline": JSONValue(end.deadline?.description),
      "target": JSONValue(end.target?.description), "completion": JSONValue(end.completion?.description),
      "chance": end.chance.map { .number($0, decimals: 3) } ?? .null, "p50": JSONValue(end.will?.p50?.description),
      "p80": JSONValue(end.will?.p80?.description),
      "minutes_left": .integer(end.minutesLeft), "shortfall_minutes": .integer(end.shortfallMinutes),
    ]
  }
}
