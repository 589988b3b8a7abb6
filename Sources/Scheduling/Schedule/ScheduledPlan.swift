package import PlanDocuments
package import PlanModel

/// A plan with everything that is computed from it for one day: free hours, remaining work, and the schedule.
package struct ScheduledPlan: Sendable {
  package var plan: Plan
  package var hours: WorkHours
  package var work: RemainingWork
  package var problem: ScheduleProblem
  package var schedule: PlanSchedule
  /// The job of each of `Plan.milestones`; nil where it is not planned.
  package var jobs: [Int?]
  /// The day on which history first shows a milestone with no work left, by milestone.
  package var handedOver: [Int: Day]

  /// - Parameters:
  ///   - handedOver: the day on which history first shows a milestone with no work left, by milestone.
  ///   - extent: a rough schedule tells completions only.
  ///   - seed: for the scheduler's restarts; the same seed gives the same plan.
  package init(
    _ plan: Plan, handedOver: [Int: Day] = [:], seed: UInt64 = 1,
    extent: PlanSchedule.Extent = .whole
  ) {
    self.plan = plan
    self.handedOver = handedOver
    hours = WorkHours(of: plan)
    work = RemainingWork(in: plan, hours: hours, handedOver: handedOver)
    problem = ScheduleProblem(plan, work: work, hours: hours)
    jobs = [Int?](repeating: nil, count: plan.milestones.count)
    for (index, job) in problem.jobs.enumerated() { jobs[job.milestone] = index }
    schedule = PlanSchedule(of: problem, seed: seed, extent: extent)
  }

  /// The dates of a milestone; nil where it is not planned.
  package func dates(of milestone: Int) -> PlanSchedule.JobDates? {
    jobs[milestone].map { schedule.jobs[$0] }
  }

  /// Minutes of work left in a goal, blocked work included.
  package func remainingMinutes(ofGoal goal: Int) -> Int {
    plan.goals[goal].milestones.reduce(0) { $0 + work[$1].remaining }
  }

  /// Minutes of a goal that nobody estimated.
  package func assumedMinutes(ofGoal goal: Int) -> Int {
    plan.goals[goal].milestones.reduce(0) { $0 + (work[$1].isAssumed ? work[$1].remaining : 0) }
  }

  /// Such as ` if the assumed 20 h are right`; empty for a goal that is late by what is written, or not at all.
  package func doubtByAssumedHours(ofGoal goal: Int) -> Sentence {
    guard schedule.goals[goal].isLateByAssumedHoursOnly else { return "" }
    return " if the assumed \(minutes: assumedMinutes(ofGoal: goal)) are right"
  }

  /// Days between a goal's completion and its target; below 0, the days of the buffer that are used.
  ///
  /// Fixed milestones have dates of their own and use no buffer: 0 where nothing else is later than the target.
  package func daysToSpare(ofGoal goal: Int, completion: Day, target: Day) -> Int {
    if completion <= target { return target - completion }
    let jobs = plan.goals[goal].milestones.compactMap { self.jobs[$0] }.filter { problem.jobs[$0].fixed == nil }
    return min(0, jobs.compactMap { schedule.jobs[$0].completion }.max().map { target - $0 } ?? 0)
  }

  /// The share of a goal's own amount that is there, else of its effort that is done, 0 to 1; cancelled milestones left out.
  ///
  /// By number where no effort is known.
  package func doneShare(ofGoal goal: Int) -> Double {
    if let own = plan.goals[goal].progress, own.total > 0 { return 1 - Double(own.left) / Double(own.total) }
    let counted = plan.goals[goal].milestones.filter { plan.milestones[$0].state != .cancelled }
    guard !counted.isEmpty else { return plan.goals[goal].status == .done ? 1 : 0 }
    let effort = counted.reduce(0) { $0 + work[$1].effort }
    if effort == 0 { return counted.reduce(0) { $0 + work[$1].doneShare } / Double(counted.count) }
    return counted.reduce(0) { $0 + work[$1].doneShare * Double(work[$1].effort) } / Double(effort)
  }
}
