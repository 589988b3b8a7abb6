import Forecasting
import PlanDocuments
import TestSupport
import Testing

@testable import Checks
@testable import Drafting
@testable import PlanModel

/// A plan is drafted anew on a goal that has steps: nothing that was done, fixed or written by hand is lost.
@Suite struct KeptStepsTests {
  static let playbook = Playbook(
    reading: PlanDocument(
      reading: SourceText(
        path: VaultPath("templates/p.md"),
        bytes: Array(
          """
          ---
          playbook: Publish a book
          lasts: 10-20w
          effort: 100h
          ---
          ## Milestones
          - [ ] Research complete id:research effort:20%
            > Forgotten: it is left for later.
          - [ ] First draft written id:draft effort:50% after:research
          - [ ] Readers' feedback in id:readers effort:10% after:draft wait:2w
          - [ ] Published id:published effort:20% after:readers
          """.utf8))))

  static func drafted(_ list: String) throws -> (made: PlaybookDraft, after: String, placed: PlacedDraft) {
    let files = snapshot([
      "mm.md": "---\ntime: 10h/week\n---\n",
      "goals/book.md":
        "---\ngoal: Publish my book\ndeadline: 2027-03-28\ntime: 6h/week\n---\n\n## Milestones\n\n\(list)\n\n## Notes\n\nmine\n",
    ])
    let made = PlaybookDraft(
      try #require(playbook), for: GoalAnchor(ofGoal: 0, in: Plan(reading: files, today: august2)), home: .goal(0),
      on: DraftingGround(files, today: august2, words: .bundled))
    let placed = try PlacedDraft(made.draft, home: made.home(.goal(0)), in: files, today: august2)
    return (made, String(decoding: placed.change.files[0].result, as: UTF8.self), placed)
  }

  @Test func whatIsMissingIsAddedAndWhatIsThereStays() throws {
    let list = """
      - [x] Researched everything id:facts done:2026-07-01 effort:9h
      - [ ] Write the draft
        - [ ] chapter 1
      - [ ] Talk at the fair due:2026-10-01 fixed:yes effort:3h
      """
    let (made, after, placed) = try Self.drafted(list)
    for line in [
      "- [x] Researched everything id:facts done:2026-07-01 effort:9h", "  - [ ] chapter 1",
      "- [ ] Talk at the fair due:2026-10-01 fixed:yes effort:3h", "mine",
    ] {
      #expect(after.contains(line + "\n"), "\(line)\n\(after)")
    }
    #expect(placed.draft.milestones.map(\.id) == ["readers", "published"])
    // What is new comes after the person's own step, which gets what it did not say.
    #expect(placed.draft.milestones[0].after == ["write-the-draft"])
    #expect(after.contains("- [ ] Write the draft"))
    let plan = placed.outlook.plan
    let own = try #require(plan.milestones.first { $0.title == "Write the draft" })
    #expect(own.effort == Effort(minutes: 50 * 60) && own.due != nil)
    #expect(own.after.map(\.text) == ["facts"] && plan.loops.isEmpty)
    #expect(made.kept?.had == ["Research complete", "First draft written"])
    #expect(CheckRunner().findings(in: CheckFacts(plan)).filter { $0.severity == .error } == [])
  }

  @Test func anOwnStepWithoutHoursGetsThoseOfTheMiddle() throws {
    let (made, after, placed) = try Self.drafted("- [ ] Ask grandmother for her photos\n- [ ] Buy paper effort:1h")
    #expect(after.contains("- [ ] Ask grandmother for her photos effort:20h due:"))
    let own = placed.outlook.plan.milestones.first { $0.title == "Ask grandmother for her photos" }
    #expect(own?.effort == Effort(minutes: 20 * 60))
    #expect(made.kept?.changes.contains { $0.hasSuffix("effort 20h, the middle of the other steps") } == true)
    #expect(after.contains("- [ ] Buy paper effort:1h"))
  }

