import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import Scheduling
import TestSupport
import Testing

@Suite struct ChoicesLawTests {
  /// A choice is whole: applied, its results are what it said, and nothing is left to move.
  @Test(arguments: 0..<10)
  func whatAChoicePromisesIsSoOnceItIsWritten(seed: Int) throws {
    var vault = RandomVault(seed: seed, today: august2)
    let snapshot = vault.snapshot()
    let outlook = ForecastedPlan(Plan(reading: snapshot, today: august2))
    let choices = ChoiceSearch(of: snapshot, outlook).choices()
    for choice in choices.offered {
      let after = snapshot.applying(try change(writing: choice.writes, in: outlook.plan))
      let next = ForecastedPlan(Plan(reading: after, today: august2))
      for result in choice.results {
        guard case .goal(let goal) = result.end else { continue }
        #expect(next.plan.goals[goal].deadline == result.deadline)
        #expect(next.remainingMinutes(ofGoal: goal) == result.minutesLeft)
        if choice.holdsEverything, let deadline = result.deadline {
          #expect(next.schedule.goals[goal].completion.map { $0 <= deadline } ?? true, "\(choice.slug)")
        }
      }
      let left = ChoiceSearch(of: after, next).choices().offered
      #expect(!left.contains { $0.slug == "dates" }, "\(choice.slug) leaves \(left.flatMap(\.writes))")
      if choice.holdsEverything { #expect(left.map(\.slug) == [], "\(choice.slug) is asked about again") }
      for write in choice.writes {
        if let due = write.due {
          let day = try Day(reading: Array(due.new.utf8)[...])
          #expect(day >= august2)
          let milestone = outlook.plan.milestones[
            try #require(outlook.plan.milestones.indices.first { outlook.plan.name(of: $0) == due.milestone })]
          #expect(milestone.wait != nil || !outlook.hours.isDayOff(day, goal: nil), "\(due.milestone) on a day off")
        }
      }
    }
  }
}
