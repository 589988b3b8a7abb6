import PlanDocuments
import PlanModel
import Scheduling

/// Finds due dates that stand too close behind, or before, the date of what comes first.
struct DateOrder: Check {
  static let card = CheckCard(
    code: "MM308", name: "date-order", severity: .warning,
    finds:
      "A milestone whose hours do not fit into its goal's own days between the due date of what it comes after and its own, less its wait. Also a task that is due after its milestone.",
    matters: "If what comes first takes until its date, this date cannot hold.",
    cure: "Move this date back, or the one before it forward.",
    examples: [
      .fires("- [ ] Draft id:draft due:2026-09-15 effort:4h\n- [ ] Edit due:↓2026-09-10 effort:4h after:draft"),
      .fires("- [ ] Draft id:draft due:2026-09-11 effort:4h\n- [ ] Edit due:↓2026-09-20 effort:13h after:draft"),
      .fires(
        "- [ ] Draft id:draft due:2026-09-14 effort:4h\n- [ ] Readers due:↓2026-09-20 wait:1w effort:0h after:draft"),
      .fires("- [ ] Draft due:2026-09-10 effort:4h\n  - [ ] Print it due:↓2026-09-12"),
      .silent("- [ ] Draft due:2026-09-10 effort:4h\n  - [ ] Print it due:2026-09-10"),
      .silent("- [ ] Draft id:draft due:2026-09-11 effort:4h\n- [ ] Edit due:2026-09-20 effort:12h after:draft"),
      .silent("- [ ] Draft id:draft due:2026-09-13 effort:0h\n- [ ] Edit due:2026-09-13 effort:0h after:draft"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    guard var free = facts.dateFit.hours else { return [] }
    return facts.problem.jobs.flatMap { tasks(of: $0, facts) }
      + facts.problem.jobs.compactMap { job in
        guard let due = job.due, job.handedOver == nil, let before = Self.last(of: job.predecessors, facts.problem)
        else {
          return nil
        }
        let first = Self.firstDay(after: facts.problem.jobs[before])
        let last = due - job.wait
        var minutes = 0
        if job.minutes > 0, facts.hours.counts(goal: job.goal), first <= last {
          minutes = free.ownMinutes(goal: job.goal, from: first, through: last, enough: job.minutes)
        }
        let isInOrder = job.minutes > 0 && facts.hours.counts(goal: job.goal) ? minutes >= job.minutes : first <= last
        return isInOrder ? nil : finding(job, before: before, from: first, minutes: minutes, facts)
      }
  }

  /// Open tasks that are due after their milestone.
  private func tasks(of job: ScheduleProblem.Job, _ facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    let document = plan.documents[plan.milestones[job.milestone].document]
    return plan.tasks[plan.milestones[job.milestone].tasks].compactMap { task in
      guard task.state == .open, let due = task.due, let end = job.due, due > end,
        let field = document.field(.due, of: Int(task.item))
      else { return nil }
      return card.finding(
        at: Place(path: document.text.path, span: field.value),
        "`\(due)` is after `\(end)`, the date of its milestone.",
        related: plan.place(of: .due, ofMilestone: job.milestone).map { [("its milestone", $0)] } ?? [])
    }
  }

  /// Of the jobs with a due date the one that leaves the least time after it.
  private static func last(of jobs: [Int], _ problem: ScheduleProblem) -> Int? {
    var last: (job: Int, day: Day)?
    for job in jobs where problem.jobs[job].due != nil {
      let day = firstDay(after: problem.jobs[job])
      if last.map({ $0.day < day }) ?? true { last = (job, day) }
    }
    return last?.job
  }

  /// The first day that what comes after may be worked on, when the job is complete on its due day.
  private static func firstDay(after job: ScheduleProblem.Job) -> Day {
    let due = job.due ?? Day(number: Int(Int32.min))
    return job.wait > 0 || job.fixed != nil ? due + 1 : due
  }

  private func finding(
    _ job: ScheduleProblem.Job, before: Int, from first: Day, minutes: Int, _ facts: CheckFacts
  ) -> Finding? {
    let plan = facts.plan
    let other = facts.problem.jobs[before]
    guard let due = job.due, let otherDue = other.due, let place = plan.place(of: .due, ofMilestone: job.milestone)
    else {
      return nil
    }
    let wait = job.wait > 0 ? " and \(CheckWords.days(job.wait)) of waiting" : ""
    let reason: String
    if due < otherDue {
      reason = "`\(due)` is before `\(otherDue)`, the date of \(plan.quoted(other.milestone)), which comes first."
    } else if job.minutes > 0 {
      reason =
        "After \(plan.quoted(other.milestone)) on `\(otherDue)` there are \(CheckWords.hours(minutes)) until this date; "
        + "\(CheckWords.hours(job.minutes))\(wait) are needed."
    } else {
      reason =
        "After \(plan.quoted(other.milestone)) on `\(otherDue)` there is no room for \(CheckWords.days(job.wait)) of waiting until this date."
    }
    return card.finding(
      at: place, reason,
      related: plan.place(of: .due, ofMilestone: other.milestone).map { [("what comes first", $0)] } ?? [])
  }
}
