package import PlanDocuments

/// What a draft has to fit into: the days and hours until the end, and the names that the vault knows.
package struct DraftGround: Sendable {
  package var today: Day
  /// The last day of the deadline; nil where there is none.
  package var deadline: Day?
  /// Days kept free before it.
  package var buffer: Int
  /// Minutes that the goal has from today to its target; nil where hours or an end are not known.
  package var minutes: Int?
  /// What `after:` may name besides the draft's own ids: goals, and `goal/milestone`.
  package var names: Set<String>

  package init(today: Day, deadline: Day? = nil, buffer: Int = 0, minutes: Int? = nil, names: Set<String> = []) {
    self.today = today
    self.deadline = deadline
    self.buffer = buffer
    self.minutes = minutes
    self.names = names
  }

  /// The day that the work has to be complete on.
  package var target: Day? { deadline.map { max($0 - buffer, today) } }

  /// More milestones than this in the time until the deadline are steps, not milestones: one in ten days, and some to spare.
  package var mostMilestones: Int {
    min(40, max(24, deadline.map { ($0 - today) / 10 + 4 } ?? 24))
  }
}
