import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

/// What is said of a goal's end, and of which goals nothing can be said.
@Suite struct GoalVerdictTests {
  /// The verdict of the goal `a`, today being Sunday, 2 August 2026.
  private static func verdict(
    _ front: String, _ milestones: String, settings: String = "time: 2h mon-fri", beside other: String? = nil,
    today: Day = august2
  ) -> (GoalVerdict, Plan) {
    var files = [
      ("mm.md", "---\n\(settings)\n---\n"),
      ("a.md", "---\ngoal: A\n\(front)\n---\n## Milestones\n\n\(milestones)\n"),
    ]
    if let other { files.append(("b.md", other)) }
    let scheduled = ScheduledPlan(Plan(reading: snapshot(of: files), today: today))
    return (scheduled.verdict(ofGoal: 0), scheduled.plan)
  }

  private static let pilot = "---\ngoal: Pilot\nstatus: paused\n---\n## Milestones\n\n- [ ] Test run id:run effort:2h\n"

  @Test func aGoalThatWaitsForAPausedOneHasNoEnd() throws {
    let (verdict, plan) = Self.verdict(
      "deadline: 2026-08-28", "- [ ] Draft effort:4h\n- [ ] Report effort:20h after:run", beside: Self.pilot)
    guard case .blocked(let blockage) = verdict else { return #expect(Bool(false), "\(verdict)") }
    #expect(blockage.reason == .paused(goal: 1) && blockage.daysPastDeadline == 0)
    #expect(plan.milestones[blockage.cause].title == "Test run" && verdict.hasOpenEnd)
    let sentence = try #require(verdict.sentenceForNoEnd(of: "A", in: plan))
    #expect(
      sentence.plain
        == "A waits for Pilot, which is paused. Resume it with `mm set b status active`, or take the `after:` out.")
  }

  @Test func aDeadlineThatIsPastIsSaidOfABlockedGoalToo() {
    let (verdict, plan) = Self.verdict("deadline: 2026-07-30", "- [ ] Report effort:20h after:run", beside: Self.pilot)
    #expect(verdict.reasonForNoEnd(in: plan)?.plain == "3 days past its deadline; waits for Pilot, which is paused")
  }

  @Test func aLoopAndAGoalWithoutMilestonesBlockToo() {
    func reason(_ milestones: String, beside other: String? = nil) -> GoalVerdict.Blockage.Reason? {
      guard case .blocked(let found) = Self.verdict("deadline: 2026-08-28", milestones, beside: other).0 else {
        return nil
      }
      return found.reason
    }
    #expect(reason("- [ ] One id:one after:two\n- [ ] Two id:two after:one") == .loop)
    #expect(reason("- [ ] One after:b", beside: "---\ngoal: B\n---\n") == .emptyGoal)
    #expect(
      reason("- [ ] One effort:2h after:step", beside: "---\ngoal: B\n---\n## Milestones\n\n- [ ] Step id:step\n")
        == .unknownHours)
    #expect(reason("- [ ] One effort:2h") == nil)
  }

  @Test func withoutHoursAndADeadlineThereIsNoEnd() {
    #expect(Self.verdict("success: x", "- [ ] One\n- [ ] Two effort:2h").0 == .unknownHours(milestones: 1))
    #expect(Self.verdict("success: x", "- [ ] One\n- [ ] Two effort:2h after:one").0 == .unknownHours(milestones: 2))
    #expect(Self.verdict("success: x", "- [ ] One (2h)\n  - [ ] Task (1h)").0 != .unknownHours(milestones: 1))
    // Nobody's hours: what the efforts would take is not known.
    #expect(
      Self.verdict("success: x", "- [ ] One effort:2h", settings: "buffer: 1w").0 == .unknownHours(milestones: 1))
    // A wait and a fixed day are days.
    #expect(
      Self.verdict("success: x", "- [ ] One wait:3d").0 == .withoutDeadline(august2 + 4))
    #expect(
      Self.verdict("success: x", "- [ ] One due:2026-08-20 fixed:yes").0 == .withoutDeadline(august2 + 18))
    // With a deadline hours are assumed.
    #expect(!Self.verdict("deadline: 2026-10-02", "- [ ] One").0.hasOpenEnd)
  }

  @Test func workWithAnUnknownEndGetsNoDates() {
    let scheduled = ScheduledPlan(
      plan([
        "mm.md": "---\ntime: 2h mon-fri\n---\n",
        "a.md":
          "---\ngoal: A\n---\n## Milestones\n\n- [ ] One id:one\n- [ ] Two after:one effort:2h\n- [ ] Three effort:2h\n",
      ]))
    #expect(scheduled.jobs == [nil, nil, 0])
    #expect(scheduled.schedule.goals[0].completion == nil)
    #expect(scheduled.remainingMinutes(ofGoal: 0) == 240)
  }

  @Test func theEndIsToldByTheDeadlineAndItsBuffer() {
    func end(_ front: String) -> GoalVerdict { Self.verdict(front, "- [ ] One effort:10h").0 }
    // Ten hours take from Monday, 3 August to Friday, 7 August.
    #expect(end("deadline: 2026-08-06") == .late(august2 + 5, days: 1))
    #expect(end("deadline: 2026-08-07") == .inTime(august2 + 5, daysToSpare: 0))
    #expect(end("deadline: 2026-08-10") == .inTime(august2 + 5, daysToSpare: 3))
    #expect(end("deadline: 2026-08-10\nbuffer: 1w") == .usesBuffer(august2 + 5, days: 4))
    #expect(end("success: x") == .withoutDeadline(august2 + 5))
    #expect(end("status: paused") == .notActive)
    #expect(end("time: 1h/week\ndeadline: 2026-09-30\nstart: 2037-01-01") == .never)
  }

  @Test func onASundayThePlanBeginsOnMonday() {
    for offset in 0..<7 {
      let day = august2 + offset
      let scheduled = ScheduledPlan(
        plan(
          [
            "mm.md": "---\ntime: 2h mon-sun\n---\n",
            "a.md": "---\ngoal: A\n---\n## Milestones\n\n- [ ] One effort:1h\n",
          ], today: day))
      #expect(scheduled.schedule.goals[0].completion == (offset == 0 ? day + 1 : day))
    }
  }
}

