import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import Scheduling

extension ReviewAssembly {
  /// The choices with names, and with the completed goals' `status: done`.
  func decide(_ choices: Choices) -> DecideFacts {
    var choices = choices
    for goal in activeGoals where isComplete(goal) {
      let choice = Choice(
        number: 0, slug: BlockID.reachedSlug(plan.goals[goal].id),
        sentence: "You reached \(title: item(ofGoal: goal).title): write `status: done`.",
        writes: [
          PlannedWrite(
            subject: .goal(plan.goals[goal].id), key: "status",
            action: .set(old: plan.writtenValue(of: "status", goal: goal), new: "done"))
        ])
      if !choices.small.contains(where: { $0.blockID == choice.blockID }) { choices.small.append(choice) }
    }
    choices.small =
      answers.filter { answer in !choices.small.contains { $0.blockID == answer.blockID } } + choices.small
    var facts = DecideFacts(choices: choices)
    let words = ChoiceWords(of: outlook)
    facts.lines = choices.offered.map { words.line($0, choices) }
    facts.table = choices.offered.isEmpty ? [] : words.table(choices)
    facts.remarks = words.remarks(choices)
    facts.hasPercentages = words.hasPercentages
    let dated = Set(choices.offered.flatMap { $0.writes.compactMap { $0.due?.milestone } })
    facts.dated = plan.milestones.indices.compactMap { milestone in
      let name = plan.name(of: milestone)
      return dated.contains(name) ? .init(name: name, title: item(ofMilestone: milestone).title) : nil
    }
    return facts
  }
}
