import PlanDocuments
import PlanModel

/// Finds milestones that cannot begin because of what they come after.
struct Blocked: Check {
  static let card = CheckCard(
    code: "MM205", name: "blocked", severity: .warning,
    finds:
      "A milestone that waits for an open milestone of a paused goal, for a loop, or for a goal that has no milestones yet.",
    matters: "It gets neither hours nor dates until what it waits for moves.",
    cure: "Take the other goal up again, open the loop, or take the `after` out.",
    examples: [
      .fires(
        "- [ ] Trailer after:↓film",
        beside: ["film.md": "---\ngoal: A film\nstatus: paused\n---\n## Milestones\n- [ ] Script id:script\n"]),
      .fires("- [ ] Draft id:draft after:edit\n- [ ] Edit id:edit after:draft\n- [ ] Print after:↓edit"),
      .fires("- [ ] Trailer after:↓film", beside: ["film.md": "---\ngoal: A film\n---\n"]),
      .silent(
        "- [ ] Trailer after:film",
        beside: ["film.md": "---\ngoal: A film\nstatus: paused\n---\n## Milestones\n- [x] Script id:script\n"]),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    var isInLoop: Set<Int> = []
    for loop in plan.loops { isInLoop.formUnion(loop) }
    return plan.milestones.indices.compactMap { index in
      guard let chain = plan.milestones[index].blockedBy, let cause = chain.last, !isInLoop.contains(index),
        plan.goals[plan.milestones[index].goal].status == .active
      else { return nil }
      let names = chain.dropFirst().map { "`\(plan.name(of: $0))`" }.joined(separator: ", which waits for ")
      let place = chain.count > 1 ? plan.placeOfReference(from: index, to: chain[1]) : placeOfEmptyGoal(index, plan)
      if chain.count == 1 {
        return card.finding(
          at: place, "\(plan.quoted(index)) waits for a goal that has no milestones and is not done.")
      }
      let goal = plan.goals[plan.milestones[cause].goal]
      let reason =
        goal.status == .paused
        ? "and the goal “\(goal.title)” is paused"
        : isInLoop.contains(cause) || chain.contains(where: isInLoop.contains)
          ? "which is part of a loop" : "which waits for a goal without milestones"
      return card.finding(
        at: place, "\(plan.quoted(index)) waits for \(names), \(reason). It gets no dates until then.",
        related: [("the cause", plan.titlePlace(ofMilestone: cause))])
    }
  }

  private func placeOfEmptyGoal(_ milestone: Int, _ plan: Plan) -> Place {
    let reference = plan.milestones[milestone].after.first { reference in
      if case .goal(let goal) = reference.target {
        !plan.goals[goal].status.isOver
          && !plan.goals[goal].milestones.contains { plan.milestones[$0].state != .cancelled }
      } else {
        false
      }
    }
    let path = plan.documents[plan.milestones[milestone].document].text.path
    return reference.map { Place(path: path, span: $0.span) } ?? plan.titlePlace(ofMilestone: milestone)
  }
}
