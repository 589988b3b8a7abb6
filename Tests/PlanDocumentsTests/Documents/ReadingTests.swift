import PlanDocuments
import Testing

@Suite struct ReadingTests {
  @Test func aGoalIsReadWithItsMilestonesTasksFieldsAndReasons() {
    let document = read(
      """
      ---
      goal: Publish a book  # this year
      deadline: 2026-12-01
      constraints:
        - mornings only
        - "1500 EUR: editing"
      time: [2h mon-fri, 4h sat]
      off:
      ---

      - [ ] not in the plan

      ## Milestones

      - [x] Research complete id:research due:2026-06-21 effort:18h
        - [x] Collect statistics (2h) ✅ 2026-06-20
        - [ ] Interview five
          freelancers due:2026-06-10
      - plain
        - [ ] Drafted [due:: 2026-07-19] after:research ^part-1

          > Why: it keeps
          > the middle up.

      ### Later
      1. [-] Dropped 📅 2026-08-01 ❌ 2026-07-01

      ## Notes

      - [ ] not in the plan either
      """)
    #expect(
      dump(document) == """
        goal
        goal 2:1 = "Publish a book" Publish a book
        deadline 3:1 = "2026-12-01" 2026-12-01
        constraints 4:1 = ["mornings only", "1500 EUR: editing"] - mornings only⏎  - "1500 EUR: editing"
        time 7:1 = ["2h mon-fri", "4h sat"] [2h mon-fri, 4h sat]
        off 8:1 = nothing 
        open outside 11:4..11 'not in the plan'
        done 15:4..18 'Research complete'
          id=research <id:research>
          due=2026-06-21 <due:2026-06-21>
          effort=18h <effort:18h>
          done 16:6..16 'Collect statistics'
            effort=2h <(2h)>
            done=2026-06-20 <✅ 2026-06-20>
          open 17:6..18 'Interview five freelancers'
            due=2026-06-10 <due:2026-06-10>
        open 20:6..23 'Drafted'
          due=2026-07-19 <[due:: 2026-07-19]>
          after=research <after:research>
          id=part-1 <^part-1>
          quote Why: it keeps / the middle up.
        cancelled 26:5..26 'Dropped'
          due=2026-08-01 <📅 2026-08-01>
          cancelled=2026-07-01 <❌ 2026-07-01>
        open outside 30:4..30 'not in the plan either'
        """)
  }

  @Test func everyBoxOfAMilestoneFileIsInThePlanAndMayCarryBareHours() {
    let document = read(
      """
      ---
      milestone: Rates researched
      goal: [[consulting]]
      after: [niche, [[Offer letter]]]
      ---
      - [ ] Ask three peers (1h)
      - [x] Read (see [due:2026-01-01 x](a.md)) two surveys (30m) due:2026-07-01
      - [ ] Half marathon under (2h) again
      """, at: "goals/consulting/rates.md")
    #expect(
      dump(document) == """
        milestone
        milestone 2:1 = "Rates researched" Rates researched
        goal 3:1 = "[[consulting]]" [[consulting]]
        after 4:1 = ["niche", "[[Offer letter]]"] [niche, [[Offer letter]]]
        open 6:4..6 'Ask three peers'
          effort=1h <(1h)>
        done 7:4..7 'Read (see [due:2026-01-01 x](a.md)) two surveys'
          effort=30m <(30m)>
          due=2026-07-01 <due:2026-07-01>
        open 8:4..8 'Half marathon under (2h) again'
        """)
  }

  @Test func frontMatterThatIsNoYAMLStillTellsTheKindAndLeavesTheBoxes() {
    let document = read("---\ngoal: Book: part 2\ndue: 2026-01-01 # c\n---\n# Milestones\n- [ ] a\n")
    #expect(
      dump(document) == """
        goal
        broken front matter
        goal 2:1 = "Book: part 2" Book: part 2
        due 3:1 = "2026-01-01" 2026-01-01
        open 6:4..6 'a'
        bad-front-matter 2:11 A value that holds a colon needs quotes around it: `key: "one: two"`.
        """)
  }

  @Test func anOrdinaryNoteIsLeftUnread() {
    let text = SourceText(path: VaultPath("note.md"), bytes: Array("---\ntitle: x\n---\n- [ ] task\n".utf8))
    let document = PlanDocument(reading: text)
    #expect(document.kind == .other)
    #expect(document.items.isEmpty)
    #expect(PlanDocument(reading: text, extent: .everyNote).items.count == 1)
  }
}
