import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
import TestSupport
import Testing

/// The figures of a note, on a vault small enough to count by hand.
///
/// Today is Wednesday, 5 August 2026, so the note covers the seven days until Tuesday.
@Suite struct ReviewFactsTests {
  private static func vault(_ lines: String) -> VaultNotes {
    VaultNotes(
      [
        "mm.md": "---\ntime: 2h mon-fri\n---\n",
        "boat.md": "---\ngoal: The boat sails\ndeadline: 2026-11-30\n---\n\n## Milestones\n\n\(lines)\n",
      ], today: "2026-08-05")
  }

  private static func day(_ text: String) -> Day { SampleFacts.day(text) }

  @Test func whatWasCompletedSinceTheWeekEndedIsNamedToo() {
    for (done, isNamed) in [("2026-07-28", false), ("2026-07-29", true), ("2026-08-04", true), ("2026-08-05", true)] {
      let facts = Self.vault("- [x] Hull done:\(done)\n- [ ] Mast effort:9h").facts()
      #expect(facts.done.goals.flatMap(\.completed).map(\.milestone.title) == (isNamed ? ["Hull"] : []), "\(done)")
    }
  }

  @Test func aGoalIsQuietFromTheFourteenthDayOn() {
    let before = PlanSnapshot(day: Self.day("2026-07-28"), entries: [])
    for (count, days) in [(13, nil), (14, 14), (30, 30)] {
      let quiet = QuietTime(days: count, since: Self.day("2026-08-05") - count)
      let facts = Self.vault("- [x] Hull done:2026-07-06\n- [ ] Mast effort:9h").facts(
        evidence: ReviewEvidence(before: before, quietTimes: [0: quiet]))
      #expect(facts.done.goals.first?.quietDays == days, "\(count)")
    }
  }

  @Test func whatAGoalGotAWeekIsTheMeanOfFourWeeks() {
    let weeks = [999, 100, 200, 300, 400].enumerated().map { index, minutes in
      ReviewEvidence.WeekOfWork(
        monday: Self.day("2026-06-29") + 7 * index, minutes: [0: minutes], freeMinutes: 600)
    }
    let facts = Self.vault("- [ ] Mast effort:9h").facts(evidence: ReviewEvidence(weeks: weeks))
    #expect(facts.goals.map(\.gaveAWeek) == [250])
  }

  @Test func theWayBackFromTheEndIsAWeekAMonthAndThreeMonths() {
    let facts = Self.vault(
      "- [ ] Mast due:2026-08-20 effort:9h\n- [ ] Sails due:2026-11-20 effort:9h after:mast\n- [ ] Crew effort:1h after:sails"
    ).facts()
    let days = facts.endsBackwards.flatMap(\.steps).map(\.day)
    #expect(!days.isEmpty)
    #expect(days.allSatisfy([Self.day("2026-11-23"), Self.day("2026-10-30"), Self.day("2026-08-30")].contains))
    #expect(days.contains(Self.day("2026-11-23")))
  }

  @Test func nextWeekIsTheSevenDaysFromToday() {
    let facts = Self.vault("- [ ] Mast effort:30h").facts()
    #expect(facts.nextWeek.days == DayRange(Self.day("2026-08-05"), Self.day("2026-08-11")))
    #expect(facts.nextWeek.freeMinutes == 600)
    // Six tenths of ten hours, whole days first.
    #expect(facts.nextWeek.plan.map(\.day.weekday) == [.wednesday, .thursday, .friday])
    #expect(facts.nextWeek.plannedMinutes == 360)
  }

  @Test func aDateOfTodayIsStillAheadWhenTheLastDecisionIsLookedAt() throws {
    let write = PlannedWrite(
      subject: .milestone("boat/mast"), key: "due", action: .set(old: "2026-07-01", new: "2026-08-05"))
    let decision = NoteDecision(day: Self.day("2026-07-29"), blockID: "c7f2", words: "Later.", writes: [write])
    var last = ReviewFacts(
      today: Self.day("2026-07-29"), period: ReviewPeriod(today: Self.day("2026-07-29"), coveredUntil: nil),
      folder: VaultPath("reviews"))
    last.decided = [decision]
    let previous = ReviewNoteTests.read(AssemblyTests.note(last))
    let facts = Self.vault("- [ ] Mast due:2026-08-05 effort:9h").facts(previous: previous)
    #expect(facts.lookingBack?.outcome == "Its date: \(words: "1 ahead").")
  }

  @Test func aSuggestionIsCarriedOnUntilItIsAnswered() throws {
    let vault = Self.vault("- [ ] Mast due:2026-08-20 effort:9h")
    let choice = Choice(
      number: 0, slug: "from-claude-move-mast", sentence: "From claude: later.",
      writes: [
        PlannedWrite(
          subject: .milestone("boat/mast"), key: "due", action: .set(old: "2026-08-20", new: "2026-08-27"))
      ])
    let note = ReviewNoteTests.read(AssemblyTests.note(vault.facts(choices: Choices(small: [choice]))))
    let plan = Plan(reading: vault.snapshot, today: vault.today)
    #expect(CarriedSuggestions.choices(in: note, settled: [], of: plan).map(\.writes) == [choice.writes])
    #expect(CarriedSuggestions.choices(in: note, settled: [choice.blockID], of: plan).isEmpty)
  }

  @Test func aMilestoneThatWasMovedIntoThePastIsNotTakenOver() {
    let vault = Self.vault("- [ ] Mast due:2026-08-20 effort:9h")
    let plan = Plan(reading: vault.snapshot, today: vault.today)
    func choice(to day: String) -> Choice? {
      MovedMilestone(milestone: 0, from: Self.day("2026-08-20"), to: Self.day(day)).choice(in: plan)
    }
    #expect(choice(to: "2026-08-04") == nil)
    #expect(choice(to: "2026-08-05")?.writes.map(\.due?.new) == ["2026-08-05"])
  }

  @Test func onlyDaysThatAreKnownAreWrittenAsDaysOfCompletion() throws {
    func vault(_ mast: String) -> VaultNotes { Self.vault("- [x] Hull id:hull\n- [\(mast)] Mast id:mast\n- [ ] Sails") }
    let states = [" ", "x"].enumerated().map { index, mark in
      VaultPast.State(
        name: "\(index)", day: Self.day("2026-08-01") + index, parents: index == 0 ? [] : [0],
        snapshot: vault(mark).snapshot)
    }
    let plan = Plan(reading: states[1].snapshot, today: Self.day("2026-08-05"))
    let history = PlanHistory(TracedPast(VaultPast(states: states), today: plan.today), current: plan)
    // The hull was ticked before the first commit, nobody knows when.
    let write = PlannedWrite(
      subject: .milestone("boat/mast"), key: "done", action: .set(old: nil, new: "2026-08-02"))
    #expect(history.completionDates?.writes == [write])
  }
}
