import PlanDocuments
import PlanModel

/// Finds goals with more milestones than anyone can look after.
struct TooDense: Check {
  static let card = CheckCard(
    code: "MM505", name: "too-dense", severity: .hint,
    finds: "More than one milestone in ten days, over the whole goal.",
    matters:
      "Every milestone wants a date, a look each week and a decision when it slips; small steps are better off as tasks.",
    cure: "Make the small ones tasks below a larger milestone.",
    examples: [
      .fires(
        "---\ngoal: ↓Move house\nstart: 2026-08-01\ndeadline: 2026-08-28\n---\n## Milestones\n- [ ] A due:2026-08-07\n- [ ] B due:2026-08-14\n- [ ] C due:2026-08-28\n"
      ),
      .silent(
        "---\ngoal: Move house\nstart: 2026-08-01\ndeadline: 2026-08-31\n---\n## Milestones\n- [ ] A due:2026-08-07\n- [ ] B due:2026-08-14\n- [ ] C due:2026-08-28\n"
      ),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    facts.activeGoals.compactMap { goal in
      guard let dates = MilestoneDates(ofGoal: goal, in: facts.plan), dates.dues.count >= 3,
        dates.dues.count * 10 > dates.days
      else { return nil }
      return card.finding(
        at: facts.plan.titlePlace(ofGoal: goal),
        "\(dates.dues.count) milestones in \(CheckWords.days(dates.days)). Some of them may be better off as tasks.")
    }
  }
}
