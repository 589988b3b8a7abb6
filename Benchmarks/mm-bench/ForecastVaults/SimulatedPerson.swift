import TestSupport

/// What a made-up person is like: everything that the forecaster who knows the generator knows of them.
struct SimulatedPerson {
  /// How weeks differ.
  ///
  /// `plain` and `uneven` are there to build on; `phases` and `catchingUp` only for the last figures.
  enum Family: String, CaseIterable {
    /// Lognormal weeks.
    case plain
    /// One week in seven empty, the others by a gamma law.
    case uneven
    /// Good and bad phases of two to five weeks each.
    case phases
    /// Bursts, and more work in the three weeks before a deadline that is not safe.
    case catchingUp
  }

  /// How the hours of a week are divided among the goals.
  enum Habit: String, CaseIterable {
    /// In the order of the plan that mm made at the last review.
    case byPlan
    /// Each in proportion to what it needs a week until its deadline.
    case byDueDates
    /// One favourite after another, a quarter of the hours for the rest.
    case favouriteFirst
    /// One goal a week, in turns.
    case inTurns
  }

  struct Goal {
    var priority: Int
    /// Weeks from the first week.
    var deadline: Int
    /// Hours of its own limit a week; nil is none.
    var limit: Double?
    /// Hours of its milestones, as estimated, and what each comes to ÷ the estimate.
    var estimates: [Double]
    var factors: [Double]
  }

  var family: Family
  var habit: Habit
  /// Estimated hours finished for each hour that was free, on average.
  var pace: Double
  /// Hours a day from Monday on.
  var hours: [Double]
  /// The hours are those of every third week plus these, on other weeks fewer: people with shifts.
  var hasShifts: Bool
  /// Spread of the logarithm of a quarter's level; 0 for people who do not change.
  var drift: Double
  /// Weeks, from the first, that were declared to be off.
  var holidays: Set<Int>
  /// The chance of falling ill in a week, for one to three weeks that nobody declared.
  var illness: Double
  /// Hours that are added to a goal for each hour finished.
  var growth: Double
  /// The chance of giving a goal up in a week, without a word.
  var givingUp: Double
  /// Milestones show their progress as an amount; else only as a tick when they are done.
  var keepsAmounts: Bool
  var goals: [Goal]
  /// The goals from the most to the least liked.
  var favourites: [Int]

  /// - Parameters:
  ///   - history: full weeks before the review.
  ///   - rest: about how many weeks of work are left at the review.
  init(family: Family, history: Int, rest: Double, mayGiveUp: Bool, numbers: inout SeededGenerator) {
    self.family = family
    habit = Habit.allCases[Int.random(in: 0..<4, using: &numbers)]
    pace = Double.random(in: 0.4...1, using: &numbers)
    let daily = [0.5, 1, 1.5, 2, 3][Int.random(in: 0..<5, using: &numbers)]
    let saturday = numbers.happens(0.4) ? 2 * daily : 0
    hours = [daily, daily, daily, daily, daily, saturday, 0]
    hasShifts = numbers.happens(0.2)
    drift = numbers.happens(0.5) ? 0 : 0.25
    illness = numbers.happens(0.5) ? 0 : 0.025
    growth = numbers.happens(0.75) ? 0 : [0.1, 0.2][Int.random(in: 0..<2, using: &numbers)]
    givingUp = mayGiveUp ? Double.random(in: 0.002...0.02, using: &numbers) : 0
    keepsAmounts = numbers.happens(0.5)
    holidays = []
    for year in 0..<4 {
      for _ in 0..<Int.random(in: 0...3, using: &numbers) {
        let first = Int.random(in: 52 * year..<52 * (year + 1), using: &numbers)
        holidays.insert(first)
        if numbers.happens(0.5) { holidays.insert(first + 1) }
      }
    }
    let count = [1, 1, 2, 3, 4, 6, 8, 12][Int.random(in: 0..<8, using: &numbers)]
    let weekly = hours.reduce(0, +)
    let total = weekly * (hasShifts ? 0.8 : 1) * pace * (Double(history) + rest)
    let shares = (0..<count).map { _ in numbers.gamma(shape: 1.5) }
    let sum = shares.reduce(0, +)
    goals = shares.map { share in
      let work = max(3, total * share / sum)
      let pieces = max(1, min(24, Int((work / Double.random(in: 3...10, using: &numbers)).rounded())))
      let parts = (0..<pieces).map { _ in numbers.gamma(shape: 3) }
      let whole = parts.reduce(0, +)
      let needed = (Double(history) + rest) * Double.random(in: 0.5...1.5, using: &numbers)
      return Goal(
        priority: Int.random(in: 1...3, using: &numbers), deadline: max(history / 2 + 1, Int(needed)),
        limit: count > 1 && numbers.happens(0.3) ? (weekly * 0.5 * 2).rounded(.up) / 2 : nil,
        estimates: parts.map { max(1, (work * $0 / whole * 2).rounded() / 2) },
        factors: parts.map { _ in numbers.lognormal(variation: 0.4) })
    }
    favourites = goals.indices.shuffled(using: &numbers)
  }

  /// Their pace or what is left of their goals is not the same for ever.
  var changes: Bool { drift > 0 || growth > 0 }

  /// Free hours of each day of a week, as declared.
  func freeHours(week: Int) -> [Double] {
    if holidays.contains(week) { return [Double](repeating: 0, count: 7) }
    return hasShifts && week % 3 == 2 ? hours.map { $0 * 0.4 } : hours
  }
}
