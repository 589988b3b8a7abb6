import PlanDocuments

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

  /// Words by which something is out, over, signed or counted.
  private static let checkable: Set = [
    "accepted", "approved", "awarded", "booked", "bought", "built", "certificate", "certified", "closed", "complete",
    "completed", "contract", "defended", "degree", "delivered", "deployed", "diploma", "every", "exam", "filed",
    "finish",
    "finished", "first", "hired", "installed", "launch", "launched", "licence", "license", "live", "moved", "notice",
    "opened",
    "paid", "passed", "pass", "printed", "promoted", "publish", "published", "recorded", "redirects", "registered",
    "release",
    "released", "replaced", "retired", "sale", "sell", "shipped", "shown", "signed", "sold", "submit", "submitted",
    "tagged",
    "visa", "won", "written", "all", "none", "nobody", "zero", "one", "two", "three", "four", "five", "six", "seven",
    "eight",
    "nine", "ten", "eleven", "twelve", "twenty", "thirty", "fifty", "hundred", "thousand", "half", "marathon",
    "confirmed",
  ]

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return facts.activeGoals.compactMap { goal in
      let text = plan.goals[goal].title + " " + (plan.writtenValue(of: "success", goal: goal) ?? "")
      guard !Self.canBeChecked(text) else { return nil }
      return card.finding(
        at: plan.titlePlace(ofGoal: goal),
        "Nothing here says when it is reached. Which number, day or outcome could you show to somebody else?")
    }
  }

  /// It names a number, a day, or an outcome that somebody else could check.
  static func canBeChecked(_ text: String) -> Bool {
    // Digits are measures; and other languages have other words, so that only what is plainly English is judged.
    if text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 >= 0x80 }) { return true }
    let words = text.lowercased().split { !$0.isLetter }
    return words.contains { checkable.contains(String($0)) }
  }
}
