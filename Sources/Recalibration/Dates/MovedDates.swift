import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// New days for the due dates of a plan that don't hold, and what writes them.
struct MovedDates {
  let writes: [PlannedWrite]

  /// - Parameters:
  ///   - goal: only this goal's dates move, and those of goals in `named`; nil moves all. Its own are kept last.
  ///   - named: goals whose dates may move with it.
  init(in outlook: ForecastedPlan, goal: Int? = nil, named: Set<Int> = []) {
    var feasibility = DateFeasibility(of: outlook.scheduled)
    let holding = KeptDates(of: outlook, &feasibility, last: goal.map { [$0] } ?? [])
    let jobs = outlook.problem.jobs
    func mayMove(_ job: Int) -> Bool { goal.map { $0 == jobs[job].goal || named.contains(jobs[job].goal) } ?? true }
    var failing = holding.failing.filter(mayMove)
    var kept = holding.kept
    var days: [Int: Day] = [:]
    // A date that stays has to leave room for its work behind the dates before it, the new ones too.
    while true {
      var proposals = DateProposals(for: outlook)
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
    writes = failing.compactMap { job in
      let milestone = jobs[job].milestone
      guard let day = days[job] else { return nil }
      let old = outlook.plan.writtenValue(of: .due, milestone: milestone)
      if old == day.description { return nil }
      return PlannedWrite(
        subject: .milestone(outlook.plan.name(of: milestone)), key: "due",
        action: .set(old: old, new: day.description))
    }
  }
}
