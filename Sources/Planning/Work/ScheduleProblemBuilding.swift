package import PlanDocuments

extension WorkHours {
  /// The hours that the vault and its goals declare, with their days off.
  package init(of plan: Plan) {
    self.init(
      vault: Source(hours: plan.settings.hours, off: plan.settings.off),
      goals: plan.goals.map { Source(hours: $0.hours, off: $0.off) })
  }
}

extension ScheduleProblem {
  /// The planned milestones of a plan as jobs: open, in an active goal, not blocked.
  ///
  /// - Parameters:
  ///   - firstDay: the first day that work can be placed on; nil is the plan's today.
  package init(_ plan: Plan, work: RemainingWork, hours: WorkHours, from firstDay: Day? = nil) {
    var jobOfMilestone = [Int?](repeating: nil, count: plan.milestones.count)
    var jobs: [Job] = []
    for (index, milestone) in plan.milestones.enumerated() where plan.isPlanned(index) {
      jobOfMilestone[index] = jobs.count
      let goal = plan.goals[milestone.goal]
      jobs.append(
        Job(
          milestone: index, goal: milestone.goal, minutes: work[index].remaining,
          wait: milestone.wait?.middle ?? 0, longWait: milestone.wait?.high ?? 0,
          earliest: [goal.start, milestone.start].compactMap(\.self).max(),
          fixed: milestone.isFixed ? milestone.due : nil, due: milestone.due, handedOver: work[index].handedOver))
    }
    for job in jobs.indices {
      jobs[job].predecessors = plan.milestones[jobs[job].milestone].predecessors.compactMap { jobOfMilestone[$0] }
    }
    self.init(
      today: firstDay ?? plan.today,
      goals: plan.goals.indices.map { goal in
        Goal(deadline: plan.goals[goal].deadline, target: plan.target(of: goal), priority: plan.goals[goal].priority)
      },
      jobs: jobs, hours: hours)
  }
}

extension Plan {
  /// Gets hours and dates: open, in an active goal, not blocked.
  package func isPlanned(_ milestone: Int) -> Bool {
    milestones[milestone].state == .open && milestones[milestone].blockedBy == nil
      && goals[milestones[milestone].goal].status == .active
  }
}
