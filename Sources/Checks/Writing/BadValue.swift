import PlanDocuments

/// Finds values that cannot be read.
struct BadValueCheck: Check {
  static let card = CheckCard(
    code: "MM101", name: "bad-value", severity: .error,
    finds:
      "A date, duration, list or number that cannot be read, a day that does not exist, a field with one slip, or a key that stands twice.",
    matters: "What cannot be read does not count: a milestone whose due date has a slip has no due date.",
    cure: "Write the value as the message shows it; where it is clear what is meant, `mm check --fix` does.",
    examples: [
      .fires("- [ ] Chapter 1 due:↓2026-02-30"),
      .fires("- [ ] Chapter 1 wait:↓soon\n  - [ ] Draft effort:↓2d"),
      .fires("- [ ] Chapter 1 due:2026-09-01 ↓due:2026-09-02"),
      .fires("---\ngoal: Run a marathon\ndeadline: ↓\"next year\"\nbuffer: 1w\n---\n"),
      .silent("- [ ] Meet at 12:30, see: https://example.org effort:30-60h wait:2-3w due:2026-09-01"),
      .fixes("- [ ] Chapter 1 due:2026-9-1", to: "- [ ] Chapter 1 due:2026-09-01"),
      .fixes("- [ ] Chapter 1 effort:40", to: "- [ ] Chapter 1 effort:40h"),
      .fixes("- [ ] Chapter 1 effort:3 hours due:2026-09-01", to: "- [ ] Chapter 1 effort:3h due:2026-09-01"),
      .fixes(
        "- [ ] Outline due:2026-08-30 effort:2h\n- [ ] Chapter 1 due:2026-11-01 effort:2h afer:outline",
        to: "- [ ] Outline due:2026-08-30 effort:2h\n- [ ] Chapter 1 due:2026-11-01 effort:2h after:outline"),
      .fixes("- [ ] Chapter 1 deadline:2026-09-01", to: "- [ ] Chapter 1 due:2026-09-01"),
      .silent("- [ ] Ask https://example.org until:then, by:hand dues:none ratio 3:2"),
      .fires("- [ ] Outline due:2026-08-30 effort:2h\n↓- [] Chapter 1 due:2026-11-01 effort:2h"),
      .fires("- [ ] Chapter 1\n↓-[ ] Chapter 2\n\n↓-[x] Chapter 3\n\n- [ ] Chapter 4\n  ↓- [x ] Half"),
      .silent("- [x](https://example.org) a link\n- [ ] Chapter 1\n  - [a] b\n\n```\n- []\n```\n"),
      .fixes(
        "---\ngoal: Run a marathon\ndeadline: '2026/9/1'\n---\n",
        to: "---\ngoal: Run a marathon\ndeadline: '2026-09-01'\n---\n"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] { facts.reading(card) }
}
