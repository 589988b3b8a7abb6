package import PlanDocuments

/// The free minutes of every day: the vault's, shared by all goals, and what each goal may take of them.
package struct WorkHours: Sendable {
  /// Hours of one owner (the vault, or a goal), with days off and busy times already taken out.
  package struct Source: Sendable {
    package var hours: Hours?
    package var off: [DaysOff]

    package init(hours: Hours?, off: [DaysOff] = []) {
      self.hours = hours
      self.off = off
    }
  }

  package var vault: Source
  package var goals: [Source]

  package init(vault: Source, goals: [Source]) {
    self.vault = vault
    self.goals = goals
  }
}
