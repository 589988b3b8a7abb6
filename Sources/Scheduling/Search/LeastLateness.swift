/// The least worst lateness of any end, all ends counted alike and an early end as negative lateness.
///
/// The plan that people see never asks this; it measures the search against instances whose least lateness is known.
package struct LeastLateness: Sendable {
  /// Days between the latest end and its target; `nil` where some hours never come.
  package let days: Int?
  /// The bound shows that no plan has less.
  package let isProved: Bool

  package init(of problem: ScheduleProblem, seed: UInt64 = 1) {
    let scheduleCase = ScheduleCase(problem)
    let network = scheduleCase.network
    let limit = (0..<network.count).map { job -> Int in
      let limit = ScheduleCase.ownLimit(job, network, target: scheduleCase.target)
      return limit == JobNetwork.none ? LevellingView.noLimit : limit
    }
    let view = LevellingView(
      forward: scheduleCase, limit: limit, stage: [Int](repeating: 0, count: network.count))
    var effort = LatenessSearch.Effort()
    effort.floor = -(limit.filter { $0 != LevellingView.noLimit }.max() ?? 0) - 1
    var search = LatenessSearch(
      scheduleCase, view: view, stageCount: 1, until: scheduleCase.horizon, seed: seed, effort: effort)
    search.solve()
    let lateness = search.stages[0].lateness
    days = lateness >= Leveller.never ? nil : lateness
    isProved = search.stages[0].isProved
  }
}
