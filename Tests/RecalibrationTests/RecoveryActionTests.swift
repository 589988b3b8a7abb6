import Forecasting
import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

@testable import Recalibration

/// Each lever by itself: what it writes, and that it is the mildest of its kind.
@Suite struct RecoveryActionTests {
  private static func ground(
    _ files: KeyValuePairs<String, String>, today: Day = august2, focus: Int? = nil
  ) -> TrialGround {
    let snapshot = snapshot(files)
    return TrialGround(
      snapshot: snapshot, outlook: ForecastedPlan(Plan(reading: snapshot, today: today)), focus: focus)
  }

  private static func choices(_ files: KeyValuePairs<String, String>) -> Choices {
    let snapshot = snapshot(files)
    return ChoiceSearch(of: snapshot, ForecastedPlan(Plan(reading: snapshot, today: august2))).choices()
  }

  private static func goal(_ deadline: String, _ keys: String = "", _ lines: String) -> String {
    "---\ngoal: A goal\ndeadline: \(deadline)\n\(keys)---\n\n## Milestones\n\n\(lines)\n"
  }

  private static let hours = "---\ntime: 1h mon-fri\n---\n"

  // MARK: Later ends

  @Test func whereTwoGoalsAreLateBothEndsMove() throws {
    let choices = Self.choices([
      "mm.md": Self.hours, "a.md": Self.goal("2026-08-20", "", "- [ ] One id:one effort:40h"),
      "b.md": Self.goal("2026-08-21", "", "- [ ] Two id:two effort:40h"),
    ])
    let later = try #require(choices.offered.first { $0.slug == "extend-a-extend-b" })
    #expect(later.writes.filter { $0.key == "deadline" }.map(\.subject) == [.goal("a"), .goal("b")])
    #expect(later.writes.filter { $0.key == "planned" }.map(\.subject) == [.goal("a"), .goal("b")])
    #expect(later.holdsEverything)
  }

  @Test func aFixedDateThatHoldsStaysFixedWhenTheEndMoves() throws {
    let choices = Self.choices([
      "mm.md": Self.hours,
      "a.md": Self.goal(
        "2026-09-01", "", "- [ ] Fair id:fair due:2026-08-20 effort:1h fixed:yes\n- [ ] Beds id:beds effort:60h"),
    ])
    let later = try #require(choices.offered.first { $0.slug == "extend-a" })
    #expect(!later.writes.contains { $0.key == "fixed" })
  }

  // MARK: What counts as holding

  @Test func aChoiceMayNotBreakAGoalThatHeld() throws {
    // A is late within its own hours; with more of the hours that there are, B would be late.
    let ground = Self.ground([
      "mm.md": Self.hours, "a.md": Self.goal("2026-08-28", "priority: 1\ntime: 2h/week\n", "- [ ] One effort:10h"),
      "b.md": Self.goal("2026-08-28", "priority: 2\n", "- [ ] Two effort:12h"),
    ])
    #expect(ground.goalsToRecover == [0])
    let more = PlannedWrite(subject: .goal("a"), key: "time", action: .set(old: "2h/week", new: "5h/week"))
    let trial = try #require(ground.trial([RecoveryAction(slug: "", sentence: "", writes: [more])]))
    let ends = EndResult.all(in: trial.outlook)
    #expect(ends.map(\.isPastDeadline) == [false, true])
    #expect(ground.standing(of: trial) == .fails)
  }

  @Test func whatLeavesTheBufferUsedDoesNotHold() throws {
    let files: KeyValuePairs<String, String> = [
      "mm.md": Self.hours, "a.md": Self.goal("2026-08-21", "buffer: 1w\n", "- [ ] One effort:12h"),
    ]
    let ground = Self.ground(files, focus: 0)
    #expect(ground.holdsDeadlines && ground.goalsToRecover == [0])
    let same = try #require(ground.trial([]))
    #expect(ground.standing(of: same) == .fails)
    let less = PlannedWrite(subject: .goal("a"), key: "buffer", action: .set(old: "1w", new: "0d"))
    let without = try #require(ground.trial([RecoveryAction(slug: "", sentence: "", writes: [less])]))
    #expect(ground.standing(of: without) == .holdsTargets)
  }

