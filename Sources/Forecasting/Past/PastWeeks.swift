package import PlanDocuments
package import PlanModel

/// The ISO weeks that history covers: what was done, what was free, and how much was planned.
package struct PastWeeks: Sendable {
  package struct Week: Sendable {
    package var monday: Day
    /// Finished minutes by goal of the plan, as estimated; `other` are those of goals that are no longer in it.
    package var minutes: [Double]
    package var other: Double
    /// Minutes that were free for any active goal, and for each by itself; 0 for goals that were not active.
    package var freeMinutes: Int
    package var freeOfGoal: [Int]
    /// Minutes of effort in the plan at the week's end, by goal; nil where nothing remembers.
    package var scope: [Int]?
    /// The hours are those that were known by the week's end; else today's settings stand in for them.
    package var areHoursKnown = true

    /// Of all these minutes, those of goals that take part in the hours: the others have no free minutes to compare with.
    package var counted = 0.0

    package var total: Double { minutes.reduce(other, +) }
  }

  /// Oldest first, without gaps.
  package private(set) var weeks: [Week] = []

  /// As far back as a week still says something.
  static let most = 156

  /// - Parameters:
  ///   - last: the last day that counts; its week is the last.
  ///   - work: what counts today.
  package init(_ history: PlanHistory, through last: Day, work: RemainingWork) {
    self.init(PastRecord(history, through: last, work: work), through: last)
  }

  /// The weeks of a record.
  package init(_ record: PastRecord, through last: Day) {
    let history = record.history
    guard let first = Self.firstMonday(history, record.work), first <= last.monday else { return }
    let oldest = max(first, last.monday - 7 * (Self.most - 1))
    let goals = history.plan.goals.count
    let count = (last.monday - oldest) / 7 + 1
    weeks = (0..<count).map { week in
      let monday = oldest + 7 * week
      let free = record.hours.week(monday, through: min(monday + 6, last))
      return Week(
        monday: monday, minutes: [Double](repeating: 0, count: goals), other: 0, freeMinutes: free.any,
        freeOfGoal: free.goals, scope: history.scope(atEndOf: min(monday + 6, last), effort: record.effort),
        areHoursKnown: history.areHoursKnown(inWeekOf: monday))
    }
    for share in record.shares where share.day >= oldest && share.day <= last {
      let week = (share.day - oldest) / 7
      if let goal = share.goal {
        weeks[week].minutes[goal] += share.minutes
      } else {
        weeks[week].other += share.minutes
      }
      if share.counts { weeks[week].counted += share.minutes }
    }
  }

  /// The first week of which all is known.
  private static func firstMonday(_ history: PlanHistory, _ done: [PastWork]) -> Day? {
    var first = history.firstDay ?? history.snapshots.first?.day
    if first == nil || history.past.isShallow {
      // Dates that people wrote reach further back than git, where most of the work has one: else what they show is a
      // part of it.
      let written = done.filter { $0.seen.since == $0.seen.day }
      let dated = written.reduce(0) { $0 + $1.minutes }
      if dated >= 0.8 * done.reduce(0, { $0 + $1.minutes }), let day = written.map(\.seen.day).min() {
        first = min(first ?? day, day.monday)
      }
    }
    return first.map { $0.weekday == .monday ? $0 : $0.monday + 7 }
  }
}
