import TestSupport

@testable import Forecasting
@testable import PlanModel

/// A small plan made from a seed, with everything that a forecast knows.
struct RandomForecast {
  var problem: ForecastProblem

  /// Every third plan shares no hours; of these every second has goals that wait for each other.
  init(seed: Int, goals goalCount: Int = 3) {
    let isShared = seed % 3 != 0
    let isLinked = isShared || seed % 2 == 0
    var random = SeededGenerator(seed: seed &* 77 &+ 5)
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let dayCount = 700
    let weekOfDay = (0..<dayCount).map { ($0 + 3) / 7 }
    let weekdays = (0..<7).map { _ in Double(pick(0...3) * 60) }
    let shared = (0..<dayCount).map { $0 % 7 == 2 ? 60 : weekdays[$0 % 7] }
    let tables = (0..<goalCount).map { _ in
      ForecastProblem.Hours.Table(
        days: shared.map { min($0, Double(pick(1...3) * 60)) },
        weeks: Array(repeating: pick(0...1) == 0 ? .infinity : Double(pick(2...5) * 60), count: (dayCount + 3) / 7 + 1))
    }
    let finished = (0..<pick(0...4)).map { _ in EffortModel.Finished(estimate: 4, spent: Double(pick(2...9))) }
    let goals = (0..<goalCount).map { goal in
      ForecastProblem.Goal(
        identity: UInt64(goal), deadline: pick(10...60),
        pace: isShared ? 0 : goal, effort: pick(0...1) == 0 ? nil : EffortModel(finished: finished), table: goal)
    }
    var milestones: [ForecastProblem.Milestone] = []
    for index in 0..<pick(3...9) {
      var one = ForecastProblem.Milestone(
        goal: pick(0...goalCount - 1), identity: UInt64(100 + index), minutes: Double(pick(0...6) * 60),
        earliest: pick(0...9) < 8 ? 0 : 9,
        rank: index)
      if pick(0...3) == 0 { one.wait = .range(SpreadRange(low: 3, high: 9)) }
      if pick(0...3) == 0, one.minutes > 0 {
        one.effortRange = SpreadRange(low: one.minutes * 0.7, high: one.minutes * 1.4)
      }
      if pick(0...6) == 0 {
        one.fixed = pick(5...40)
        one.wait = .days(0)
      }
      one.predecessors = (0..<index).filter { pick(0...3) == 0 && (isLinked || milestones[$0].goal == one.goal) }
      one.turns = (0..<pick(0...3)).map { .init(place: 4 * $0 + index, minutes: 60) }
      milestones.append(one)
    }
    let weeks = (0..<pick(0...10)).map { _ in PaceWeek(done: Double(pick(0...600)), free: Double(pick(0...3) * 200)) }
    problem = ForecastProblem(
      goals: goals, milestones: milestones,
      hours: .init(weekOfDay: weekOfDay, shared: isShared ? shared : nil, tables: tables),
      paces: Array(repeating: PaceModel(weeks: weeks), count: isShared ? 1 : goalCount), seed: UInt64(seed) << 20)
  }

  /// Every milestone after the one before it, and no fixed day.
  mutating func chain() {
    for index in problem.milestones.indices {
      problem.milestones[index].predecessors = index == 0 ? [] : [index - 1]
      problem.milestones[index].fixed = nil
    }
  }
}
