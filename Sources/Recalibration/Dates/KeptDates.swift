package import Forecasting
import PlanDocuments
import PlanModel
package import Scheduling

/// Which due dates of the plan hold: not past, not on a day off, not later than they must be, and met together with every
/// end, with every fixed date and with the dates that were asked before.
///
/// A date that somebody set inside the buffer of a goal is left there: only what breaks the deadline is too late.
package struct KeptDates {
  /// The due days that are kept, by job; nil where there is none, or it does not hold.
  private(set) var kept: [Day?]
  /// The completions of a plan that meets all ends and kept dates.
  private(set) var completions: [Day?]
  /// The jobs whose due day does not hold, in the order of the files.
  package private(set) var failing: [Int] = []

  /// Asked nearest first, then in the order of the files.
  ///
  /// - Parameter last: these goals are asked after all others.
  package init(of outlook: ForecastedPlan, _ feasibility: inout DateFeasibility, last goals: Set<Int> = []) {
    let jobs = outlook.problem.jobs
    let latest = feasibility.latest(keeping: [Day?](repeating: nil, count: jobs.count), usesBuffer: true)
    kept = [Day?](repeating: nil, count: jobs.count)
    completions = outlook.schedule.jobs.map(\.completion)
    let dated = jobs.indices.filter { jobs[$0].due != nil && jobs[$0].fixed == nil }
    let possible = dated.filter { job in
      guard let due = jobs[job].due, due >= outlook.problem.today,
        !outlook.problem.hours.isDayOff(due, goal: jobs[job].goal)
      else { return false }
      guard let latest = latest[job] else { return true }
      return due <= latest || feasibility.mayComplete(job, on: due)
    }
    let order = possible.sorted { one, other in
      let isLast = (goals.contains(jobs[one].goal), goals.contains(jobs[other].goal))
      if isLast.0 != isLast.1 { return isLast.1 }
      return (jobs[one].due ?? .distantFuture, one) < (jobs[other].due ?? .distantFuture, other)
    }
    // What can be kept together stays so when a date is left out, so stretches are tried, twice as long after each success;
    // a date that fails alone is left out for good.
    var next = 0
    var length = order.count
    while next < order.count {
      let stretch = order[next..<min(order.count, next + length)]
      var asked = kept
      for job in stretch { asked[job] = jobs[job].due }
      // A plan at hand that meets them needs no other.
      let isMet = stretch.allSatisfy { job in completions[job].map { $0 <= (jobs[job].due ?? $0) } ?? false }
      if isMet {
        kept = asked
      } else if let plan = feasibility.plan(keeping: asked) {
        (kept, completions) = (asked, plan)
      } else if stretch.count > 1 {
        length = stretch.count == order.count ? 1 : stretch.count / 2
        continue
      } else {
        next += 1
        continue
      }
      next += stretch.count
      length = 2 * stretch.count
    }
    failing = dated.filter { kept[$0] == nil }
  }
}
