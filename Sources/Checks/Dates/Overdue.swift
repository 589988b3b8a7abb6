import PlanDocuments
import PlanModel

/// Finds what is past due.
struct Overdue: Check {
  static let card = CheckCard(
    code: "MM302", name: "overdue", severity: .warning,
    finds:
      "An open milestone, or an open task in one, whose due date is past; once a goal, at the earliest. A fixed day that has passed, and a deadline that is past while milestones are open, each by itself.",
    matters: "Nothing is lost by a date that has passed, but what comes after it still counts on it.",
    cure:
      "Tick it if it is done; otherwise `mm recalibrate` finds the dates that hold. After a fixed day, say what came of it: tick it, write the new day, or cancel it.",
    examples: [
      .fires("- [ ] Draft due:2026-07-25\n- [ ] Research due:↓2026-07-19\n- [x] Outline due:2026-07-01"),
      .fires(
        "- [ ] Draft due:2026-08-25\n  - [ ] Call the printer due:↓2026-07-27\n  - [x] Book a room due:2026-07-20"),
      .fires("- [ ] Race due:↓2026-07-26 fixed:yes\n- [ ] Sleep due:↓2026-07-28"),
      .fires("---\ngoal: Run a marathon\ndeadline: ↓2026-07-15\n---\n## Milestones\n- [ ] Half of it\n"),
      .silent("- [ ] Draft due:2026-08-02"),
      .silent("---\ngoal: Run a marathon\ndeadline: 2026-07-15\n---\n## Milestones\n- [x] Half of it\n"),
      .silent("---\ngoal: Run a marathon\nstatus: paused\n---\n## Milestones\n- [ ] Half of it due:2026-07-19\n"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    facts.activeGoals.flatMap { goal -> [Finding] in
      let open = facts.openMilestones(ofGoal: goal)
      return open.compactMap { passed($0, facts) }
        + [first(of: open, facts), deadline(of: goal, open, facts)].compactMap(\.self)
    }
  }

  /// A fixed day: nothing is planned for it any more, so it waits for its answer.
  private func passed(_ milestone: Int, _ facts: CheckFacts) -> Finding? {
    let plan = facts.plan
    guard plan.hasPassed(milestone), let due = plan.milestones[milestone].due,
      let place = plan.place(of: .due, ofMilestone: milestone)
    else { return nil }
    return card.finding(
      at: place,
      "The fixed day of \(plan.quoted(milestone)) was \(CheckWords.days(facts.today - due)) ago: did it take place? Tick it, or write the new day."
    )
  }

  /// The earliest date of a goal that is past.
  private func first(of open: [Int], _ facts: CheckFacts) -> Finding? {
    let plan = facts.plan
    let past = open.filter { !plan.hasPassed($0) && plan.firstDue(of: $0).map { $0 < facts.today } ?? false }
    guard
      let first = past.min(by: { (plan.firstDue(of: $0)?.number ?? 0) < (plan.firstDue(of: $1)?.number ?? 0) }),
      let due = plan.firstDue(of: first)
    else { return nil }
    let document = plan.documents[plan.milestones[first].document]
    var name = plan.quoted(first)
    var place = plan.place(of: .due, ofMilestone: first)
    if plan.milestones[first].due != due, let task = plan.taskDue(of: first)?.task {
      let item = Int(plan.tasks[task].item)
      name = "The task “\(document.title(of: item))” of \(name)"
      place = document.field(.due, of: item).map { Place(path: document.text.path, span: $0.value) }
    }
    guard let place else { return nil }
    let others = past.count - 1
    return card.finding(
      at: place,
      "\(name) is \(CheckWords.days(facts.today - due)) past due"
        + (others > 0
          ? ", and so \(others == 1 ? "is 1 more milestone" : "are \(others) more milestones") of this goal." : "."))
  }

  /// A deadline that is past, unless a fixed milestone is the goal's end.
  private func deadline(of goal: Int, _ open: [Int], _ facts: CheckFacts) -> Finding? {
    let plan = facts.plan
    guard let deadline = plan.goals[goal].deadline, deadline < facts.today, plan.fixedEnd(of: goal) == nil,
      !open.isEmpty, let place = plan.place(ofKey: "deadline", ofGoal: goal)
    else { return nil }
    return card.finding(
      at: place,
      "The deadline is \(CheckWords.days(facts.today - deadline)) past, and \(open.count == 1 ? "1 milestone is" : "\(open.count) milestones are") open."
    )
  }
}
