import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

extension ReviewAssembly {
  /// Each goal told backwards from its deadline, as far as the days lie ahead.
  var endsBackwards: [EndBackwards] {
    activeGoals.compactMap { goal in
      guard let end = plan.goals[goal].deadline else { return nil }
      let steps = EndBackwards.Step.Distance.allCases.compactMap { distance -> EndBackwards.Step? in
        let day = distance.day(before: end)
        guard day >= planFrom else { return nil }
        return step(distance, day, goal: goal)
      }
      return steps.isEmpty ? nil : EndBackwards(goal: item(ofGoal: goal), end: end, steps: steps)
    }
  }

  /// The last milestones that must be complete by a day (what comes before them goes without saying), and one that runs.
  private func step(_ distance: EndBackwards.Step.Distance, _ day: Day, goal: Int) -> EndBackwards.Step? {
    var step = EndBackwards.Step(distance: distance, day: day)
    let jobs = outlook.problem.jobs.indices.filter { outlook.problem.jobs[$0].goal == goal }
    let due = jobs.filter { outlook.schedule.jobs[$0].latest.map { $0 <= day } ?? false }
    let beforeOthers = Set(due.flatMap { outlook.problem.jobs[$0].predecessors })
    let last = due.filter { !beforeOthers.contains($0) }.compactMap { job in
      outlook.schedule.jobs[job].latest.map { (must: $0, job: job) }
    }.sorted { ($0.must, $0.job) > ($1.must, $1.job) }
    step.complete = last.prefix(2).map { found in
      .init(title: item(ofMilestone: outlook.problem.jobs[found.job].milestone).title, must: found.must)
    }
    let running = jobs.filter { job in
      guard let must = outlook.schedule.jobs[job].latest, let start = outlook.schedule.jobs[job].latestStart else {
        return false
      }
      return must > day && start <= day && outlook.problem.jobs[job].minutes > 0
    }.min { outlook.schedule.jobs[$0].latestStart ?? day < outlook.schedule.jobs[$1].latestStart ?? day }
    step.underWay = running.map { item(ofMilestone: outlook.problem.jobs[$0].milestone).title }
    return step.complete.isEmpty && step.underWay == nil ? nil : step
  }
}

extension EndBackwards.Step.Distance {
  /// A month before the 31st is the last day of a shorter month.
  func day(before end: Day) -> Day {
    func months(_ count: Int) -> Day {
      let (year, month, day) = end.civil
      let months = year * 12 + month - 1 - count
      let (earlierYear, earlierMonth) = (months / 12, months % 12 + 1)
      let length = Day.length(ofMonth: earlierMonth, year: earlierYear)
      return Day(year: earlierYear, month: earlierMonth, day: min(day, length)) ?? end - 30 * count
    }
    switch self {
    case .oneWeek: return end - 7
    case .oneMonth: return months(1)
    case .threeMonths: return months(3)
    }
  }
}
