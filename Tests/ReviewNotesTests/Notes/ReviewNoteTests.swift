import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
import TestSupport
import Testing

@Suite struct ReviewNoteTests {
  static let path = VaultPath("reviews/2026-W31.md")

  static func note(_ facts: ReviewFacts = SampleFacts.week) -> String {
    String(decoding: ReviewNoteChange.creating(path, facts: facts).result, as: UTF8.self)
  }

  static func read(_ text: String) -> ReviewNote {
    ReviewNote(SourceText(path: path, bytes: Array(text.utf8)))
  }

  /// The ids of the two choices of the sample.
  static let first = SampleFacts.week.decide.choices.offered[0].blockID
  static let second = SampleFacts.week.decide.choices.offered[1].blockID

  @Test func anIDIsThatOfWhatTheChoiceWrites() {
    var choice = SampleFacts.week.decide.choices.offered[0]
    #expect(choice.blockID.count == 4 && BlockID.isChoice(choice.blockID))
    choice.number = 3
    choice.sentence = "Said in another way"
    #expect(choice.blockID == Self.first)
    choice.writes.removeLast()
    #expect(choice.blockID != Self.first)
  }

  @Test func theWholeNoteReadsAsRecorded() throws {
    try GoldenFile.expect(Self.note(), in: "review-two-goals.md")
  }

