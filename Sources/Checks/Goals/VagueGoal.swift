import PlanDocuments
import PlanModel

/// Finds goals whose end nobody could check.
struct VagueGoal: Check {
  static let card = CheckCard(
    code: "MM502", name: "vague-goal", severity: .hint,
    finds: "A destination and success without any number, date or outcome that can be checked.",
    matters: "Without an end that can be seen, working back from it has no beginning.",
    cure: "Say in `success:` what could be shown to somebody else: a number, a day, a thing that is out.",
    examples: [
      .fires("---\ngoal: ↓Be healthier\nsuccess: feeling better\n---\n"),
      .fires("---\ngoal: ↓Get better at the piano\n---\n"),
      .silent("---\ngoal: Get better at the piano\nsuccess: the first three inventions by heart\n---\n"),
      .silent("---\ngoal: New website\nsuccess: the old site redirects to the new one\n---\n"),
      .silent("---\ngoal: Publish a book\n---\n"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return facts.activeGoals.compactMap { goal in
      let text = plan.goals[goal].title + " " + (plan.writtenValue(of: "success", goal: goal) ?? "")
      guard !CheckableOutcome.isNamed(in: text) else { return nil }
      return card.finding(
        at: plan.titlePlace(ofGoal: goal),
        "Nothing here says when it is reached. Which number, day or outcome could you show to somebody else?")
    }
  }
}
