import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

extension ReviewAssembly {
  /// Work in one line that is worth a question, in minutes: the most that `mm check` lets pass, and half a week's worth.
  private static let large = 40 * 60
  private static let worthSplitting = 12 * 60

  /// At most two, of different kinds: days that no commit shows, a goal whose amount is not full and that has no step left, a large milestone, a stall, a date long past, an obstacle.
  var questions: [Sentence] {
    var questions: [Sentence] = []
    var asked: Set<Int> = []
    for kind in [unseenDays, amountWithoutSteps, oversized, reasons, longPast, obstacle] {
      guard questions.count < 2, let found = kind(asked) else { continue }
      questions.append(found.question)
      if let milestone = found.milestone { asked.insert(milestone) }
    }
    return questions
  }

  private typealias Question = (question: Sentence, milestone: Int?)

  /// Planned milestones that can be worked on within the look ahead, by their first day.
  private var nearJobs: [Int] {
    let last = planFrom + 7 * Self.weekCount
    return outlook.problem.jobs.indices
      .filter { job in outlook.schedule.jobs[job].portions.first.map { $0.day <= last } ?? false }
      .sorted { outlook.schedule.jobs[$0].portions[0].day < outlook.schedule.jobs[$1].portions[0].day }
  }

  /// Weeks between two commits: what the second shows may have been done at any time.
  private func unseenDays(_ asked: Set<Int>) -> Question? {
    guard let days = outlook.history?.unseenDays(before: period.days) else { return nil }
    return (
      "No commit shows your work from \(days.first) to \(days.last). Were you away for a part of it? Write it under *Your words*, and those days won't count.",
      nil
    )
  }

  /// A goal with an amount of its own that has nothing left to do while the amount is not full.
  private func amountWithoutSteps(_ asked: Set<Int>) -> Question? {
    for goal in activeGoals where !counted(goal).isEmpty {
      guard let own = plan.goals[goal].progress, own.total > 0, !own.isFull,
        counted(goal).allSatisfy({ plan.milestones[$0].state == .done })
      else { continue }
      return (
        "All steps of \(title: item(ofGoal: goal).title) are complete, and its amount is \(title: own.written). What is the next step?",
        nil
      )
    }
    return nil
  }

  /// The largest milestone in one line: no tasks, no amount.
  private func oversized(_ asked: Set<Int>) -> Question? {
    let candidates = outlook.problem.jobs.indices.filter { job in
      let milestone = plan.milestones[outlook.problem.jobs[job].milestone]
      let minutes = outlook.problem.jobs[job].minutes
      return minutes >= Self.large
        || (minutes >= Self.worthSplitting && milestone.tasks.isEmpty && milestone.progress == nil)
    }
    guard let job = candidates.max(by: { outlook.problem.jobs[$0].minutes < outlook.problem.jobs[$1].minutes }) else {
      return nil
    }
    let milestone = outlook.problem.jobs[job].milestone
    guard !asked.contains(milestone) else { return nil }
    let title = item(ofMilestone: milestone).title
    let minutes = outlook.work[milestone].remaining
    return (
      "\(title: title) is \(minutes: minutes) of work with no smaller steps. What would you do in the first \(minutes: firstStep(minutes))?",
      milestone
    )
  }

  private func firstStep(_ minutes: Int) -> Int { min(8, max(2, minutes / 60 / 4)) * 60 }

  /// What the plan itself asks at this point: `> Stall:` and `> Ask:` of the milestones that are next.
  private func reasons(_ asked: Set<Int>) -> Question? {
    for job in nearJobs.prefix(4) {
      let milestone = outlook.problem.jobs[job].milestone
      if asked.contains(milestone) { continue }
      let document = plan.documents[plan.milestones[milestone].document]
      guard case .item(let item) = plan.milestones[milestone].origin else { continue }
      for quote in document.quotes where Int(quote.item) == item {
        for line in document.lines(of: quote) {
          let text = document.text.string(line)
          for key in ["Stall:", "Ask:"] where text.hasPrefix(key) {
            let rest = PlainTitle.text(String(text.dropFirst(key.count).drop { $0 == " " }))
            let title = self.item(ofMilestone: milestone).title
            return key == "Ask:"
              ? ("\(title: title): \(title: rest)", milestone)
              : ("People often stall at \(title: title): \(title: rest) What would help you here?", milestone)
          }
        }
      }
    }
    return nil
  }

  /// The open milestone whose date is past the longest, two weeks at least.
  private func longPast(_ asked: Set<Int>) -> Question? {
    let past = outlook.problem.jobs.filter { job in
      job.due.map { plan.today - $0 >= 14 } == true && job.handedOver == nil && !asked.contains(job.milestone)
    }
    guard let job = past.min(by: { ($0.due ?? plan.today) < ($1.due ?? plan.today) }), let due = job.due else {
      return nil
    }
    return (
      "\(title: item(ofMilestone: job.milestone).title) was due on \(due). What is in its way?",
      job.milestone
    )
  }

  /// What got in the way before; another one each week.
  private func obstacle(_ asked: Set<Int>) -> Question? {
    let all = activeGoals.filter { !isComplete($0) }.flatMap { goal in
      plan.writtenEntries(of: "obstacles", goal: goal).map { (goal, $0) }
    }
    guard !all.isEmpty else { return nil }
    let (goal, text) = all[period.week.number % all.count]
    return (
      "You named an obstacle for \(title: item(ofGoal: goal).title): \(title: text). What will you do if it comes up this week?",
      nil
    )
  }
}
