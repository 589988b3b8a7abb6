import PlanDocuments
import PlanModel

/// Finds goals that do not say where they end, where they begin, and what they may cost.
struct NotAnchored: Check {
  static let card = CheckCard(
    code: "MM501", name: "not-anchored", severity: .warning,
    finds: "An active goal without a measurable success, an origin, a deadline or hours.",
    matters: "Milestones are found by working back from the end to an honest beginning, with the hours there are.",
    cure: "Answer the question in the goal's front matter; `mm anchor` asks them one after the other.",
    examples: [
      .fires("---\ngoal: ↓Run a marathon\nsuccess: in under four hours\ndeadline: 2026-10-01\ntime: 4h/week\n---\n"),
      .silent(
        "---\ngoal: Run a marathon\nsuccess: in under four hours\norigin: 10 km a week\ndeadline: 2026-10-01\n---\n",
        beside: ["mm.md": "---\ntime: 4h/week\n---\n"]),
      .silent("---\ngoal: Run a marathon\nstatus: paused\n---\n"),
    ])

  private static let questions = [
    ("success", "how could anyone tell that it is reached?"), ("origin", "where does it start, honestly?"),
    ("deadline", "by which day?"), ("time", "how many hours a week are there, and when?"),
  ]

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return facts.activeGoals.compactMap { goal in
      let frontMatter = plan.documents[plan.goals[goal].document].frontMatter
      let missing = Self.questions.filter { key, _ in
        if key == "time", plan.settings.hours != nil { return false }
        // A value that cannot be read is a finding of its own.
        return frontMatter?[key].map { $0.valueSpan.isEmpty } ?? true
      }
      guard let first = missing.first else { return nil }
      let keys = CheckWords.list(missing.map { "no `\($0.0):`" })
      let question = first.1.prefix(1).uppercased() + first.1.dropFirst()
      return card.finding(at: plan.titlePlace(ofGoal: goal), "This goal has \(keys). \(question)")
    }
  }
}
