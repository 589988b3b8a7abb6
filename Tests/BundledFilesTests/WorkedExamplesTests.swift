import Drafting
import PlanDocuments
import Testing

/// Three goals as people tell them: everything that they forgot is in the draft, in an order that can be kept.
@Suite struct WorkedExamplesTests {
  static let june8 = DraftedGoals.today - 55
  static let book = GoalAnchor(
    goal: "Publish a 60,000-word non-fiction book on personal finance for freelancers",
    origin: ["outline complete, no chapters written"], deadline: june8 + 176, time: ["2h mon-fri"])

  @Test func theBookSaysWhatIsMissingUntilDecember() throws {
    let (made, placed) = try DraftedGoals.draft(Self.book, today: Self.june8)
    #expect(made.playbook.name == "book" && made.leftOut.map(\.because).contains("outline complete"))
    #expect(!placed.fits && DraftedGoals.isInOrder(placed))
    let ways = WaysToFit(
      for: placed, hasFixedDay: made.hasFixedDay, in: DraftedGoals.vault(), today: Self.june8, before: nil)
    // The day that was named is fixed, so no later one is offered.
    #expect(made.hasFixedDay && ways.later == nil)
    let less = try #require(ways.lessMinutes)
    let smaller = try DraftedGoals.draft(Self.book, today: Self.june8, effort: Effort(minutes: less))
    #expect(smaller.placed.fits)
  }

  @Test func theBookHasItsResearchItsReadersAndTheirWeeks() throws {
    var anchor = Self.book
    anchor.deadline = Self.june8 + 330
    let (_, placed) = try DraftedGoals.draft(anchor, today: Self.june8)
    #expect(placed.fits && DraftedGoals.isInOrder(placed) && DraftedGoals.errors(in: placed) == [])
    #expect(placed.draft.milestones.first?.id == "research")
    let readers = try #require(placed.draft.milestones.first { $0.id == "beta" })
    #expect(readers.wait == Wait(low: 14, high: 21))
    let manuscript = try #require(DraftedGoals.due("self-edit", in: placed))
    #expect(try #require(readers.due) - manuscript >= 14)
    #expect(placed.draft.afterwards.map(\.id) == ["reviews"])
  }

  @Test func thePromotionHasTheTimeThatItsWordsName() throws {
    let anchor = GoalAnchor(
      goal: "Promoted from Engineering Manager to Senior Engineering Manager at my current company within 12 months",
      origin: ["2 years as engineering manager, team of 6"], time: ["3h/week"])
    let (made, placed) = try DraftedGoals.draft(anchor)
    #expect(made.playbook.name == "promotion")
    #expect(made.assumptions.contains(.deadlineRead(DraftedGoals.today + 365)))
    #expect(DraftedGoals.isInOrder(placed))
  }

  @Test func theConsultantKnowsPricesAndHasAContractBeforeTheFirstProject() throws {
    let anchor = GoalAnchor(
      goal:
        "Transition from full-time employment to freelance consulting in UX research, first paying client signed before leaving the job",
      deadline: DraftedGoals.today + 152, time: ["7h/week"], constraints: ["5 to 8 hours a week around the job"])
    let (made, placed) = try DraftedGoals.draft(anchor)
    #expect(made.playbook.name == "freelance")
    #expect(DraftedGoals.isInOrder(placed))
  }

  @Test func theGapBeginsWithWhatIsForgotten() throws {
    let (_, placed) = try DraftedGoals.draft(Self.book, today: Self.june8)
    let gap = DraftGap(
      own: ["Write part 1", "Write part 2", "Write part 3", "Edit", "Send to beta readers", "Publish"],
      draft: placed.draft, words: .bundled)
    #expect(gap.ownCount == 6)
    let missing = gap.missing.map { placed.draft.milestones[$0] }
    #expect(missing.first?.id == "research")
    #expect(!missing.contains { ["sale", "beta"].contains($0.id) })
    let firstKnown = missing.firstIndex { !$0.isForgotten } ?? missing.count
    #expect(missing[firstKnown...].allSatisfy { !$0.isForgotten })
  }
}
