import PlanDocuments
import PlanModel

/// Finds fields on tasks that only milestones have.
struct FieldOfMilestone: Check {
  static let card = CheckCard(
    code: "MM107", name: "field-of-milestone", severity: .warning,
    finds:
      "A field on a task that only a milestone can have: `wait`, `after`, `start`, `fixed`, `progress`, `spent`, `id`.",
    matters: "A task has hours, a date and a box, so the field does nothing.",
    cure: "Make the task a milestone: move its line out of its milestone. Or take the field out.",
    examples: [
      .fires("- [ ] Draft due:2026-09-01\n  - [ ] Ask the printer (1h) ↓wait:2w"),
      .fires("- [ ] Draft due:2026-09-01\n  - [ ] Read ↓after:outline ↓start:2026-08-10\n    - [ ] Half ↓spent:2h"),
      .silent("- [ ] Draft due:2026-09-01\n  - [ ] Ask the printer effort:1h due:2026-08-20 optional:yes"),
      .silent("- [ ] Draft id:draft due:2026-09-01 wait:2w"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return plan.milestones.flatMap { milestone -> [Finding] in
      let document = plan.documents[milestone.document]
      return plan.tasks[milestone.tasks].flatMap { task in
        document.items[Int(task.item)].fields.compactMap { position -> Finding? in
          let field = document.fields[position]
          let row = FieldTable[field.name]
          // Obsidian Tasks gives its own ids to tasks: they mean something there.
          guard row.isWritable, !row.isForTasks, field.name != .id || field.spelling != .emoji else { return nil }
          return card.finding(
            at: Place(path: document.text.path, span: field.span),
            "`\(document.text.string(field.span))` does nothing on a task. Make it a milestone, or take the field out.")
        }
      }
    }
  }
}
