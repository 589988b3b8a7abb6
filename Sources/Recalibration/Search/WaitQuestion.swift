import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// Looks for a dependency that the person may not need: without it an end would be clearly more likely.
struct WaitQuestion {
  let ground: TrialGround
  let stake: EndsAtStake

  /// So many dependencies are tried.
  private static let mostTried = 4
  /// A smaller rise isn't worth a question.
  private static let least = 0.05

  /// The question, with what writes "it doesn't have to wait"; nil where no answer would change anything.
  ///
  /// - Parameter goals: whose ends are too unlikely, the worst first.
  func asked(about goals: [Int]) -> Choice? {
    var best: (gain: Double, choice: Choice)?
    for (milestone, before) in candidates(goals).prefix(Self.mostTried) {
      guard let write = without(before, milestone),
        let trial = ground.forecast([RecoveryAction(phrase: "", writes: [write])], runs: CandidateSearch.runs)
      else { continue }
      let chances = stake.chances(in: trial.outlook)
      guard
        let place = stake.ends.indices.max(by: { chances[$0] - stake.chances[$0] < chances[$1] - stake.chances[$1] })
      else { continue }
      if case .fixed(let day) = stake.ends[place].end, !leads(before, to: day, in: trial.outlook.plan) { continue }
      let gain = chances[place] - stake.chances[place]
      guard gain >= Self.least, gain > best?.gain ?? 0 else { continue }
      best = (gain, choice(milestone, before, write, place, chances[place]))
    }
    return best?.choice
  }

  /// Work that no longer leads to a fixed day would be left undone by it: that is another question.
  private func leads(_ before: Int, to day: Int, in plan: Plan) -> Bool {
    var seen: Set<Int> = [day]
    var waiting = [day]
    while let next = waiting.popLast() {
      if next == before { return true }
      for predecessor in plan.milestones[next].predecessors where seen.insert(predecessor).inserted {
        waiting.append(predecessor)
      }
    }
    return false
  }

  /// Dependencies inside a goal that decide its end, the last of each chain first.
  private func candidates(_ goals: [Int]) -> [(milestone: Int, before: Int)] {
    let outlook = ground.outlook
    var details = ScheduleDetails(of: outlook.scheduled)
    let jobs = outlook.problem.jobs
    return goals.flatMap { goal -> [(milestone: Int, before: Int)] in
      let critical = jobs.indices.filter { jobs[$0].goal == goal && details.isCritical($0) }
      // A fixed day that waits for nothing would only look ready.
      return critical.reversed().filter { jobs[$0].fixed == nil }.flatMap { job in
        jobs[job].predecessors.filter { critical.contains($0) && jobs[$0].minutes + jobs[$0].wait > 0 }
          .map { (jobs[job].milestone, jobs[$0].milestone) }
      }
    }
  }

  /// `after:` of a milestone without one of its names; nil where it isn't written so.
  private func without(_ before: Int, _ milestone: Int) -> PlannedWrite? {
    let plan = ground.outlook.plan
    guard let written = plan.writtenValue(of: .after, milestone: milestone) else { return nil }
    let names = written.split { $0 == "," || $0 == " " }.map(String.init)
    let left = names.filter { $0 != plan.milestones[before].id && $0 != plan.name(of: before) }
    guard left.count == names.count - 1 else { return nil }
    return PlannedWrite(
      subject: .milestone(plan.name(of: milestone)), key: FieldName.after.key,
      action: .set(old: written, new: left.isEmpty ? nil : left.joined(separator: ",")))
  }

  private func choice(
    _ milestone: Int, _ before: Int, _ write: PlannedWrite, _ place: Int, _ chance: Double
  ) -> Choice {
    let plan = ground.outlook.plan
    let label: Sentence = "\(title: GoalLabels(of: plan)[stake.ends[place].goal])"
    let effect: Sentence =
      ground.outlook.forecast?.hasPercentages == true
      ? label + " would rise from \(chance: stake.chances[place]) to \(chance: chance)"
      : label + " would be more likely"
    return Choice(
      number: 0, slug: "unchain-" + Identifier.slug(of: plan.name(of: milestone), limit: 40),
      sentence:
        "\(title: plan.milestones[milestone].title) waits for \(title: plan.milestones[before].title). If it didn't, "
        + effect + ".", writes: [write])
  }
}
