package import PlanDocuments

/// What a goal without any number, day or outcome would look like anchored, made from its own words.
package enum AnchoredExample {
  /// nil where the goal can be checked as it is.
  ///
  /// - Parameter playbook: the one that fits its words; its last step is the outcome that such goals come to.
  package static func sentence(for anchor: GoalAnchor, playbook: Playbook?, today: Day) -> String? {
    guard !VagueGoal.canBeChecked(anchor.goal + " " + (anchor.success ?? "")) else { return nil }
    let weeks = (playbook?.lasts ?? Wait(low: 84, high: 84)).middle
    let end = anchor.deadline ?? (today + weeks).monday + 6
    var goal = anchor.goal
    while let last = goal.last, ".,;:".contains(last) { goal.removeLast() }
    let outcome = playbook.flatMap { $0.isGeneral ? nil : $0.milestones.last?.title }.map { title in
      title.prefix(1).lowercased() + title.dropFirst()
    }
    let shown = outcome ?? "something that a stranger could count or see"
    return "\(goal): \(shown), by \(end.description)"
  }
}
