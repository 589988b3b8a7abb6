package import PlanDocuments

/// A stretch of the clock on one day that is kept for one milestone.
package struct WorkBlock: Hashable, Sendable {
  /// The index of the milestone in `Plan.milestones`.
  package var milestone: Int
  package var day: Day
  package var window: ClockWindow
  /// What an earlier run called the block; nil for one that is new.
  package var identity: String?
  /// The person put it there: it stays, also outside the windows.
  package var isPinned: Bool

  package init(milestone: Int, day: Day, window: ClockWindow, identity: String? = nil, isPinned: Bool = false) {
    self.milestone = milestone
    self.day = day
    self.window = window
    self.identity = identity
    self.isPinned = isPinned
  }
}

/// How blocks are cut, in minutes and minutes of the clock.
package struct BlockRules: Hashable, Sendable {
  /// Blocks begin on multiples of these minutes.
  package static let grid = 5

  /// Shorter ones only where nothing longer is left to do, or no room.
  package var shortest: Int
  package var longest: Int
  /// Where hours have no window: the day that blocks are laid in first.
  package var day: ClockWindow
  /// Where appointments leave too little of it: the evening, then the morning.
  package var evening: ClockWindow
  package var morning: ClockWindow

  package init(
    shortest: Int = 25, longest: Int = 180, day: ClockWindow = ClockWindow(start: 9 * 60, end: 18 * 60)
  ) {
    self.shortest = shortest
    self.longest = max(longest, shortest, BlockRules.grid)
    self.day = day
    evening = ClockWindow(start: day.end, end: max(day.end, 22 * 60))
    morning = ClockWindow(start: min(day.start, 7 * 60), end: day.start)
  }

  static func roundedUp(_ minutes: Int) -> Int { (minutes + grid - 1) / grid * grid }
  static func roundedDown(_ minutes: Int) -> Int { minutes / grid * grid }
}
