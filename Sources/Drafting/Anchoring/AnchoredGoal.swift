package import PlanDocuments
package import PlanModel

/// What anchoring writes.
package enum AnchoredGoal {
  /// A new goal: its front matter, what was asked, and the steps that the person has in mind.
  package static func newFile(
    _ anchor: GoalAnchor, asked: [(question: String, answer: String)], steps: [String], at path: VaultPath
  ) -> FileChange {
    var text = NewFrontMatter.written(anchor.frontMatter)
    if !asked.isEmpty {
      text += "\n## Asked\n\n"
      for (question, answer) in asked {
        text += "- \(HarmlessText.line(question)) \(HarmlessText.line(answer, limit: 600))\n"
      }
    }
    if !steps.isEmpty {
      text += "\n## Milestones\n\n" + steps.map { "- [ ] \(HarmlessText.line($0, limit: 200))\n" }.joined()
    }
    return FileChange(creating: path, bytes: Array(text.utf8))
  }

  /// The keys of a goal that say more than before.
  package static func change(
    to anchor: GoalAnchor, from known: GoalAnchor, of goal: Int, in plan: Plan
  ) throws(EditRefusal) -> VaultChange {
    let edits = edits(to: anchor, from: known, of: goal, in: plan)
    let file = try plan.documents[plan.goals[goal].document].change(applying: edits)
    return VaultChange(title: "Anchor \(plan.goals[goal].id)", files: edits.isEmpty ? [] : [file])
  }

  /// The edits that make one anchor of the other; what stands there as a list stays one.
  package static func edits(
    to anchor: GoalAnchor, from known: GoalAnchor, of goal: Int, in plan: Plan
  ) -> [DocumentEdit] {
    let document = plan.documents[plan.goals[goal].document]
    return zip(anchor.frontMatter, known.frontMatter).compactMap { new, old in
      guard new.values != old.values, !new.values.isEmpty else { return nil }
      let isList = if case .list = document.frontMatter?[new.key]?.value { true } else { new.values.count > 1 }
      return .setFrontMatter(key: new.key, isList ? .list(new.values) : .scalar(new.values[0]))
    }
  }
}
