import Forecasting
import PlanDocuments
import PlanModel
import PlanSessions
import Scheduling
import Testing

/// The pace that a review records is the one that every command plans with until the next.
@Suite struct RecordedPaceTests {
  private static let files = [
    "mm.md": "---\ntime: 1h mon-fri\n---\n",
    "goals/book.md": """
    ---
    goal: A book
    deadline: 2026-10-30
    ---
    ## Milestones

    - [ ] Draft effort:20h
    """,
  ]

  @Test func withoutANoteThePaceIsTheUsualOne() throws {
    let desk = try Desk(Self.files)
    defer { desk.clear() }
    let session = try desk.open()
    #expect(try session.plan().pace == .usual)
    _ = try WeeklyReview(session, commits: false, isDryRun: false).hold()
    #expect(try desk.text("reviews/2026-W31.md").contains("<!-- mm:pace 60% from 0 weeks -->"))
  }

  @Test func theNewestNotesPaceIsThatOfThePlanItsProblemAndItsDates() throws {
    var files = Self.files
    for (week, pace) in [("2026-W29", 90), ("2026-W30", 30)] {
      files["reviews/\(week).md"] = """
        ---
        week: \(week)
        ---
        <!-- mm:begin review 0123456789abcdef -->
        <!-- mm:pace \(pace)% from 8 weeks -->
        <!-- mm:end review -->
        """
    }
    let desk = try Desk(files)
    defer { desk.clear() }
    let session = try desk.open()
    #expect(try session.plan().pace == RecordedPace(percent: 30, weeks: 8))
    #expect(try session.scheduled().problem.pace == 30)
    #expect(try session.forecasted().problem.pace == 30)
    #expect(try session.recalibrate().outlook.problem.pace == 30)
    #expect(try session.plan(quietly: true).pace.isOwn)
  }

  /// A broken link or a folder with a note's name takes no command away; the pace is that of the newest note that can be read.
  @Test func aNoteThatCannotBeReadIsPassedOver() throws {
    var files = Self.files
    files["reviews/2026-W30.md"] =
      "<!-- mm:begin review 0123 -->\n<!-- mm:pace 30% from 8 weeks -->\n<!-- mm:end review -->\n"
    files["reviews/2026-W31.md/inside.md"] = "A folder.\n"
    let desk = try Desk(files)
    defer { desk.clear() }
    #expect(try desk.open().plan().pace.percent == 30)
  }

  @Test func aSmallChangeKeepsTheFigureAndALargeOneReplacesIt() {
    let old = RecordedPace(percent: 50, weeks: 9)
    for percent in 10...100 {
      let new = old.renewed(by: RecordedPace(percent: percent, weeks: 10))
      #expect(new.percent == (abs(percent - 50) < 5 ? 50 : percent))
      #expect(new.weeks == 10)
      #expect(new.renewed(by: RecordedPace(percent: percent, weeks: 10)) == new, "looking twice changes nothing")
    }
  }
}
