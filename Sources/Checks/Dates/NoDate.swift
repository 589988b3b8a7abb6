import PlanDocuments
import PlanModel
import Scheduling

/// Finds milestones without a due date.
struct NoDate: Check {
  static let card = CheckCard(
    code: "MM303", name: "no-date", severity: .warning,
    finds: "Open milestones without a due date; once a goal, at the first in the file.",
    matters: "A milestone becomes part of the calendar, and of what the other goals leave free, by its date.",
    cure: "`mm schedule` proposes a date for each, with what stands around it.",
    examples: [
      .fires("- [ ] ↓Draft effort:4h\n- [ ] Edit due:2026-09-01"),
      .fires("- [ ] Edit due:2026-09-01\n- [ ] ↓Draft effort:4h\n- [ ] Print\n- [ ] Bind"),
      .silent("- [ ] Draft due:2026-09-01\n- [x] Outline\n- [-] Appendix"),
      .silent("- [ ] Draft due: 2026-09-01"),
      .silent(
        "---\ngoal: Run a marathon\ndeadline: 2026-08-15\ntime: 10h/week\n---\n## Milestones\n- [ ] Half of it effort:30h\n"
      ),
      .silent("---\ngoal: Run a marathon\ndeadline: 2026-07-15\n---\n## Milestones\n- [ ] Half of it effort:3h\n"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    var undated: [Int: [Int]] = [:]
    // A goal that can't make its deadline has that finding: no date that could be proposed would be one that holds.
    let late = Set(facts.dateFit.impossible.filter { $0.misfits.contains { $0.job == nil } }.map(\.goal))
    for job in facts.problem.jobs where !late.contains(job.goal) {
      if let deadline = plan.goals[job.goal].deadline, deadline < facts.today { continue }
      let milestone = job.milestone
      // A date that cannot be read, and a fixed milestone without one, are findings of their own.
      guard job.due == nil, !plan.milestones[milestone].isFixed, !plan.hasUnreadDue(milestone) else { continue }
      undated[plan.milestones[milestone].goal, default: []].append(milestone)
    }
    return undated.values.compactMap { milestones in
      guard let first = milestones.min() else { return nil }
      let others = milestones.count - 1
      let sentence =
        switch others {
        case 0: "\(plan.quoted(first)) has no due date. `mm schedule` proposes one."
        case 1: "\(plan.quoted(first)) and one more of this goal have no due date. `mm schedule` proposes them."
        default: "\(plan.quoted(first)) and \(others) more of this goal have no due date. `mm schedule` proposes them."
        }
      return card.finding(at: plan.titlePlace(ofMilestone: first), sentence)
    }
  }
}
