import PlanDocuments
import PlanSessions
import TestSupport
import Testing
import TextStyling

/// Who worked isn't reproached, and who could not work isn't either.
@Suite struct QuietGoalTests {
  private static let first = day("2026-03-01")

  private static func goal(_ lines: String, _ keys: String = "") -> String {
    "---\ngoal: Pass the exam\nsuccess: passed\norigin: nothing\ndeadline: 2026-12-01\n\(keys)---\n\n## Milestones\n\n\(lines)"
  }

  /// - Parameters:
  ///   - states: the goal's file on days counted from the first of March, each committed.
  ///   - settings: besides the hours.
  private static func isStalled(_ states: [(day: Int, text: String)], on day: Int, settings: String = "") throws -> Bool
  {
    let desk = try Desk(["mm.md": "---\ntime: 2h mon-fri\n\(settings)---\n"])
    defer { desk.clear() }
    try desk.git("init", "-q", on: first)
    for state in states {
      try desk.write(state.text, to: "goals/exam.md")
      try desk.commit(on: first + state.day)
    }
    return try desk.open(today: first + day).check().text(width: 80).plain.contains("[stalled]")
  }

  private static let open = goal("- [x] Mock effort:2h done:2026-03-01\n- [ ] Read effort:9h\n- [ ] Write effort:30h\n")

  @Test func aTickInTheEditorIsWork() throws {
    let ticked = Self.open.replacing("- [ ] Read", with: "- [x] Read")
    #expect(try Self.isStalled([(0, Self.open)], on: 30))
    #expect(try !Self.isStalled([(0, Self.open), (29, ticked)], on: 30))
    #expect(try Self.isStalled([(0, Self.open), (29, ticked)], on: 50))
  }

  @Test func anAmountIsWorkWhenItGrows() throws {
    func amount(_ now: Int) -> String {
      Self.goal("- [x] Mock done:2026-03-01\n- [ ] Read effort:30h progress:\(now)/9\n")
    }
    #expect(try !Self.isStalled([(0, amount(1)), (25, amount(2))], on: 30))
    #expect(try Self.isStalled([(0, amount(1)), (5, amount(2))], on: 30))
  }

  @Test func aGoalInWhichNothingWasEverDoneIsQuietSinceItBegan() throws {
    let new = Self.goal("- [ ] Read effort:9h\n")
    #expect(try Self.isStalled([(0, new)], on: 21))
    #expect(try !Self.isStalled([(0, new)], on: 20))
    #expect(try !Self.isStalled([(0, Self.goal("- [ ] Read effort:9h\n", "start: 2026-03-20\n"))], on: 30))
  }

  @Test func pausesWaitsAndDaysOffAreNoQuietTime() throws {
    let paused = Self.open.replacing("deadline:", with: "status: paused\ndeadline:")
    #expect(try !Self.isStalled([(0, Self.open), (3, paused), (28, Self.open)], on: 30))
    let waits = Self.goal("- [ ] Form effort:1h wait:3w waiting:2026-03-02\n- [ ] Read effort:9h after:form\n")
    let answered = Self.goal(
      "- [x] Form effort:1h wait:3w waiting:2026-03-02 done:2026-03-02\n- [ ] Read effort:9h after:form\n")
    #expect(try !Self.isStalled([(0, waits), (25, answered)], on: 30))
    #expect(try !Self.isStalled([(0, Self.open)], on: 30, settings: "off: 2026-03-05..2026-03-20\n"))
  }
}
