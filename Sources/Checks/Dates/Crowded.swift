import PlanDocuments
import PlanModel
import Scheduling

/// Finds days and weeks in which much comes due at once.
struct Crowded: Check {
  static let card = CheckCard(
    code: "MM305", name: "crowded", severity: .hint,
    finds: "Due dates of different goals on one day, or four or more in one week.",
    matters: "The last hours before a date rarely go as planned, and here they are wanted twice.",
    cure: "Move one of the dates by some days, if it can move.",
    examples: [
      .fires(
        "- [ ] Draft due:2026-09-01",
        beside: ["film.md": "---\ngoal: A film\n---\n## Milestones\n- [ ] Script due:↓2026-09-01\n"]),
      .fires("- [ ] A due:2026-09-01\n- [ ] B due:2026-09-02\n- [ ] C due:2026-09-03\n- [ ] D due:↓2026-09-04"),
      .silent("- [ ] A due:2026-09-01\n- [ ] B due:2026-09-01\n- [ ] C due:2026-09-03\n- [ ] D due:2026-09-07"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    let dated = facts.problem.jobs.compactMap { job -> (due: Day, milestone: Int)? in
      guard let due = job.due, due >= facts.today else { return nil }
      return (due, job.milestone)
    }.sorted { ($0.due, $0.milestone) < ($1.due, $1.milestone) }
    var found: [Finding] = []
    var start = 0
    while start < dated.count {
      var end = start
      while end < dated.count, dated[end].due.monday == dated[start].due.monday { end += 1 }
      let week = dated[start..<end]
      start = end
      if week.count >= 4, let last = week.last, let place = plan.place(of: .due, ofMilestone: last.milestone) {
        found.append(
          card.finding(at: place, "\(week.count) milestones are due in the week of `\(last.due.monday)`."))
        continue
      }
      for (one, other) in zip(week, week.dropFirst()) where one.due == other.due {
        let goals = (plan.milestones[one.milestone].goal, plan.milestones[other.milestone].goal)
        guard goals.0 != goals.1, let place = plan.place(of: .due, ofMilestone: other.milestone) else { continue }
        found.append(
          card.finding(
            at: place, "\(plan.quoted(one.milestone)) of “\(plan.goals[goals.0].title)” is due on this day too.",
            related: [("the other one", plan.titlePlace(ofMilestone: one.milestone))]))
      }
    }
    return found
  }
}
