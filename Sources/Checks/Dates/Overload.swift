import PlanDocuments
import PlanModel
import Scheduling

/// Finds stretches in which the goals together want more hours than there are.
struct Overload: Check {
  static let card = CheckCard(
    code: "MM311", name: "overload", severity: .warning,
    finds:
      "A stretch of days in which two goals or more must have more hours than there are, if their deadlines are to hold; the buffers before them may be used.",
    matters: "One of the goals will be late, whatever the order of work.",
    cure: "`mm load` shows the weeks, `mm recalibrate` the choices.",
    examples: [
      .fires(
        "---\ngoal: A book\ndeadline: ↓2026-08-16\ntime: 10h/week\n---\n## Milestones\n- [ ] Draft effort:15h\n",
        beside: [
          "film.md":
            "---\ngoal: A film\ndeadline: 2026-08-16\ntime: 10h/week\n---\n## Milestones\n- [ ] Script effort:12h\n",
          "mm.md": "---\ntime: 10h/week\n---\n",
        ]),
      .silent(
        "---\ngoal: A book\ndeadline: 2026-08-23\nbuffer: 1w\ntime: 10h/week\n---\n## Milestones\n- [ ] Draft effort:15h due:2026-08-23\n",
        beside: [
          "film.md":
            "---\ngoal: A film\ndeadline: 2026-08-16\ntime: 10h/week\n---\n## Milestones\n- [ ] Script effort:12h due:2026-08-16\n",
          "mm.md": "---\ntime: 10h/week\n---\n",
        ]),
      .silent(
        "---\ngoal: A book\ndeadline: 2026-08-16\ntime: 10h/week\n---\n## Milestones\n- [ ] Draft effort:9h\n",
        beside: [
          "film.md":
            "---\ngoal: A film\ndeadline: 2026-08-16\ntime: 10h/week\n---\n## Milestones\n- [ ] Script effort:9h\n",
          "mm.md": "---\ntime: 10h/week\n---\n",
        ]),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return facts.dateFit.conflicts.compactMap { conflict in
      guard conflict.demands.count > 1, let goal = conflict.demands.first?.goal else { return nil }
      return card.finding(
        at: plan.place(ofKey: "deadline", ofGoal: goal) ?? plan.titlePlace(ofGoal: goal),
        conflict.sentence(in: plan, wanting: "the goals")
          + " `mm load` shows the weeks, `mm recalibrate` the ways out.",
        related: conflict.demands.dropFirst().prefix(3).map {
          ("wants the same hours", plan.titlePlace(ofGoal: $0.goal))
        })
    }
  }
}
