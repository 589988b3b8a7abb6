import PlanDocuments
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
  /// Left out is what has no date and an end that nobody can know.
  package init(_ plan: Plan, work: RemainingWork, hours: WorkHours) {
    var jobOfMilestone = [Int?](repeating: nil, count: plan.milestones.count)
    var jobs: [Job] = []
    jobs.reserveCapacity(plan.milestones.count)
    for index in plan.milestones.indices where plan.isPlanned(index) {
      if work[index].hasUnknownEnd, plan.milestones[index].due == nil { continue }
      jobOfMilestone[index] = jobs.count
      let goal = plan.milestones[index].goal
      let wait = plan.milestones[index].wait
      let due = plan.milestones[index].due
      let start = plan.milestones[index].start
      let goalStart = plan.goals[goal].begins
      jobs.append(
        Job(
          milestone: index, goal: goal, minutes: work[index].remaining, wait: wait?.middle ?? 0,
          longWait: wait?.high ?? 0, earliest: start.map { max($0, goalStart ?? $0) } ?? goalStart,
          fixed: plan.milestones[index].isFixed ? due : nil, due: due, taskDue: plan.taskDue(of: index)?.day,
          handedOver: work[index].handedOver))
    }
    for job in jobs.indices {
      let entry = work[jobs[job].milestone]
      jobs[job].isBegun = entry.remaining < entry.effort
      jobs[job].isAssumed = entry.isAssumed && entry.remaining > 0
      jobs[job].predecessors = plan.milestones[jobs[job].milestone].predecessors.compactMap { jobOfMilestone[$0] }
    }
    self.init(
      today: plan.planFrom,
      goals: plan.goals.indices.map { goal in
        var hasOpenEnd = false
        if plan.goals[goal].status == .active {
          hasOpenEnd = plan.goals[goal].milestones.contains {
            plan.milestones[$0].state == .open && (jobOfMilestone[$0] == nil || work[$0].hasUnknownEnd)
          }
        }
        return Goal(
          deadline: plan.goals[goal].deadline, target: plan.target(of: goal), priority: plan.goals[goal].priority,
          first: plan.goals[goal].first, hasOpenEnd: hasOpenEnd)
      },
      jobs: jobs, hours: hours, pace: plan.pace.percent)
  }
}

extension Plan {
  /// Gets hours and dates: open, in an active goal, not blocked, no fixed day that has passed.
  package func isPlanned(_ milestone: Int) -> Bool {
    milestones[milestone].state == .open && !hasPassed(milestone) && milestones[milestone].blockedBy == nil
      && goals[milestones[milestone].goal].status == .active
  }
}
