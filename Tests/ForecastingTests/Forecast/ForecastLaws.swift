import PlanDocuments
import TestSupport
import Testing

@testable import Forecasting

@Suite struct ForecastLaws {
  @Test(arguments: 0..<8)
  func theResultDoesNotDependOnHowTheWorkIsSplit(seed: Int) {
    let problem = RandomForecast(seed: seed).problem
    let one = Forecast(problem, runs: 61, parts: 1)
    #expect(one == Forecast(problem, runs: 61, parts: 2))
    #expect(one == Forecast(problem, runs: 61, parts: 3))
  }

  @Test(arguments: 0..<120)
  func aRunIsWhatTheMostUrgentFirstGives(seed: Int) {
    let problem = RandomForecast(seed: seed).problem
    var simulator = RunSimulator(problem, RunNetwork(problem))
    simulator.run(.expected)
    let plain = PlainRun(problem).completion
    for index in problem.milestones.indices where problem.milestones[index].fixed == nil {
      let day = simulator.completion[index]
      #expect(plain[index] == (day == RunSimulator.never ? nil : Int(day)), "milestone \(index)")
    }
  }

  @Test func anotherSeedIsAnotherSample() {
    var problem = RandomForecast(seed: 1).problem
    let one = Forecast(problem, runs: 300)
    problem.seed &+= 1_000_000
    #expect(one != Forecast(problem, runs: 300))
  }

  @Test(arguments: 0..<20)
  func datesOfGreaterConfidenceAreNotEarlier(seed: Int) {
    let problem = RandomForecast(seed: seed).problem
    let forecast = Forecast(problem, runs: 60)
    let all = forecast.milestones.compactMap(\.completion) + forecast.goals.compactMap { $0?.completion }
    for quantiles in all {
      let days = [quantiles.p50, quantiles.p80, quantiles.p90, quantiles.p95].map { $0 ?? .max }
      #expect(days == days.sorted())
    }
    for (index, goal) in forecast.goals.enumerated() {
      guard let goal else { continue }
      let own = problem.milestones.indices.filter {
        problem.milestones[$0].goal == index && problem.milestones[$0].fixed == nil
      }
      for milestone in own {
        #expect(goal.completion.p80 ?? .max >= forecast.milestones[milestone].completion?.p80 ?? .max)
      }
      #expect(goal.days == goal.days.sorted())
      if let p80 = goal.completion.p80 {
        #expect(goal.chance(by: p80) >= 0.8 && goal.chance(by: p80 - 1) < 0.8)
      }
    }
  }

  /// In a chain; with several goals more work in one can free hours for another.
  @Test(arguments: 0..<12)
  func moreWorkIsNeverDoneEarlier(seed: Int) {
    var random = RandomForecast(seed: seed, goals: 1)
    random.chain()
    let before = Forecast(random.problem, runs: 60)
    let place = seed % random.problem.milestones.count
    random.problem.milestones[place].minutes += 300
    let after = Forecast(random.problem, runs: 60)
    for index in random.problem.milestones.indices {
      #expect(after.milestones[index].completion?.p50 ?? .max >= before.milestones[index].completion?.p50 ?? .max)
      #expect(after.milestones[index].completion?.p95 ?? .max >= before.milestones[index].completion?.p95 ?? .max)
    }
    #expect((after.goals[0]?.deadlineChance ?? 0) <= before.goals[0]?.deadlineChance ?? 0)
  }

  @Test func aMilestoneMoreLeavesTheLuckOfTheOthersAlone() {
    var random = RandomForecast(seed: 5, goals: 1)
    random.chain()
    let before = Forecast(random.problem, runs: 100)
    random.problem.milestones.append(
      .init(
        goal: 0, identity: 999, minutes: 60, predecessors: [random.problem.milestones.count - 1],
        rank: random.problem.milestones.count))
    let after = Forecast(random.problem, runs: 100)
    for index in before.milestones.indices { #expect(after.milestones[index] == before.milestones[index]) }
  }

  /// Real projects took 1.79, 2.62 and 3.32 times as long as planned in 50, 80 and 90 of 100 cases (Landmark).
  @Test func withoutHistoryAPlanTakesAsLongAsThoseOfOtherPeople() throws {
    let days = (0..<3_650).map { $0 % 7 < 5 ? 120.0 : 0 }
    let problem = ForecastProblem(
      goals: [.init(identity: 1)], milestones: [.init(goal: 0, identity: 1, minutes: 13 * 600, rank: 0)],
      hours: .init(
        weekOfDay: (0..<3_650).map { $0 / 7 }, shared: nil,
        tables: [.init(days: days, weeks: Array(repeating: .infinity, count: 522))]), paces: [PaceModel(weeks: [])],
      seed: 3)
    let completion = try #require(Forecast(problem, runs: 400).goals[0]?.completion)
    for (day, multiple) in [(completion.p50, 1.79), (completion.p80, 2.62), (completion.p90, 3.32)] {
      #expect(try abs(Double(#require(day) + 1) / 7 / (13 * multiple) - 1) < 0.12)
    }
  }

  @Test func hoursThatNeverComeHaveNoDate() {
    var problem = RandomForecast(seed: 2, goals: 1).problem
    problem.hours.tables[0].days = problem.hours.tables[0].days.map { _ in 0 }
    problem.hours.shared = nil
    problem.milestones = [.init(goal: 0, identity: 0, minutes: 10, rank: 0)]
    let forecast = Forecast(problem, runs: 50)
    #expect(forecast.goals[0]?.completion == Forecast.Quantiles())
    #expect(forecast.goals[0]?.chance(by: 3_000) == 0)
    #expect(forecast.goals[0]?.drivingMilestone == nil)
  }

  @Test func aGoalWithoutMilestonesHasNoForecast() {
    var problem = RandomForecast(seed: 2, goals: 1).problem
    problem.milestones = []
    let forecast = Forecast(problem, runs: 50)
    #expect(forecast.goals.allSatisfy { $0 == nil })
    #expect(forecast.milestones.isEmpty)
  }
}
