import PlanDocuments
import PlanModel

/// Finds ids that are written twice.
struct DuplicateID: Check {
  static let card = CheckCard(
    code: "MM201", name: "duplicate-id", severity: .error,
    finds: "One written id on two milestones of a goal, or on two goals.",
    matters: "A reference to it means the first one, whatever was meant.",
    cure: "Give one of them another id, and look at what refers to it.",
    examples: [
      .fires("- [ ] Draft id:part\n- [ ] Edit id:↓part"),
      .fires("- [ ] Draft ^part\n- [ ] Edit ^↓part"),
      .fires("---\ngoal: One\nid: same\n---\n", beside: ["film.md": "---\ngoal: Two\nid: ↓same\n---\n"]),
      .silent("- [ ] Draft id:part\n- [ ] Edit id:part-2\n- [ ] Draft"),
      .fires("- [ ] Draft id:part due:2026-09-01\n- [x] Draft id:↓part due:2026-09-01"),
      .fixes("- [ ] Draft id:part\n- [ ] Edit id:part", to: "- [ ] Draft id:part\n- [ ] Edit id:part-2"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    var found = plan.repeatedIDs.compactMap { milestone, first -> Finding? in
      guard let place = plan.place(of: .id, ofMilestone: milestone), let other = plan.place(of: .id, ofMilestone: first)
      else {
        return nil
      }
      if plan.milestones[milestone].title == plan.milestones[first].title {
        return card.finding(
          at: place,
          "This milestone is written twice, perhaps by a merge: `\(plan.writtenValue(of: .id, milestone: milestone) ?? "")` with the same title. Take one out.",
          related: [("the first one", other)])
      }
      return finding(
        at: place, in: plan.documents[plan.milestones[milestone].document],
        written: plan.writtenValue(of: .id, milestone: milestone) ?? "", free: plan.milestones[milestone].id,
        first: other)
    }
    var firstGoal: [String: Int] = [:]
    for goal in plan.goals.indices where plan.goals[goal].hasWrittenID {
      guard let written = plan.writtenValue(of: "id", goal: goal), let place = plan.place(ofKey: "id", ofGoal: goal)
      else {
        continue
      }
      if let first = firstGoal[written], let other = plan.place(ofKey: "id", ofGoal: first) {
        found.append(
          finding(
            at: place, in: plan.documents[plan.goals[goal].document], written: written, free: plan.goals[goal].id,
            first: other))
      } else {
        firstGoal[written] = goal
      }
    }
    return found
  }

  private func finding(
    at place: Place, in document: PlanDocument, written: String, free: String, first: Place
  ) -> Finding {
    let isPlain = document.text.string(place.span) == written
    return card.finding(
      at: place, "The id `\(written)` is taken. Write `\(free)`, or another one.", related: [("the first one", first)],
      fix: isPlain ? FileChange(of: document.text, edits: [TextEdit(span: place.span, new: free)]) : nil)
  }
}
