import PlanDocuments
import PlanModel
import Scheduling

/// Finds due dates that hold one by one, and not together.
struct DatesTooTight: Check {
  static let card = CheckCard(
    code: "MM310", name: "dates-too-tight", severity: .warning,
    finds: "Due dates that together want more hours than there are, of one goal or of several.",
    matters: "Each date can be met, but not all of them.",
    cure: "`mm recalibrate` moves the fewest dates, nearest first.",
    examples: [
      .fires("- [ ] Draft effort:15h due:2026-08-15\n- [ ] Edit effort:15h due:↓2026-08-16"),
      .fires(
        "- [ ] Draft effort:15h due:2026-08-16",
        beside: [
          "film.md": "---\ngoal: A film\ntime: 10h/week\n---\n## Milestones\n- [ ] Script effort:12h due:↓2026-08-16\n",
          "mm.md": "---\ntime: 10h/week\n---\n",
        ]),
      .silent("- [ ] Draft effort:9h due:2026-08-15\n- [ ] Edit effort:9h due:2026-08-16"),
      .silent("- [ ] Draft effort:30h due:2026-08-15\n- [ ] Edit effort:15h due:2026-08-16"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    let alone = facts.dateFit.tooTight.compactMap { tight -> Finding? in
      let milestone = facts.problem.jobs[tight.job].milestone
      guard let place = plan.place(of: .due, ofMilestone: milestone) else { return nil }
      return card.finding(
        at: place,
        tight.minutes > 0
          ? "The due dates of this goal up to this one want \(CheckWords.hours(tight.minutes)) more than there are. "
            + "`mm recalibrate` moves them."
          : "The due dates of this goal up to this one cannot all be met. `mm recalibrate` moves them.")
    }
    guard let (conflict, job) = facts.dateFit.dueConflict,
      let place = plan.place(of: .due, ofMilestone: facts.problem.jobs[job].milestone)
    else { return alone }
    let sentence = conflict.sentence(in: plan, wanting: "the due dates")
    return alone + [card.finding(at: place, sentence + " `mm recalibrate` moves them.")]
  }
}
