import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
import TestSupport
import Testing

/// Review notes of small vaults, from their files to the note.
@Suite struct AssemblyTests {
  static let settings = ClashingGoals.settings
  static let licence = ClashingGoals.licence
  static let film = ClashingGoals.film

  static let clash = VaultNotes(
    ["mm.md": settings, "goals/licence.md": licence, "goals/short film.md": film], today: "2026-08-02")

  static func note(_ facts: ReviewFacts) -> String {
    String(decoding: ReviewNoteChange.creating(ReviewNoteTests.path, facts: facts).result, as: UTF8.self)
  }

  @Test func twoGoalsThatWantTheSameHours() throws {
    try GoldenFile.expect(Self.note(Self.clash.facts(coveredUntil: Day(written: "2026-07-26"))), in: "review-clash.md")
  }

  @Test func aGoalThatWasReachedIsCelebratedAndItsEndOffered() throws {
    let done = """
      ---
      goal: The balcony is a garden
      deadline: 2026-08-09
      time: none
      ---

      ## Milestones

      - [x] Boxes built id:boxes due:2026-05-10 done:2026-05-17
      - [x] Planted id:planted due:2026-06-01 done:2026-05-30
      - [-] Goldfish id:fish due:2026-07-01
      - [x] First tomatoes eaten id:tomatoes due:2026-08-01 done:2026-08-01
      """
    let notes = VaultNotes(["mm.md": "", "goals/garden.md": done], today: "2026-08-02")
    let facts = notes.facts()
    #expect(facts.completedGoals.map(\.milestones.count) == [3])
    #expect(facts.goals.isEmpty)
    let write = PlannedWrite(subject: .goal("garden"), key: "status", action: .set(old: nil, new: "done"))
    #expect(facts.decide.choices.small.map(\.writes) == [[write]])
    try GoldenFile.expect(Self.note(facts), in: "review-reached.md")
  }

  /// A goal with an amount is reached when the amount is, and not when its steps are done.
  @Test(arguments: [("310/1800 km", "x", false), ("1800/1800 km", " ", true), ("1800/1800 km", "x", true)])
  func theAmountOfAGoalDecides(amount: String, box: String, isReached: Bool) {
    let cycling = """
      ---
      goal: From the spring to the sea by bicycle
      deadline: 2026-11-29
      progress: \(amount)
      ---

      ## Milestones

      - [\(box)] Bags packed id:bags effort:3h due:2026-08-09
      """
    let facts = VaultNotes(["mm.md": "---\ntime: 1h mon-fri\n---\n", "goals/sea.md": cycling], today: "2026-08-02")
      .facts()
    let writesDone = facts.decide.choices.small.contains { $0.writes.contains { $0.key == "status" } }
    #expect(writesDone == isReached)
    #expect(facts.goals.isEmpty == isReached)
    #expect(facts.questions.contains { "\($0.pieces)".contains("310/1800 km") } == !isReached)
  }

  @Test func theSnapshotOfTheLastNoteTellsWhatWasDoneSince() throws {
    let before = VaultNotes(
      Self.clash.files.mapValues { text in
        text.replacing("progress:9/20", with: "progress:6/20").replacing(
          "- [x] Alphabet and procedure done:2026-07-30", with: "- [ ] Alphabet and procedure")
      }, today: "2026-07-26")
    let period = ReviewPeriod(today: before.today, coveredUntil: nil)
    let snapshot = PlanSnapshot(of: before.outlook(period).scheduled)
    let facts = Self.clash.facts(evidence: ReviewEvidence(before: snapshot), coveredUntil: period.days.last)
    // A quarter of the film's 30 h is 3 of 20 scenes: 4.5 h; half of the radio certificate's 10 h; the charts were done.
    #expect(facts.done.goals.map(\.minutes) == [300, 270])
    #expect(facts.done.finishedMinutes == 570)
    #expect(facts.done.freeMinutes == 540)
    #expect(facts.done.goals[1].amounts.map(\.before.now) == [6_000])
    #expect(facts.done.goals[0].ticked == ["Alphabet and procedure"])
  }

  @Test func theLastDecisionIsLookedBackOn() throws {
    func due(_ name: String, _ new: String) -> PlannedWrite {
      PlannedWrite(subject: .milestone(name), key: "due", action: .set(old: "2026-07-20", new: new))
    }
    let decision = NoteDecision(
      day: SampleFacts.day("2026-07-27"), blockID: "c7f2", words: "**1** The licence first.",
      writes: [
        due("licence/charts", "2026-07-29"), due("licence/radio", "2026-08-09"), due("licence/tides", "2026-08-30"),
        due("film/nothing", "2026-09-01"),
      ])
    var last = ReviewFacts(
      today: SampleFacts.day("2026-07-26"),
      period: ReviewPeriod(today: SampleFacts.day("2026-07-26"), coveredUntil: nil), folder: VaultPath("reviews"))
    last.decided = [decision]
    let previous = ReviewNoteTests.read(Self.note(last))
    let facts = Self.clash.facts(previous: previous)
    #expect(facts.lookingBack?.decision == decision)
    let text = Self.note(facts)
    #expect(
      text.contains(
        "\n*Decided on 27 Jul:* **1** The licence first. Of its 3 dates: 1 complete, 1 ahead, 1 moved since.\n"))
  }

  @Test(arguments: [
    ("2026-08-02", nil, "2026-W31", "2026-07-27", "2026-08-02"),
    ("2026-08-03", nil, "2026-W31", "2026-07-27", "2026-08-02"),
    ("2026-08-05", nil, "2026-W32", "2026-07-29", "2026-08-04"),
    ("2026-08-05", "2026-07-26", "2026-W32", "2026-07-27", "2026-08-04"),
    ("2026-08-30", "2026-05-01", "2026-W35", "2026-08-03", "2026-08-30"),
    ("2026-08-02", "2026-08-02", "2026-W31", "2026-08-02", "2026-08-02"),
    ("2027-01-03", nil, "2026-W53", "2026-12-28", "2027-01-03"),
  ])
  func aNoteCoversTheDaysSinceTheLastOne(today: String, until: String?, week: String, first: String, last: String) {
    let period = ReviewPeriod(today: SampleFacts.day(today), coveredUntil: until.map(SampleFacts.day))
    #expect(period.weekName == week)
    #expect(period.days == SampleFacts.days(first, last))
  }

  @Test func anEmptyVaultGetsACalmNote() throws {
    let facts = VaultNotes(["mm.md": ""], today: "2026-08-02").facts()
    let text = Self.note(facts)
    #expect(text.contains("**No goal is active.**"))
    #expect(ReviewNoteChange.refreshing(ReviewNoteTests.read(text), facts: facts).edits.isEmpty)
  }
}
