import Forecasting
package import PlanDocuments
package import PlanModel

/// The next week, day by day: as much work as the person usually finishes.
package struct WeekAhead: Hashable, Sendable {
  package struct Work: Hashable, Sendable {
    /// `goal/milestone`.
    package var name: String
    package var milestone: NamedItem
    package var goal: NamedItem
    /// The first open task, where the milestone has tasks.
    package var task: String?
    package var minutes: Int

    package init(name: String, milestone: NamedItem, goal: NamedItem, task: String? = nil, minutes: Int) {
      self.name = name
      self.milestone = milestone
      self.goal = goal
      self.task = task
      self.minutes = minutes
    }
  }

  /// A milestone with a date in the week.
  package struct Due: Hashable, Sendable {
    package var milestone: NamedItem
    package var isFixed: Bool
    /// When it is complete in half of the runs, where that is later.
    package var likely: Day?

    package init(milestone: NamedItem, isFixed: Bool, likely: Day? = nil) {
      self.milestone = milestone
      self.isFixed = isFixed
      self.likely = likely
    }
  }

  package struct DayPlan: Hashable, Sendable {
    package var day: Day
    package var work: [Work] = []
    package var due: [Due] = []

    package init(day: Day) {
      self.day = day
    }
  }

  /// A stretch with fewer hours, or an event.
  package struct Ahead: Hashable, Sendable {
    package var name: String
    package var days: DayRange
    /// What stays free on these days; nil where that says nothing.
    package var freeMinutes: Int?

    package init(name: String, days: DayRange, freeMinutes: Int? = nil) {
      self.name = name
      self.days = days
      self.freeMinutes = freeMinutes
    }
  }

  package var days: DayRange?
  /// Nil where no hours are declared.
  package var freeMinutes: Int?
  /// The share of free hours that the person finishes, 0 to 100, and whether it is their own.
  package var pace: RecordedPace = .usual
  /// Days with work or a date, in order.
  package var plan: [DayPlan] = []
  /// Goals with open work that get nothing this week, and why.
  package var without: [Sentence] = []
  package var ahead: [Ahead] = []
  /// Waits that a small piece of work would begin, and other words for the week.
  package var remarks: [Sentence] = []

  package init() {}

  package var plannedMinutes: Int { plan.reduce(0) { $0 + $1.work.reduce(0) { $0 + $1.minutes } } }
}
