import PlanModel

/// A plan as a forecast sees it: numbers only, days counted from today (0).
///
/// Milestones name goals and each other by their index. The order of the arrays decides nothing but ties.
package struct ForecastProblem: Sendable {
  /// A part of a milestone's work, with its place in the order of all work.
  package struct Turn: Hashable, Sendable {
    package var place: Int
    package var minutes: Double

    package init(place: Int, minutes: Double) {
      self.place = place
      self.minutes = minutes
    }
  }

  /// From a day on work comes before its turn: the least latest start first, which isn't negative.
  package struct Urgency: Hashable, Sendable {
    package var from: Int
    package var latestStart: Int
  }

  package enum Wait: Hashable, Sendable {
    case days(Int)
    case range(SpreadRange)
  }

  package struct Milestone: Sendable {
    package var goal: Int
    /// A number that stays with the milestone when others come and go: it has the same luck then.
    package var identity: UInt64
    /// Remaining work; 0 where only time is waited for.
    package var minutes: Double
    /// The remaining work was estimated as a range; `minutes` is its middle.
    package var effortRange: SpreadRange?
    package var wait: Wait
    /// So many of the minutes at most are done already and nobody has seen it.
    package var unseenMinutes = 0.0
    /// The first day that it may be worked on by itself; 0 is today.
    package var earliest: Int
    /// A fixed milestone's day: complete at its end, whatever is done by then.
    package var fixed: Int?
    /// The work is done and the wait runs since this day, at most 0.
    package var handedOver: Int?
    package var predecessors: [Int]
    /// Its work in the order in which it is done.
    ///
    /// Only their shares count, of whatever the work comes to. Without any, it comes after all that has some.
    package var turns: [Turn]
    /// It comes before all turns; what presses comes before what is urgent.
    package var urgent: Urgency?
    package var pressing: Urgency?
    /// Settles equal places; least first, each number once.
    package var rank: Int

    package init(
      goal: Int, identity: UInt64, minutes: Double, effortRange: SpreadRange? = nil, wait: Wait = .days(0),
      earliest: Int = 0,
      fixed: Int? = nil, handedOver: Int? = nil, predecessors: [Int] = [], turns: [Turn] = [], rank: Int
    ) {
      self.goal = goal
      self.identity = identity
      self.minutes = minutes
      self.effortRange = effortRange
      self.wait = wait
      self.earliest = earliest
      self.fixed = fixed
      self.handedOver = handedOver
      self.predecessors = predecessors
      self.turns = turns
      self.rank = rank
    }
  }

  package struct Goal: Sendable {
    /// A number that stays with the goal when others come and go.
    package var identity: UInt64
    package var deadline: Int?
    /// Deadline less buffer.
    package var target: Int?
    /// The index of its pace in `paces`.
    package var pace: Int
    /// Given where the hours worked are kept.
    package var effort: EffortModel?
    /// The index of its hours in `hours.tables`.
    package var table: Int
    /// Until the end of this day the person means to work on it before all others.
    package var first: Int?

    package init(
      identity: UInt64, deadline: Int? = nil, target: Int? = nil, pace: Int = 0, effort: EffortModel? = nil,
      table: Int = 0
    ) {
      self.identity = identity
      self.deadline = deadline
      self.target = target
      self.pace = pace
      self.effort = effort
      self.table = table
    }
  }

  /// Free minutes of every day from today on, as declared.
  package struct Hours: Sendable {
    /// The minutes of one owner's days, and the most of each week; infinite where a week has no limit.
    package struct Table: Sendable {
      package var days: [Double]
      package var weeks: [Double]

      package init(days: [Double], weeks: [Double]) {
        self.days = days
        self.weeks = weeks
      }
    }

    /// The week that each day lies in, counted from the running one (0); days after the last are never.
    package var weekOfDay: [Int]
    /// What all goals share; nil where nothing is shared.
    package var shared: [Double]?
    package var tables: [Table]
    /// The running week, counted from an origin that is the same on all days: a week has the same luck whenever it is
    /// looked at.
    package var firstWeek: Int

    package init(weekOfDay: [Int], shared: [Double]?, tables: [Table], firstWeek: Int = 0) {
      self.firstWeek = firstWeek
      self.weekOfDay = weekOfDay
      self.shared = shared
      self.tables = tables
    }

    package var dayCount: Int { weekOfDay.count }
    package var weekCount: Int { (weekOfDay.last ?? -1) + 1 }
  }

  package var goals: [Goal]
  package var milestones: [Milestone]
  package var hours: Hours
  /// With shared hours one, for all goals.
  package var paces: [PaceModel]
  /// How shared hours are divided; nil is by the plan alone.
  package var habit: HabitModel?
  /// What is added to the work for each hour done.
  package var growth = ScopeGrowth.none
  /// How far milestones by themselves lie from their estimates: the spread of the logarithm; 0 where that is drawn by an
  /// `EffortModel` or not at all.
  package var estimateSpread = 0.0
  /// The same for everybody: what differs between two plans is the plans.
  ///
  /// Benches give each made-up person their own.
  package var seed: UInt64

  package init(
    goals: [Goal], milestones: [Milestone], hours: Hours, paces: [PaceModel], habit: HabitModel? = nil, seed: UInt64 = 1
  ) {
    self.habit = habit
    self.goals = goals
    self.milestones = milestones
    self.hours = hours
    self.paces = paces
    self.seed = seed
  }
}
