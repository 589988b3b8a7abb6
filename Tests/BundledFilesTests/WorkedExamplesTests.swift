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
    #expect(made.playbook.name == "book" && made.leftOut.map(\.because) == ["outline complete"])
    #expect(!placed.fits && placed.shortfall.minutes > 0)
    let ways = WaysOut(for: placed, in: DraftedGoals.vault(), today: Self.june8)
    let later = try #require(ways.later)
    #expect(later > Self.june8 + 176)
    #expect(ways.lessMinutes.map { $0 < placed.draft.minutes() } == true)
    // Each way out is one: the same goal with it fits.
    var anchor = Self.book
    anchor.deadline = later
    #expect(try DraftedGoals.draft(anchor, today: Self.june8).placed.fits)
    let less = try #require(ways.lessMinutes)
    let smaller = try DraftedGoals.draft(Self.book, today: Self.june8, effort: Effort(minutes: less))
    #expect(smaller.placed.fits)
  }

  @Test func theBookHasItsResearchItsReadersAndTheirWeeks() throws {
    var anchor = Self.book
    anchor.deadline = Self.june8 + 260
    let (_, placed) = try DraftedGoals.draft(anchor, today: Self.june8)
    #expect(placed.fits && DraftedGoals.isInOrder(placed) && DraftedGoals.errors(in: placed) == [])
    let research = try #require(placed.draft.milestones.first { $0.id == "research" })
    #expect(research.isForgotten)
    let first = try #require(placed.draft.milestones.first { $0.after.contains("research") })
    #expect(first.title.hasPrefix("First third"))
    let readers = try #require(placed.draft.milestones.first { $0.title.contains("feedback in") })
    #expect(readers.wait == Wait(low: 14, high: 21))
    // The manuscript is out at least two weeks before the readers' answers are in, and the buffer stays free.
    let manuscript = try #require(DraftedGoals.due("manuscript", in: placed))
    #expect(try #require(readers.due) - manuscript >= 14)
    #expect(placed.draft.milestones.compactMap(\.due).max().map { $0 <= Self.june8 + 253 } == true)
  }

  @Test func thePromotionIsTalkedAboutTwoReviewCyclesBeforeItsEnd() throws {
    let anchor = GoalAnchor(
      goal: "Promoted from Engineering Manager to Senior Engineering Manager at my current company within 12 months",
      origin: ["2 years as engineering manager, team of 6"], time: ["3h/week"])
    let (made, placed) = try DraftedGoals.draft(anchor)
    #expect(made.playbook.name == "promotion")
    #expect(made.assumptions.contains(.deadlineRead(DraftedGoals.today + 365)))
    #expect(placed.fits && DraftedGoals.isInOrder(placed) && DraftedGoals.errors(in: placed) == [])
    let talk = try #require(DraftedGoals.due("talk", in: placed))
    let end = try #require(placed.deadline)
    // Two cycles of half a year.
    #expect(end - talk >= 182)
    let cycles = placed.draft.milestones.filter { $0.title.contains("review cycle") }.compactMap(\.due)
    #expect(cycles.count == 2 && cycles.allSatisfy { $0 > talk })
  }

  @Test func theConsultantKnowsPricesAndHasAContractBeforeTheFirstProject() throws {
    let anchor = GoalAnchor(
      goal:
        "Transition from full-time employment to freelance consulting in UX research, first paying client signed before leaving the job",
      deadline: DraftedGoals.today + 152, time: ["7h/week"], constraints: ["5 to 8 hours a week around the job"])
    let (made, placed) = try DraftedGoals.draft(anchor)
    #expect(made.playbook.name == "freelance")
    #expect(placed.fits && DraftedGoals.isInOrder(placed) && DraftedGoals.errors(in: placed) == [])
    let signed = try #require(DraftedGoals.due("signed", in: placed))
    for id in ["pricing", "contract", "legal"] {
      let milestone = try #require(placed.draft.milestones.first { $0.id == id })
      #expect(milestone.isForgotten && milestone.due.map { $0 < signed } == true, "\(id)")
    }
    // What comes after the end that the words name is left out.
    #expect(placed.draft.milestones.allSatisfy { $0.id != "paid" })
    let pricing = try #require(DraftedGoals.due("pricing", in: placed))
    #expect(DraftedGoals.due("outreach", in: placed).map { pricing < $0 } == true)
  }

  @Test func theGapBeginsWithWhatIsForgotten() throws {
    let (_, placed) = try DraftedGoals.draft(Self.book, today: Self.june8)
    let gap = DraftGap(
      own: ["Write part 1", "Write part 2", "Write part 3", "Edit", "Send to beta readers", "Publish"],
      draft: placed.draft, words: .bundled)
    #expect(gap.ownCount == 6)
    let missing = gap.missing.map { placed.draft.milestones[$0] }
    #expect(missing.first?.id == "research")
    #expect(!missing.contains { ["part-1", "part-2", "part-3", "published"].contains($0.id) })
    let firstKnown = missing.firstIndex { !$0.isForgotten } ?? missing.count
    #expect(missing[firstKnown...].allSatisfy { !$0.isForgotten })
  }
}
