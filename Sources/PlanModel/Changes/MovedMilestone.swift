package import PlanDocuments

/// A milestone that the person moved to another day in their calendar: a proposal, until they say yes.
package struct MovedMilestone: Hashable, Sendable {
  /// The index in `Plan.milestones`.
  package var milestone: Int
  /// Where the calendar had it.
  package var from: Day
  package var to: Day

  package init(milestone: Int, from: Day, to: Day) {
    self.milestone = milestone
    self.from = from
    self.to = to
  }

  /// What it writes.
  package func write(in plan: Plan) -> PlannedWrite {
    PlannedWrite(
      subject: .milestone(plan.name(of: milestone)), key: "due",
      action: .set(old: plan.writtenValue(of: .due, milestone: milestone), new: to.description))
  }
}
