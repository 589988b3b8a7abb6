import PlanDocuments
import Scheduling
import Testing

@testable import Forecasting
@testable import PlanModel
@testable import Recalibration

/// More hours are the least that hold at the person's pace.
@Suite struct HoursSearchTests {
  private static let monday = Day(number: 20_696)  // Monday, 31 August 2026

  /// Five of ten hours were done in each of so many weeks; 26 hours are left.
  private static func vault(weeks: Int, deadlineWeeks: Int) -> (VaultSnapshot, ForecastedPlan) {
    let today = monday + 7 * weeks
    var reader = DocumentReader()
    func document(_ path: String, _ text: String) -> PlanDocument {
      reader.document(from: SourceText(path: VaultPath(path), bytes: Array(text.utf8)))
    }
    let settings = document("mm.md", "---\ntime: 2h mon-fri\n---\n")
    let states = (0...weeks).map { week in
      VaultPast.State(
        name: "\(week)", day: monday + 7 * week - 1, parents: week == 0 ? [] : [week - 1],
        snapshot: VaultSnapshot(
          settings: settings,
          documents: [
            document(
              "book.md",
              """
              ---
              goal: A book
              deadline: \(today + 7 * deadlineWeeks - 1)
              ---
              ## Milestones

              - [ ] Before effort:\(5 * weeks)h progress:\(5 * week)/\(5 * weeks)
              - [ ] Draft effort:26h due:\(today + 7 * deadlineWeeks - 8)

              """)
          ]))
    }
    let snapshot = states[weeks].snapshot
    let plan = Plan(reading: snapshot, today: today)
    let history = PlanHistory(TracedPast(VaultPast(states: states), today: today), current: plan)
    return (snapshot, ForecastedPlan(plan, history: history))
  }

  private static func search(_ snapshot: VaultSnapshot, _ outlook: ForecastedPlan) -> HoursSearch {
    HoursSearch(
      snapshot: snapshot, outlook: outlook, ground: TrialGround(snapshot: snapshot, outlook: outlook, focus: nil))
  }

  @Test func hoursHoldAtThePersonsPaceAndHalfAnHourLessDoesNot() throws {
    let (snapshot, outlook) = Self.vault(weeks: 8, deadlineWeeks: 5)
    let forecast = try #require(outlook.forecast)
    let deadline = try #require(outlook.plan.goals[0].deadline)
    #expect(forecast.chance(ofGoal: 0, by: deadline).map { $0 < 0.7 } == true)
    let trial = try #require(Self.search(snapshot, outlook).trial(for: [0]))
    func chance(_ trial: Trial) -> Double {
      var outlook = trial.outlook
      outlook.addForecast(like: forecast, runs: HoursSearch.runs)
      return outlook.forecast?.chance(ofGoal: 0, by: deadline) ?? 0
    }
    #expect(chance(trial) >= HoursSearch.chance)
    #expect(String(describing: trial.actions.sentence).contains("at your pace that holds in 8 of 10 cases"))
    // Tried one after another from the least.
    let hours = try #require(HoursActions(plan: outlook.plan, goal: 0, from: outlook.problem.today))
    let ground = TrialGround(snapshot: snapshot, outlook: outlook, focus: 0)
    let least = (1...HoursActions.mostHalfHours).first { halfHours in
      hours.ways(minutes: 30 * halfHours).contains { way in
        HoursActions.actions([way], in: outlook.plan).flatMap(ground.trial).map { chance($0) >= HoursSearch.chance }
          ?? false
      }
    }
    let ways = try #require(least.map { hours.ways(minutes: 30 * $0) })
    #expect((least ?? 0) > 1)
    #expect(ways.contains { HoursActions.actions([$0], in: outlook.plan)?.writes == trial.actions.writes })
  }

  @Test func theLadderOffersThemWhereAllHoldsOnPaperAndIsUnlikely() throws {
    let (snapshot, outlook) = Self.vault(weeks: 8, deadlineWeeks: 4)
    let choices = ChoiceSearch(of: snapshot, outlook).choices()
    #expect(choices.baseline.allSatisfy { !$0.isPastDeadline && $0.chance.map { $0 < 0.5 } == true })
    let hours = try #require(choices.offered.first { $0.slug.hasPrefix("hours-") })
    #expect(hours.results.first?.chance.map { $0 > 0.74 } == true)
    #expect(choices.offered.contains { $0.slug.hasPrefix("extend-") })
  }

  @Test func beforeFourWeeksTheyAreEnoughOnPaperAndItSaysSo() throws {
    let (snapshot, outlook) = Self.vault(weeks: 2, deadlineWeeks: 2)
    let trial = try #require(Self.search(snapshot, outlook).trial(for: [0]))
    let words = String(describing: trial.actions.sentence)
    #expect(words.contains("on paper that is enough, your own pace is not known yet"))
  }

  @Test func whatTenHoursMoreAreNotEnoughForIsSaidToBeOnPaper() throws {
    let (snapshot, outlook) = Self.vault(weeks: 8, deadlineWeeks: 2)
    let trial = try #require(Self.search(snapshot, outlook).trial(for: [0]))
    #expect(String(describing: trial.actions.sentence).contains("at your pace ten hours more would not be"))
  }
}
