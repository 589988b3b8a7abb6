import PlanDocuments
import TestSupport
import Testing

@testable import Forecasting
@testable import PlanModel
@testable import Scheduling

@Suite struct ForecastOnPaperTests {
  /// With every free hour an hour of work and nothing drawn, a run is the plan itself, where the plan is in its order.
  @Test(arguments: SmallVault.Kind.allCases)
  func withPaceOneAndNoSpreadARunIsThePlan(kind: SmallVault.Kind) {
    var compared = 0
    for seed in 0..<(seedCount ?? 16) {
      let vault = SmallVault(kind: kind, seed: seed)
      let schedule = PlanSchedule(of: vault.problem)
      guard schedule.isInOwnOrder else { continue }
      // A plan that is late for a fixed day does its work after that day; a run does not, since the day has passed.
      guard schedule.worstLateDays <= 0 || vault.jobs.allSatisfy({ $0.fixed == nil }) else { continue }
      compared += 1
      let problem = ForecastProblem(vault.problem, schedule: schedule, plan: nil, evidence: nil, seed: 1)
      let forecast = Forecast(problem, runs: 3)
      for job in vault.jobs.indices where vault.jobs[job].fixed == nil {
        let planned = schedule.jobs[job].completion.map { $0 - vault.today }
        #expect(forecast.milestones[job].completion?.p50 == planned, "\(kind) \(seed): job \(job)")
        #expect(forecast.milestones[job].completion?.p95 == planned)
      }
      for goal in vault.goals.indices {
        guard let outcome = forecast.goals[goal], let target = vault.goals[goal].target else { continue }
        let late = vault.jobs.indices.contains { job in
          vault.jobs[job].goal == goal
            && (vault.jobs[job].fixed ?? schedule.jobs[job].completion.map { $0 - vault.today } ?? .max) > target
        }
        #expect(outcome.targetChance == (late ? 0 : 1))
        #expect(outcome.drivingMilestone == nil)
      }
    }
    #expect(compared >= 2, "\(kind)")
  }

  private func problem(_ milestones: [ForecastProblem.Milestone], pace: PaceModel = PaceModel(always: 1))
    -> ForecastProblem
  {
    ForecastProblem(
      goals: [.init(identity: 0, deadline: 10)], milestones: milestones,
      hours: .init(
        weekOfDay: (0..<700).map { $0 / 7 }, shared: nil,
        tables: [.init(days: Array(repeating: 60, count: 700), weeks: Array(repeating: .infinity, count: 100))]),
      paces: [pace],
      seed: 1)
  }

  @Test func aFixedDayKeepsWhatWasDoneByThen() throws {
    // Ten hours before an exam at the end of day 5, two of the exam's own; six hours are done by then.
    let forecast = Forecast(
      problem([
        .init(goal: 0, identity: 0, minutes: 600, rank: 0),
        .init(goal: 0, identity: 1, minutes: 120, fixed: 5, predecessors: [0], rank: 1),
        .init(goal: 0, identity: 2, minutes: 60, predecessors: [1], rank: 2),
      ]), runs: 10)
    let fixed = try #require(forecast.milestones[1].fixed)
    #expect(fixed == Forecast.FixedForecast(chance: 0, minutes: 720, doneP50: 360, doneP80: 360))
    #expect(forecast.milestones[1].completion == nil)
    // What comes before goes on after the day; what follows starts on the next one, by rank behind it.
    #expect(forecast.milestones[0].completion?.p50 == 9)
    #expect(forecast.milestones[2].completion?.p50 == 10)
  }

  @Test func aFixedDayWithEnoughTimeIsMet() throws {
    let forecast = Forecast(
      problem([
        .init(goal: 0, identity: 0, minutes: 240, rank: 0),
        .init(goal: 0, identity: 1, minutes: 120, fixed: 5, predecessors: [0], rank: 1),
      ]), runs: 10)
    #expect(try #require(forecast.milestones[1].fixed).chance == 1)
    #expect(forecast.goals[0]?.completion.p50 == 5)
  }

