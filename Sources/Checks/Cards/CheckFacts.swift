package import PlanDocuments
package import PlanModel
package import Scheduling

/// What only history knows and some checks need.
package struct CheckHistory: Sendable {
  /// The day of the last review note; nil where there is none.
  package var lastReview: Day?
  /// The last day on which a box of the goal was ticked, by the goal's id; goals that are not here have no known tick.
  package var lastTicks: [String: Day]
  /// Where the goal's playbook says that people stall, by the goal's id.
  package var stallPoints: [String: [StallPoint]]

  package init(
    lastReview: Day? = nil, lastTicks: [String: Day] = [:], stallPoints: [String: [StallPoint]] = [:]
  ) {
    self.lastReview = lastReview
    self.lastTicks = lastTicks
    self.stallPoints = stallPoints
  }
}

/// What the checks look at: the plan, and what follows from it cheaply.
///
/// No joint schedule is made.
package struct CheckFacts: Sendable {
  package let plan: Plan
  package let hours: WorkHours
  package let work: RemainingWork
  package let problem: ScheduleProblem
  package let history: CheckHistory
  /// The job of each of `Plan.milestones`; nil where it is not planned.
  package let jobs: [Int?]
  /// Whether due dates and deadlines can be met.
  let dateFit: DateFit

  /// - Parameter hours: with the busy times of calendars, where there are any.
  package init(_ plan: Plan, hours: WorkHours? = nil, history: CheckHistory = CheckHistory()) {
    self.plan = plan
    self.hours = hours ?? WorkHours(of: plan)
    self.history = history
    work = RemainingWork(in: plan, hours: self.hours)
    problem = ScheduleProblem(plan, work: work, hours: self.hours)
    var jobs = [Int?](repeating: nil, count: plan.milestones.count)
    for (index, job) in problem.jobs.enumerated() { jobs[job.milestone] = index }
    self.jobs = jobs
    dateFit = DateFit(problem)
  }

  package var today: Day { plan.today }

  /// Gets hours and dates: open, in an active goal, not blocked.
  package func isPlanned(_ milestone: Int) -> Bool { plan.isPlanned(milestone) }

  /// The goals that are worked on.
  package var activeGoals: [Int] { plan.goals.indices.filter { plan.goals[$0].status == .active } }

  /// The open milestones of a goal, blocked ones included.
  package func openMilestones(ofGoal goal: Int) -> [Int] {
    plan.goals[goal].milestones.filter { plan.milestones[$0].state == .open }
  }

  /// What was found of one kind while reading.
  func reading(_ check: CheckCard) -> [Finding] {
    plan.findings.filter { $0.check == check.name }
  }
}
