package import Forecasting
package import PlanDocuments
import PlanModel
import Scheduling

/// Looks for the ways out when dates no longer hold, each tried by writing it into the vault in memory and planning again.
package struct ChoiceSearch: Sendable {
  private let snapshot: VaultSnapshot
  private let outlook: ForecastedPlan
  private let focus: Int?
  /// So many choices at most, so that one can be chosen.
  private static let mostChoices = 5
  /// So many ends are shown with every choice, whether it changes them or not.
  private static let mostEnds = 6

  /// - Parameter focus: only this goal's dates and end are to be mended; the dates of others are kept first.
  package init(of snapshot: VaultSnapshot, _ outlook: ForecastedPlan, focus: Int? = nil) {
    self.snapshot = snapshot.noting(outlook.plan)
    self.outlook = outlook
    self.focus = focus
  }

  package func choices() -> Choices {
    let ground = TrialGround(snapshot: snapshot, outlook: outlook, focus: focus)
    var notOffered: [Sentence] = []
    var trials: [Trial] = []
    if ground.holdsDeadlines {
      let baseline = Trial(actions: [], snapshot: snapshot, outlook: outlook)
      if !dateWrites(baseline).isEmpty { trials.append(baseline) }
    }
    // A buffer is there to be used: where nothing else is wrong, ways to give it back are for who asks about the goal.
    let mayLeave = ground.holdsDeadlines && trials.isEmpty && focus == nil
    if ground.goalsToRecover.isEmpty || mayLeave {
      trials += betterChances(on: ground)
    } else {
      trials += waysOut(on: ground, &notOffered)
    }
    let baseline = EndResult.all(in: outlook)
    var choices: [Choice] = []
    for trial in trials.prefix(Self.mostChoices) {
      let trial = trial.actions.isEmpty ? trial : ground.fullyScheduled(trial)
      guard let choice = choice(number: choices.count + 1, trial, on: ground) else { continue }
      if !trial.actions.isEmpty, !Self.helps(choice, baseline) {
        notOffered.append(choice.sentence + " It changes no chance.")
      } else {
        choices.append(choice)
      }
    }
    return Choices(
      baseline: shownEnds(choices, EndResult.all(in: outlook)), offered: choices.map { shown($0, among: choices) },
      notOffered: notOffered, small: Completions(plan: outlook.plan, work: outlook.work).choices)
  }

  /// Less than this is no help, in a forecast of 2,000 runs.
  private static let leastChange = 0.03
  /// After how many attempts a later end is left at what was found.
  private static let mostExtensions = 4

  /// It changes a chance by 3 points, or there is no forecast to tell.
  private static func helps(_ choice: Choice, _ baseline: [EndResult]) -> Bool {
    let pairs = choice.results.compactMap { result -> (Double, Double)? in
      guard let before = baseline.first(where: { $0.end == result.end })?.chance, let chance = result.chance else {
        return nil
      }
      return (before, chance)
    }
    let isUnbound = choice.results.contains { result in
      baseline.first { $0.end == result.end }?.deadline != result.deadline
    }
    return pairs.isEmpty || isUnbound || pairs.contains { abs($0.0 - $0.1) >= leastChange }
  }

  /// Where all holds on paper and an end is still less likely than not: more hours, and later ends, one choice for all of
  /// them.
  private func betterChances(on ground: TrialGround) -> [Trial] {
    guard let forecast = outlook.forecast, forecast.hasPercentages else { return [] }
    let unlikely = EndResult.all(in: outlook).compactMap { end -> Int? in
      guard case .goal(let goal) = end.end, let chance = end.chance, chance < 0.5,
        outlook.plan.fixedEnd(of: goal) == nil
      else { return nil }
      return focus == nil || focus == goal ? goal : nil
    }
    if unlikely.isEmpty { return [] }
    let hours = HoursSearch(snapshot: snapshot, outlook: outlook, ground: ground, acceptsPaper: false)
    return [hours.trial(for: unlikely), later(unlikely, on: ground)].compactMap(\.self)
  }

  /// Later ends at which the goals are complete in 8 of 10 cases.
  ///
  /// A goal that may take longer leaves hours to others, so its end is looked for again with the end just found.
  private func later(_ goals: [Int], on ground: TrialGround) -> Trial? {
    var planned = outlook
    var found: Trial?
    for _ in 0..<Self.mostExtensions {
      let actions = goals.compactMap { LaterEndAction.lever(goal: $0, in: outlook, to: planned) }
      guard !actions.isEmpty, var trial = ground.trial(actions) else { break }
      // Fewer runs are enough to find the day; the choice is shown with all of them.
      if let forecast = outlook.forecast { trial.outlook.addForecast(like: forecast, runs: HoursSearch.runs) }
      found = trial
      planned = trial.outlook
      let isEnough = goals.allSatisfy { goal in
        guard let forecast = planned.forecast, let end = planned.plan.goals[goal].deadline else { return true }
        return forecast.chance(ofGoal: goal, by: end).map { $0 >= HoursSearch.chance } ?? true
      }
      if isEnough { break }
    }
    return found
  }

  /// One trial of each kind of way out that makes the ends hold, mildest first.
  private func waysOut(on ground: TrialGround, _ notOffered: inout [Sentence]) -> [Trial] {
    var trials: [Trial] = []
    let cuts = CutActions(plan: outlook.plan, work: outlook.work, goals: ground.goalsToRecover)
    let cut = ground.firstThatHolds(of: cuts.ways)
    if let cut { trials.append(cut) }
    let rests = PauseActions(ground: ground)
    var hours = HoursSearch(snapshot: snapshot, outlook: outlook, ground: ground)
    if let rest = rests.resting.lazy.compactMap(rests.shortest).first { trials.append(rest) }
    if let more = hours.trial(for: ground.goalsToRecover) { trials.append(more) }
    if !ground.holdsDeadlines {
      if let extended = later(ground.goalsToRecover, on: ground), ground.standing(of: extended) > .fails {
        trials.append(extended)
      }
    }

    let everything = cuts.everything
    guard !ground.holdsDeadlines, cut == nil, !everything.isEmpty, let all = ground.trial(everything) else {
      return trials
    }
    let short = ground.goalsToRecover.reduce(0) { $0 + all.outlook.schedule.goals[$1].shortfallMinutes }
    notOffered.append(
      short > 0
        ? "Leaving out all that is optional saves \(minutes: everything.minutesSaved); \(minutes: short) are still missing."
        : "Leaving out all that is optional saves \(minutes: everything.minutesSaved), and the ends still do not hold.")
    hours.actions = everything
    if let both = hours.trial(for: ground.goalsToRecover) { trials.insert(both, at: 0) }
    return trials
  }

  /// The trial as a whole choice: with the dates that it writes, planned once more with them.
  private func choice(number: Int, _ trial: Trial, on ground: TrialGround) -> Choice? {
    var trial = trial
    if let forecast = outlook.forecast, trial.outlook.forecast == nil { trial.outlook.addForecast(like: forecast) }
    let dates = dateWrites(trial)
    if trial.actions.isEmpty && dates.isEmpty { return nil }
    let results = EndResult.all(in: trial.outlook) + unboundEnds(trial)
    let isKept = trial.actions.isEmpty
    let buffer = results.compactMap { end -> (EndResult, Int)? in
      guard let days = end.daysPastTarget, days > 0, !end.isPastDeadline else { return nil }
      return (end, days)
    }
    var sentence: Sentence =
      isKept
      ? "Move the \(words: dates.count == 1 ? "date that no longer holds" : "\(dates.count) dates that no longer hold"); every end stays."
      : trial.actions.sentence
    if let (end, days) = buffer.first, isKept || ground.goalsToRecover.contains(end.goal(in: outlook.plan)) {
      sentence = sentence + " \(words: days == 1 ? "A day" : "\(days) days") of the buffer before the end are used."
    }
    return Choice(
      number: number, slug: isKept ? "dates" : trial.actions.slug, sentence: sentence,
      writes: trial.actions.writes + dates, results: results, minutesSaved: trial.actions.minutesSaved,
      holdsEverything: !results.contains(where: \.isPastDeadline))
  }

  /// New days for the due dates that do not hold once the actions are taken, with the old days that they replace.
  private func dateWrites(_ trial: Trial) -> [PlannedWrite] {
    var feasibility = DateFeasibility(of: trial.outlook.scheduled)
    let holding = KeptDates(of: trial.outlook, &feasibility, last: focus.map { [$0] } ?? [])
    // With a goal named, only its dates move, and those of goals that the choice names.
    let jobs = trial.outlook.problem.jobs
    func mayMove(_ job: Int) -> Bool {
      focus.map { $0 == jobs[job].goal || touches(trial, goal: jobs[job].goal) } ?? true
    }
    var failing = holding.failing.filter(mayMove)
    var kept = holding.kept
    var days: [Int: Day] = [:]
    // A date that stays has to leave room for its work behind the dates before it, the new ones too.
    while true {
      var proposals = DateProposals(for: trial.outlook)
      if !failing.isEmpty {
        days = proposals.days(
          for: failing, kept: kept, completions: holding.completions, &feasibility, keepsDeadlines: true)
      }
      let outOfOrder = jobs.indices.filter { job in
        guard let day = kept[job], jobs[job].fixed == nil, mayMove(job) else { return false }
        return !proposals.isInOrder(job, on: day) { days[$0] ?? jobs[$0].due }
      }
      if outOfOrder.isEmpty { break }
      for job in outOfOrder { kept[job] = nil }
      failing = (failing + outOfOrder).sorted()
    }
    guard !failing.isEmpty else { return [] }
    return failing.compactMap { job in
      let milestone = jobs[job].milestone
      guard let day = days[job] else { return nil }
      let old = trial.outlook.plan.writtenValue(of: .due, milestone: milestone)
      if old == day.description { return nil }
      return PlannedWrite(
        subject: .milestone(trial.outlook.plan.name(of: milestone)), key: "due",
        action: .set(old: old, new: day.description))
    }
  }

  /// An action of the trial names the goal.
  private func touches(_ trial: Trial, goal: Int) -> Bool {
    trial.actions.writes.contains { write in
      switch write.subject {
      case .settings: false
      case .goal(let id): id == trial.outlook.plan.goals[goal].id
      case .milestone(let name): name.hasPrefix(trial.outlook.plan.goals[goal].id + "/")
      }
    }
  }

  /// Milestones that are fixed no longer: when they are complete, bound by nothing.
  private func unboundEnds(_ trial: Trial) -> [EndResult] {
    outlook.problem.jobs.compactMap { job in
      guard job.fixed != nil, let now = trial.outlook.jobs[job.milestone], trial.outlook.problem.jobs[now].fixed == nil
      else { return nil }
      return EndResult(
        end: .fixed(job.milestone), completion: trial.outlook.schedule.jobs[now].completion, deadline: nil, target: nil,
        minutesLeft: trial.outlook.work[job.milestone].remaining)
    }
  }

  /// The ends that do not hold, those that would not under a choice, and those that a choice moves; all that have a day,
  /// where they are few and there is something to choose.
  ///
  /// A goal that ends with a fixed milestone is that milestone's row, as long as no choice moves its end.
  private func shownEnds(_ choices: [Choice], _ ends: [EndResult]) -> [EndResult] {
    let showsAll = !choices.isEmpty && ends.count { $0.deadline != nil } <= Self.mostEnds
    return ends.filter { end in
      let isMoved = choices.contains { $0.results.first { $0.end == end.end }?.deadline != end.deadline }
      if case .goal(let goal) = end.end, outlook.plan.fixedEnd(of: goal) != nil, !isMoved { return false }
      return showsAll && end.deadline != nil || end.daysPastTarget != 0 || end.chance.map { $0 < 0.5 } ?? false
        || choices.contains { choice in
          choice.results.first { $0.end == end.end }.map {
            $0.daysPastTarget != 0 || $0.deadline != end.deadline
              || abs(($0.chance ?? 0) - (end.chance ?? 0)) >= Self.leastChange
          } ?? true
        }
    }
  }

  private func shown(_ choice: Choice, among choices: [Choice]) -> Choice {
    var choice = choice
    let results = choice.results
    choice.results = shownEnds(choices, EndResult.all(in: outlook)).map { end in
      results.first { $0.end == end.end } ?? end
    }
    return choice
  }
}
