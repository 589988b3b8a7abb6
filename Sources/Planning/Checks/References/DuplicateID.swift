import PlanDocuments

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
      .fixes("- [ ] Draft id:part\n- [ ] Edit id:part", to: "- [ ] Draft id:part\n- [ ] Edit id:part-2"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    var found: [Finding] = []
    func compare(_ names: [(id: String, written: String, place: Place, document: Int)]) {
      var first: [String: Place] = [:]
      for name in names {
        guard let other = first[name.written] else {
          first[name.written] = name.place
          continue
        }
        let text = plan.documents[name.document].text
        let isPlain = text.string(name.place.span) == name.written
        found.append(
          card.finding(
            at: name.place, "The id `\(name.written)` is taken. Write `\(name.id)`, or another one.",
            related: [("the first one", other)],
            fix: isPlain ? FileChange(of: text, edits: [TextEdit(span: name.place.span, new: name.id)]) : nil))
      }
    }
    compare(
      plan.goals.indices.filter { plan.goals[$0].hasWrittenID }.compactMap { goal in
        guard let written = plan.writtenValue(of: "id", goal: goal), let place = plan.place(ofKey: "id", ofGoal: goal)
        else {
          return nil
        }
        return (plan.goals[goal].id, written, place, plan.goals[goal].document)
      })
    for goal in plan.goals {
      compare(
        goal.milestones.filter { plan.milestones[$0].hasWrittenID }.compactMap { milestone in
          guard let written = plan.writtenValue(of: .id, milestone: milestone),
            let place = plan.place(of: .id, ofMilestone: milestone)
          else { return nil }
          return (plan.milestones[milestone].id, written, place, plan.milestones[milestone].document)
        })
    }
    return found
  }
}
