import Forecasting
import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

@testable import Recalibration

/// Each lever by itself: what it offers and what it writes.
@Suite struct LeverTests {
  private static let hours = "---\ntime: 1h mon-fri\n---\n"

  private static func ground(_ vault: LateVault, help goals: [Int] = [0], until days: [String]) -> LeverGround {
    LeverGround(vault.outlook, goalsToHelp: goals, lastDays: days.map { day($0) })
  }

  private static func two(_ keys: String = "", settings: String = hours) -> LateVault {
    LateVault([
      "mm.md": settings, "a.md": LateVault.goal("2026-09-25", keys, "- [ ] One effort:40h"),
      "b.md": LateVault.goal("2026-12-04", keys, "- [ ] Two effort:20h"),
    ])
  }

  @Test func theOrderOfGoalsIsWrittenWithTheDayUntilWhichItCounts() throws {
    let action = try #require(OrderLever.actions(Self.ground(Self.two(), until: ["2026-09-25"])).first)
    #expect(
      action.writes == [
        PlannedWrite(subject: .goal("a"), key: "first", action: .set(old: nil, new: "2026-09-25"))
      ])
  }

  @Test func aGoalIsPausedUntilTheDayAfterTheEndThatItHelps() throws {
    let actions = PauseLever.actions(Self.ground(Self.two(), until: ["2026-09-25"]))
    #expect(
      actions.map(\.writes) == [
        [PlannedWrite(subject: .goal("b"), key: "status", action: .set(old: nil, new: "paused 2026-09-26"))]
      ])
  }

  @Test func aGoalWithAFixedDaySoonAfterThePauseIsNotPaused() {
    let vault = LateVault([
      "mm.md": Self.hours, "a.md": LateVault.goal("2026-09-25", "", "- [ ] One effort:40h"),
      "b.md": LateVault.goal("2026-10-30", "", "- [ ] Two effort:20h\n- [ ] Fair due:2026-10-30 fixed:yes effort:0h"),
    ])
    #expect(PauseLever.actions(Self.ground(vault, until: ["2026-09-25"])).isEmpty)
  }

  @Test func hoursComeOnceForAllGoalsOnADayThatIsFree() throws {
    let actions = HoursLever.actions(Self.ground(Self.two(), help: [0, 1], until: ["2026-09-25", "2026-12-04"]))
    #expect(actions.count == 8)
    #expect(
      actions[1].writes == [
        PlannedWrite(
          subject: .settings, key: "time", action: .add("2h sat 2026-08-03..2026-09-25", old: ["1h mon-fri"]))
      ])
    #expect(actions[1].minutesAdded == 7 * 120)
  }

  @Test func hoursAreNeverOfferedOnAnExcludedDay() throws {
    let vault = Self.two(settings: "---\ntime: 1h mon-fri\nnever: sat sun\n---\n")
    let actions = HoursLever.actions(Self.ground(vault, until: ["2026-09-25"]))
    #expect(actions.count == 4)
    for action in actions { #expect(!"\(action.writes)".contains("sat") && !"\(action.writes)".contains("sun")) }
  }

  @Test func hoursByTheWeekGrowInOneFigure() throws {
    let vault = Self.two(settings: "---\ntime: 10h/week\n---\n")
    let action = try #require(HoursLever.actions(Self.ground(vault, help: [0, 1], until: ["2026-09-27"])).first)
    let after = try vault.taking(Choice(number: 0, slug: "x", sentence: "", writes: action.writes))
    let free = FreeHours(WorkHours(of: after.plan), today: august2, from: august2, through: august2 + 60)
    #expect((1...7).reduce(0) { $0 + (free.sharedMinutes(on: august2 + $1) ?? 0) } == 11 * 60)
  }

  @Test func aGoalsOwnLimitIsRaisedByHalf() throws {
    let vault = Self.two("time: 4h/week\n", settings: "---\ntime: 2h mon-fri\n---\n")
    let action = try #require(ShareLever.actions(Self.ground(vault, until: ["2026-09-25"])).first)
    #expect("\(action.writes)".contains("6h/week"))
    #expect(action.minutesAdded == 0)
  }

  @Test func withoutSharedHoursOneGoalGivesHalfOfItsOwn() throws {
    let vault = Self.two("time: 4h/week\n", settings: "---\n---\n")
    let action = try #require(ShareLever.actions(Self.ground(vault, until: ["2026-09-27"])).first)
    #expect(action.goals == [1])
    let texts = action.writes.map { "\($0)" }
    #expect(texts.contains { $0.contains("2h/week") } && texts.contains { $0.contains("6h/week") })
  }

  @Test func onlyWhatIsOptionalIsLeftOut() {
    let vault = LateVault([
      "mm.md": Self.hours,
      "a.md": LateVault.goal(
        "2026-08-21", "",
        """
        - [ ] One id:one effort:9h
          - [ ] Needed (2h)
          - [ ] Nice (1h) optional:yes
          - [x] Nice and done optional:yes
        - [ ] Two id:two effort:5h optional:yes
        - [ ] Three id:three effort:5h
        """),
    ])
    let actions = CutLever.actions(Self.ground(vault, until: ["2026-08-21"]))
    #expect(
      actions.map(\.writes.count) == [1, 1, 2] && actions.map(\.minutesSaved) == [300, 60, 360],
      "\(actions.map(\.phrase))")
  }

  @Test func onlyAmountsThatAreNotBegunBecomeSmaller() throws {
    let vault = LateVault([
      "mm.md": Self.hours,
      "a.md": LateVault.goal(
        "2026-09-25", "",
        """
        - [ ] Two id:two effort:10h progress:0/1000
        - [ ] Three id:three effort:10h progress:300/1000
        - [ ] Four id:four effort:10h progress:0/1000 due:2026-08-10 fixed:yes
        """),
    ])
    let actions = ShrinkLever.actions(Self.ground(vault, until: ["2026-09-25"]))
    #expect(actions.count == 2)
    #expect(actions[0].writes.map(\.action) == [.set(old: "0/1000", new: "0/900"), .set(old: "10h", new: "9h")])
    #expect(actions[1].writes.map(\.action) == [.set(old: "0/1000", new: "0/800"), .set(old: "10h", new: "8h")])
  }

  @Test func aLaterEndKeepsTheFirstDeadline() throws {
    let action = try #require(
      LaterEnd.action(goal: 0, to: day("2026-10-04"), Self.ground(Self.two(), until: ["2026-09-25"])))
    #expect(action.writes.map(\.key) == ["deadline", "planned"])
    #expect(action.disruption == Disruption.laterEnd(days: 9, priority: 2))
    #expect(LaterEnd.action(goal: 0, to: day("2026-09-25"), Self.ground(Self.two(), until: ["2026-09-25"])) == nil)
  }

  @Test func aFixedDateThatIsGivenUpIsAnOrdinaryOneFromThen() throws {
    let vault = LateVault([
      "mm.md": Self.hours,
      "a.md": LateVault.goal("2026-08-14", "", "- [ ] Work effort:30h\n- [ ] Fair due:2026-08-14 fixed:yes effort:0h"),
    ])
    let actions = GivingUp.actions(Self.ground(vault, until: ["2026-08-14"]), goal: 0, likely: day("2026-11-01"))
    #expect(actions.count == 2)
    #expect(Set(actions[0].writes.map(\.key)) == ["fixed", "due", "deadline", "planned"])
    #expect(
      actions[1].writes == [PlannedWrite(subject: .goal("a"), key: "status", action: .set(old: nil, new: "dropped"))])
  }
}