/// The limit that is named as the reason for a day is the one without which it would be earlier.
@Suite struct RulingLimitTests {
  private static func reasons(of milestone: Int, _ files: KeyValuePairs<String, String>) -> [PlanSchedule.Reason] {
    let scheduled = ScheduledPlan(plan(files))
    guard let job = scheduled.jobs[milestone] else { return [] }
    return ScheduleDetails(of: scheduled).completionReasons(of: job)
  }

  private static let reading =
    "---\ngoal: B\ntime: 3h/week\npriority: 3\ndeadline: 2027-06-01\n---\n## Milestones\n\n- [ ] Read effort:60h\n"

  @Test(arguments: ["time: 45m 3x/week", "time: 2h/week", "time: 40m mon wed fri"])
  func aGoalsOwnTimeIsNamedAndNotWhatSharesTheDays(time: String) {
    let reasons = Self.reasons(
      of: 0,
      [
        "mm.md": "---\ntime: 3h mon-sun\n---\n",
        "a.md":
          "---\ngoal: A\n\(time)\ndeadline: 2027-03-01\n---\n## Milestones\n\n- [ ] Base id:base effort:15h\n- [ ] Peak effort:15h after:base\n",
        "b.md": Self.reading,
      ])
    #expect(reasons == [.noMoreHours(goal: 0), .today])
  }

  @Test func whoTakesTheHoursIsNamed() {
    let reasons = Self.reasons(
      of: 1,
      [
        "mm.md": "---\ntime: 1h mon-fri\n---\n",
        "a.md": "---\ngoal: A\ndeadline: 2026-08-07\npriority: 1\n---\n## Milestones\n\n- [ ] First effort:5h\n",
        "b.md": "---\ngoal: B\ndeadline: 2026-08-28\n---\n## Milestones\n\n- [ ] Second effort:5h\n",
      ])
    #expect(reasons == [.hours(takenBy: [0]), .today])
  }

  @Test func withoutOthersTheDeclaredHoursRule() {
    let reasons = Self.reasons(
      of: 0,
      [
        "mm.md": "---\ntime: 1h mon-fri\n---\n",
        "a.md": "---\ngoal: A\ndeadline: 2026-08-28\n---\n## Milestones\n\n- [ ] First effort:5h\n",
      ])
    #expect(reasons == [.noMoreHours(goal: 0), .today])
  }
}

extension Sentence {
  /// Its words and titles, days and hours left out.
  fileprivate var plain: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .title(let title, _): title
      default: "?"
      }
    }.joined()
  }
}
