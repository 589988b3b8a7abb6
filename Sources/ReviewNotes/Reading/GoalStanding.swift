package import Forecasting
package import PlanDocuments
package import PlanModel

/// Where one goal stands: what is done, what is left, and what comes of it on paper.
package struct GoalStanding: Hashable, Sendable {
  package enum OnPaper: Hashable, Sendable {
    /// Complete on `day`, so many days before the target.
    case fits(Day, daysEarly: Int)
    /// The deadline holds, but so many days of the buffer are used.
    case usesBuffer(Day, days: Int)
    /// So many days after the deadline.
    case late(Day, days: Int)
    /// Its hours do not come within ten years.
    case never
    /// It has no deadline.
    case open(Day)
    /// Some of its work waits for what is not planned, or nobody knows its hours: it has no end, and why.
    case withoutEnd(Sentence)
    /// Nothing is planned: it is paused, or it has no milestones.
    case notPlanned(Sentence)
  }

  package struct Waiting: Hashable, Sendable {
    package var milestone: NamedItem
    package var since: Day
    /// The day that it is expected to be complete.
    package var until: Day?

    package init(milestone: NamedItem, since: Day, until: Day?) {
      self.milestone = milestone
      self.since = since
      self.until = until
    }
  }

  /// What will probably come of it.
  package struct Likely: Hashable, Sendable {
    package var will: PlanForecast.Will
    /// Of the deadline; for a fixed end, that all is ready on its day.
    ///
    /// Nil without a deadline.
    package var chance: Double?
    /// For a fixed end: minutes before it, and what of them is done by its day in 5 of 10 cases.
    package var ready: (minutes: Int, done: Int)? {
      get { readyMinutes.map { ($0, doneMinutes) } }
      set { (readyMinutes, doneMinutes) = (newValue?.minutes, newValue?.done ?? 0) }
    }
    private var readyMinutes: Int?
    private var doneMinutes = 0
    /// There is history enough of one's own for figures.
    package var hasPercentages: Bool

    package init(will: PlanForecast.Will, chance: Double?, hasPercentages: Bool) {
      self.will = will
      self.chance = chance
      self.hasPercentages = hasPercentages
    }
  }

  package var goal: NamedItem
  package var likely: Likely?
  package var deadline: Day?
  package var target: Day?
  /// The end is a fixed milestone on the deadline.
  package var endIsFixed = false
  /// Effort in minutes, of all milestones that are not cancelled, and what of it is still open.
  package var totalMinutes: Int
  package var minutesLeft: Int
  /// Its milestones that are not cancelled: they give the share where no hours are planned (`time: none`, no efforts).
  package var milestonesDone = 0
  package var milestoneCount = 0
  /// Minutes a week until the target: what the rest needs, and what it had lately.
  package var needsAWeek: Int?
  package var gaveAWeek: Int?
  package var onPaper: OnPaper
  /// Such as ` if the assumed 20 h are right`; empty where written hours alone are late, or nothing is.
  package var doubt: Sentence = ""
  /// Why a blocked goal has no end, and how it gets one; nil for any other.
  package var blockage: Sentence?
  /// Minutes that find no place before the target with the goal alone; 0 where it fits.
  package var shortfallMinutes = 0
  /// A measured amount for the goal itself.
  package var amount: Amount?
  package var waiting: [Waiting] = []

  package init(goal: NamedItem, totalMinutes: Int, minutesLeft: Int, onPaper: OnPaper) {
    self.goal = goal
    self.totalMinutes = totalMinutes
    self.minutesLeft = minutesLeft
    self.onPaper = onPaper
  }

  /// Why it has no end; nil where it has one.
  package var reasonForNoEnd: Sentence? {
    if case .withoutEnd(let why) = onPaper { why } else { nil }
  }

  /// Its deadline holds on paper, or it has none.
  package var holds: Bool {
    switch onPaper {
    case .fits, .usesBuffer, .open, .notPlanned: true
    case .late, .never, .withoutEnd: false
    }
  }

  /// Even with all its hours to itself some of its work finds no place; a goal that only uses its buffer fits.
  package var doesNotFitAlone: Bool { shortfallMinutes > 0 && !holds }

  /// What is done of the whole, from 0 to 1.
  package var doneShare: Double {
    if totalMinutes > 0 { return Double(totalMinutes - minutesLeft) / Double(totalMinutes) }
    return milestoneCount > 0 ? Double(milestonesDone) / Double(milestoneCount) : 0
  }
}

/// More hours needed than free in a stretch of days.
package struct Overbooking: Hashable, Sendable {
  package struct Demand: Hashable, Sendable {
    package var goal: NamedItem
    package var minutes: Int

    package init(goal: NamedItem, minutes: Int) {
      self.goal = goal
      self.minutes = minutes
    }
  }

  package var days: DayRange
  package var demands: [Demand]
  package var freeMinutes: Int
  /// Days off and events in it, by their names, and the minutes that they take.
  package var takenBy: [String]
  package var takenMinutes: Int

  package init(days: DayRange, demands: [Demand], freeMinutes: Int, takenBy: [String] = [], takenMinutes: Int = 0) {
    self.days = days
    self.demands = demands
    self.freeMinutes = freeMinutes
    self.takenBy = takenBy
    self.takenMinutes = takenMinutes
  }

  package var excessMinutes: Int { demands.reduce(0) { $0 + $1.minutes } - freeMinutes }
}
