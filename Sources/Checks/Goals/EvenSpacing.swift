import PlanDocuments
import PlanModel

/// Finds dates that were spread evenly over work that is not even.
struct EvenSpacing: Check {
  static let card = CheckCard(
    code: "MM503", name: "even-spacing", severity: .hint,
    finds: "Milestones at even distances although their efforts differ threefold or more.",
    matters:
      "Dates that follow the calendar and not the work are too tight for the large parts and too loose for the small ones.",
    cure: "`mm recalibrate` lays the dates by effort; or move those before the largest part forward.",
    examples: [
      .fires(
        "- [ ] ↓A due:2026-09-01 effort:2h\n- [ ] B due:2026-09-15 effort:20h\n- [ ] C due:2026-09-29 effort:4h\n- [ ] D due:2026-10-13 effort:6h"
      ),
      .silent(
        "- [ ] A due:2026-09-01 effort:2h\n- [ ] B due:2026-09-21 effort:20h\n- [ ] C due:2026-09-29 effort:4h\n- [ ] D due:2026-10-13 effort:6h"
      ),
      .silent(
        "- [ ] A due:2026-09-01 effort:10h\n- [ ] B due:2026-09-15 effort:20h\n- [ ] C due:2026-09-29 effort:12h\n- [ ] D due:2026-10-13 effort:8h"
      ),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    facts.activeGoals.compactMap { goal in
      let plan = facts.plan
      guard let dates = MilestoneDates(ofGoal: goal, in: plan), dates.dues.count >= 4 else { return nil }
      let gaps = zip(dates.dues, dates.dues.dropFirst()).map { $1.due - $0.due }
      let efforts = dates.dues.compactMap { plan.milestones[$0.milestone].effort?.middle }.filter { $0 > 0 }
      guard let shortest = gaps.min(), let longest = gaps.max(), shortest > 0,
        longest - shortest <= max(1, shortest / 10),
        let least = efforts.min(), let most = efforts.max(), efforts.count == dates.dues.count, most >= 3 * least
      else { return nil }
      return card.finding(
        at: plan.titlePlace(ofMilestone: dates.dues[0].milestone),
        "A milestone falls due every \(CheckWords.days(longest)), while their efforts go from \(CheckWords.hours(least)) to "
          + "\(CheckWords.hours(most)).")
    }
  }
}
