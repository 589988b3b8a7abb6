import Checks
import Forecasting
import PlanDocuments
import PlanModel
import PlanSessions
import Recalibration
import ReviewNotes
import Scheduling
import TestSupport
import Testing

/// Days that are past and of which only the person knows what came: boxes in the note say it.
@Suite struct AnswersTests {
  private static let planner = ReviewSitting.Planner(choices: { _, _ in Choices() })
  private static let settings = "---\ntime: 2h mon-fri\n---\n"
  private static let exam = """
    ---
    goal: Pass the driving test
    deadline: 2026-09-30
    ---
    ## Milestones

    - [x] Lessons id:lessons effort:20h done:2026-07-20
    - [ ] Test drive id:test effort:2h due:2026-07-29 fixed:yes after:lessons
    - [ ] Licence fetched id:fetch effort:1h after:test

    """
  private static let book = """
    ---
    goal: Print a family cookbook
    deadline: 2026-10-30
    ---
    ## Milestones

    - [x] Draft id:draft effort:20h done:2026-07-23
    - [ ] Aunts' comments id:aunts effort:0h wait:2w after:draft
    - [ ] Printed id:print effort:4h after:aunts

    """

  private static func sitting(
    _ file: String, on day: String, note: String? = nil, path: String = "reviews/2026-W31.md"
  ) -> ReviewSitting {
    ReviewSitting(
      snapshot(of: [("mm.md", settings), ("a.md", file)]),
      notes: note.map { [SourceText(path: VaultPath(path), bytes: Array($0.utf8))] } ?? [],
      today: TestSupport.day(day), planner: planner, keepsSnapshot: false)
  }

  private static func note(_ sitting: ReviewSitting) -> String {
    let file = sitting.change.files.first { $0.path == sitting.path }
    return String(decoding: file?.result ?? [], as: UTF8.self)
  }

  private static func goal(_ sitting: ReviewSitting) -> String? {
    sitting.change.files.first { $0.path.description == "a.md" }.map { String(decoding: $0.result, as: UTF8.self) }
  }

  /// The note with the box ticked, and words written at the end of its line.
  private static func ticked(_ note: String, _ id: String, words: String = "") -> String {
    note.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = String(line)
      guard line.hasSuffix(" ^" + id) else { return line }
      return line.replacing("- [ ]", with: "- [x]").replacing(" ^" + id, with: words + " ^" + id)
    }.joined(separator: "\n")
  }

  @Test func afterAFixedDayWhatFollowsIsPlannedAsIfItTookPlace() throws {
    let sitting = Self.sitting(Self.exam, on: "2026-08-02")
    let outlook = sitting.outlook
    #expect(outlook.jobs[1] == nil)
    let fetch = try #require(outlook.dates(of: 2))
    #expect(fetch.completion == day("2026-08-03"))
    let headline = sitting.facts.headline.map { String(describing: $0) }.joined()
    #expect(headline.contains("has passed: did") && headline.contains("Test drive"))
    let note = Self.note(sitting)
    for box in ["took-place", "new-day", "dropped"] {
      #expect(note.contains("^p-\(box)-exam-test") || note.contains("^p-\(box)-a-test"))
    }
  }

  @Test(arguments: [
    ("took-place", "", "- [x] Test drive id:test effort:2h due:2026-07-29 fixed:yes after:lessons done:2026-07-29"),
    ("new-day", " 12 Aug", "- [ ] Test drive id:test effort:2h due:2026-08-12 fixed:yes after:lessons"),
    ("new-day", " 2026-08-12", "- [ ] Test drive id:test effort:2h due:2026-08-12 fixed:yes after:lessons"),
    ("dropped", "", "- [-] Test drive id:test effort:2h due:2026-07-29 fixed:yes after:lessons"),
  ])
  func eachBoxWritesWhatItSays(box: String, words: String, line: String) throws {
    let note = Self.note(Self.sitting(Self.exam, on: "2026-08-02"))
    let answered = Self.sitting(
      Self.exam, on: "2026-08-02", note: Self.ticked(note, "p-\(box)-a-test", words: words))
    #expect(answered.notWritten == [])
    #expect(Self.goal(answered)?.contains(line) == true, "\(Self.goal(answered) ?? "nothing is written")")
    #expect(!Self.note(answered).contains("^p-took-place"))
  }

  @Test func withoutADayTheMoveIsNotWrittenAndADayWithoutATickStays() {
    let note = Self.note(Self.sitting(Self.exam, on: "2026-08-02"))
    let empty = Self.sitting(Self.exam, on: "2026-08-02", note: Self.ticked(note, "p-new-day-a-test"))
    #expect(empty.notWritten.count == 1)
    #expect(Self.goal(empty) == nil)
    let past = Self.sitting(
      Self.exam, on: "2026-08-02", note: Self.ticked(note, "p-new-day-a-test", words: " 2026-07-30"))
    #expect(past.notWritten.count == 1)
    let typed = Self.ticked(note, "p-new-day-a-test", words: " 12 Aug").replacing("- [x] *Test", with: "- [ ] *Test")
    let again = Self.sitting(Self.exam, on: "2026-08-02", note: typed)
    // Nothing of the note changes: the day is neither lost nor moved below the block.
    #expect(again.change.files.isEmpty || Self.note(again).contains("then tick: 12 Aug ^p-new-day-a-test"))
  }

  @Test(arguments: ["2026-07-25", "2026-08-01", "2026-08-04"])
  func aWaitWithoutWorkRunsFromTheDayOnWhichWhatComesBeforeItWasDone(today: String) throws {
    let outlook = Self.sitting(Self.book, on: today).outlook
    #expect(outlook.work[1].handedOver == day("2026-07-23"))
    #expect(outlook.work[1].isProvisional)
    #expect(outlook.dates(of: 1)?.completion == day("2026-08-06"))
  }

  @Test func theNoteAsksWhetherItBeganAndAfterAWeekFirstOfAll() throws {
    let early = Self.sitting(Self.book, on: "2026-07-26")
    #expect(Self.note(early).contains("^p-waits-a-aunts"))
    #expect(!Self.note(early).contains("First of all"))
    let late = Self.sitting(Self.book, on: "2026-08-02")
    #expect(Self.note(late).contains("First of all: is *Aunts' comments* out?"))
    let answered = Self.sitting(
      Self.book, on: "2026-08-02", note: Self.ticked(Self.note(late), "p-waits-a-aunts"))
    #expect(Self.goal(answered)?.contains("waiting:2026-07-23") == true)
    #expect(!Self.note(answered).contains("First of all"))
    #expect(!answered.outlook.work[1].isProvisional)
  }

  @Test func withoutAnythingBeforeItAWaitHasNotBegun() throws {
    let file = Self.book.replacing(" after:draft", with: "")
    for today in ["2026-07-26", "2026-08-02"] {
      let sitting = Self.sitting(file, on: today)
      #expect(sitting.outlook.work[1].handedOver == nil)
      #expect(!Self.note(sitting).contains("^p-waits"))
    }
  }
}
