import PlanDocuments
import PlanModel

/// Finds milestones without effort, where others of the goal have it.
struct NoEffort: Check {
  static let card = CheckCard(
    code: "MM507", name: "no-effort", severity: .hint,
    finds: "Milestones without an effort, while others of the goal have it.",
    matters: "`mm` has to assume how much work they are, from the hours that are left.",
    cure: "Add `effort:`, as a range if you are not sure, or hours to the tasks.",
    examples: [
      .fires("- [ ] Draft effort:20h\n- [ ] ↓Edit\n- [ ] Print"),
      .silent("- [ ] Draft effort:20h\n- [ ] Edit\n  - [ ] Chapter 1 (2h)\n- [x] Outline"),
      .silent("- [ ] Draft\n- [ ] Edit"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    facts.activeGoals.compactMap { goal in
      let plan = facts.plan
      let range = plan.goals[goal].milestones
      let without = range.filter { facts.isPlanned($0) && !hasEffort($0, plan) }
      guard let first = without.first, range.contains(where: { hasEffort($0, plan) }) else { return nil }
      let others = without.count - 1
      return card.finding(
        at: plan.titlePlace(ofMilestone: first),
        "\(plan.quoted(first)) has no effort"
          + (others > 0 ? ", nor \(others == 1 ? "has 1 other" : "have \(others) others") of this goal." : ".")
          + (facts.work[first].effort > 0 ? " \(CheckWords.hours(facts.work[first].effort)) are assumed." : ""))
    }
  }

  private func hasEffort(_ milestone: Int, _ plan: Plan) -> Bool {
    plan.milestones[milestone].effort != nil || plan.place(of: .effort, ofMilestone: milestone) != nil
      || plan.tasks[plan.milestones[milestone].tasks].contains { $0.isLeaf && $0.minutes != nil }
  }
}
