import PlanDocuments
import PlanModel

/// Finds goals in which nothing has been ticked for a while.
struct Stalled: Check {
  static let card = CheckCard(
    code: "MM402", name: "stalled", severity: .warning,
    finds: "An active goal with no tick for three weeks.",
    matters: "A goal that rests without a decision keeps its hours and its dates, and the others go without.",
    cure: "Take one small task of it next, or say `status: paused`.",
    examples: [
      .fires(
        "---\ngoal: ↓Run a marathon\nstart: 2026-06-01\n---\n## Milestones\n- [x] Shoes done:2026-07-12\n- [ ] Half of it\n"
      ),
      .fires(
        "---\ngoal: ↓Run a marathon\n---\n## Milestones\n- [ ] Half of it\n",
        history: CheckHistory(lastTicks: ["book": CheckExample.today - 22])),
      .silent(
        "---\ngoal: Run a marathon\nstart: 2026-06-01\n---\n## Milestones\n- [x] Shoes done:2026-07-13\n- [ ] Half of it\n"
      ),
      .silent(
        "---\ngoal: Run a marathon\nstart: 2026-06-01\n---\n## Milestones\n- [x] Shoes done:2026-07-01\n- [ ] Half of it\n",
        history: CheckHistory(lastTicks: ["book": CheckExample.today - 3])),
      .silent(
        "---\ngoal: Run a marathon\nstart: 2026-06-01\n---\n## Milestones\n- [x] Shoes done:2026-07-01\n- [ ] Half of it progress:4/21\n"
      ),
      .silent(
        "---\ngoal: Run a marathon\nstart: 2026-09-01\n---\n## Milestones\n- [x] Shoes done:2026-07-01\n- [ ] Half of it\n"
      ),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return facts.activeGoals.compactMap { goal in
      // Where all that is left is waiting for others, there is nothing to tick.
      let isWorkLeft = plan.goals[goal].milestones.contains { facts.isPlanned($0) && facts.work[$0].handedOver == nil }
      guard isWorkLeft, let last = lastTick(of: goal, facts) else { return nil }
      let begin = max(last, plan.goals[goal].start ?? last)
      let days = facts.today - begin
      guard days >= 21 else { return nil }
      return card.finding(
        at: plan.titlePlace(ofGoal: goal),
        "Nothing has been ticked here for \(CheckWords.counted(days / 7, "week")), since `\(last)`.")
    }
  }

  /// The last tick that history knows of; without history that of the dates in the files, if every sign of work has one.
  private func lastTick(of goal: Int, _ facts: CheckFacts) -> Day? {
    let plan = facts.plan
    if let known = facts.history.lastTicks[plan.goals[goal].id] { return known }
    var last: Day?
    for milestone in plan.goals[goal].milestones {
      let isBegun = plan.milestones[milestone].progress.map { $0.now != $0.from } ?? false
      let isUndated = plan.tasks[plan.milestones[milestone].tasks].contains { $0.state == .done && $0.done == nil }
      if plan.milestones[milestone].state == .open, isBegun || isUndated { return nil }
    }
    for milestone in plan.goals[goal].milestones {
      if let done = plan.milestones[milestone].done { last = max(last ?? done, done) }
      for task in plan.milestones[milestone].tasks {
        if let done = plan.tasks[task].done { last = max(last ?? done, done) }
      }
    }
    return last
  }
}