  @Test func asIsDraftedOnceADraftAddsNothingMore() throws {
    let (_, after, _) = try Self.drafted("")
    let files = snapshot(["mm.md": "---\ntime: 10h/week\n---\n", "goals/book.md": after])
    let made = PlaybookDraft(
      try #require(Self.playbook), for: GoalAnchor(ofGoal: 0, in: Plan(reading: files, today: august2)), home: .goal(0),
      on: DraftingGround(files, today: august2, words: .bundled))
    let placed = try PlacedDraft(made.draft, home: made.home(.goal(0)), in: files, today: august2)
    #expect(placed.draft.milestones.isEmpty)
    #expect(placed.change.files.map(\.isWithoutEffect).allSatisfy { $0 })
  }

  @Test func aDraftedStepThatIsNeededNoMoreIsCrossedOutIfNobodyHasTouchedIt() throws {
    let (_, first, _) = try Self.drafted("")
    func again(_ text: String) throws -> String {
      let files = snapshot([
        "mm.md": "---\ntime: 10h/week\n---\n",
        "goals/book.md": text.replacing(
          "goal: Publish my book", with: "goal: Publish my book\norigin: research complete"),
      ])
      let made = PlaybookDraft(
        try #require(Self.playbook), for: GoalAnchor(ofGoal: 0, in: Plan(reading: files, today: august2)),
        home: .goal(0),
        on: DraftingGround(files, today: august2, words: .bundled))
      return String(
        decoding: try PlacedDraft(made.draft, home: made.home(.goal(0)), in: files, today: august2).change.files[0]
          .result, as: UTF8.self)
    }
    let crossed = try again(first)
    #expect(crossed.contains("- [-] Research complete"), "\(first)\n\(crossed)")
    let touched = first.replacing("Research complete id:research", with: "Research complete and told id:research")
    #expect(try again(touched).contains("- [ ] Research complete and told"))
    let fixed = first.replacing("Research complete id:research", with: "Research complete id:research fixed:yes")
    #expect(try again(fixed).contains("- [ ] Research complete id:research fixed:yes"))
  }

  @Test func tasksOfAMilestoneAreThoseOfThePlaybookOrOfAnyWork() throws {
    let files = snapshot([
      "a.md": "---\ngoal: A\n---\n## Milestones\n- [ ] Boat built effort:40h\n  > Why: so.\n- [ ] Next\n"
    ])
    let plan = Plan(reading: files, today: august2)
    let tasks = MilestoneTasks(for: 0, from: try #require(Self.playbook), in: plan, words: .bundled)
    #expect(tasks.isGeneral && tasks.tasks.count == 4)
    #expect(tasks.tasks.reduce(0) { $0 + ($1.minutes ?? 0) } == 40 * 60)
    let after = Plan(reading: files.applying(try tasks.change(in: plan)), today: august2)
    #expect(after.milestones.map { $0.tasks.count } == [4, 0])
    #expect(
      try MilestoneTasks(for: 0, from: try #require(Self.playbook), in: after, words: .bundled).change(in: after).files
        .isEmpty)
  }

  @Test func aStepThatThePlaybookDoesNotKnowLiesWhereThePersonsOrderPutsIt() throws {
    let (_, _, placed) = try Self.drafted(
      """
      - [ ] Research complete
      - [ ] Ask aunt Ida about the war
      - [ ] First draft written
      - [ ] Published
      """)
    let plan = placed.outlook.plan
    func named(_ title: String) throws -> Milestone { try #require(plan.milestones.first { $0.title == title }) }
    let (own, draft) = (try named("Ask aunt Ida about the war"), try named("First draft written"))
    #expect(own.after.map(\.text) == ["research-complete"])
    #expect(draft.after.map(\.text).contains("ask-aunt-ida-about-the-war"))
  }

  @Test func aStepWithADayOfItsOwnBindsNoNeighbourAndKeepsWhatItSays() throws {
    for title in ["Lunch with aunt Ida", "Feedback from readers at the fair"] {
      let (_, after, _) = try Self.drafted(
        "- [ ] Research complete\n- [ ] \(title) due:2026-10-01 fixed:yes effort:3h\n- [ ] First draft written\n")
      #expect(after.contains("- [ ] \(title) due:2026-10-01 fixed:yes effort:3h\n"), "\(after)")
      #expect(after.contains(" after:research-complete due:"))
    }
  }
}
