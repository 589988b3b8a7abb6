import PlanDocuments
import Testing

@testable import Forecasting

@Suite struct HabitTests {
  private static let habit = HabitModel(
    chances: [.order: 3, .need: 1, .favourites: 4, .turns: 0, .shares: 2], shares: [3, 1, 0], concentration: 5)

  @Test func drawsHaveTheMeansThatAreKnown() {
    let runs = 4_000
    func mean(_ value: (UInt64) -> Double) -> Double {
      (0..<runs).reduce(0) { $0 + value(RandomNumbers.mix(UInt64($1))) } / Double(runs)
    }
    for (way, chance) in zip(HabitModel.Way.allCases, [0.3, 0.1, 0.4, 0, 0.2]) {
      #expect(abs(mean { Self.habit.way(drawnBy: $0) == way ? 1 : 0 } - chance) < 0.02)
    }
    #expect(abs(mean { Self.habit.orderShare(in: .order, drawnBy: $0) } - 0.9) < 0.01)
    #expect(abs(mean { Self.habit.orderShare(in: .need, drawnBy: $0) } - 0.15) < 0.01)
    #expect(abs(Self.habit.orderShare - (0.3 * 0.9 + 0.7 * 0.15)) < 0.001)
    #expect(abs(mean { Self.habit.weight(ofGoal: 0, drawnBy: $0) } - 3.75) < 0.1)
    #expect(abs(mean { Self.habit.weight(ofGoal: 1, drawnBy: $0) } - 1.25) < 0.1)
    #expect(mean { Self.habit.weight(ofGoal: 2, drawnBy: $0) } == 0)
    // A goal with three times the share is the favourite nine times as often.
    let first = (0..<runs).count { run in
      let numbers = (0..<2).map { RandomNumbers.mix(UInt64(2 * run + $0)) }
      return Self.habit.liking(ofGoal: 0, drawnBy: numbers[0]) > Self.habit.liking(ofGoal: 1, drawnBy: numbers[1])
    }
    #expect(abs(Double(first) / Double(runs) - 0.9) < 0.02)
  }

  /// Two goals of ten hours each, an hour a day, the first one first in the plan.
  private static func problem(_ habit: HabitModel?, extra: Bool = false) -> ForecastProblem {
    let days = [Double](repeating: 60, count: 700)
    var milestones = (0..<2).map { goal in
      ForecastProblem.Milestone(
        goal: goal, identity: UInt64(goal), minutes: 600, turns: [.init(place: goal, minutes: 600)], rank: goal)
    }
    if extra { milestones.append(.init(goal: 2, identity: 7, minutes: 0, wait: .days(3), rank: 2)) }
    return ForecastProblem(
      goals: (0..<(extra ? 3 : 2)).map { .init(identity: UInt64($0) + 40) }, milestones: milestones,
      hours: .init(
        weekOfDay: (0..<700).map { $0 / 7 }, shared: days,
        tables: [.init(days: days, weeks: Array(repeating: .infinity, count: 100))]),
      paces: [PaceModel(always: 1)], habit: habit, seed: 1)
  }

  private static func ends(_ habit: HabitModel?) -> [Int?] {
    Forecast(problem(habit), runs: 400).goals.map { $0?.completion.p50 }
  }

  @Test func byThePlanTheFirstGoalComesFirst() {
    #expect(Self.ends(nil) == [9, 19])
    let strict = Self.ends(HabitModel(chances: [.order: 1], shares: [1, 1], concentration: 400))
    #expect((9...12).contains(strict[0] ?? 0) && strict[1] == 19)
  }

