import PlanDocuments
import PlanModel
import TestSupport
import Testing

@testable import Forecasting

/// Two commits far apart leave open when the work of the second was done.
@Suite struct UnseenDaysTests {
  private static func between(_ commits: [String], off: String = "", reviewed: String...) -> DayRange? {
    let files = snapshot([
      "mm.md": "---\ntime: 1h mon-fri\n\(off)---\n",
      "a.md": "---\ngoal: A hedge is laid\n---\n## Milestones\n\n- [ ] Stakes cut effort:9h\n",
    ])
    let states = commits.enumerated().map { index, commit in
      VaultPast.State(name: "\(index)", day: day(commit), parents: index == 0 ? [] : [index - 1], snapshot: files)
    }
    let today = day(reviewed[1]) + 1
    let plan = Plan(reading: files, today: today)
    let history = PlanHistory(TracedPast(VaultPast(states: states), today: today), current: plan)
    return history.unseenDays(before: DayRange(day(reviewed[0]), day(reviewed[1])))
  }

  @Test func moreThanTwoWeeksAreAskedAboutInTheWeekThatEndsThem() {
    let commits = ["2026-04-06", "2026-04-12", "2026-05-07", "2026-05-09"]
    let asked = Self.between(commits, reviewed: "2026-05-04", "2026-05-10")
    #expect(asked == DayRange(day("2026-04-13"), day("2026-05-06")))
    #expect(Self.between(commits, reviewed: "2026-05-11", "2026-05-17") == nil)
    #expect(Self.between(commits, reviewed: "2026-04-06", "2026-04-12") == nil)
  }

  @Test func twoWeeksAreNoQuestion() {
    #expect(Self.between(["2026-04-12", "2026-04-26"], reviewed: "2026-04-20", "2026-04-26") == nil)
  }

  @Test func nobodyAsksAboutDaysOff() {
    let off = "off: [2026-04-13..2026-05-03]\n"
    #expect(Self.between(["2026-04-12", "2026-05-07"], off: off, reviewed: "2026-05-04", "2026-05-10") == nil)
  }
}
