import PlanDocuments
package import PlanModel
package import Recalibration

extension MovedMilestone {
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
