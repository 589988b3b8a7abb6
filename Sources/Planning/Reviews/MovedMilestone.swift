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

  /// A small proposal for the review; nil where the plan has the day by now, or the day is past and could not be written.
  package func choice(in plan: Plan) -> Choice? {
    guard plan.milestones.indices.contains(milestone), plan.milestones[milestone].due != to, to >= plan.today else {
      return nil
    }
    let title = PlainTitle.text(plan.milestones[milestone].title)
    let fixed: Sentence = plan.milestones[milestone].isFixed ? " Its day is fixed in the plan." : ""
    return Choice(
      number: 0, slug: "moved-" + Identifier.slug(of: plan.name(of: milestone), limit: 40),
      sentence: "You moved \(title: title) to \(to) in the calendar: take it over.\(fixed)",
      writes: [write(in: plan)])
  }
}
