import PlanDocuments
import PlanModel
import TestSupport
import Testing

@Suite struct PlanBuildingTests {
  @Test func aGoalWithItsListIsRead() {
    #expect(august2.description == "2026-08-02")
    let plan = plan([
      "mm.md": "---\ntime: [2h mon-fri, 4h sat]\nbuffer: 1w\noff:\n  - 2026-12-24..2027-01-01 winter\n---\n",
      "goals/book.md": """
      ---
      goal: Publish a book
      deadline: 2026-12-01
      time: 2h mon-fri
      priority: 1
      buffer: 2w
      ---
      ## Milestones

      - [x] Research complete id:research due:2026-06-21 effort:18h done:2026-06-20
        - [x] Statistics (2h)
        - [ ] Interviews
          - [x] Anna
          - [ ] Ben effort:30-60m
        - [-] Survey
      - [ ] First 20,000 words due:2026-07-19 effort:36-50h after:research progress:15000/20000
      - [-] Appendix ^app
      - [ ] Edit 📅 2026-08-30 ⛔ app,first-20-000-words wait:2-3w
      - [ ] Words counted progress:5/5
      - [ ] Sent progress:5/5 wait:1w
      - [ ] Out id:out fixed:yes optional:yes
      - [ ] First 20,000 words
      - [ ] …
      """,
    ])
    #expect(
      dump(plan) == """
        book: Publish a book
          done research due 2026-06-21 18h done 2026-06-20 [x120 (o) x o45 -]
          open first-20-000-words due 2026-07-19 36-50h at 15000/20000
          cancelled app
          open edit due 2026-08-30 wait 2-3w after book/first-20-000-words
          done words-counted at 5/5
          open sent wait 1w at 5/5
          open out fixed optional
          open first-20-000-words-2
          open m-1
        """)
    let goal = plan.goals[0]
    #expect(goal.deadline?.description == "2026-12-01")
    #expect(goal.hours?.written == "2h mon-fri")
    #expect(goal.priority == 1)
    #expect(goal.buffer == 14)
    #expect(plan.settings.hours?.written == "2h mon-fri, 4h sat")
    #expect(plan.settings.buffer == 7)
    #expect(plan.settings.off.map(\.written) == ["2026-12-24..2027-01-01 winter"])
  }

  @Test func filesFindTheirGoalAndLinksGiveThemPlaceAndBox() {
    let plan = plan([
      "goals/consulting.md": """
      ---
      goal: Two clients
      in-order: yes
      ---
      # Milestones
      - [x] [[pricing]]
      - [ ] In the list
      - [-] [The niche](consulting/the%20niche.md)
      - [ ] [[nowhere]]
      """,
      "goals/consulting/pricing.md": "---\nmilestone: Rates set\ndue: 2026-07-05\n---\n- [ ] Ask (1h)\n  - [x] Ben\n",
      "goals/consulting/the niche.md": "---\nmilestone: Niche chosen\n---\n",
      "goals/consulting/unlisted.md": "---\nmilestone: Unlisted\nstatus: dropped\n---\n",
      "far/away.md":
        "---\nmilestone: Far\ngoal: \"[[goals/consulting|C]]\"\nafter: [\"[[the niche]]\", pricing]\n---\n",
      "far/lost.md": "---\nmilestone: Lost\n---\n",
      "side/goal.md": "---\ngoal: Side project\n---\n",
      "side/one.md": "---\nmilestone: One\nafter: [consulting/in-the-list, unlisted]\n---\n",
      "side/two.md": "---\ngoal: consulting\ndue: 2026-09-01\n---\n",
    ])
    #expect(
      dump(plan) == """
        consulting: Two clients
          done pricing due 2026-07-05 [(o)60 x]
          open in-the-list
          cancelled the-niche
          open nowhere after consulting/in-the-list
          open away after consulting/in-the-list, consulting/nowhere
          cancelled unlisted
        side: Side project
          open one after consulting/in-the-list, consulting/away
        stray side/two.md namesGoal(0)
        stray far/lost.md noGoal
        """)
  }

  @Test func referencesMeanTheOwnGoalThenGoalsThenEverywhere() {
    let plan = plan([
      "a.md": """
      ---
      goal: Goal A
      ---
      ## Milestones
      - [ ] One id:one
      - [ ] B here id:b
      - [ ] Uses own after:b
      - [ ] Uses goal after:c
      - [ ] Uses far after:far
      - [ ] Uses two after:twice
      - [ ] Uses path after:c/twice,b/twice
      - [ ] Uses block after:[[b#^twice]]
      - [ ] Uses none after:nothing
      """,
      "b.md": "---\ngoal: Goal B\n---\n## Milestones\n- [ ] Far id:far\n- [ ] T id:twice\n",
      "c.md": "---\ngoal: Goal C\n---\n## Milestones\n- [ ] T id:twice\n- [-] Gone\n- [x] Met\n- [ ] Last\n",
      "d.md": "---\ngoal: Goal D\nstatus: done\n---\n## Milestones\n- [ ] Left over\n",
      "e.md": "---\ngoal: Goal E\n---\n## Milestones\n- [ ] Free after:d\n",
    ])
    #expect(
      dump(plan) == """
        a: Goal A
          open one
          open b
          open uses-own after a/b
          open uses-goal after c/twice, c/last
          open uses-far after b/far
          open uses-two
          open uses-path after b/twice, c/twice
          open uses-block after b/twice
          open uses-none
        b: Goal B
          open far
          open twice
        c: Goal C
          open twice
          cancelled gone
          done met
          open last
        d: Goal D (done)
          open left-over
        e: Goal E
          open free
        """)
    #expect(plan.milestones[5].after.map(\.target) == [.unknown])
    #expect(plan.milestones[8].after.map(\.target) == [.unknown])
  }

  @Test func loopsAndPausedGoalsBlockWhatComesAfterThem() {
    let plan = plan([
      "a.md": """
      ---
      goal: A
      ---
      ## Milestones
      - [ ] One id:one after:b/two
      - [ ] Three id:three after:one
      - [ ] Free
      - [ ] After three after:three
      - [ ] Own goal after:a
      """,
      "b.md": "---\ngoal: B\n---\n## Milestones\n- [ ] Two id:two after:a/three\n- [ ] Self after:self\n",
      "p.md":
        "---\ngoal: P\nstatus: paused\n---\n## Milestones\n- [ ] Rest id:rest\n- [ ] Later after:rest\n- [x] Was\n",
      "q.md": """
      ---
      goal: Q
      ---
      ## Milestones
      - [ ] Waits id:waits after:p
      - [-] Gone id:gone after:p/rest
      - [ ] Waits too after:gone
      - [ ] Last after:waits
      - [ ] Fine after:p/was
      - [ ] On nothing after:r
      """,
      "r.md": "---\ngoal: R\n---\n",
    ])
    #expect(
      dump(plan) == """
        a: A
          open one after b/two blocked by a/one < b/two < a/three
          open three after a/one blocked by a/three < a/one < b/two
          open free
          open after-three after a/three blocked by a/after-three < a/three < a/one < b/two
          open own-goal after a/one, a/three, a/free, a/after-three, a/own-goal blocked by a/own-goal
        b: B
          open two after a/three blocked by b/two < a/three < a/one
          open self after b/self blocked by b/self
        p: P (paused)
          open rest
          open later after p/rest
          done was
        q: Q
          open waits after p/rest, p/later blocked by q/waits < p/rest
          cancelled gone
          open waits-too after p/rest blocked by q/waits-too < p/rest
          open last after q/waits blocked by q/last < q/waits < p/rest
          open fine
          open on-nothing blocked by q/on-nothing
        r: R
        loop a/one < b/two < a/three
        loop a/own-goal
        loop b/self
        """)
  }

  @Test func valuesThatCannotBeReadAreFindingsWithTheirPlaceAndFix() throws {
    let plan = plan([
      "mm.md": "---\ntime: lots\noff: [2026-9-7]\ncalendars: [/etc/passwd, cal/*.ics]\nreview: [done, gaols]\n---\n",
      "g.md": """
      ---
      goal: G
      deadline: "2026-2-30"
      status: pausd
      buffer: '2 weeks'
      time: [2h mon, 10h]
      in-order:
      ---
      ## Milestones
      - [ ] A due:2026-7-1 effort:40 wait:2 fixed:maybe due:2026-07-02
        - [ ] task effort:2d
      """,
      "g/m.md": "---\nmilestone: M\ngoal: g\ndue: [2026-07-01, 2026-07-02]\nstatus: done\n---\n",
    ])
    #expect(
      dump(plan) == """
        g: G
          open a [o]
          open m
        mm.md:2:7 bad-value: `lots` isn't a value for `time`: `lots` is no part of it, hours are written 10h/week, \
        2h mon-fri, 45m 4x/week or 2h mon-fri 06:00-08:00.
        mm.md:3:7 bad-value: `2026-9-7` isn't a value for `off`: days off are written 2026-12-24..2027-01-01 winter. \
        Write `2026-09-07`.
        mm.md:4:13 bad-value: `/etc/passwd` isn't a value for `calendars`: it names something inside the vault; \
        calendars elsewhere belong in your own configuration.
        mm.md:5:16 bad-value: `gaols` isn't a value for `review`: it is one of done, goals, decide, next, \
        questions, details. Write `goals`.
        g.md:10:13 bad-value: `2026-7-1` is no day as `mm` reads it. Write `2026-07-01`.
        g.md:3:11 bad-value: `"2026-2-30"` isn't a value for `deadline`: February 2026 has 28 days.
        g.md:6:16 bad-value: `10h` isn't a value for `time`: it does not say when: 10h/week, or 10h mon-fri.
        g.md:5:9 bad-value: `'2 weeks'` isn't a value for `buffer`: calendar time is written 10d, 2w or 2-3w. \
        Write `2w`.
        g.md:4:9 bad-value: `pausd` isn't a value for `status`: it is one of active, paused, done, dropped. \
        Write `paused`.
        g.md:10:51 bad-value: `due` stands twice; the first one counts. Keep one.
        g.md:10:29 bad-value: `40` isn't a value for `effort`: hours are written 40h, 1.5h, 90m or 30-60h. Write `40h`.
        g.md:10:37 bad-value: `2` isn't a value for `wait`: calendar time is written 10d, 2w or 2-3w.
        g.md:10:45 bad-value: `maybe` isn't a value for `fixed`: it is yes or no.
        g.md:11:21 bad-value: `2d` isn't a value for `effort`: effort is hours of work, such as 16h; calendar time is a wait.
        g/m.md:4:6 bad-value: `[2026-07-01, 2026-07-02]` isn't a value for `due`: it takes one value.
        g/m.md:5:9 bad-value: `done` isn't a value for `status`: a milestone that is complete says done: with the day.
        """)
    let fixed = plan.findings.compactMap { finding in
      finding.fix.map { String(decoding: $0.edits[0].new, as: UTF8.self) }
    }
    #expect(fixed == ["2026-09-07", "goals", "2026-07-01", "'2w'", "paused", "40h"])
  }
}
