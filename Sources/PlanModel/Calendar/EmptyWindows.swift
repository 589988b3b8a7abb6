import PlanDocuments

extension WorkHours {
  /// A goal's entry whose window leaves nothing of the vault's.
  package struct EmptyWindow: Hashable, Sendable {
    package var goal: Int
    /// The index among the goal's entries.
    package var entry: Int

    package init(goal: Int, entry: Int) {
      self.goal = goal
      self.entry = entry
    }
  }

  /// The entries of goals whose window never meets one of the vault's on a weekday on which both have hours.
  package var emptyWindows: [EmptyWindow] {
    guard isShared else { return [] }
    var found: [EmptyWindow] = []
    for (goal, source) in goals.enumerated() {
      for (index, entry) in source.entries.enumerated() where isEmpty(entry) {
        found.append(EmptyWindow(goal: goal, entry: index))
      }
    }
    return found
  }

  private func isEmpty(_ entry: HoursEntry) -> Bool {
    guard let window = entry.window else { return false }
    let own = ClockTimes([window])
    var meets = false
    var sharesADay = false
    for weekday in Weekday.allCases where Self.weekdays(entry, spreadsWeeks: false).contains(weekday) {
      for shared in vault.entries where Self.weekdays(shared, spreadsWeeks: true).contains(weekday) {
        if let one = entry.period, let other = shared.period, one.last < other.first || other.last < one.first {
          continue
        }
        sharesADay = true
        guard let sharedWindow = shared.window else { return false }
        if own.intersection(ClockTimes([sharedWindow])).minutes > 0 { meets = true }
      }
    }
    return sharesADay && !meets
  }

  private static func weekdays(_ entry: HoursEntry, spreadsWeeks: Bool) -> WeekdaySet {
    switch entry.rhythm {
    case .days(let days): days
    case .week: spreadsWeeks ? .mondayToFriday : .all
    case .timesAWeek(let times): spreadsWeeks && times <= 5 ? .mondayToFriday : .all
    }
  }
}
