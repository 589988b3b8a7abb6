import JSONText
import PlanDocuments
import PlanOutput
import PlanSessions
import TestSupport
import Testing
import TextStyling

/// A past in which every hour is known, made by a script in a real repository: every view tells it, and whatever happens to the
/// plan afterwards changes nothing of it.
@Suite struct KnownPastTests {
  private static let monday = day("2026-03-02")
  private static let book = [3, 2, 0, 4, 1, 2]
  private static let race = [2, 4, 2, 0, 2, 2]
  /// Of ten hours a week the shifts of the second week take four.
  private static let free = [10, 6, 10, 10, 10, 10]

  /// What happens after, or while, the work was done.
  enum Event: CaseIterable {
    case nothing, rename, newTitle, split, archive, drop, pause, finish, branch, squash, roster, noHours, newHours
    case reviewBeforeTheCommit, reviewAfterTheCommit
  }

  @Test(arguments: Event.allCases) func whateverHappensThePastIsWhatItWas(event: Event) throws {
    let desk = try Self.desk(event)
    defer { desk.clear() }
    let session = try desk.open(today: Self.monday + 41)
    let weeks = try #require(try session.history(goal: nil).json["weeks"]?.array)
    let done = weeks.map { ($0["minutes"]?.integer ?? -1) / 60 }
    let free = weeks.map { ($0["free_minutes"]?.integer ?? -1) / 60 }
    #expect(done == zip(Self.book, Self.race).map { $0 + $1 })
    #expect(free == Self.free)
    #expect(weeks.allSatisfy { $0["hours_known"]?.bool == true })
    // Nobody is reproached for a week in which they worked.
    #expect(try session.check().text(width: 80).plain.contains("Nothing has been done") == false)
    let held = try WeeklyReview(session, commits: false, isDryRun: false).hold()
    guard case .answer = held else { return }
    let note = try desk.text("reviews/2026-W15.md")
    // The period goes back to the last review; hours that a goal no longer shares are not those of the pace.
    let finished = [.reviewBeforeTheCommit, .reviewAfterTheCommit].contains(event) ? 7 : 4
    #expect(note.contains("You finished \(finished) of your"), "\(note.prefix(600))")
    let pace = event == .noHours ? "39 %" : "43 %"
    #expect(note.contains("over six weeks, \(pace)"), "\(note.prefix(600))")
    #expect(!note.contains("nothing for"))
  }

  @Test func aWeekReviewedBeforeItsCommitCountsOnce() throws {
    let desk = try Self.desk(.reviewBeforeTheCommit)
    defer { desk.clear() }
    // The commit of the third week came on the Monday after its review.
    #expect(try desk.text("reviews/2026-W12.md").contains("You finished 2 of your"))
    #expect(try desk.text("reviews/2026-W13.md").contains("You finished 4 of your"))
  }

  private static func desk(_ event: Event) throws -> Desk {
    let desk = try Desk([
      "mm.md": "---\ntime: 2h mon-fri\ncalendars: [shifts.ics]\nreviews: reviews\n---\n",
      "shifts.ics": shifts(from: monday + 7, count: 2),
      "goals/book.md": goal("Write a book", book(0)), "goals/race.md": goal("Run a race", race(0)),
    ])
    try desk.git("init", "-q", "-b", "main", on: monday - 1)
    try desk.commit(on: monday - 1)
    var (pages, runs) = (0, 0)
    for week in 0..<6 {
      let friday = monday + 7 * week + 4
      pages += book[week]
      runs += race[week] / 2
      if event == .branch, week == 4 { try desk.git("checkout", "-q", "-b", "side", on: friday) }
      try desk.write(goal("Write a book", book(pages)), to: "goals/book.md")
      if event == .squash, week == 5 { try desk.commit(on: friday - 1) }
      try desk.write(goal("Run a race", race(runs)), to: "goals/race.md")
      if week == 2, event == .reviewBeforeTheCommit || event == .reviewAfterTheCommit {
        if event == .reviewAfterTheCommit { try desk.commit(on: friday) }
        _ = try WeeklyReview(desk.open(today: friday + 2), commits: false, isDryRun: false).hold()
        try desk.commit(on: event == .reviewAfterTheCommit ? friday + 2 : friday + 3)
      } else {
        try desk.commit(on: friday)
      }
      if week == 3, event == .reviewBeforeTheCommit || event == .reviewAfterTheCommit {
        _ = try WeeklyReview(desk.open(today: friday + 2), commits: false, isDryRun: false).hold()
      }
      if event == .branch, week == 4 {
        try desk.git("checkout", "-q", "main", on: friday)
        try desk.git("merge", "-q", "--no-ff", "--no-edit", "side", on: friday)
      }
    }
    try change(desk, event, pages: pages, runs: runs)
    return desk
  }

