import PlanDocuments
import PlanModel

/// Finds fixed milestones that do not say when.
struct FixedWithoutDate: Check {
  static let card = CheckCard(
    code: "MM304", name: "fixed-without-date", severity: .error,
    finds: "A milestone with `fixed` and no due date.",
    matters: "A date that cannot move is what everything else is planned around, and it is not there.",
    cure: "Add the day with `due:`, or take `fixed` out.",
    examples: [
      .fires("- [ ] Exam fixed:↓yes"),
      .fires("- [ ] Draft", beside: ["book/exam.md": "---\nmilestone: Exam\nfixed: ↓true\n---\n"]),
      .silent("- [ ] Exam fixed:yes due:2026-09-01\n- [ ] Draft fixed:no"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return plan.milestones.indices.compactMap { index in
      guard plan.milestones[index].isFixed, plan.milestones[index].due == nil, plan.milestones[index].state == .open,
        plan.place(of: .due, ofMilestone: index) == nil, let place = plan.place(of: .fixed, ofMilestone: index)
      else { return nil }
      return card.finding(
        at: place, "\(plan.quoted(index)) is fixed, and has no `due:`. Write the day that cannot move.")
    }
  }
}
