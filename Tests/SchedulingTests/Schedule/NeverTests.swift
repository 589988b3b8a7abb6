import PlanDocuments
import Scheduling
import TestSupport
import Testing

@Suite struct NeverTests {
  @Test func aGoalWithoutHoursToComeBindsNoOther() throws {
    let plan = plan([
      "mm.md": "---\ntime: 1h mon\n---\n",
      "one.md": "---\ngoal: One\ndeadline: 2026-09-30\n---\n## Milestones\n- [ ] First id:first effort:2h\n",
      "two.md": """
      ---
      goal: Two
      deadline: 2026-09-30
      time: 1h tue
      ---
      ## Milestones
      - [ ] Second id:second effort:1h after:one/first
      """,
    ])
    let schedule = ScheduledPlan(plan).schedule
    #expect(schedule.jobs[0].latestAlone == Day(year: 2026, month: 9, day: 30))
    #expect(schedule.jobs[0].latest == Day(year: 2026, month: 9, day: 30))
    #expect(schedule.jobs[0].latestStart == Day(year: 2026, month: 9, day: 21))
    #expect(schedule.jobs[1].completion == nil)
    #expect(schedule.jobs[1].latest == nil)
    #expect(schedule.goals[1].isNever)
  }
}
