import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import TestSupport
import Testing

@Suite struct CompletionTests {
  @Test func whatLooksCompleteIsOfferedForATick() throws {
    let files = snapshot([
      "mm.md": "---\ntime: 2h mon-fri\n---\n",
      "shop.md": """
      ---
      goal: The shop is open
      deadline: 2026-12-01
      ---

      ## Milestones

      - [ ] Name chosen id:name effort:2h
        - [x] Ask four friends
        - [-] Ask the cat
      - [ ] Ten products id:ten effort:9h progress:10/10
      - [ ] Sign made id:sign effort:3h wait:2w waiting:2026-07-10
      - [ ] Papers id:papers effort:3h wait:2w waiting:2026-07-28
      - [ ] Opening id:opening effort:5h
        - [x] Invite
        - [ ] Bake
      """,
    ])
    let outlook = ForecastedPlan(Plan(reading: files, today: august2))
    let small = ChoiceSearch(of: files, outlook).choices().small
    #expect(small.map(\.slug) == ["complete-boxes", "complete-amounts", "complete-waits"])
    let named = small.flatMap(\.writes).map(\.subject)
    #expect(named == [.milestone("shop/name"), .milestone("shop/ten"), .milestone("shop/sign")])

    var after = files
    for choice in small {
      after = after.applying(try change(writing: choice.writes, in: Plan(reading: after, today: august2)))
    }
    let next = Plan(reading: after, today: august2)
    #expect(next.milestones.map(\.state) == [.done, .done, .done, .open, .open])
    #expect(ChoiceSearch(of: after, ForecastedPlan(next)).choices().small.isEmpty)
  }
}
