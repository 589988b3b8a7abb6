package import Forecasting
package import PlanDocuments
package import PlanModel

/// The next week: the hours there are and what to work on.
package struct WeekAhead: Hashable, Sendable {
  package struct FreeDay: Hashable, Sendable {
    package var day: Day
    package var minutes: Int
    /// What takes hours away on that day.
    package var taken: [String]

    package init(day: Day, minutes: Int, taken: [String] = []) {
      self.day = day
      self.minutes = minutes
      self.taken = taken
    }
  }

  /// Hours of the week that the plan gives to one milestone.
  package struct Work: Hashable, Sendable {
    package var milestone: NamedItem
    package var goal: NamedItem
    /// The first open task, where the milestone has tasks.
    package var nextTask: String?
    package var minutes: Int
    package var minutesLeft: Int
    package var due: Day?
    package var isFixed = false
    /// When it is complete on paper.
    package var completion: Day?

    package init(milestone: NamedItem, goal: NamedItem, minutes: Int, minutesLeft: Int, due: Day?) {
      self.milestone = milestone
      self.goal = goal
      self.minutes = minutes
      self.minutesLeft = minutesLeft
      self.due = due
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
  /// Days with hours; nil where no hours are declared.
  package var free: [FreeDay]?
  package var work: [Work] = []
  /// How many more milestones get hours than `work` names.
  package var moreWork = 0
  package var ahead: [Ahead] = []
  /// Waits that a small piece of work would begin, and other words for the week.
  package var remarks: [Sentence] = []

  package init() {}

  package var freeMinutes: Int { (free ?? []).reduce(0) { $0 + $1.minutes } }
}

/// The milestones of the next weeks.
package struct WeeksAhead: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var milestone: NamedItem
    package var amount: Amount?
    package var isOptional = false
    package var due: Day?
    /// Latest day with all goals together, and the day by which it must be handed over where it has a wait.
    package var must: Day?
    package var sendBy: Day?
    package var completion: Day?
    /// When it will probably be complete; nil for one that is fixed, and without a forecast.
    package var will: PlanForecast.Will?
    /// The chance that all before a fixed one is complete on its day.
    package var readyChance: Double?

    package init(milestone: NamedItem) {
      self.milestone = milestone
    }
  }

  package var weekCount: Int = 0
  package var hasForecast = false
  package var hasPercentages = false
  package var rows: [Row] = []
  package var remarks: [Sentence] = []
  package var chart: GanttChart?

  package init() {}
}

/// Bars of milestones over days, in sections.
package struct GanttChart: Hashable, Sendable {
  package struct Bar: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case work, running, waiting, milestone, away
    }

    package var title: String
    package var kind: Kind
    package var days: DayRange

    package init(title: String, kind: Kind, days: DayRange) {
      self.title = title
      self.kind = kind
      self.days = days
    }
  }

  package struct Section: Hashable, Sendable {
    package var title: String
    package var bars: [Bar]

    package init(title: String, bars: [Bar]) {
      self.title = title
      self.bars = bars
    }
  }

  package var days: DayRange
  package var sections: [Section]

  package init(days: DayRange, sections: [Section]) {
    self.days = days
    self.sections = sections
  }
}

/// What must be true before the end of a goal.
package struct EndBackwards: Hashable, Sendable {
  package struct Complete: Hashable, Sendable {
    package var title: String
    package var must: Day

    package init(title: String, must: Day) {
      self.title = title
      self.must = must
    }
  }

  package struct Step: Hashable, Sendable {
    package enum Distance: Hashable, Sendable, CaseIterable {
      case oneWeek, oneMonth, threeMonths
    }

    package var distance: Distance
    package var day: Day
    /// The milestones that must be complete by then, the last ones of each chain, with their latest days.
    package var complete: [Complete] = []
    /// The one that must be under way.
    package var underWay: String?

    package init(distance: Distance, day: Day) {
      self.distance = distance
      self.day = day
    }
  }

  package var goal: NamedItem
  package var end: Day
  package var steps: [Step]

  package init(goal: NamedItem, end: Day, steps: [Step]) {
    self.goal = goal
    self.end = end
    self.steps = steps
  }
}
