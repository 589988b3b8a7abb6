import PlanDocuments
import TestSupport
import Testing

@testable import Drafting
@testable import PlanModel

/// Steps that a person names: what the playbook does not know of them is in the plan too.
@Suite struct NamedStepsTests {
  static let milestones = [
    DraftPlan.Milestone(id: "research", title: "Research complete", effort: Effort(minutes: 600)),
    DraftPlan.Milestone(id: "draft", title: "First draft written", effort: Effort(minutes: 1800), after: ["research"]),
    DraftPlan.Milestone(id: "readers", title: "Readers' feedback in", effort: Effort(minutes: 120), after: ["draft"]),
    DraftPlan.Milestone(id: "published", title: "Published", effort: Effort(minutes: 300), after: ["readers"]),
  ]

  @Test func theyLieWhereThePersonsOrderPutsThem() throws {
    let steps = NamedSteps(
      ["Rent a desk", "Research", "Visit Lisbon", "Write the first draft", "Party"], in: Self.milestones, leftOut: [],
      words: .bundled)
    #expect(steps.added == ["Rent a desk", "Visit Lisbon", "Party"])
    #expect(
      steps.milestones.map(\.id)
        == ["rent-a-desk", "research", "visit-lisbon", "draft", "party", "readers", "published"])
    let after = Dictionary(steps.milestones.map { ($0.id, $0.after) }) { first, _ in first }
    #expect(after["research"] == ["rent-a-desk"] && after["visit-lisbon"] == ["research"])
    #expect(after["draft"] == ["research", "visit-lisbon"])
    #expect(after["party"] == ["draft"] && after["published"] == ["readers", "party"])
    let party = try #require(steps.milestones.first { $0.id == "party" })
    #expect(party.effort == Effort(minutes: 300))
  }

  @Test func whatThePlanHasOrDoesNotNeedIsNotAdded() {
    #expect(NamedSteps(["Publish", "Research"], in: Self.milestones, leftOut: [], words: .bundled).added == [])
    #expect(NamedSteps(["Outline"], in: Self.milestones, leftOut: ["Outline settled"], words: .bundled).added == [])
    #expect(NamedSteps([], in: [], leftOut: [], words: .bundled).milestones == [])
  }

  /// Whatever is named in whatever order: nothing of the plan is lost, ids are unique, and nothing goes round.
  @Test func thePlanStaysAPlan() {
    let words = ["Research", "Draft", "Publish", "Feedback", "Sell the car", "Sell the car", "?", "Party", "Ask Ida"]
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: seed)
      let own = Array(words.shuffled(using: &generator).prefix(Int.random(in: 0...words.count, using: &generator)))
      let steps = NamedSteps(own, in: Self.milestones, leftOut: [], words: .bundled)
      let ids = steps.milestones.map(\.id)
      #expect(Set(ids).count == ids.count && Set(Self.milestones.map(\.id)).isSubset(of: ids), "seed \(seed)")
      for (index, milestone) in steps.milestones.enumerated() {
        #expect(milestone.after.allSatisfy { ids[..<index].contains($0) }, "seed \(seed): \(milestone.id)")
      }
      // Each is on the way to the end.
      let followed = Set(steps.milestones.flatMap(\.after))
      #expect(steps.milestones.dropLast().allSatisfy { followed.contains($0.id) }, "seed \(seed)")
    }
  }
}
