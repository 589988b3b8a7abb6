package import PlanDocuments
package import PlanModel

/// The planned milestones of all goals as numbers, ready to be placed on days.
///
/// A *job* is the open work of one planned milestone. Jobs are in the order of the files; `predecessors` name jobs.
package struct ScheduleProblem: Sendable {
  package struct Job: Sendable {
    /// The index of its milestone in `Plan.milestones`.
    package var milestone: Int
    /// The index of its goal in `goals` here (the same as in `Plan.goals`).
    package var goal: Int
    /// Remaining work in minutes; 0 where only time is waited for.
    package var minutes: Int
    /// Days that pass between the work and completion.
    package var wait: Int
    /// The long end of the wait in days, for `sendBy`.
    package var longWait: Int
    /// Not before this day: its own `start` or the goal's, the later.
    package var earliest: Day?
    /// A fixed milestone's day: complete on that day, never before.
    package var fixed: Day?
    package var due: Day?
    /// The first day on which an open task of it is due: the order of work minds it as if the whole were due then.
    package var taskDue: Day?
    /// The work is done and the wait runs since this day (`minutes` is 0).
    package var handedOver: Day?
    package var predecessors: [Int]
    /// Some of its work is done.
    package var isBegun = false
    /// Its hours are nobody's estimate.
    package var isAssumed = false

    package init(
      milestone: Int, goal: Int, minutes: Int, wait: Int = 0, longWait: Int? = nil, earliest: Day? = nil,
      fixed: Day? = nil, due: Day? = nil, taskDue: Day? = nil, handedOver: Day? = nil, predecessors: [Int] = []
    ) {
      self.milestone = milestone
      self.goal = goal
      self.minutes = minutes
      self.wait = wait
      self.longWait = longWait ?? wait
      self.earliest = earliest
      self.fixed = fixed
      self.due = due
      self.taskDue = taskDue
      self.handedOver = handedOver
      self.predecessors = predecessors
    }
  }

  package struct Goal: Sendable {
    package var deadline: Day?
    /// Deadline less buffer.
    package var target: Day?
    /// 1, 2 or 3.
    package var priority: Int
    /// Until the end of this day its work comes before that of all other goals.
    package var first: Day?
    /// Some of its work has no dates, since it is blocked or nobody knows its hours: the goal has no end.
    package var hasOpenEnd: Bool

    package init(
      deadline: Day? = nil, target: Day? = nil, priority: Int = 2, first: Day? = nil, hasOpenEnd: Bool = false
    ) {
      self.deadline = deadline
      self.target = target
      self.priority = priority
      self.first = first
      self.hasOpenEnd = hasOpenEnd
    }
  }

  /// The first day that work can be placed on.
  package var today: Day
  package var goals: [Goal]
  package var jobs: [Job]
  package var hours: WorkHours
  /// The share of free hours that becomes work, in hundredths: by it is judged which ends can be reached.
  package var pace: Int

  package init(today: Day, goals: [Goal], jobs: [Job], hours: WorkHours, pace: Int = RecordedPace.usual.percent) {
    self.pace = pace
    self.today = today
    self.goals = goals
    self.jobs = jobs
    self.hours = hours
  }
}