  @Test func aGoalWithWorkThatNeverGetsItsHoursHasNoEnd() {
    let ground = Self.ground([
      "mm.md": Self.hours, "a.md": Self.goal("2026-12-01", "", "- [ ] One effort:3h\n- [ ] Two effort:9000h"),
    ])
    let end = EndResult.all(in: ground.outlook).first
    #expect(end?.completion == nil && end?.isPastDeadline == true)
  }

  @Test func aFixedDateIsReadyWhenItsWaitIsOver() throws {
    let ground = Self.ground([
      "mm.md": Self.hours, "a.md": Self.goal("2026-08-28", "", "- [ ] Fair due:2026-08-28 effort:3h fixed:yes wait:5d"),
    ])
    let job = try #require(ground.outlook.schedule.jobs.first?.portions.last)
    #expect(EndResult.all(in: ground.outlook).first { $0.end == .fixed(0) }?.completion == job.day + 5)
  }

  // MARK: Pauses

  private static let four: KeyValuePairs<String, String> = [
    "mm.md": hours, "a.md": goal("2026-08-28", "priority: 2\n", "- [ ] One effort:19h"),
    "b.md": goal("2026-12-01", "priority: 1\n", "- [ ] Two effort:2h"),
    "c.md": goal("2026-12-01", "priority: 2\n", "- [ ] Three effort:2h"),
    "d.md": goal("2026-12-01", "priority: 3\n", "- [ ] Four effort:2h"),
    "e.md": goal("2026-12-24", "priority: 2\n", "- [ ] Five effort:2h"),
  ]

  @Test func theLeastImportantGoalIsPausedFirstAndAMoreImportantOneNever() {
    let outlook = Self.ground(Self.four).outlook
    let ground = TrialGround(snapshot: snapshot(Self.four), outlook: outlook, focus: nil)
    let files: KeyValuePairs<String, String> = [
      "mm.md": Self.hours, "a.md": Self.goal("2026-08-14", "priority: 2\n", "- [ ] One effort:19h"),
      "b.md": Self.four[2].value, "c.md": Self.four[3].value, "d.md": Self.four[4].value, "e.md": Self.four[5].value,
    ]
    #expect(ground.goalsToRecover.isEmpty)
    let late = Self.ground(files)
    #expect(late.goalsToRecover == [0])
    #expect(PauseActions(ground: late).resting == [3, 4, 2])
  }

  @Test func aPauseOfAWeekLessIsNotEnough() throws {
    // Until the 28th there are twenty hours for twenty-two.
    let ground = Self.ground([
      "mm.md": Self.hours, "a.md": Self.goal("2026-08-28", "", "- [ ] One effort:14h"),
      "b.md": Self.goal("2026-08-14", "", "- [ ] Two effort:8h"),
    ])
    #expect(ground.goalsToRecover == [0])
    let pauses = PauseActions(ground: ground)
    #expect(pauses.resting == [1])
    let trial = try #require(pauses.shortest(for: 1))
    #expect(trial.actions.writes.contains { $0.subject == .goal("b") && $0.key == "deadline" })
    guard let write = trial.actions.writes.first(where: { $0.key == "off" }), case .add(let entry, _) = write.action
    else {
      Issue.record("no pause")
      return
    }
    let off = try DaysOff(reading: Array(entry.utf8)[...])
    var less = write
    less.action = .add(DaysOff(days: DayRange(off.days.first, off.days.last - 7)).written, old: [])
    let pause = RecoveryAction(slug: "", sentence: "", writes: [less])
    let shorter = try #require(ground.trial([pause]))
    #expect(ground.standing(of: shorter) == .fails)
    let later = try #require(LaterEndAction.lever(goal: 1, in: ground.outlook, to: shorter.outlook))
    #expect(ground.standing(of: try #require(ground.trial([pause, later]))) == .fails)
  }

  // MARK: Cuts

  private static func cuts(_ lines: String) -> CutActions {
    let outlook = ground(["mm.md": hours, "a.md": goal("2026-08-10", "", lines)]).outlook
    return CutActions(plan: outlook.plan, work: outlook.work, goals: [0])
  }

  @Test func fewerAndSmallerCutsAreTriedFirst() {
    let cuts = Self.cuts(
      "- [ ] One effort:9h optional:yes\n- [ ] Two effort:2h optional:yes\n- [ ] Three effort:5h optional:yes")
    #expect(cuts.ways.map(\.minutesSaved) == [120, 300, 540, 420, 660, 840, 960])
    #expect(cuts.ways.map(\.count) == [1, 1, 1, 2, 2, 2, 3])
  }

