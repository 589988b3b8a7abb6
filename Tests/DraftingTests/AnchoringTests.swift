import PlanDocuments
import TestSupport
import Testing

@testable import Drafting
@testable import PlanModel

@Suite struct AnchoringTests {
  @Test func onlyWhatIsLackingIsAsked() {
    var anchor = GoalAnchor(goal: "")
    #expect(AnchorQuestion.lacking(in: anchor, vaultHasHours: false) == AnchorQuestion.allCases)
    anchor = GoalAnchor(
      goal: "G", success: "S", origin: ["O"], deadline: august2, time: ["5h/week"], constraints: ["C"], obstacles: ["B"]
    )
    #expect(AnchorQuestion.lacking(in: anchor, vaultHasHours: false) == [])
    anchor.time = []
    #expect(AnchorQuestion.lacking(in: anchor, vaultHasHours: false) == [.time])
    #expect(AnchorQuestion.lacking(in: anchor, vaultHasHours: true) == [])
  }

  @Test(arguments: ["", "don't know", "I don’t know", "Don't know.", "no idea", "?", "-", "none", "idk"])
  func notKnowingIsAnAnswer(words: String) {
    #expect(AnchorQuestion.isDontKnow(words))
  }

  @Test func anAnswerWithANumberIsOne() {
    #expect(!["2026-12-06", "10", "3%", "no 5"].contains(where: AnchorQuestion.isDontKnow))
  }

  @Test(arguments: [
    ("5 hours a week", "5h/week"), ("about 5 hours per week", "5h/week"), ("an hour a day", "1h mon-sun"),
    ("half an hour every morning", "30m mon-sun"), ("45 minutes four mornings a week", "45m 4x/week"),
    ("2h on weekdays", "2h mon-fri"), ("1.5 hours twice a week", "90m 2x/week"),
    ("45min mon, wed and fri", "45m mon wed fri"),
    ("two and a half hours on saturdays", ""), ("2 hours and a half on Saturdays", "150m sat"),
    ("90 minutes Tuesday evenings", "90m tue"),
    ("I have 3 hours a week", "3h/week"), ("evenings", ""), ("5h/week", "5h/week"), ("2 hours on the moon", ""),
    ("", ""),
    ("20 hours 9 times a week", ""), ("10 hours", "10h/week"), ("about 5h", "5h/week"),
    ("2-3 hours a week", "150m/week"),
    ("5 to 8 hours a week", "390m/week"), ("45 minutes available 4 mornings per week", "45m 4x/week"),
    ("2 hours on weekday mornings (10 hours/week)", "2h mon-fri"), ("a couple of hours at the weekend", "2h/week"),
  ])
  func hoursMayBeSaidInWords(phrase: String, entry: String) throws {
    #expect(HoursPhrase.entry(phrase) ?? "" == entry)
    if !entry.isEmpty { _ = try Hours(reading: Array(entry.utf8)[...]) }
  }

