import PlanDocuments
import PlanModel

/// Finds milestones that are too large to see a slip in.
struct EffortTooLarge: Check {
  static let card = CheckCard(
    code: "MM508", name: "effort-too-large", severity: .warning,
    finds: "An open milestone with more than 40 hours of work left and no measured amount.",
    matters: "In so large a part nobody can say how far it is, and a slip shows when it is too late.",
    cure: "Split it where something could be shown to somebody else half-way.",
    examples: [
      .fires("- [ ] Draft effort:↓41h\n- [ ] Edit effort:40h\n- [x] Outline effort:60h"),
      .fires("- [ ] ↓Draft\n  - [ ] Part 1 (30h)\n  - [ ] Part 2 (20h)"),
      .silent("- [ ] Draft effort:20-60h"),
      .silent("- [ ] Draft effort:60h progress:0/20000"),
      .silent("- [ ] Draft\n  - [x] Part 1 (30h)\n  - [ ] Part 2 (20h)"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return plan.milestones.indices.compactMap { index in
      // An amount shows how far the work is, however large it is.
      guard facts.isPlanned(index), !facts.work[index].isAssumed, plan.milestones[index].progress == nil,
        facts.work[index].remaining > 40 * 60
      else { return nil }
      return card.finding(
        at: plan.place(of: .effort, ofMilestone: index) ?? plan.titlePlace(ofMilestone: index),
        "\(plan.quoted(index)) is \(CheckWords.hours(facts.work[index].remaining)) of work in one piece. Where could it be split?"
      )
    }
  }
}