  private static func change(_ desk: Desk, _ event: Event, pages: Int, runs: Int) throws {
    let sunday = monday + 41
    let (whole, part) = (goal("Write a book", book(pages)), goal("Run a race", race(runs)))
    switch event {
    case .nothing, .branch, .reviewBeforeTheCommit, .reviewAfterTheCommit: return
    case .rename:
      try desk.remove("goals/book.md")
      try desk.write(whole, to: "goals/novel.md")
    case .newTitle: try desk.write(goal("Write a novel", book(pages)), to: "goals/book.md")
    case .split:
      try desk.write(
        goal(
          "Write a book",
          "- [x] First part id:first effort:\(pages)h progress:\(pages)/\(pages)\n- [ ] Draft id:draft effort:\(40 - pages)h progress:0/\(40 - pages)\n"
        ), to: "goals/book.md")
    case .archive:
      try desk.remove("goals/race.md")
      try desk.write(part, to: "archive/race.md")
      try desk.write(
        "---\ntime: 2h mon-fri\ncalendars: [shifts.ics]\nreviews: reviews\nignore: [archive]\n---\n", to: "mm.md")
    case .drop: try desk.write(part.replacing("success:", with: "status: dropped\nsuccess:"), to: "goals/race.md")
    case .pause: try desk.write(part.replacing("success:", with: "status: paused\nsuccess:"), to: "goals/race.md")
    case .finish: try desk.write(part.replacing("success:", with: "status: done\nsuccess:"), to: "goals/race.md")
    case .squash:
      try desk.git("reset", "-q", "--soft", "HEAD~2", on: sunday - 2)
      try desk.commit(on: sunday - 2)
      return
    case .roster: try desk.write(shifts(from: monday + 49, count: 3), to: "shifts.ics")
    case .noHours: try desk.write(part.replacing("success:", with: "time: none\nsuccess:"), to: "goals/race.md")
    case .newHours:
      // They hold from the next week on; this one still has the old ones when it ends.
      try desk.commit(on: sunday)
      return try desk.write(
        "---\ntime: 2h mon-fri\ncalendars: [shifts.ics]\nreviews: reviews\n---\n\nSome words.\n", to: "mm.md")
    }
    try desk.commit(on: sunday)
  }

  private static func goal(_ title: String, _ lines: String) -> String {
    "---\ngoal: \(title)\nsuccess: done\norigin: nothing\ndeadline: 2026-12-01\n---\n\n## Milestones\n\n\(lines)"
  }

  private static func book(_ pages: Int) -> String { "- [ ] Draft id:draft effort:40h progress:\(pages)/40\n" }

  private static func race(_ runs: Int) -> String {
    "- [ ] Runs id:runs effort:20h\n" + (0..<10).map { "  - [\($0 < runs ? "x" : " ")] run \($0)\n" }.joined()
  }

  private static func shifts(from first: Day, count: Int) -> String {
    let events = (0..<count).map { offset in
      let date = (first + offset).description.filter { $0 != "-" }
      return "BEGIN:VEVENT\nUID:\(date)\nSUMMARY:Shift\nDTSTART;VALUE=DATE:\(date)\nEND:VEVENT\n"
    }
    return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n" + events.joined() + "END:VCALENDAR\n"
  }
}
