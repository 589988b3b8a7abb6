import Checks
import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import TestSupport
import Testing

@Suite struct MissingDatesTests {
  @Test(arguments: ["due: 2026-09-25", "due:2026-9-25", "due:2026-02-30", "Due:2026-09-25"])
  func aDateThatIsThereAndNotReadGetsNoOtherBesideIt(date: String) {
    let snapshot = snapshot([
      "mm.md": "---\ntime: 2h mon-fri\n---\n",
      "garden.md": """
      ---
      goal: Six beds planted
      deadline: 2026-10-01
      ---

      ## Milestones

      - [ ] Soil turned id:soil effort:6h
      - [ ] Beds planted id:beds \(date) effort:12h after:soil
      """,
    ])
    let plan = Plan(reading: snapshot, today: august2)
    let dates = MissingDates(in: ForecastedPlan(plan))
    #expect(dates.proposals.map { plan.name(of: $0.milestone) } == ["garden/soil"])
    #expect(dates.unread.map { plan.name(of: $0) } == ["garden/beds"])
    #expect(dates.undatable == [])
    let findings = CheckRunner().findings(in: CheckFacts(plan), hints: false)
    #expect(findings.filter { $0.check == "no-date" }.count == 1)
    #expect(findings.contains { $0.check == "bad-value" })
  }
}
