import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import Scheduling
import TextStyling

/// The first lines of a note: the truth about the goal that needs it most, at the person's own pace, and what is to be decided.
extension ReviewAssembly {
  func headline(_ choices: Choices, goals: [GoalStanding], completed: [CompletedGoal]) -> [Sentence] {
    if activeGoals.isEmpty { return ["No goal is active.", "A goal begins again with `status: active`."] }
    let decision = decision(choices)
    if let passedHeadline {
      return passedHeadline + (goals.first.map { ($0.likely?.chance ?? 1) < 0.5 ? truth(of: $0) : [] } ?? [])
    }
    if let goal = completed.first {
      return ["You reached \(title: goal.goal.title).", decision ?? nextStep].compactMap(\.self)
    }
    if let blockage = goals.compactMap(\.blockage).first { return [blockage] + [decision].compactMap(\.self) }
    let worst = goals.filter { ($0.likely?.chance ?? 1) < 0.5 }
    guard let first = worst.first else { return calm(goals) + [nextStep].compactMap(\.self) }
    var lines = isBack ? [] : truth(of: first)
    if isBack {
      lines = [
        "Nothing was recorded for \(words: quietWeeks) weeks. If you were away, say so below, and those weeks won't count."
      ]
      lines += truth(of: first).suffix(1)
    }
    let others = worst.dropFirst()
    if !others.isEmpty {
      let named = others.prefix(others.count > 3 ? 2 : 3).map { "\(title: $0.goal.title)" + chance(of: $0) as Sentence }
      let more: [Sentence] = named.count < others.count ? ["\(others.count - named.count) more"] : []
      lines.append((named + more).list + " \(words: others.count > 1 ? "are" : "is") unlikely too.")
    }
    return lines + [decision].compactMap(\.self)
  }

  /// Whole weeks since anything was done in any goal; 0 where there is work.
  private var weeksOfSilence: Int {
    let quiet = activeGoals.compactMap { evidence.quietTimes[$0]?.days }
    guard !quiet.isEmpty, quiet.count == activeGoals.count else { return 0 }
    return (quiet.min() ?? 0) / 7
  }

  private var isBack: Bool { weeksOfSilence >= 3 }

  private var quietWeeks: String { NumberWords.upToTwelve(weeksOfSilence) }

  /// What a goal needs and gets a week, in its own unit where it has one, and what that comes to.
  private func truth(of standing: GoalStanding) -> [Sentence] {
    let title: Sentence = "\(title: standing.goal.title)"
    var sentences: [Sentence] = []
    if let needs = standing.needsAWeek, let gave = standing.gaveAWeek, needs > gave, needs > 0 {
      let deadline: Sentence = standing.deadline.map { " to be done by \($0)" } ?? ""
      if gave == 0 {
        sentences.append(
          title + " got no hours in the last four weeks; it needs \(minutes: needs) a week" + deadline + ".")
      } else if let rate = unitRate(of: standing), let deadline = standing.deadline {
        let (done, needed) = (rate.amount(gave), rate.amount(needs))
        sentences.append(
          "You finish about \(words: done) \(words: rate.unit) a week; \(title) needs \(words: needed) to be done by \(deadline)."
        )
      } else {
        sentences.append(
          "You spend about \(minutes: gave) a week on \(title); it needs \(minutes: needs)" + deadline + ".")
      }
    }
    let lead: Sentence = sentences.isEmpty ? "At your pace " + title : "At your pace it"
    if standing.endIsFixed {
      let what: Sentence = sentences.isEmpty ? "ready for " + title : "ready in time"
      let day: Sentence = sentences.isEmpty ? standing.deadline.map { " by \($0)" } ?? "" : ""
      sentences.append("Your chance of being " + what + day + chanceWords(standing) + ".")
    } else if let likely = standing.likely?.will.p50 {
      sentences.append(lead + " is likely to be done by \(likely)" + (chanceBehind(standing)) + ".")
    } else {
      sentences.append(lead + " isn't complete within ten years.")
    }
    return sentences
  }

  /// ` is 20 %`; in words where there is too little history for figures.
  private func chanceWords(_ standing: GoalStanding) -> Sentence {
    guard let likely = standing.likely, let chance = likely.chance else { return " is small" }
    return likely.hasPercentages ? " is \(chance: chance)" : " is less than even"
  }

  private func chanceBehind(_ standing: GoalStanding) -> Sentence {
    guard let likely = standing.likely, let chance = likely.chance, likely.hasPercentages, let day = standing.deadline
    else { return standing.deadline.map { ", after its deadline of \($0)" } ?? "" }
    return ", and your chance of making \(day) is \(chance: chance)"
  }

  private func chance(of standing: GoalStanding) -> Sentence {
    guard let likely = standing.likely, let chance = likely.chance, likely.hasPercentages, let day = standing.deadline
    else { return "" }
    return " (\(chance: chance) by \(day))"
  }

