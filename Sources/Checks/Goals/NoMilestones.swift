import PlanDocuments
import PlanModel

/// Finds goals with nothing to plan: no milestone in the list, none in a file.
struct NoMilestones: Check {
  static let card = CheckCard(
    code: "MM509", name: "no-milestones", severity: .warning,
    finds: "An active goal without a milestone; checkboxes outside its section “Milestones” are none.",
    matters: "A goal without milestones gets no hours and no dates.",
    cure: "Write checkboxes under a heading `## Milestones`, or files of their own with `milestone:`.",
    examples: [
      .fires("---\ngoal: Run a marathon\n---\n## Steps\n- [ ] ↓Half of it\n- [ ] All of it\n"),
      .fires("---\ngoal: ↓Run a marathon\n---\n## Milestones\n- Half of it\n"),
      .silent("---\ngoal: Run a marathon\n---\n## Milestones\n- [ ] Half of it\n## Packing\n- [ ] Shoes\n"),
      .silent("---\ngoal: Run a marathon\nstatus: paused\n---\n"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return facts.activeGoals.compactMap { goal in
      guard plan.goals[goal].milestones.isEmpty else { return nil }
      let document = plan.documents[plan.goals[goal].document]
      guard let first = document.items.first(where: { !$0.isInPlan }) else {
        return card.finding(
          at: plan.titlePlace(ofGoal: goal),
          "This goal has no milestones. Write them under a heading `## Milestones`, each as a checkbox: `- [ ] First part effort:8h`."
        )
      }
      let count = document.items.count { !$0.isInPlan && $0.depth == 0 }
      let boxes = count == 1 ? "this checkbox is none" : "its \(count) checkboxes are none"
      return card.finding(
        at: Place(path: document.text.path, span: titleSpan(first, document)),
        "This goal has no milestones: \(boxes). Put the heading `## Milestones` above \(count == 1 ? "it" : "them").")
    }
  }

  private func titleSpan(_ item: NoteItem, _ document: PlanDocument) -> ByteSpan {
    let blanks = document.text.bytes[item.paragraph.range].prefix { $0 == 0x20 || $0 == 0x09 }.count
    return ByteSpan(Int(item.paragraph.start) + blanks, Int(item.paragraph.end))
  }
}