  @Test(arguments: HabitModel.Way.allCases)
  func hoursThatGoToWhatIsFirstAreTakenFromTheOthers(way: HabitModel.Way) {
    let habit = HabitModel(chances: [way: 1], shares: [1, 1], concentration: 400)
    func ends(_ first: [Int: Int]) -> [Int] {
      var problem = Self.problem(habit)
      for (goal, day) in first { problem.goals[goal].first = day }
      return Forecast(problem, runs: 200).goals.map { $0?.completion.p50 ?? -1 }
    }
    // An hour a day and twenty hours: nothing makes both end before the twentieth day.
    #expect(ends([0: 699]) == [9, 19])
    #expect(ends([1: 699]) == [19, 9])
    #expect(ends([0: 699, 1: 699]).max() == 19)
    #expect((17...20).contains(ends([1: 4]).max() ?? 0))
    // Not kept to, it changes nothing.
    let loose = HabitModel(chances: [way: 1], shares: [1, 1], concentration: 400, keeping: 0)
    var problem = Self.problem(loose)
    problem.goals[1].first = 699
    #expect(
      Forecast(problem, runs: 200).goals.map { $0?.completion.p50 }
        == Forecast(Self.problem(loose), runs: 200).goals.map { $0?.completion.p50 })
  }

  @Test func aHabitTurnsTheOrderRound() {
    for way in [HabitModel.Way.shares, .favourites] {
      let ends = Self.ends(HabitModel(chances: [way: 1], shares: [0.01, 0.99], concentration: 400))
      #expect((ends[1] ?? 0) < 16 && ends[0] == 19)
    }
  }

  /// An even division, be it each week or week about, ends both goals in the last days.
  @Test func evenWaysEndAllAtOnce() {
    for way in [HabitModel.Way.turns, .need] {
      let ends = Self.ends(HabitModel(chances: [way: 1], shares: [1, 1], concentration: 400))
      #expect((ends[0] ?? 0) >= 13 && (ends[1] ?? 0) >= 17, "\(way)")
    }
  }

  /// No hours are lost: together all is done on the same day, however it is divided; on a day beside it where a week is
  /// passed at once.
  @Test(arguments: HabitModel.Way.allCases)
  func whatOneCannotUsePassesOn(way: HabitModel.Way) {
    let habit = HabitModel(chances: [way: 1], shares: [0.7, 0.3], concentration: 3)
    let forecast = Forecast(Self.problem(habit), runs: 200)
    let last = zip(
      forecast.goals[0]?.completion.p95.map { [$0] } ?? [], forecast.goals[1]?.completion.p95.map { [$0] } ?? [])
    for (one, other) in last { #expect((19...20).contains(max(one, other))) }
  }

  /// Luck is a function of the run and of what is drawn: another goal that wants no hours changes nobody's.
  private static let mixed: [HabitModel.Way: Double] = [.order: 1, .need: 1, .favourites: 1, .shares: 1]

  @Test func aGoalElsewhereLeavesTheLuckOfTheOthersAlone() {
    var habit = HabitModel(chances: Self.mixed, shares: [0.6, 0.4], concentration: 4, turnPlaces: [1, 0])
    let before = Forecast(Self.problem(habit), runs: 200)
    habit = HabitModel(chances: Self.mixed, shares: [0.6, 0.4, 0], concentration: 4, turnPlaces: [1, 0, 2])
    let after = Forecast(Self.problem(habit, extra: true), runs: 200)
    #expect(after.goals[0]?.days == before.goals[0]?.days && after.goals[1]?.days == before.goals[1]?.days)
  }

  /// The same where each goal has hours of its own, be it the only one or not.
  @Test func aGoalWithHoursOfItsOwnHasItsOwnLuck() {
    var one = RandomForecast(seed: 3, goals: 1).problem
    one.hours.shared = nil
    one.paces = [PaceModel(weeks: [])]
    one.goals[0].pace = 0
    var two = one
    two.goals.append(.init(identity: 99, pace: 1))
    two.paces.append(PaceModel(weeks: []))
    two.milestones.append(.init(goal: 1, identity: 999, minutes: 100, rank: two.milestones.count))
    #expect(Forecast(one, runs: 100).goals[0]?.days == Forecast(two, runs: 100).goals[0]?.days)
  }

  @Test func growthIsWhatWasAddedForEachHourDone() {
    func week(_ scope: [Int]?, done: Double) -> PastWeeks.Week {
      .init(monday: .init(number: 20_696), minutes: [done], other: 0, freeMinutes: 600, freeOfGoal: [600], scope: scope)
    }
    #expect(ScopeGrowth([week([6_000], done: 300), week([6_000], done: 300)]).share == 0)
    let grown = ScopeGrowth((0..<20).map { week([6_000 + 60 * $0], done: 300) })
    #expect(grown.share > 0.12 && grown.share < 0.2)
    // Planned again, not grown.
    #expect(ScopeGrowth([week([600], done: 300), week([6_000], done: 300)]).share == 0)
  }
}
