import PlanDocuments
import PlanModel

/// Finds long stretches of a goal without a milestone.
struct TooSparse: Check {
  static let card = CheckCard(
    code: "MM504", name: "too-sparse", severity: .hint,
    finds:
      "More than four weeks without a milestone in a goal of six months or less, or more than seven weeks in a longer one.",
    matters: "Where nothing is due for that long, a slip is seen when it is too late to make it good.",
    cure: "Ask what must be true in the middle of the stretch, and make it a milestone.",
    examples: [
      .fires("- [ ] A due:2026-08-10\n- [ ] B due:↓2026-09-28\n- [ ] C due:2026-10-20\n- [ ] D due:2026-11-10"),
      .silent("- [ ] A due:2026-08-10\n- [ ] B due:2026-09-07\n- [ ] C due:2026-10-05\n- [ ] D due:2026-11-02"),
      .silent(
        "---\ngoal: A film\nstart: 2026-06-01\ndeadline: 2027-03-31\n---\n## Milestones\n- [ ] A due:2026-08-10\n- [ ] B due:2026-09-28\n- [ ] C due:2026-11-16\n- [ ] D due:2027-01-04\n- [ ] E due:2027-02-22\n"
      ),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    facts.activeGoals.compactMap { goal in
      let plan = facts.plan
      guard let dates = MilestoneDates(ofGoal: goal, in: plan) else { return nil }
      let most = dates.days <= 184 ? 28 : 49
      let gaps = zip(dates.dues, dates.dues.dropFirst()).filter { $1.due > facts.today && $1.due - $0.due > most }
      guard let widest = gaps.max(by: { $0.1.due - $0.0.due < $1.1.due - $1.0.due }),
        let place = plan.place(of: .due, ofMilestone: widest.1.milestone)
      else { return nil }
      return card.finding(
        at: place,
        "Before this date there is no milestone for \(CheckWords.days(widest.1.due - widest.0.due)). What must be true in the middle?"
      )
    }
  }
}
