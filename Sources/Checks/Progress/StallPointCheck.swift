import PlanDocuments
import PlanModel

/// Finds goals that are where people stall.
struct StallPointCheck: Check {
  static let card = CheckCard(
    code: "MM403", name: "stall-point", severity: .warning,
    finds: "A goal at the point where its playbook says that people stall.",
    matters: "Knowing the place beforehand is most of the way past it.",
    cure: "Do what the playbook says at this point.",
    examples: [
      .fires(
        "---\ngoal: ↓Publish a book\nplaybook: book\n---\n## Milestones\n- [x] A effort:3h\n- [ ] B effort:7h\n",
        history: CheckHistory(stallPoints: ["book": [StallPoint(position: .percent(30), words: "the middle third")]])),
      .fires(
        "---\ngoal: ↓Publish a book\nstart: 2026-07-13\n---\n## Milestones\n- [ ] B effort:7h\n",
        history: CheckHistory(stallPoints: ["book": [StallPoint(position: .week(3), words: "the first rejections")]])),
      .silent(
        "---\ngoal: Publish a book\n---\n## Milestones\n- [x] A effort:3h\n- [x] B effort:4h\n- [ ] C effort:3h\n",
        history: CheckHistory(stallPoints: ["book": [StallPoint(position: .percent(30), words: "the middle third")]])),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    guard !facts.history.stallPoints.isEmpty else { return [] }
    return facts.activeGoals.compactMap { goal in
      let plan = facts.plan
      let points = facts.history.stallPoints[plan.goals[goal].id] ?? []
      guard let point = points.first(where: { isAt($0.position, goal, facts) }) else { return nil }
      let place = plan.titlePlace(ofGoal: goal)
      switch point.position {
      case .percent(let percent):
        return card.finding(at: place, "At \(percent) % of such a goal people stall: \(point.words)")
      case .week(let week):
        return card.finding(at: place, "In week \(week) of such a goal people stall: \(point.words)")
      }
    }
  }

  /// Within five points of the share, or in the week.
  private func isAt(_ position: StallPoint.Position, _ goal: Int, _ facts: CheckFacts) -> Bool {
    switch position {
    case .percent(let percent):
      var done = 0.0
      var all = 0
      for milestone in facts.plan.goals[goal].milestones where facts.plan.milestones[milestone].state != .cancelled {
        done += facts.work[milestone].doneShare * Double(facts.work[milestone].effort)
        all += facts.work[milestone].effort
      }
      return all > 0 && abs(done / Double(all) * 100 - Double(percent)) <= 5
    case .week(let week):
      guard let start = facts.plan.goals[goal].start, start <= facts.today else { return false }
      return (facts.today - start) / 7 + 1 == week
    }
  }
}
