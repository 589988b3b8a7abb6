import PlanDocuments
import Scheduling
import TestSupport
import Testing

@testable import Forecasting
@testable import PlanModel

/// A plan's own words and dates in its forecast.
@Suite struct PlanForecastTests {
  private static let files: KeyValuePairs<String, String> = [
    "mm.md": "---\ntime: 2h mon-fri\n---\n",
    "book.md": """
    ---
    goal: A book
    deadline: 2026-12-01
    ---

    ## Milestones

    - [ ] Draft effort:10-20h progress:5/10
    - [ ] Letter effort:3h after:draft
    """,
  ]

  private static func outlook(weeks: Int) -> ForecastedPlan {
    var outlook = ForecastedPlan(plan(files))
    let weeks = (0..<weeks).map { PaceWeek(done: [0, 600, 120, 300][$0 % 4], free: 600) }
    outlook.addForecast(ForecastEvidence(paces: [PaceModel(weeks: weeks)], efforts: [nil], weeks: weeks))
    return outlook
  }

  @Test func percentagesComeWithTheFourthWeek() {
    for weeks in 0...6 { #expect(Self.outlook(weeks: weeks).forecast?.hasPercentages == (weeks >= 4), "\(weeks)") }
  }

  @Test func theLikelyDayIsTheFirstWithAnEvenChance() throws {
    for weeks in 0...6 {
      let forecast = try #require(Self.outlook(weeks: weeks).forecast)
      let will = try #require(forecast.will(ofGoal: 0))
      for (day, share) in [(will.p50, 0.5), (will.p80, 0.8), (will.p95, 0.95)] {
        let day = try #require(day)
        #expect(try #require(forecast.chance(ofGoal: 0, by: day)) >= share)
        #expect(try #require(forecast.chance(ofGoal: 0, by: day - 1)) < share)
      }
    }
  }

  @Test func whatIsLeftOfARangeIsItsShare() {
    let scheduled = ScheduledPlan(plan(Self.files))
    let problem = ForecastProblem(
      scheduled.problem, schedule: scheduled.schedule, plan: scheduled.plan, evidence: nil)
    #expect(problem.milestones[0].minutes == 450)
    #expect(problem.milestones[0].effortRange == SpreadRange(low: 300, high: 600))
    #expect(problem.milestones[1].effortRange == nil)
  }
}
