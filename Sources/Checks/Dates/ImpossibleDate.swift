import PlanDocuments
import PlanModel
import Scheduling

/// Finds due dates that cannot be met even if the goal had its hours to itself.
struct ImpossibleDate: Check {
  static let card = CheckCard(
    code: "MM309", name: "impossible-date", severity: .warning,
    finds:
      "A milestone that does not fit before its due date with all that comes before it, the goal alone; once a goal, at the first one. Also a goal that does not fit before its deadline.",
    matters: "No order of work makes this date hold: hours, scope or the date have to change.",
    cure: "`mm recalibrate` shows the ways out, with what each one costs.",
    examples: [
      .fires("- [ ] Draft effort:30h due:↓2026-08-15\n- [ ] Edit effort:4h due:2026-10-01"),
      .fires("- [ ] Draft id:draft effort:8h due:2026-08-15\n- [ ] Edit effort:14h due:↓2026-08-16 after:draft"),
      .fires("- [ ] Readers wait:4w effort:0h due:↓2026-08-15"),
      .fires(
        "---\ngoal: Run a marathon\ndeadline: ↓2026-08-15\ntime: 10h/week\n---\n## Milestones\n- [ ] Half of it effort:30h\n"
      ),
      .silent("- [ ] Draft effort:20h due:2026-08-16\n- [ ] Edit effort:20h due:2026-08-16"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return facts.dateFit.impossible.flatMap { goal, all -> [Finding] in
      let found = all.filter { $0.job != nil }
      let end = all.first { $0.job == nil }
      let deadline = end.flatMap { end in
        plan.place(ofKey: "deadline", ofGoal: goal).map {
          card.finding(
            at: $0,
            "What is left of this goal does not fit before its deadline: \(Self.shortfall(end))."
              + assumed(goal, facts) + Self.cure)
        }
      }
      return [date(found, ofGoal: goal, facts), deadline].compactMap(\.self)
    }
  }

  /// The first date that can't hold, for all of its goal.
  private func date(_ found: [DateFit.Misfit], ofGoal goal: Int, _ facts: CheckFacts) -> Finding? {
    let plan = facts.plan
    guard let first = found.first, let job = first.job else { return nil }
    let others = found.count - 1
    let milestone = facts.problem.jobs[job].milestone
    guard let place = plan.place(of: .due, ofMilestone: milestone) else { return nil }
    let subject = facts.problem.jobs[job].predecessors.isEmpty ? "does" : "and what comes before it do"
    return card.finding(
      at: place,
      "\(plan.quoted(milestone)) \(subject) not fit before this date: \(Self.shortfall(first))."
        + (others > 0
          ? " The same is so for \(CheckWords.counted(others, "more milestone")) of this goal\(largest(found))."
          : "")
        + assumed(goal, facts) + Self.cure)
  }

  private static let cure = " `mm recalibrate` shows the ways out."

  /// ` 20 h of this are assumed; add effort: where there is none.`, if the goal has such hours.
  private func assumed(_ goal: Int, _ facts: CheckFacts) -> String {
    let minutes = facts.plan.goals[goal].milestones.reduce(0) {
      $0 + (facts.work[$1].isAssumed ? facts.work[$1].remaining : 0)
    }
    return minutes == 0 ? "" : " \(CheckWords.hours(minutes)) of this are assumed; add `effort:` where there is none."
  }

  /// `, where up to 40 h are missing`: what the goal lacks in the end.
  private func largest(_ found: [DateFit.Misfit]) -> String {
    guard let first = found.first, let most = found.map(\.minutes).max(), most > first.minutes else { return "" }
    return ", where up to \(CheckWords.hours(most)) are missing"
  }

  private static func shortfall(_ misfit: DateFit.Misfit) -> String {
    if misfit.isNever { return "the hours never come" }
    if misfit.days > 0 { return "waits and first days alone are \(CheckWords.days(misfit.days)) too long" }
    return "\(CheckWords.hours(misfit.minutes)) are missing, even with the goal's hours for nothing else"
  }
}
