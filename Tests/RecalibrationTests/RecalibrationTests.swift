import Checks
import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import Scheduling
import TestSupport
import Testing

@Suite struct RecalibrationTests {
  func garden(soilDue: String, settings: String = "") -> LateVault {
    LateVault([
      "mm.md": "---\ntime: 2h mon-fri\n\(settings)\n---\n",
      "garden.md": """
      ---
      goal: Six beds planted
      deadline: 2026-11-01
      ---

      ## Milestones

      - [ ] Soil turned id:soil due:\(soilDue) effort:6h
      - [ ] Beds planted id:beds due:2026-09-25 effort:12h after:soil
      """,
    ])
  }

  @Test func aLateBookHasChoicesThatHelpAndOneIsAdvised() throws {
    let choices = LateVault(bookAtWeekEight).choices()
    #expect((1...4).contains(choices.offered.count))
    let last = try #require(choices.offered.last)
    #expect(last.results.contains { ($0.chance ?? 0) >= 0.5 })
    #expect(choices.offered.contains { $0.isAdvised })
  }

  /// Levers that only help together are found together: neither the hours nor the cut alone bring the end to even odds.
  @Test func leversAreJoinedWhereOneIsNotEnough() {
    let choices = LateVault([
      "mm.md": "---\ntime: 2h mon-fri\n---\n",
      "a.md": LateVault.goal(
        "2026-12-04", "priority: 1\n",
        "- [ ] One id:one effort:110h\n- [ ] Two id:two effort:25h optional:yes\n- [ ] Day due:2026-12-04 fixed:yes effort:0h after:one,two"
      ),
    ]).choices()
    #expect(choices.offered.contains { $0.minutesAdded > 0 && $0.minutesSaved > 0 })
  }

  /// Ends that nothing helps are named in the order of the files, in every process the same.
  @Test func whatIsHopelessIsNamedInTheOrderOfTheFiles() {
    let goal = LateVault.goal(
      "2026-12-04", "", "- [ ] One id:one effort:400h\n- [ ] Day due:2026-12-04 fixed:yes effort:0h after:one")
    let choices = LateVault([
      "mm.md": "---\ntime: 2h mon-fri\n---\n", "a.md": goal, "b.md": goal, "c.md": goal, "d.md": goal, "e.md": goal,
      "f.md": goal, "g.md": goal, "h.md": goal,
    ]).choices()
    #expect(choices.hopeless.count > 5)
    #expect(choices.hopeless == choices.baseline.map(\.end).filter { choices.hopeless.contains($0) })
  }

  /// Half an hour a week can't save twelve weeks; and what is asked for is what is written.
  @Test func twoLateGoalsShareTheHoursThatAreAdded() throws {
    let vault = LateVault([
      "mm.md": "---\ntime: 10h/week\n---\n", "a.md": LateVault.goal("2027-01-31", "", "- [ ] One effort:150h"),
      "b.md": LateVault.goal("2027-02-28", "", "- [ ] Two effort:150h"),
    ])
    for choice in vault.choices().offered where choice.minutesAdded > 0 {
      let after = try vault.taking(choice)
      let free = FreeHours(WorkHours(of: after.plan), today: august2, from: august2, through: august2 + 60)
      #expect((8...14).reduce(0) { $0 + (free.sharedMinutes(on: august2 + $1) ?? 0) } <= 14 * 60)
    }
  }

  /// An exam on a fixed day is helped, not only goals with a deadline.
  @Test func aFixedEndIsHelped() throws {
    let choices = LateVault([
      "mm.md": "---\ntime: 1h mon-fri\n---\n",
      "exam.md": LateVault.goal(
        "2026-10-02", "priority: 1\n",
        "- [ ] Chapters id:chapters effort:42h\n- [ ] Exam due:2026-10-02 fixed:yes effort:0h after:chapters"),
      "book.md": LateVault.goal("2027-03-26", "", "- [ ] Draft effort:40h\n- [ ] Extras effort:12h optional:yes"),
    ]).choices()
    let exam = choices.baseline.indices.first { if case .fixed = choices.baseline[$0].end { true } else { false } }
    let before = choices.baseline[try #require(exam)].chance ?? 1
    let after = choices.offered.compactMap { choice in exam.flatMap { choice.results[$0].chance } }
    #expect(after.contains { $0 - before >= 0.1 }, "\(before), then \(after)")
  }

  @Test func aDateOnADayOffIsMovedToADayThatIsNone() throws {
    let vault = garden(soilDue: "2026-08-14", settings: "off: 2026-08-10..2026-08-16 the lake")
    let choice = try #require(vault.choices().small.first { $0.slug == Choices.movedDatesSlug })
    #expect(choice.writes.map(\.due?.milestone) == ["garden/soil"])
    let findings = CheckRunner().findings(in: CheckFacts(try vault.taking(choice).plan), hints: false)
    #expect(!findings.contains { ["day-off", "overdue", "date-order"].contains($0.check) })
  }

  @Test func aPlanThatFitsHasNothingToDecide() {
    let choices = garden(soilDue: "2026-08-14").choices()
    #expect(choices.offered.isEmpty && choices.small.isEmpty && choices.question == nil)
  }

  @Test func aDateThatIsPastMovesAndTheOthersStay() throws {
    let choice = try #require(garden(soilDue: "2026-07-31").choices().small.first)
    #expect(choice.slug == Choices.movedDatesSlug)
    // Six hours at six tenths of two hours a day: the fifth working day.
    #expect(
      choice.writes == [
        PlannedWrite(subject: .milestone("garden/soil"), key: "due", action: .set(old: "2026-07-31", new: "2026-08-07"))
      ])
  }

  /// What isn't needed to wait is asked about, with what the answer brings.
  @Test func aDependencyThatDecidesIsAskedAbout() throws {
    let vault = LateVault([
      "mm.md": "---\ntime: 2h mon-fri\n---\n",
      "a.md": LateVault.goal(
        "2026-10-02", "",
        "- [ ] Plan id:plan effort:4h wait:5w\n- [ ] Build id:build effort:30h after:plan"),
    ])
    let question = try #require(vault.choices().question)
    #expect(
      question.writes == [
        PlannedWrite(subject: .milestone("a/build"), key: "after", action: .set(old: "plan", new: nil))
      ])
  }

  @Test func aProposalIsRefusedWhereTheLineSaysSomethingElse() throws {
    let choice = try #require(
      LateVault(bookAtWeekEight).choices().offered.first { choice in choice.writes.contains { $0.due != nil } })
    var files = Dictionary(uniqueKeysWithValues: bookAtWeekEight.map { ($0.key, $0.value) })
    files["book.md"]?.replace("due:2026-08-16", with: "due:2026-08-17")
    files["book.md"]?.replace("due:2026-07-19", with: "due:2026-07-20")
    let changed = plan(["mm.md": files["mm.md"] ?? "", "book.md": files["book.md"] ?? ""])
    #expect(throws: MakeWrites.Refusal.self) { try change(writing: choice.writes, in: changed) }
  }

  @Test func aDateThatIsPastMeanwhileIsNotWritten() throws {
    let vault = LateVault(bookAtWeekEight)
    let choice = try #require(vault.choices().offered.first { choice in choice.writes.contains { $0.due != nil } })
    let later = Plan(reading: vault.snapshot, today: august2 + 200)
    #expect(throws: MakeWrites.Refusal.self) { try change(writing: choice.writes, in: later) }
  }
}
