import PlanDocuments
import PlanModel

/// Finds goals in which nothing comes after anything.
struct NoDependencies: Check {
  static let card = CheckCard(
    code: "MM506", name: "no-dependencies", severity: .hint,
    finds: "Five milestones or more and not one `after`.",
    matters:
      "Without them `mm` takes the milestones to be free of each other, and says so late when one of them slips.",
    cure:
      "Say what must be complete first with `after:`, or `in-order: true` where each one comes after the one above.",
    examples: [
      .fires("---\ngoal: ↓Move house\n---\n## Milestones\n- [ ] A\n- [ ] B\n- [ ] C\n- [ ] D\n- [ ] E\n"),
      .silent("---\ngoal: Move house\n---\n## Milestones\n- [ ] A\n- [ ] B\n- [ ] C\n- [ ] D\n- [ ] E after:a\n"),
      .silent(
        "---\ngoal: Move house\nin-order: true\n---\n## Milestones\n- [ ] A\n- [ ] B\n- [ ] C\n- [ ] D\n- [ ] E\n"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    facts.activeGoals.compactMap { goal in
      let plan = facts.plan
      let counted = plan.goals[goal].milestones.filter { plan.milestones[$0].state != .cancelled }
      guard counted.count >= 5, !plan.goals[goal].isInOrder,
        counted.contains(where: { plan.milestones[$0].state == .open }),
        counted.allSatisfy({ plan.milestones[$0].after.isEmpty })
      else { return nil }
      return card.finding(
        at: plan.titlePlace(ofGoal: goal),
        "None of the \(counted.count) milestones comes after another. What must be complete first? `after:` says it.")
    }
  }
}
