import Checks
import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import Scheduling
import TestSupport
import Testing

@Suite struct RecalibrationTests {
  func choices(_ files: KeyValuePairs<String, String>, today: Day = august2) -> (Choices, VaultSnapshot, ForecastedPlan)
  {
    let snapshot = snapshot(files)
    let outlook = ForecastedPlan(Plan(reading: snapshot, today: today))
    return (ChoiceSearch(of: snapshot, outlook).choices(), snapshot, outlook)
  }

  func garden(soilDue: String, settings: String = "") -> KeyValuePairs<String, String> {
    [
      "mm.md": "---\ntime: 2h mon-fri\n\(settings)\n---\n",
      "garden.md": """
      ---
      goal: Six beds planted
      deadline: 2026-10-01
      ---

      ## Milestones

      - [ ] Soil turned id:soil due:\(soilDue) effort:6h
      - [ ] Beds planted id:beds due:2026-09-25 effort:12h after:soil
      """,
    ]
  }

  @Test func theBookIsHeldByCuttingTheChapterAndShorteningLaterParts() throws {
    let (choices, _, outlook) = choices(bookAtWeekEight)
    #expect(outlook.schedule.jobs.last?.completion ?? august2 > (try Day(reading: Array("2026-12-01".utf8)[...])))
    let cut = try #require(choices.offered.first)
    #expect(cut.holdsEverything)
    #expect(
      cut.writes.contains(
        PlannedWrite(subject: .milestone("book/pensions"), key: "", action: .box(old: .open, new: .cancelled))))
    #expect(
      cut.writes.contains(
        PlannedWrite(subject: .milestone("book/three"), key: "progress", action: .set(old: "0/15000", new: "0/13500"))))
    #expect(
      cut.writes.contains(
        PlannedWrite(subject: .milestone("book/three"), key: "effort", action: .set(old: "26-38h", new: "23.5-34h"))))
    #expect(cut.minutesSaved >= 660 + 180)
    #expect(choices.offered.contains { $0.slug.hasPrefix("hours-") })
    let longer = try #require(choices.offered.first { $0.slug.hasPrefix("extend-") })
    #expect(longer.writes.contains { $0.key == "planned" && $0.action == .set(old: nil, new: "2026-12-01") })
    #expect(longer.writes.contains { $0.key == "fixed" && $0.action == .set(old: "yes", new: nil) })
  }

  @Test func aLaterEndIsOfferedByItsChanceToo() throws {
    let snapshot = snapshot(bookAtWeekEight)
    let plan = Plan(reading: snapshot, today: august2)
    let outlook = ForecastedPlan(plan, history: PlanHistory(TracedPast(VaultPast(), today: august2), current: plan))
    let choices = ChoiceSearch(of: snapshot, outlook).choices()
    let longer = try #require(choices.offered.first { $0.slug.hasPrefix("extend-") })
    #expect(longer.writes.contains { $0.key == "fixed" && $0.action == .set(old: "yes", new: nil) })
  }

  @Test func everyChoiceAppliedLeavesNothingToMove() throws {
    let (choices, snapshot, outlook) = choices(bookAtWeekEight)
    #expect(choices.offered.count >= 3)
    for choice in choices.offered {
      let after = snapshot.applying(try change(writing: choice.writes, in: outlook.plan))
      let next = ForecastedPlan(Plan(reading: after, today: august2))
      let again = ChoiceSearch(of: after, next).choices()
      #expect(again.baseline.isEmpty, "\(choice.slug)")
      #expect(again.offered.isEmpty, "\(choice.slug): \(again.offered.map(\.writes))")
    }
  }

  @Test func aDateOnADayOffIsMovedToADayThatIsNone() throws {
    let (choices, snapshot, outlook) = choices(
      garden(soilDue: "2026-08-14", settings: "off: 2026-08-10..2026-08-16 the lake"))
    let choice = try #require(choices.offered.first)
    #expect(choice.slug == "dates")
    #expect(choice.writes.map(\.due?.milestone) == ["garden/soil"])
    let after = snapshot.applying(try change(writing: choice.writes, in: outlook.plan))
    let findings = CheckRunner().findings(in: CheckFacts(Plan(reading: after, today: august2)), hints: false)
    #expect(!findings.contains { ["day-off", "overdue", "date-order"].contains($0.check) })
  }

  @Test func aPlanThatHoldsHasNoLadder() {
    let (choices, _, _) = choices(garden(soilDue: "2026-08-14"))
    #expect(choices.offered.isEmpty)
    #expect(choices.baseline.isEmpty)
  }

  @Test func aDateThatIsPastMovesAndTheOthersStay() throws {
    let (choices, _, _) = choices(garden(soilDue: "2026-07-31"))
    let choice = try #require(choices.offered.first)
    #expect(choice.slug == "dates")
    // Six hours at six tenths of two hours a day: the fifth working day.
    #expect(
      choice.writes == [
        PlannedWrite(subject: .milestone("garden/soil"), key: "due", action: .set(old: "2026-07-31", new: "2026-08-07"))
      ])
    #expect(choices.offered.count == 1)
  }

  @Test func aProposalIsRefusedWhereTheLineSaysSomethingElse() throws {
    let (choices, _, _) = choices(bookAtWeekEight)
    let choice = try #require(choices.offered.first)
    var files = Dictionary(uniqueKeysWithValues: bookAtWeekEight.map { ($0.key, $0.value) })
    files["book.md"]?.replace("progress:0/15000", with: "progress:300/15000")
    let changed = plan(["mm.md": files["mm.md"] ?? "", "book.md": files["book.md"] ?? ""])
    #expect(throws: MakeWrites.Refusal.self) { try change(writing: choice.writes, in: changed) }
  }

  @Test func aDateThatIsPastMeanwhileIsNotWritten() throws {
    let (choices, snapshot, _) = choices(bookAtWeekEight)
    let choice = try #require(choices.offered.first)
    let later = Plan(reading: snapshot, today: august2 + 200)
    #expect(throws: MakeWrites.Refusal.self) { try change(writing: choice.writes, in: later) }
  }
}
