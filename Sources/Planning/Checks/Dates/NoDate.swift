import PlanDocuments

/// Finds milestones without a due date.
struct NoDate: Check {
  static let card = CheckCard(
    code: "MM303", name: "no-date", severity: .warning,
    finds: "An open milestone without a due date.",
    matters: "A milestone becomes part of the calendar, and of what the other goals leave free, by its date.",
    cure: "`mm schedule` proposes a date for each, with what stands around it.",
    examples: [
      .fires("- [ ] ↓Draft effort:4h\n- [ ] Edit due:2026-09-01"),
      .silent("- [ ] Draft due:2026-09-01\n- [x] Outline\n- [-] Appendix"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return facts.problem.jobs.compactMap { job in
      let index = job.milestone
      // A date that cannot be read, and a fixed milestone without one, are findings of their own.
      guard job.due == nil, !plan.milestones[index].isFixed, plan.place(of: .due, ofMilestone: index) == nil else {
        return nil
      }
      return card.finding(
        at: plan.titlePlace(ofMilestone: index), "\(plan.quoted(index)) has no due date. `mm schedule` proposes one.")
    }
  }
}
