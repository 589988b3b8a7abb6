package import PlanDocuments
import PlanModel
package import Scheduling

/// The state of the plan at a review, kept in the note's last line where there is no git to remember it.
///
/// `<!-- mm:snapshot 2026-08-02 book/part-1 660/2580 m due 2026-07-19; book/part-2 … -->`: minutes left of the whole, and the date.
package struct PlanSnapshot: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// `goal/milestone`.
    package var name: String
    package var minutesLeft: Int
    package var totalMinutes: Int
    package var due: Day?
    /// Measured amount, in thousandths.
    package var amount: Int64?
    package var isDone: Bool

    package init(
      name: String, minutesLeft: Int, totalMinutes: Int, due: Day?, amount: Int64? = nil, isDone: Bool = false
    ) {
      self.name = name
      self.minutesLeft = minutesLeft
      self.totalMinutes = totalMinutes
      self.due = due
      self.amount = amount
      self.isDone = isDone
    }
  }

  package var day: Day
  package var entries: [Entry]

  package init(day: Day, entries: [Entry]) {
    self.day = day
    self.entries = entries
  }

  /// The state of a plan's active goals on its day.
  package init(of scheduled: ScheduledPlan) {
    let plan = scheduled.plan
    day = plan.today
    entries = plan.milestones.indices.compactMap { index in
      let milestone = plan.milestones[index]
      guard plan.goals[milestone.goal].status == .active, milestone.state != .cancelled else { return nil }
      let work = scheduled.work[index]
      return Entry(
        name: plan.name(of: index), minutesLeft: work.remaining, totalMinutes: work.effort, due: milestone.due,
        amount: milestone.progress?.now, isDone: milestone.state == .done)
    }
  }

  package subscript(name: String) -> Entry? { entries.first { $0.name == name } }
}
