import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import Scheduling

extension ReviewAssembly {
  /// The choices with names, and with the completed goals' `status: done`.
  func decide(_ choices: Choices) -> DecideFacts {
    var choices = choices
    for goal in activeGoals where isComplete(goal) {
      let choice = Choice(
        number: 0, slug: BlockID.reachedSlug(plan.goals[goal].id),
        sentence: "\(title: item(ofGoal: goal).title) is reached: write `status: done`.",
        writes: [
          PlannedWrite(
            subject: .goal(plan.goals[goal].id), key: "status",
            action: .set(old: plan.writtenValue(of: "status", goal: goal), new: "done"))
        ])
      if !choices.small.contains(where: { $0.blockID == choice.blockID }) { choices.small.append(choice) }
    }
    choices.small =
      answers.filter { answer in !choices.small.contains { $0.blockID == answer.blockID } } + choices.small
    var facts = DecideFacts(endNames: choices.baseline.map(name), choices: choices)
    facts.brokenDates = brokenDates(choices)
    facts.hasPercentages = outlook.forecast?.hasPercentages ?? false
    let dated = Set(choices.offered.flatMap { $0.writes.compactMap { $0.due?.milestone } })
    facts.dated = plan.milestones.indices.compactMap { milestone in
      let name = plan.name(of: milestone)
      return dated.contains(name) ? .init(name: name, title: item(ofMilestone: milestone).title) : nil
    }
    return facts
  }

  private func name(of result: EndResult) -> Sentence {
    switch result.end {
    case .goal(let goal):
      let name: Sentence = "\(title: item(ofGoal: goal).title)"
      return result.deadline.map { name + " by \($0)" } ?? name
    case .fixed(let milestone):
      let name: Sentence = "\(title: item(ofMilestone: milestone).title)"
      return result.deadline.map { name + ", \($0)" } ?? name
    }
  }

  /// The week's one decision in two sentences.
  func headline(_ choices: Choices, goals: [GoalStanding], completed: [CompletedGoal]) -> [Sentence] {
    if activeGoals.isEmpty { return ["No goal is active.", "A goal that rests begins again with `status: active`."] }
    if let passedHeadline { return passedHeadline }
    let way = wayOut(choices)
    if let goal = completed.first {
      return ["\(title: goal.goal.title) is reached.", way ?? nextStep].compactMap(\.self)
    }
    if let blockage = goals.compactMap(\.blockage).first { return [blockage] + [way].compactMap(\.self) }
    if let goal = goals.first(where: \.doesNotFitAlone), let target = goal.target {
      return [
        "\(title: goal.goal.title) lacks \(minutes: goal.shortfallMinutes) before \(target), even with all its hours to itself"
          + goal.doubt + ".",
        way ?? "Something has to give: hours, scope or the date.",
      ]
    }
    let late = goals.compactMap { goal -> (goal: GoalStanding, day: Day, days: Int)? in
      if case .late(let day, let days) = goal.onPaper { (goal, day, days) } else { nil }
    }
    if let first = late.first {
      let others: Sentence = late.count > 1 ? ", and \(late.count - 1) more with it" : ""
      let span: Sentence = first.days == 1 ? "a day" : "\(first.days) days"
      return [
        "On paper \(title: first.goal.goal.title) ends on \(first.day), \(span) after its deadline"
          + first.goal.doubt + others + ".",
        way ?? "Something has to give: hours, scope or the date.",
      ]
    }
    if goals.contains(where: { $0.onPaper == .never }) {
      return ["Not all hours that the goals need will come.", way ?? "Look at `time:` in `mm.md` and in the goals."]
    }
    let buffer = goals.compactMap { goal -> (GoalStanding, Int)? in
      if case .usesBuffer(_, let days) = goal.onPaper { (goal, days) } else { nil }
    }
    let brokenDates = brokenDates(choices)
    let dates: Sentence = brokenDates == 1 ? "one date on the way does not" : "\(brokenDates) dates on the way do not"
    if let (goal, days) = buffer.first {
      let used: Sentence = "\(title: goal.goal.title) uses \(days) \(words: days == 1 ? "day" : "days") of its buffer"
      let broken: Sentence = brokenDates > 0 ? ", and " + dates + " hold" : ""
      return ["Every deadline holds on paper; " + used + broken + ".", way ?? nextStep ?? ""].filter { !$0.isEmpty }
    }
    if brokenDates > 0 {
      return ["Every end holds on paper; \(dates).", way ?? nextStep ?? ""].filter { !$0.isEmpty }
    }
    let doubt: Sentence = leastChance(EndResult.all(in: outlook)).map { "; \($0)" } ?? ""
    return ["Every date holds on paper\(doubt).", way ?? nextStep ?? ""].filter { !$0.isEmpty }
  }

  /// `at your pace *book* has a chance of 20 %`, of the end that is least likely to hold; nil where all are as likely as
  /// not, and where there is too little history for figures.
  private func leastChance(_ ends: [EndResult]) -> Sentence? {
    guard outlook.forecast?.hasPercentages == true else { return nil }
    let chances = ends.compactMap { end in end.chance.map { (end: end, chance: $0) } }
    guard let least = chances.min(by: { $0.chance < $1.chance }), least.chance < 0.5 else { return nil }
    switch least.end.end {
    case .goal(let goal):
      return "at your pace \(title: item(ofGoal: goal).title) has a chance of \(chance: least.chance)"
    case .fixed(let milestone):
      return
        "at your pace \(title: item(ofMilestone: milestone).title) is ready with a chance of \(chance: least.chance)"
    }
  }

  /// Dates that do not hold: those that the choices would move, or at least those that are past.
  ///
  /// A date that the plan meets later may hold all the same, with the work in another order.
  private func brokenDates(_ choices: Choices) -> Int {
    if let moved = choices.offered.first(where: { $0.slug == "dates" }) { return moved.writes.count }
    return outlook.problem.jobs.count { job in job.due.map { $0 < plan.today } ?? false }
  }

  private func wayOut(_ choices: Choices) -> Sentence? {
    guard !choices.offered.isEmpty else { return nil }
    if let choice = choices.offered.first(where: \.holdsEverything) {
      // What goalsToRecover the plan is what the choice is for, so its chance is told.
      let ends = zip(choices.baseline, choice.results).filter { $0.0.daysPastTarget != 0 }.map(\.1)
      let doubt: Sentence = leastChance(ends).map { "; \($0)" } ?? ""
      return choices.offered.count == 1
        ? "Choice **1** below makes everything hold on paper\(doubt)."
        : "Choice **\(choice.number)** below is the mildest at which everything holds on paper\(doubt)."
    }
    return "The choices below show what each way would bring; none makes everything hold."
  }

  private var nextStep: Sentence? {
    let next = outlook.problem.jobs.indices.filter { !outlook.schedule.jobs[$0].portions.isEmpty }
      .min { outlook.schedule.jobs[$0].portions[0].day < outlook.schedule.jobs[$1].portions[0].day }
    guard let next else { return nil }
    let milestone = outlook.problem.jobs[next].milestone
    let due: Sentence = plan.milestones[milestone].due.map { $0 >= plan.today ? ", due \($0)" : "" } ?? ""
    return "Next is \(title: item(ofMilestone: milestone).title)\(due)."
  }
}
