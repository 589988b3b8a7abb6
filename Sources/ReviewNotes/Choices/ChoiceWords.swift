package import Forecasting
import PlanDocuments
package import PlanModel
package import Recalibration
import TextStyling

/// The choices in words: what each does and brings, the table of chances, and what is true of all of them.
///
/// The note, the first screen and `mm recalibrate` say the same with these.
package struct ChoiceWords: Sendable {
  package let hasPercentages: Bool
  private let plan: Plan
  private let labels: GoalLabels

  package init(of outlook: ForecastedPlan) {
    plan = outlook.plan
    hasPercentages = outlook.forecast?.hasPercentages ?? false
    labels = GoalLabels(of: outlook.plan)
  }

  /// Less than this is no change worth a row.
  private static let least = 0.05

  /// The goal, or the fixed milestone where it isn't its goal's end.
  package func name(_ end: EndResult.End) -> Sentence {
    switch end {
    case .goal(let goal): return "\(title: labels[goal])"
    case .fixed(let milestone):
      let goal = plan.milestones[milestone].goal
      return plan.fixedEnd(of: goal) == milestone
        ? "\(title: labels[goal])" : "\(title: PlainTitle.text(plan.milestones[milestone].title))"
    }
  }

  /// What a choice does and brings, such as "Put race first until 7 Feb: race 75 %, book 75 % by 30 Jun".
  package func line(_ choice: Choice, _ choices: Choices) -> Sentence {
    var effects: Sentence = ""
    for end in choice.effects {
      guard let now = choices.baseline.first(where: { $0.end == end }),
        let then = choice.results.first(where: { $0.end == end })
      else { continue }
      if !effects.isEmpty { effects = effects + ", " }
      effects = effects + effect(now, then)
    }
    return choice.sentence + (effects.isEmpty ? "." : ": " + effects + ".")
  }

  private func effect(_ now: EndResult, _ then: EndResult) -> Sentence {
    let name = name(now.end)
    if then.isGivenUp { return name + " given up" }
    let isMoved = then.deadline != now.deadline
    let date: Sentence = isMoved ? then.deadline.map { " by \($0)" } ?? "" : ""
    guard hasPercentages else { return name + likely(then) }
    let chance: Sentence = then.chance.map { " \(chance: $0)" } ?? ""
    let falls = !isMoved && (then.chance ?? 0) < (now.chance ?? 0)
    return falls ? name + " falls to" + chance : name + chance + date
  }

  private func likely(_ end: EndResult) -> Sentence {
    if let day = end.will?.p50 { return " likely \(day)" }
    return end.chance.map { " is \(words: ChanceWords.word($0)) to be ready" } ?? ""
  }

  /// The ends that something changes, worst first.
  package func table(_ choices: Choices) -> [DecideFacts.Row] {
    let rows = shown(choices).compactMap { place -> (Double, DecideFacts.Row)? in
      let now = choices.baseline[place]
      let all = [now] + choices.offered.map { $0.results[place] }
      guard let chance = now.chance, choices.offered.isEmpty || changes(place, choices) else { return nil }
      var name = self.name(now.end)
      let dates = Set(all.map(\.deadline))
      if dates.count > 1 {
        name = name + (now.deadline.map { ", \($0) or its new date" } ?? ", by its new date")
      } else if let deadline = now.deadline {
        name = name + ", \(deadline)"
      }
      return (chance, DecideFacts.Row(name: name, cells: all.map(cell)))
    }
    return rows.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
  }

  private func cell(_ end: EndResult) -> String {
    if end.isGivenUp { return "given up" }
    if hasPercentages { return end.chance.map(ChanceWords.percent) ?? "" }
    return end.will?.p50.map { DayWords.narrow($0, today: plan.today) }
      ?? end.chance.map { ChanceWords.word($0) } ?? ""
  }

  /// Places in `baseline` of what is an end by itself: a goal that ends on a fixed day is that day.
  private func shown(_ choices: Choices) -> [Int] {
    choices.baseline.indices.filter { place in
      if case .goal(let goal) = choices.baseline[place].end { plan.fixedEnd(of: goal) == nil } else { true }
    }
  }

  private func changes(_ place: Int, _ choices: Choices) -> Bool {
    choices.offered.contains { choice in
      let (now, then) = (choices.baseline[place], choice.results[place])
      return then.deadline != now.deadline || abs((then.chance ?? 0) - (now.chance ?? 0)) >= Self.least
    }
  }

  /// What nothing changes, why one choice is advised, and what nothing helps.
  package func remarks(_ choices: Choices) -> [Sentence] {
    var remarks: [Sentence] = []
    if !choices.offered.isEmpty {
      let same = shown(choices).filter { choices.baseline[$0].chance != nil && !changes($0, choices) }
      if hasPercentages, let sentence = unchanged(same.map { choices.baseline[$0] }) { remarks.append(sentence) }
    }
    let isEvenNow = shown(choices).allSatisfy { (choices.baseline[$0].chance ?? 1) >= 0.5 }
    if let advised = choices.offered.first(where: \.isAdvised), !isEvenNow {
      let basis: Sentence = hasPercentages ? "" : ", judged by most people's pace"
      remarks.append(
        choices.adviceIsEven
          ? choices.hopeless.isEmpty
            ? "Choice \(advised.number) gives every goal at least an even chance\(basis)."
            : "Choice \(advised.number) gives an even chance to every goal that can still be helped\(basis)."
          : "No choice gives every goal an even chance: something has to give. Choice \(advised.number) goes furthest\(basis)."
      )
    }
    let hopeless = choices.hopeless.filter { end in
      choices.baseline.contains { $0.end == end && ($0.chance ?? 1) < 0.25 }
    }
    if !hopeless.isEmpty {
      remarks.append(
        "No change tried here brings \(hopeless.map(name).list) to 25 %. That takes another date, much less work, or somebody's help."
      )
    } else if choices.offered.isEmpty, choices.needsHelp {
      remarks.append("No change that was tried makes a goal clearly more likely.")
    }
    return remarks
  }

  private func unchanged(_ ends: [EndResult]) -> Sentence? {
    guard !ends.isEmpty else { return nil }
    if ends.count > 3 { return "The other \(ends.count) goals stay as they are." }
    let stay: Sentence = ends.count == 1 ? " stays at " : " stay at "
    let chances = Set(ends.map { ChanceWords.percent($0.chance ?? 0) })
    if chances.count == 1 { return ends.map { name($0.end) }.list + stay + "\(chance: ends[0].chance ?? 0)." }
    return ends.map { name($0.end) + " (\(chance: $0.chance ?? 0))" }.list + " stay as they are."
  }
}

extension Choices {
  /// Some end has less than even odds.
  package var needsHelp: Bool { baseline.contains { $0.chance.map { $0 < 0.5 } ?? false } }
}