  @Test func onlyWhatIsOptionalIsLeftOutAndOnlyWhatIsNotBegunBecomesShorter() {
    let cuts = Self.cuts(
      """
      - [ ] One id:one effort:9h
        - [ ] Needed (2h)
        - [ ] Nice (1h) optional:yes
        - [x] Nice and done optional:yes
      - [ ] Two id:two effort:10h progress:0/1000
      - [ ] Three id:three effort:10h progress:300/1000
      - [ ] Four id:four effort:10h progress:0/1000 due:2026-08-10 fixed:yes
      """)
    let writes = cuts.everything.writes
    #expect(writes.filter { $0.key == "" }.map(\.action) == [.task(1, title: "Nice", old: .open, new: .cancelled)])
    #expect(writes.filter { $0.key == "progress" }.map(\.action) == [.set(old: "0/1000", new: "0/900")])
    #expect(writes.filter { $0.key == "effort" }.map(\.action) == [.set(old: "10h", new: "9h")])
  }

  // MARK: Choices that do not help

  /// An hour of ten was done in each of eight weeks, and in two more weeks 26 hours are to be: without the part that is
  /// optional they fit the free hours, and still nobody expects them to be done.
  @Test func aChoiceThatChangesNoChanceIsNotOffered() throws {
    let monday = day("2026-06-01")
    let today = monday + 56
    let states = (0...8).map { week in
      VaultPast.State(
        name: "\(week)", day: monday + 7 * week - 1, parents: week == 0 ? [] : [week - 1],
        snapshot: snapshot([
          "mm.md": "---\ntime: 2h mon-fri\n---\n",
          "a.md": Self.goal(
            (today + 13).description, "",
            "- [ ] Before effort:8h progress:\(week)/8\n- [ ] Draft effort:18h\n- [ ] Notes id:notes effort:8h optional:yes"
          ),
        ]))
    }
    let plan = Plan(reading: states[8].snapshot, today: today)
    let history = PlanHistory(TracedPast(VaultPast(states: states), today: today), current: plan)
    let outlook = ForecastedPlan(plan, history: history)
    #expect(outlook.forecast?.hasPercentages == true)
    let choices = ChoiceSearch(of: states[8].snapshot, outlook).choices()
    #expect(!choices.offered.contains { $0.slug.hasPrefix("cut-") })
    #expect(choices.notOffered.contains { "\($0)".contains("It changes no chance") })
    // What is offered changes a chance, or the day that the chance is about.
    for choice in choices.offered where choice.slug != "dates" {
      let isHelp = choice.results.contains { result in
        let before = EndResult.all(in: outlook).first { $0.end == result.end }
        return before?.deadline != result.deadline || abs((before?.chance ?? 0) - (result.chance ?? 0)) >= 0.03
      }
      #expect(isHelp, "\(choice.slug)")
    }
  }

  // MARK: Hours

  @Test func moreHoursBeginWithAWeek() throws {
    let plan = Self.ground(["mm.md": Self.hours, "a.md": Self.goal("2026-12-01", "", "- [ ] One effort:9h")]).outlook
      .plan
    for offset in 0..<7 {
      let today = august2 + offset
      let hours = try #require(HoursActions(plan: plan, goal: 0, from: today))
      #expect(hours.days.first.weekday == .monday && (0...6).contains(hours.days.first - today), "\(today)")
    }
  }

  // MARK: Waits and dates

  @Test func aWaitIsOverTheDayAfterItsLast() {
    for (since, isOver) in [("2026-07-18", true), ("2026-07-19", false), ("2026-07-20", false)] {
      let choices = Self.choices([
        "mm.md": Self.hours,
        "a.md": Self.goal("2026-12-01", "", "- [ ] Sign id:sign effort:3h wait:2w waiting:\(since)"),
      ])
      #expect(choices.small.map(\.slug) == (isOver ? ["complete-waits"] : []), "\(since)")
    }
  }

  private static func failing(_ lines: String, settings: String = "") -> ([Int], [Day?]) {
    let outlook = ground([
      "mm.md": "---\ntime: 1h mon-fri\n\(settings)---\n", "a.md": goal("2026-12-01", "", lines),
    ]).outlook
    var feasibility = DateFeasibility(of: outlook.scheduled)
    let dates = KeptDates(of: outlook, &feasibility)
    return (dates.failing, dates.completions)
  }

