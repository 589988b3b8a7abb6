import PlanDocuments
import PlanModel
import Scheduling

/// Finds that nobody has looked at the plan for a while.
struct ReviewDue: Check {
  static let card = CheckCard(
    code: "MM404", name: "review-due", severity: .warning,
    finds: "No review for four weeks while goals are active.",
    matters:
      "A plan that nobody looks at drifts away from what is so. Weekly is the rhythm; a gap of up to four weeks is none.",
    cure: "`mm review` catches up on the last four weeks in one note.",
    examples: [
      .fires(
        "- [ ] Draft", beside: ["mm.md": "↓---\nbuffer: 1w\n---\n"],
        history: CheckHistory(lastReview: CheckExample.today - 29)),
      .silent("- [ ] Draft", history: CheckHistory(lastReview: CheckExample.today - 28)),
      .silent("- [ ] Draft"),
      .silent("- [x] Draft", history: CheckHistory(lastReview: CheckExample.today - 60)),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    guard let last = facts.history.lastReview, facts.today - last > 28, !facts.problem.jobs.isEmpty else { return [] }
    return [
      card.finding(
        at: facts.plan.settings.document.beginning,
        "The last review was \(CheckWords.counted((facts.today - last) / 7, "week")) ago, on `\(last)`. `mm review` catches up."
      )
    ]
  }
}
