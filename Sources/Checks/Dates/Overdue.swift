import PlanDocuments
import PlanModel

/// Finds what is past due.
struct Overdue: Check {
  static let card = CheckCard(
    code: "MM302", name: "overdue", severity: .warning,
    finds: "An open milestone whose due date is past; once a goal, at the earliest.",
    matters: "Nothing is lost by a date that has passed, but what comes after it still counts on it.",
    cure: "Tick it if it is done; otherwise `mm recalibrate` finds the dates that hold.",
    examples: [
      .fires("- [ ] Draft due:2026-07-25\n- [ ] Research due:↓2026-07-19\n- [x] Outline due:2026-07-01"),
      .silent("- [ ] Draft due:2026-08-02"),
      .silent("---\ngoal: Run a marathon\nstatus: paused\n---\n## Milestones\n- [ ] Half of it due:2026-07-19\n"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return facts.activeGoals.compactMap { goal in
      let past = facts.openMilestones(ofGoal: goal).filter { plan.milestones[$0].due.map { $0 < facts.today } ?? false }
      guard
        let first = past.min(by: { (plan.milestones[$0].due?.number ?? 0) < (plan.milestones[$1].due?.number ?? 0) }),
        let due = plan.milestones[first].due, let place = plan.place(of: .due, ofMilestone: first)
      else { return nil }
      let others = past.count - 1
      return card.finding(
        at: place,
        "\(plan.quoted(first)) is \(CheckWords.days(facts.today - due)) past due"
          + (others > 0
            ? ", and so \(others == 1 ? "is 1 more milestone" : "are \(others) more milestones") of this goal." : "."))
    }
  }
}