  @Test func anAnswerIsWrittenWhereItBelongs() throws {
    var anchor = GoalAnchor(goal: "G")
    let answers: [(AnchorQuestion, String)] = [
      (.success, "on sale"), (.origin, "outline done; nothing written"), (.deadline, "end of march"),
      (.time, "2h mon-fri, 3h sat"),
      (.money, "1500 EUR"), (.support, "my sister"), (.obstacles, "chapter 4"),
    ]
    for (question, words) in answers { try question.answer(words, in: &anchor, today: august2) }
    #expect(
      anchor
        == GoalAnchor(
          goal: "G", success: "on sale", origin: ["outline done", "nothing written"],
          deadline: Day(year: 2027, month: 3, day: 31),
          time: ["2h mon-fri", "3h sat"], constraints: ["money: 1500 EUR", "support: my sister"],
          obstacles: ["chapter 4"]))
    #expect(throws: BadValue.self) { try AnchorQuestion.deadline.answer("soon", in: &anchor, today: august2) }
    #expect(throws: BadValue.self) { try AnchorQuestion.deadline.answer("2020-01-01", in: &anchor, today: august2) }
    #expect(throws: BadValue.self) { try AnchorQuestion.time.answer("some", in: &anchor, today: august2) }
  }

  @Test func aVagueGoalIsShownAnchoredInItsOwnWords() throws {
    let vague = GoalAnchor(goal: "Get fit.")
    let example = try #require(AnchoredExample.sentence(for: vague, playbook: KeptStepsTests.playbook, today: august2))
    #expect(example == "Get fit: published, by 15 November 2026, with about 7 hours a week")
    var said = GoalAnchor(goal: "I want to get fit by summer", origin: ["3 km on a good day"], time: ["3h/week"])
    #expect(
      AnchoredExample.sentence(for: said, playbook: nil, today: august2)?.hasSuffix(
        ", with 3h/week, starting from: 3 km on a good day") == true)
    #expect(
      AnchoredExample.sentence(for: said, playbook: nil, today: august2)?.hasPrefix("get fit by summer: three") == true)
    said.goal = "be happier"
    said.deadline = august2 + 30
    #expect(
      AnchoredExample.sentence(for: said, playbook: nil, today: august2)?.contains(", by 1 September 2026, with")
        == true)
    #expect(AnchoredExample.sentence(for: GoalAnchor(goal: "Run 10 km"), playbook: nil, today: august2) == nil)
    #expect(
      AnchoredExample.sentence(
        for: GoalAnchor(goal: "Get fit", success: "10 km without a break"), playbook: nil, today: august2) == nil)
    // What is shown as anchored is no longer vague.
    #expect(AnchoredExample.sentence(for: GoalAnchor(goal: example), playbook: nil, today: august2) == nil)
  }

  @Test func anAnchoredGoalIsReadBack() throws {
    let anchor = GoalAnchor(
      goal: "Publish: a book", success: "- on sale", origin: ["a", "b # c"], deadline: august2 + 100,
      time: ["2h mon-fri"],
      constraints: ["money: 10"], obstacles: ["\u{1B}x"], buffer: 14)
    let file = AnchoredGoal.newFile(
      anchor, asked: [("How many?", "3 <!-- x")], steps: ["Write due:2026-01-01", "Print"],
      at: VaultPath("goals/book.md"))
    let read = Plan(
      reading: snapshot(["goals/book.md": String(decoding: file.result, as: UTF8.self)]), today: august2)
    var expected = anchor
    expected.obstacles = ["x"]
    #expect(GoalAnchor(ofGoal: 0, in: read) == expected)
    #expect(read.milestones.map(\.title) == ["Write due 2026-01-01", "Print"] && read.findings == [])
    var more = expected
    more.success = "in three shops"
    more.origin = ["c"]
    let change = try AnchoredGoal.change(to: more, from: expected, of: 0, in: read)
    let after = Plan(
      reading: snapshot(["goals/book.md": String(decoding: change.files[0].result, as: UTF8.self)]), today: august2)
    #expect(GoalAnchor(ofGoal: 0, in: after) == more)
  }

  @Test func aFinishedGoalBecomesAPlaybookWithWhatItReallyTook() throws {
    let finished = plan([
      "goals/book.md": """
      ---
      goal: Publish my second book
      start: 2026-01-05
      status: done
      playbook: book
      ---
      ## Milestones
      - [x] Research id:research effort:10h spent:15h done:2026-02-01
        > Forgotten: it was.
        - [x] Ask five people
      - [x] Draft id:draft effort:20h done:2026-05-01 after:research
      - [-] Film rights id:film effort:99h
      - [x] Readers id:readers effort:1h spent:5h wait:1w waiting:2026-05-10 done:2026-06-01 after:draft,film
      """
    ])
    let saved = SavedPlaybook(of: 0, base: KeptStepsTests.playbook, in: finished)
    let document = PlanDocument(
      reading: SourceText(path: VaultPath("templates/mine.md"), bytes: Array(saved.text.utf8)))
    let playbook = try #require(Playbook(reading: document))
    #expect(playbook.findings.map(\.message) == [])
    #expect(playbook.milestones.map(\.id) == ["research", "draft", "readers"])
    #expect(playbook.effort == Effort(minutes: 40 * 60) && playbook.lasts == Wait(low: 147, high: 147))
    #expect(playbook.milestones.map(\.work) == [15, 20, 5].map { .hours(Effort(minutes: $0 * 60)) })
    #expect(playbook.hasSpentHours)
    #expect(playbook.milestones[0].isForgotten && playbook.milestones[0].tasks.map(\.title) == ["Ask five people"])
    #expect(playbook.milestones[2].wait == Wait(low: 22, high: 22) && playbook.milestones[2].after == ["draft"])
    #expect(PlaybookMatching([playbook], own: [0], words: .bundled).choice(for: "publish a third book").playbook == 0)
  }
}