  @Test func aDateThatIsPastFailsAlsoWhereOnlyAWaitIsLeft() {
    #expect(Self.failing("- [ ] Sign effort:3h wait:1w waiting:2026-07-10 due:2026-07-20").0 == [0])
    #expect(Self.failing("- [ ] Sign effort:3h wait:5w waiting:2026-07-10 due:2026-08-20").0 == [])
  }

  @Test func aFixedDateThatIsMissedTakesNoOtherDateWithIt() {
    // B's date is not met by the plan at hand, in which A has its hours first; it can be.
    let outlook = Self.ground([
      "mm.md": Self.hours, "a.md": Self.goal("2026-08-21", "", "- [ ] One effort:5h"),
      "b.md": Self.goal("2026-12-01", "", "- [ ] Two due:2026-08-07 effort:2h"),
      "c.md": Self.goal("2026-12-01", "time: 30m mon-fri\n", "- [ ] Fair due:2026-08-12 effort:6h fixed:yes"),
    ]).outlook
    var feasibility = DateFeasibility(of: outlook.scheduled)
    #expect(outlook.schedule.jobs[2].lateDays > 0)
    #expect(KeptDates(of: outlook, &feasibility).failing == [])
  }

  /// What is kept is met: each kept date has a plan that is complete by it, with all the others.
  @Test(arguments: 0..<40) func keptDatesAreMetByOnePlan(seed: Int) {
    var vault = RandomVault(seed: seed, today: august2)
    let outlook = ForecastedPlan(Plan(reading: vault.snapshot(), today: august2))
    var feasibility = DateFeasibility(of: outlook.scheduled)
    let dates = KeptDates(of: outlook, &feasibility)
    for (job, due) in dates.kept.enumerated() {
      guard let due else { continue }
      #expect(due >= august2)
      let completion = dates.completions[job]
      #expect(
        completion.map { $0 <= due } == true, "job \(job) is complete on \(String(describing: completion)), due \(due)")
    }
  }

  @Test func aDateOfTodayIsNotPast() {
    let outlook = Self.ground([
      "mm.md": "---\ntime: 1h mon-sun\n---\n",
      "a.md": Self.goal("2026-12-01", "", "- [ ] One due:2026-08-02 effort:9h"),
    ]).outlook
    let failure = ChosenDay(for: 0, in: outlook)?.failure
    #expect(failure != nil && failure != .past)
  }

  // MARK: Proposed dates

  private static func proposals(_ lines: String, settings: String = "") -> [Day] {
    let outlook = ground([
      "mm.md": "---\ntime: 1h mon-fri\n\(settings)---\n", "a.md": goal("2026-12-01", "", lines),
    ]).outlook
    return MissingDates(in: outlook).proposals.map(\.day)
  }

  @Test func theEndOfAWaitIsNotProposedForADayOff() throws {
    let off = "off: 2026-08-10..2026-08-23\n"
    let day = try #require(Self.proposals("- [ ] Sent effort:2h wait:10d", settings: off).first)
    #expect(day > day - 1 && !DayRange(TestSupport.day("2026-08-10"), TestSupport.day("2026-08-23")).contains(day))
  }

  /// Proposed dates are in the order of what they wait for, and a wait is between the two.
  @Test(arguments: 0..<30) func proposedDatesAreInOrder(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let lines = (0..<6).map { index -> String in
      let isDated = index % 3 == 1
      return "- [ ] Part \(index) id:p\(index) effort:\(pick(1...6))h"
        + (isDated ? " due:\(august2 + pick(30...60))" : "") + (pick(0...2) == 0 ? " wait:\(pick(2...9))d" : "")
        + (index > 0 ? " after:p\(pick(0...index - 1))" : "")
    }
    let outlook = Self.ground([
      "mm.md": "---\ntime: 1h mon-fri\n---\n", "a.md": Self.goal("2027-03-01", "", lines.joined(separator: "\n")),
    ]).outlook
    var due = outlook.problem.jobs.map(\.due)
    for proposal in MissingDates(in: outlook).proposals {
      due[try #require(outlook.jobs[proposal.milestone])] = proposal.day
    }
    for (job, facts) in outlook.problem.jobs.enumerated() where facts.due == nil {
      for before in facts.predecessors {
        guard let first = due[before], let last = due[job] else { continue }
        let work = outlook.problem.jobs[before].wait > 0 ? 1 : 0
        #expect(last >= first + work + facts.wait, "job \(job) due \(last), after \(before) due \(first)")
      }
    }
  }
}
