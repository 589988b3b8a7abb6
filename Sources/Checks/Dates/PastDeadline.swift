import PlanDocuments
import PlanModel

/// Finds milestones that are due after their goal ends.
struct PastDeadline: Check {
  static let card = CheckCard(
    code: "MM301", name: "past-deadline", severity: .error,
    finds: "An open milestone that is due after its goal's deadline.",
    matters: "One of the two dates cannot hold.",
    cure: "Move the milestone before the deadline, or the deadline after the milestone.",
    examples: [
      .fires("- [ ] Print run due:↓2026-12-02"),
      .silent("- [ ] Print run due:2026-12-01"),
      .silent("- [x] Print run due:2026-12-02"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return plan.milestones.indices.compactMap { index in
      let goal = plan.milestones[index].goal
      guard plan.milestones[index].state == .open, let due = plan.milestones[index].due,
        let deadline = plan.goals[goal].deadline, due > deadline, plan.goals[goal].status == .active,
        let place = plan.place(of: .due, ofMilestone: index)
      else { return nil }
      return card.finding(
        at: place,
        "`\(due)` is \(CheckWords.days(due - deadline)) after the goal's deadline, `\(deadline)`.",
        related: plan.place(ofKey: "deadline", ofGoal: goal).map { [("the deadline", $0)] } ?? [])
    }
  }
}
