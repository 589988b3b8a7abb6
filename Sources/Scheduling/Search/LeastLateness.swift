import PlanModel

/// The least worst lateness of any end, all ends counted alike and an early end as negative lateness.
///
/// The plan that people see never asks this; it measures the search against instances whose least lateness is known.
package struct LeastLateness: Sendable {
  /// Days between the latest end and its target; `nil` where some hours never come.
  package let days: Int?
  /// A proof shows that no plan has less.
  package let isProved: Bool

  package init(of problem: ScheduleProblem, seed: UInt64 = 1) {
    let scheduleCase = ScheduleCase(problem)
    let network = scheduleCase.network
    let latestFinish = (0..<network.count).map {
      ScheduleCase.ownLatestFinish($0, network, target: scheduleCase.target)
    }
    var budget = EndSearch.Budget()
    budget.floor = -(latestFinish.filter { $0 != JobTime.never }.max() ?? 0) - 1
    budget.restarts = 200
    budget.looksAtLargestOnly = true
    var search = EndSearch(
      scheduleCase, view: LevellingView(forward: scheduleCase, latestFinish: latestFinish), until: scheduleCase.horizon,
      seed: seed,
      budget: budget)
    search.solve()
    days = search.late[0] >= JobTime.never ? nil : search.late[0]
    isProved = search.isLargestProved[0]
  }
}
