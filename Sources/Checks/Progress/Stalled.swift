import PlanDocuments
import PlanModel

/// Finds goals in which nothing has been done for a while.
struct Stalled: Check {
  static let card = CheckCard(
    code: "MM402", name: "stalled", severity: .warning,
    finds:
      "An active goal in which nothing was done for three weeks: no box ticked, no amount raised, nothing sent out. git, `done:` dates and review notes show it; days off, pauses and waits for others don't count.",
    matters: "A goal that rests without a decision keeps its hours and its dates, and the others go without.",
    cure: "Take one small task of it next, or say `status: paused`.",
    examples: [
      .fires(
        "---\ngoal: ↓Run a marathon\nstart: 2026-06-01\n---\n## Milestones\n- [x] Shoes done:2026-07-12\n- [ ] Half of it\n",
        history: quiet(21)),
      .fires(
        "---\ngoal: ↓Run a marathon\nstart: 2026-06-01\n---\n## Milestones\n- [ ] Half of it\n", history: quiet(62)),
      .silent(
        "---\ngoal: Run a marathon\nstart: 2026-06-01\n---\n## Milestones\n- [x] Shoes done:2026-07-13\n- [ ] Half of it\n",
        history: quiet(20)),
      .silent("---\ngoal: Run a marathon\n---\n## Milestones\n- [ ] Half of it progress:4/21\n"),
      .silent(
        "---\ngoal: Run a marathon\nstatus: paused\n---\n## Milestones\n- [ ] Half of it\n", history: quiet(40)),
    ])

  private static func quiet(_ days: Int) -> CheckHistory {
    CheckHistory(quietTimes: ["book": .init(days: days, since: CheckExample.today - days)])
  }

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return facts.activeGoals.compactMap { goal in
      // Where all that is left is waiting for others, there is nothing to tick.
      let isWorkLeft = plan.goals[goal].milestones.contains { facts.isPlanned($0) && facts.work[$0].handedOver == nil }
      guard isWorkLeft, let quiet = facts.history.quietTimes[plan.goals[goal].id], quiet.days >= 21 else { return nil }
      return card.finding(
        at: plan.titlePlace(ofGoal: goal),
        "Nothing has been done here for \(CheckWords.counted(quiet.days / 7, "week")), since `\(quiet.since)`.")
    }
  }
}