  @Test func aFreshNoteIsReadBackAsItWasWritten() throws {
    let note = Self.read(Self.note())
    let block = try #require(note.block)
    #expect(block.isAsWritten)
    #expect(note.made == SampleFacts.day("2026-08-02"))
    #expect(note.covers == SampleFacts.days("2026-07-27", "2026-08-02"))
    let choices = SampleFacts.week.decide.choices
    #expect(
      note.proposals.map(\.line.blockID) == [Self.first, Self.second, "c0", "p-dates", "p-unchain-film-cut"])
    #expect(
      note.proposals.map(\.writes) == [
        choices.offered[0].writes, choices.offered[1].writes, [], choices.small[0].writes, choices.question?.writes,
      ])
    #expect(note.words.away.isEmpty && note.words.hours.isEmpty)
  }

  @Test func refreshingWhatNobodyTouchedChangesNothing() {
    let note = Self.read(Self.note())
    let change = ReviewNoteChange.refreshing(note, facts: SampleFacts.week)
    #expect(change.edits.isEmpty)
  }

  @Test func sectionsStandInTheOrderOfTheSettings() {
    let lines = ReviewNoteText.lines(SampleFacts.week, sections: ["questions", "nonsense", "done"])
    #expect(
      lines.filter { $0.hasPrefix("#") } == ["# Week 31, 27 July to 2 August 2026", "## Questions", "## Done"])
  }

  @Test func oneTickIsTakenWithTheSmallProposals() {
    let text = Self.note().replacing("- [ ] **2**", with: "- [x] **2**").replacing("- [ ] Write", with: "* [X] Write")
    let ticks = Ticks(in: Self.read(text))
    #expect(ticks.taken.map(\.line.blockID) == [Self.second, "p-dates"])
    #expect(ticks.conflicting.isEmpty)
  }

  @Test func twoTicksOnTheLadderTakeNeither() {
    let text = Self.note().replacing("- [ ] **2**", with: "- [x] **2**").replacing("- [ ] **0**", with: "- [x] **0**")
      .replacing("- [ ] Write", with: "- [x] Write")
    let ticks = Ticks(in: Self.read(text))
    #expect(ticks.taken.map(\.line.blockID) == ["p-dates"])
    #expect(ticks.conflicting.map(\.blockID) == [Self.second, "c0"])
  }

  @Test(arguments: [
    "- [x] **1** The licence first. ✅ 2026-08-03 ^c7f2",
    "- [x] **1** The licence first. ^c7f2 ✅ 2026-08-03",
    "  * [X] **1** The licence first.   ^c7f2  ",
  ])
  func aTickIsReadHoweverAnEditorWritesIt(line: String) throws {
    let proposal = try #require(ProposalLine(line))
    #expect(proposal.blockID == "c7f2")
    #expect(proposal.tick != nil)
    #expect(proposal.words == "**1** The licence first.")
  }

  @Test(arguments: [
    "- [ ] **1** The licence first.", "[x] ^p-1", "- [x] ^q-1", "text ^p-1-a", "- [x]no space ^c7f2", "- [x] a ^p-1_a",
    "- [x] a ^c7g2", "- [x] a ^c12", "- [x] a ^c",
  ])
  func otherLinesAreNoProposals(line: String) {
    #expect(ProposalLine(line) == nil)
  }

  @Test func ticksSurviveARefreshWithWhatObsidianAdds() {
    let stamped = Self.note().replacing(" ^\(Self.first)", with: " ✅ 2026-08-03 ^\(Self.first)")
      .replacing("- [ ] **1**", with: "- [x] **1**")
    var later = SampleFacts.week
    later.headline = ["Something else matters now."]
    let change = ReviewNoteChange.refreshing(Self.read(stamped), facts: later)
    let result = String(decoding: change.result, as: UTF8.self)
    #expect(
      result.contains(
        "- [x] **1** Put *licence* first until 19 Sep: *licence* 60 %. ✅ 2026-08-03 ^\(Self.first)\n"))
    #expect(!result.contains("cannot move"))
    #expect(Self.read(result).block?.isAsWritten == true)
  }

  @Test func aSettledTickIsNotCarriedOver() {
    let ticked = Self.note().replacing("- [ ] **1**", with: "- [x] **1**")
    let change = ReviewNoteChange.refreshing(Self.read(ticked), facts: SampleFacts.week, settled: [Self.first])
    #expect(String(decoding: change.result, as: UTF8.self) == Self.note())
  }

  @Test func aDecisionIsKeptInTheNoteAndReadBack() throws {
    var facts = SampleFacts.week
    let choice = facts.decide.choices.offered[1]
    facts.decided = [
      NoteDecision(
        day: SampleFacts.day("2026-08-03"), blockID: choice.blockID, words: "**2** As 1, and *Behind the scenes* goes.",
        writes: choice.writes),
      NoteDecision(
        day: SampleFacts.day("2026-08-04"), blockID: "c0", words: "**0** Keep everything as it is.", writes: []),
    ]
    let text = Self.note(facts)
    #expect(
      text.contains(
        "- Written on 3 Aug: **2** As 1, and *Behind the scenes* goes. ^decided-2026-08-03-\(Self.second)\n"))
    let note = Self.read(text)
    #expect(note.decisions == facts.decided)
    #expect(ReviewNoteChange.refreshing(note, facts: facts).edits.isEmpty)
  }

  @Test func aNoteWithoutABlockGetsItAtItsEnd() {
    for own in ["# My week\n\nRain.\n", "# My week\n\nRain.", "", "---\nweek: 31\n---\r\nmine\r\n"] {
      let change = ReviewNoteChange.refreshing(Self.read(own), facts: SampleFacts.week)
      let result = String(decoding: change.result, as: UTF8.self)
      #expect(result.hasPrefix(own))
      let note = Self.read(result)
      #expect(note.block?.isAsWritten == true)
      #expect(ReviewNoteChange.refreshing(note, facts: SampleFacts.week).edits.isEmpty)
    }
  }

  @Test func aSnapshotIsTheLastLineAndIsReplacedThere() {
    let entries = [
      PlanSnapshot.Entry(
        name: "film/rough-cut", minutesLeft: 660, totalMinutes: 1200, due: SampleFacts.day("2026-08-30"), amount: 9_000),
      PlanSnapshot.Entry(name: "licence/büro_2.1", minutesLeft: 0, totalMinutes: 60, due: nil),
    ]
    var snapshot = PlanSnapshot(day: SampleFacts.day("2026-08-02"), entries: entries)
    let first = ReviewNoteChange.creating(Self.path, facts: SampleFacts.week, snapshot: snapshot).result
    let text = String(decoding: first, as: UTF8.self)
    #expect(text.split(separator: "\n").last.map(String.init) == NoteElement.snapshot(snapshot).text)
    let note = Self.read(text + "\n")
    #expect(note.snapshot == snapshot)
    snapshot.day = SampleFacts.day("2026-08-05")
    let change = ReviewNoteChange.refreshing(note, facts: SampleFacts.week, snapshot: snapshot)
    #expect(change.edits.count == 1)
    #expect(Self.read(String(decoding: change.result, as: UTF8.self)).snapshot == snapshot)
  }
}
