import PlanDocuments
import Testing

@testable import Drafting
@testable import PlanModel

@Suite struct PlaybookReadingTests {
  static func playbook(_ text: String, name: String = "book") -> Playbook? {
    Playbook(
      reading: PlanDocument(reading: SourceText(path: VaultPath("templates/\(name).md"), bytes: Array(text.utf8))))
  }

  static func findings(_ milestones: String, stalls: String = "") throws -> [String] {
    let text = "---\nplaybook: P\n---\n## Milestones\n\(milestones)\n\n## Stalls\n\n\(stalls)"
    return try #require(playbook(text)).findings.map(\.check)
  }

  @Test func everythingThatIsWrittenIsRead() throws {
    let playbook = try #require(
      Self.playbook(
        """
        ---
        playbook: Publish a book
        match: [book, manuscript]
        lasts: 20-40w
        effort: 180-400h
        amount: 60000 words
        sources:
          - Boice (1990), short sessions
        ---

        ## Milestones

        - [ ] Research complete id:research effort:37.5%
          > Forgotten: people mean to research
          > while they write.
          > Why: facts first.
          - [ ] List the gaps
            - [ ] of part 1
            - [ ] of part 2
          - [ ] Ask for interviews
        - [ ] Readers' feedback in effort:62.5% after:research wait:2-3w optional:yes
          > It takes its time.

        ## Stalls

        - 30%: the middle third;
          keep chapters short.
        - week 3: the first rejections.

        ## Ask

        - How many words?
        """))
    #expect(playbook.findings == [])
    #expect(playbook.name == "book" && playbook.title == "Publish a book" && playbook.match == ["book", "manuscript"])
    #expect(playbook.lasts == Wait(low: 140, high: 280))
    #expect(playbook.effort == Effort(low: 180 * 60, high: 400 * 60))
    #expect(playbook.measure == Playbook.Measure(number: 60_000_000, unit: "words"))
    #expect(playbook.sources == ["Boice (1990), short sessions"])
    #expect(!playbook.isGeneral)
    #expect(
      playbook.milestones == [
        Playbook.Milestone(
          id: "research", title: "Research complete", work: .share(0.375),
          reasons: [
            Playbook.Reason(kind: .forgotten, words: "people mean to research while they write."),
            Playbook.Reason(kind: .why, words: "facts first."),
          ],
          tasks: ["of part 1", "of part 2", "Ask for interviews"].map { Playbook.Task(title: $0) }),
        Playbook.Milestone(
          id: "readers-feedback-in", title: "Readers' feedback in", work: .share(0.625), after: ["research"],
          wait: Wait(low: 14, high: 21), isOptional: true,
          reasons: [Playbook.Reason(kind: .why, words: "It takes its time.")], tasks: []),
      ])
    #expect(playbook.predecessors == [[], [0]])
    #expect(
      playbook.stalls == [
        StallPoint(position: .percent(30), words: "the middle third; keep chapters short."),
        StallPoint(position: .week(3), words: "the first rejections."),
      ])
    #expect(playbook.questions == ["How many words?"])
  }

  @Test func hoursOfAFinishedGoalStayHours() throws {
    let text = "---\nplaybook: P\n---\n## Milestones\n- [ ] A effort:3h\n- [ ] B effort:9h\n"
    let playbook = try #require(Self.playbook(text))
    #expect(playbook.milestones.map(\.work) == [.hours(Effort(minutes: 180)), .hours(Effort(minutes: 540))])
    #expect(playbook.effort == Effort(minutes: 720))
    #expect(playbook.findings == [])
  }

  @Test func whatCannotBeRightIsFound() throws {
    #expect(try Self.findings("- [ ] A effort:50%\n- [ ] B effort:51%") == [])
    #expect(try Self.findings("- [ ] A effort:50%\n- [ ] B effort:40%") == ["bad-value"])
    #expect(try Self.findings("- [ ] A effort:50%\n- [ ] B effort:50% after:c") == ["unknown-dependency"])
    #expect(try Self.findings("- [ ] A id:a effort:50%\n- [ ] B id:a effort:50%") == ["duplicate-id"])
    #expect(try Self.findings("- [ ] A effort:100%\n- [ ] B") == ["bad-value"])
    #expect(try Self.findings("- [ ] A effort:120%") == ["bad-value"])
    #expect(try Self.findings("- [ ] A effort:100%\n- [ ] B effort:4h") == [])
    #expect(try Self.findings("- [ ] A effort:50% after:b\n- [ ] B effort:50% after:a") == ["dependency-cycle"])
    #expect(try Self.findings("- [ ] A effort:100% wait:soon") == ["bad-value"])
    #expect(try Self.findings("- [ ] A effort:100%", stalls: "- in the middle: hard") == ["bad-value"])
    #expect(try Self.findings("") == ["bad-value"])
  }

  @Test func onlyPlaybooksAreRead() {
    #expect(Self.playbook("---\ngoal: G\n---\n## Milestones\n- [ ] A effort:3h\n") == nil)
    #expect(Self.playbook("# Notes\n") == nil)
  }

  @Test func aStepMayBeginShortlyBeforeTheDay() throws {
    let text =
      "---\nplaybook: P\n---\n## Milestones\n"
      + "- [ ] Rest id:rest effort:40% start:-3w\n- [ ] Race effort:60% after:rest fixed:yes\n"
    let playbook = try #require(Self.playbook(text))
    #expect(playbook.findings == [] && playbook.milestones.map(\.earliestDaysBefore) == [21, nil])
    #expect(playbook.milestones.map(\.isOnTheDay) == [false, true])
    for wrong in ["start:2026-01-01", "start:3w", "start:-soon"] {
      #expect(try Self.findings("- [ ] Rest effort:100% \(wrong)") == ["bad-value"], "\(wrong)")
    }
  }

  @Test func aWaitMayBeAPartOfTheTime() throws {
    let playbook = try #require(
      Self.playbook(
        "---\nplaybook: P\nlasts: 10-20w\n---\n## Milestones\n- [ ] A id:a effort:50% wait:10%\n- [ ] B id:b effort:50% after:a wait:2w\n"
      ))
    #expect(playbook.findings == [])
    #expect(playbook.milestones.map(\.waitShare) == [0.1, nil])
    #expect(playbook.milestones.map(\.wait) == [Wait(low: 7, high: 14), Wait(low: 14, high: 14)])
    for wait in ["wait:x%", "wait:101%", "wait:%"] {
      #expect(try Self.findings("- [ ] A effort:100% \(wait)") == ["bad-value"], "\(wait)")
    }
  }
}