  @Test func aWaitThatRunsSinceLongEndsSoonAndNotBeforeToday() throws {
    func completion(since days: Int) throws -> Forecast.Quantiles {
      let milestone = ForecastProblem.Milestone(
        goal: 0, identity: 0, minutes: 0, wait: .range(SpreadRange(low: 10, high: 20)), handedOver: -days, rank: 0)
      return try #require(Forecast(problem([milestone]), runs: 400).milestones[0].completion)
    }
    #expect(try abs(#require(completion(since: 0).p80) - 20) <= 1)
    for days in stride(from: 0, through: 60, by: 5) {
      let found = try completion(since: days)
      #expect(try #require(found.p50) >= 0)
      // It has lasted so long already: together with what is to come it is longer than a fresh one.
      #expect(try #require(found.p80) + days >= 19)
    }
  }

  @Test func aWaitIsCompleteAtItsEndAndTheNextBeginsADayLater() {
    let forecast = Forecast(
      problem([
        .init(goal: 0, identity: 0, minutes: 120, wait: .days(3), rank: 0),
        .init(goal: 0, identity: 1, minutes: 60, predecessors: [0], rank: 1),
      ]), runs: 2)
    #expect(forecast.milestones[0].completion?.p50 == 4)
    #expect(forecast.milestones[1].completion?.p50 == 5)
  }

  @Test func theDeciderIsWhatSlipsMost() throws {
    // Both must be done; only the second is uncertain, and it ends last in many runs.
    let forecast = Forecast(
      problem([
        .init(goal: 0, identity: 0, minutes: 300, rank: 0),
        .init(goal: 0, identity: 1, minutes: 0, wait: .range(SpreadRange(low: 1, high: 30)), rank: 1),
        .init(goal: 0, identity: 2, minutes: 60, predecessors: [0, 1], rank: 2),
      ]), runs: 500)
    let drivingMilestone = try #require(forecast.goals[0]?.drivingMilestone)
    #expect(drivingMilestone.milestone == 1)
    #expect(drivingMilestone.share == 1)
  }

  @Test func urgentHoursGoFirst() {
    let forecast = Forecast(
      problem([
        .init(
          goal: 0, identity: 0, minutes: 120, turns: [.init(place: 1, minutes: 60), .init(place: 9, minutes: 60)],
          rank: 0),
        .init(goal: 0, identity: 1, minutes: 120, turns: [.init(place: 5, minutes: 120)], rank: 1),
      ]), runs: 2)
    #expect(forecast.milestones[1].completion?.p50 == 2)
    #expect(forecast.milestones[0].completion?.p50 == 3)
  }

  @Test func aWaitOfSoManyDaysEndsThatLongAfterItBegan() {
    for since in 0...12 {
      let milestone = ForecastProblem.Milestone(
        goal: 0, identity: 0, minutes: 0, wait: .days(10), handedOver: -since, rank: 0)
      #expect(Forecast(problem([milestone]), runs: 2).milestones[0].completion?.p50 == max(0, 10 - since))
    }
  }

  /// A wait of 10 to 20 days that has lasted 14 is one of the longer ones: of those that are left half end after 18.
  @Test func howLongAWaitHasLastedSaysHowLongItWillLast() throws {
    for (since, least) in [(14, 3), (18, 2), (25, 1)] {
      let milestone = ForecastProblem.Milestone(
        goal: 0, identity: 0, minutes: 0, wait: .range(SpreadRange(low: 10, high: 20)), handedOver: -since, rank: 0)
      let days = try #require(Forecast(problem([milestone]), runs: 1_000).goals[0]?.days)
      #expect(days[days.count / 2] >= least, "after \(since) days")
      // Ended already it has not, in no run.
      #expect(days[0] + Int32(since) >= since)
    }
  }

  @Test func workForAFixedDayEndsBeforeItsWait() throws {
    let forecast = Forecast(
      problem([.init(goal: 0, identity: 0, minutes: 600, wait: .days(2), fixed: 5, rank: 0)]), runs: 2)
    // Days 0 to 3, an hour each.
    #expect(try #require(forecast.milestones[0].fixed).doneP50 == 240)
  }
}
