package import Forecasting
package import PlanDocuments

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
  /// How many more there are than rows.
  package var more = 0
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
