package import PlanDocuments

/// What the planner found for every job: the dates that must hold, the plan that uses the hours there are, and why.
package struct PlanSchedule: Sendable {
  /// Minutes of work on one day.
  package struct Portion: Hashable, Sendable {
    package var day: Day
    package var minutes: Int

    package init(day: Day, minutes: Int) {
      self.day = day
      self.minutes = minutes
    }
  }

  /// One step of the chain behind a date.
  package enum Reason: Hashable, Sendable {
    /// Begins today: nothing held it.
    case today
    /// Not before this day (`start`).
    case start(Day)
    /// Follows another job, complete on that day.
    case after(job: Int, completion: Day)
    /// The hours before went to other jobs: without any of them it would end earlier.
    case hours(takenBy: [Int])
    /// The hours that are declared for its goal, or for all, give no more.
    case noMoreHours(goal: Int)
    /// Calendar time after the work.
    case wait(days: Int)
    /// The day of a fixed milestone.
    case fixed(Day)
    /// Backward: the goal's target, or a follower that must begin by then.
    case target(goal: Int, Day)
    case before(job: Int, latestStart: Day)
  }

  /// From a day on work comes before its turn: the least latest start first.
  package struct Urgency: Hashable, Sendable {
    package var from: Day
    package var latestStart: Day
  }

  package struct JobDates: Sendable {
    /// Latest day on which it may be complete, its goal alone.
    package var latestAlone: Day?
    /// The same with all goals sharing the hours, every end held at the later of its day and its completion in the plan.
    ///
    /// A bound: this item alone may be complete even later where `isLatestExact` is false.
    package var latest: Day?
    /// No later day leaves every end as the plan has it: shown for this item alone.
    package var isLatestExact: Bool = false
    /// Latest days on which the work may begin and end, alone.
    package var latestStart: Day?
    package var latestFinish: Day?
    /// For a job with a wait: the day by which the work must be handed over, with the long end of the wait.
    package var sendBy: Day?
    /// The first day that it could begin on: today, `start`, waits before it.
    package var earliestStart: Day?
    /// The plan's work, day by day; empty where there is none to do or the hours never come.
    package var portions: [Portion] = []
    /// The work of the next eight weeks in the person's own order with all hours, even where that makes an end later; a day
    /// may occur twice.
    package var portionsInOwnOrder: [Portion] = []
    /// The same with only the share of the hours that the person finishes.
    package var portionsAtPace: [Portion] = []
    /// Its work with its places in the person's own order of all work; empty where it comes after all that has some.
    ///
    /// The forecast works in this order. So does the plan, unless an end would then be later with all hours.
    package var turns: [WorkTurn] = []
    /// Small work with a date soon comes before its turn, and what an end needs soon before that.
    package var urgent: Urgency?
    package var pressing: Urgency?
    /// The day of completion in the plan, its wait included; nil is never.
    package var completion: Day?
    /// Days of the plan after a fixed milestone's day; 0 where it holds, and for all that is not fixed.
    package var lateDays: Int = 0
    /// `latest` − completion, in days.
    package var slackDays: Int? {
      guard let latest, let completion else { return nil }
      return latest - completion
    }

    package init() {}
  }

  package struct GoalDates: Sendable {
    /// The plan's last completion; nil where it has no end: never, nothing planned, or some of it has no dates.
    package var completion: Day?
    package var fitsAlone: Bool = true
    /// It has planned work or waits.
    package var hasJobs: Bool = false
    /// Its hours do not come within ten years: no date, and no part in lateness and conflicts.
    package var isNever: Bool = false
    /// Minutes without a place when the goal is planned alone backward from its target, stopping at the earliest days.
    package var shortfallMinutes: Int = 0
    /// Where waits and not-before days alone are too long: by how many days.
    package var shortfallDays: Int = 0
    /// Days of the plan after the target; 0 when it holds.
    ///
    /// Of a goal with an open end at least so many.
    package var lateDays: Int = 0
    /// Its written hours are done in time: it is late only if the assumed ones are right.
    package var isLateByAssumedHoursOnly: Bool = false
    /// The earliest day on which the goal can be complete when it has all its hours to itself.
    package var earliestAlone: Day?

    package init() {}
  }

  /// More work than hours in a stretch of days.
  package struct Conflict: Hashable, Sendable {
    package var days: DayRange
    /// By goal index: the minutes that want to lie inside, most first.
    package var demands: [Demand]
    package var freeMinutes: Int

    package struct Demand: Hashable, Sendable {
      package var goal: Int
      package var minutes: Int

      package init(goal: Int, minutes: Int) {
        self.goal = goal
        self.minutes = minutes
      }
    }

    package init(days: DayRange, demands: [Demand], freeMinutes: Int) {
      self.days = days
      self.demands = demands
      self.freeMinutes = freeMinutes
    }

    package var excessMinutes: Int { demands.reduce(0) { $0 + $1.minutes } - freeMinutes }
  }

  package var jobs: [JobDates]
  package var goals: [GoalDates]
  package var conflicts: [Conflict]
  /// The largest lateness of any goal or fixed milestone, in days.
  package var worstLateDays: Int
  /// No plan has a smaller list of days late, class by class.
  package var isProvedBest: Bool
  /// By class (fixed dates, then priorities 1, 2 and 3): no plan that keeps the classes before it has a smaller largest
  /// lateness.
  package var isLargestProved: [Bool] = []

  /// The plan works in the order of the jobs' turns.
  package var isInOwnOrder: Bool = true

  package init(
    jobs: [JobDates], goals: [GoalDates], conflicts: [Conflict], worstLateDays: Int, isProvedBest: Bool
  ) {
    self.jobs = jobs
    self.goals = goals
    self.conflicts = conflicts
    self.worstLateDays = worstLateDays
    self.isProvedBest = isProvedBest
  }
}
