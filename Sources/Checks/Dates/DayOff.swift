import PlanDocuments
import PlanModel
import Scheduling

/// Finds due dates on days off.
struct DayOff: Check {
  static let card = CheckCard(
    code: "MM306", name: "day-off", severity: .warning,
    finds: "A milestone that is due on a day of `off:` or under an all-day event of a calendar.",
    matters: "Nothing can be finished on that day, so the real last day is an earlier one.",
    cure: "Move it to a day before. A fixed date may stay where it is.",
    examples: [
      .fires("- [ ] Draft due:↓2026-09-01", beside: ["mm.md": "---\noff: [2026-08-29..2026-09-05 Brittany]\n---\n"]),
      .fires("---\ngoal: Run a marathon\noff: 2026-09-01\n---\n## Milestones\n- [ ] Half of it due:↓2026-09-01\n"),
      .silent(
        "- [ ] Draft due:2026-09-01", beside: ["mm.md": "---\noff: [2026-08-29..2026-09-05 50% Brittany]\n---\n"]),
      .silent("- [ ] Race due:2026-09-01 fixed:yes", beside: ["mm.md": "---\noff: [2026-09-01]\n---\n"]),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return facts.problem.jobs.compactMap { job in
      guard job.fixed == nil, let due = job.due, due >= facts.today, facts.hours.isDayOff(due, goal: job.goal),
        let place = plan.place(of: .due, ofMilestone: job.milestone)
      else { return nil }
      var before = due - 1
      while facts.hours.isDayOff(before, goal: job.goal), before > facts.today { before = before - 1 }
      let reason = reason(for: due, goal: job.goal, facts)
      return card.finding(
        at: place,
        "`\(due)` is a day off\(reason)." + (before > facts.today ? " The last day before it is `\(before)`." : ""))
    }
  }

  private func reason(for day: Day, goal: Int, _ facts: CheckFacts) -> String {
    let off = facts.hours.vault.off + facts.hours.goals[goal].off
    guard let entry = off.first(where: { $0.percent >= 100 && $0.days.contains(day) }) else {
      let event = facts.plan.busy.events(in: DayRange(day, day)).first { $0.window == nil }
      return event.map { " in your calendar (\($0.title))" } ?? " in your calendar"
    }
    return entry.reason.isEmpty ? "" : " (\(entry.reason))"
  }
}