  /// How much of a unit an hour of a goal makes, where most of its open work is measured in one.
  private struct UnitRate {
    var unit: String
    var thousandthsAMinute: Double

    /// In two digits, as people say it.
    func amount(_ minutes: Int) -> String {
      let exact = Double(minutes) * thousandthsAMinute / 1000
      var step = 1.0
      while exact / step >= 100 { step *= 10 }
      return AmountWords.number(Int64((exact / step).rounded() * step) * 1000)
    }
  }

  private func unitRate(of standing: GoalStanding) -> UnitRate? {
    guard let goal = activeGoals.first(where: { item(ofGoal: $0).title == standing.goal.title }) else { return nil }
    let open = plan.goals[goal].milestones.filter { plan.isPlanned($0) && outlook.work[$0].effort > 0 }
    let all = open.reduce(0) { $0 + outlook.work[$1].remaining }
    let measured = open.filter { (plan.milestones[$0].shownAmount.map { !$0.unit.isEmpty && $0.total > 0 }) ?? false }
    let units = Set(measured.compactMap { plan.milestones[$0].shownAmount?.unit })
    let minutes = measured.reduce(0) { $0 + outlook.work[$1].remaining }
    guard units.count == 1, let unit = units.first, all > 0, minutes * 5 >= all * 3 else { return nil }
    let total = measured.reduce(0.0) { $0 + Double(plan.milestones[$1].progress?.total ?? 0) }
    let effort = measured.reduce(0.0) { $0 + Double(outlook.work[$1].effort) }
    return UnitRate(unit: unit, thousandthsAMinute: total / effort)
  }

  /// Nothing is unlikely.
  private func calm(_ goals: [GoalStanding]) -> [Sentence] {
    let known = goals.filter { $0.likely?.chance != nil }
    guard let least = known.first, let likely = least.likely, let chance = likely.chance else {
      let fits = goals.allSatisfy(\.holds)
      return fits ? ["Every date can be met."] : ["Not every goal has a day on which it ends."]
    }
    if known.count == 1 {
      return likely.hasPercentages
        ? [
          "\(title: least.goal.title) is on its way: \(chance: chance) chance"
            + (least.deadline.map { " by \($0)." } ?? ".")
        ]
        : ["\(title: least.goal.title) fits" + (likely.will.p50.map { ": likely \($0)." } ?? ".")]
    }
    let all: Sentence = known.count == 2 ? "Both goals" : "All \(known.count) goals"
    return likely.hasPercentages
      ? [all + " are on their way: each has a chance of at least \(chance: chance)."]
      : [all + " fit."]
  }

  /// What the choices ask, in one sentence.
  private func decision(_ choices: Choices) -> Sentence? {
    guard !choices.offered.isEmpty else { return nil }
    guard let advised = choices.offered.first(where: \.isAdvised) else { return "Which of the choices below is yours?" }
    return choices.adviceIsEven
      ? "With choice **\(advised.number)** below every goal"
        + (choices.hopeless.isEmpty ? "" : " that can still be helped") + " has at least an even chance."
      : "Something has to give: see choice **\(advised.number)** below."
  }

  private var nextStep: Sentence? {
    let next = outlook.problem.jobs.indices.filter { !outlook.schedule.jobs[$0].portions.isEmpty }
      .min { outlook.schedule.jobs[$0].portions[0].day < outlook.schedule.jobs[$1].portions[0].day }
    guard let next else { return nil }
    let milestone = outlook.problem.jobs[next].milestone
    let due: Sentence = plan.milestones[milestone].due.map { $0 >= plan.today ? ", due \($0)" : "" } ?? ""
    return "Next is \(title: item(ofMilestone: milestone).title)\(due)."
  }

  // MARK: Since the last note

  /// A change below this isn't worth a line.
  private static let leastMove = 0.05

  var keptChances: [KeptChance] {
    guard outlook.forecast?.hasPercentages == true else { return [] }
    return activeGoals.compactMap { goal in
      guard !isComplete(goal), let chance = likely(goal)?.chance else { return nil }
      return KeptChance(goal: plan.goals[goal].id, percent: Int((chance * 100).rounded()))
    }
  }

  func chanceMoves(since kept: [KeptChance]) -> [ChanceMove] {
    let now = keptChances
    return kept.compactMap { before in
      guard let current = now.first(where: { $0.goal == before.goal }),
        let goal = plan.goals.firstIndex(where: { $0.id == before.goal }),
        abs(Double(current.percent - before.percent)) / 100 >= Self.leastMove
      else { return nil }
      return ChanceMove(
        goal: item(ofGoal: goal), before: Double(before.percent) / 100, now: Double(current.percent) / 100)
    }
  }
}
