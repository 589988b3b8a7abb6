package import PlanDocuments
package import PlanModel

extension WorkHours {
  /// The hours that the vault and its goals declare, with their days off, what appointments take, and what was done this week.
  package init(of plan: Plan) {
    self.init(
      vault: Source(hours: plan.settings.hours, off: plan.settings.off, busy: BusyTimes(of: plan.busy)),
      goals: plan.goals.indices.map { goal in
        Source(hours: plan.goals[goal].hours, off: plan.goals[goal].off, worked: plan.workThisWeek(ofGoal: goal))
      })
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
    jobs.reserveCapacity(plan.milestones.count)
    for index in plan.milestones.indices where plan.isPlanned(index) {
      jobOfMilestone[index] = jobs.count
      let goal = plan.milestones[index].goal
      let wait = plan.milestones[index].wait
      let due = plan.milestones[index].due
      let start = plan.milestones[index].start
      let goalStart = plan.goals[goal].start
      jobs.append(
        Job(
          milestone: index, goal: goal, minutes: work[index].remaining, wait: wait?.middle ?? 0,
          longWait: wait?.high ?? 0, earliest: start.map { max($0, goalStart ?? $0) } ?? goalStart,
          fixed: plan.milestones[index].isFixed ? due : nil, due: due, handedOver: work[index].handedOver))
    }
    for job in jobs.indices {
      let entry = work[jobs[job].milestone]
      jobs[job].isBegun = entry.remaining < entry.effort
      jobs[job].isAssumed = entry.isAssumed && entry.remaining > 0
      jobs[job].predecessors = plan.milestones[jobs[job].milestone].predecessors.compactMap { jobOfMilestone[$0] }
    }
    self.init(
      today: firstDay ?? plan.today,
      goals: plan.goals.indices.map { goal in
        Goal(deadline: plan.goals[goal].deadline, target: plan.target(of: goal), priority: plan.goals[goal].priority)
      },
      jobs: jobs, hours: hours, pace: plan.pace.percent)
  }
}

extension Plan {
  /// Gets hours and dates: open, in an active goal, not blocked.
  package func isPlanned(_ milestone: Int) -> Bool {
    milestones[milestone].state == .open && milestones[milestone].blockedBy == nil
      && goals[milestones[milestone].goal].status == .active
  }
}
