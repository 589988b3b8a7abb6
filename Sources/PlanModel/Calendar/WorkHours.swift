package import PlanDocuments

/// Work that was done in a week that still runs: what a limit for the week has less left.
package struct WorkInWeek: Hashable, Sendable {
  package var monday: Day
  package var minutes: Int

  package init(monday: Day, minutes: Int) {
    self.monday = monday
    self.minutes = minutes
  }
}

/// What was declared about hours: the vault's, shared by all goals, and what each goal may take of them.
///
/// `FreeHours` makes minutes by day of it.
package struct WorkHours: Sendable {
  /// The hours, days off and appointments of one owner: the vault, or a goal.
  package struct Source: Hashable, Sendable {
    package var hours: Hours?
    package var off: [DaysOff]
    package var busy: BusyTimes
    /// What counts against the limit of the running week.
    package var worked: WorkInWeek?

    package init(
      hours: Hours?, off: [DaysOff] = [], busy: BusyTimes = BusyTimes(), worked: WorkInWeek? = nil
    ) {
      self.worked = worked
      self.hours = hours
      self.off = off
      self.busy = busy
    }

    fileprivate func isOff(_ day: Day) -> Bool {
      off.contains { $0.percent >= 100 && $0.days.contains(day) } || busy.allDay.contains { $0.contains(day) }
    }

    /// Its entries; empty for `time: none` and where nothing is given.
    package var entries: [HoursEntry] {
      if case .entries(let entries) = hours { entries } else { [] }
    }
  }

  package var vault: Source
  package var goals: [Source]

  package init(vault: Source, goals: [Source]) {
    self.vault = vault
    self.goals = goals
  }

  /// The vault gives hours that all goals share.
  package var isShared: Bool { !vault.entries.isEmpty }

  /// Efforts count for the goal; otherwise (`time: none`, or no hours anywhere) only days do.
  package func counts(goal: Int) -> Bool {
    switch goals[goal].hours {
    case .some(.none): false
    case .some(.entries(let entries)) where !entries.isEmpty: true
    default: isShared
    }
  }

  /// The same with nothing done yet.
  package var withoutWork: WorkHours {
    var hours = self
    for goal in goals.indices { hours.goals[goal].worked = nil }
    return hours
  }

  /// No work is possible that day: off for everything, or under an all-day event of the vault's or the goal's own.
  package func isDayOff(_ day: Day, goal: Int?) -> Bool {
    vault.isOff(day) || goal.map { goals[$0].isOff(day) } ?? false
  }
}
