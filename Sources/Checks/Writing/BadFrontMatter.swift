import PlanDocuments

/// Finds front matter that is no YAML.
struct BadFrontMatter: Check {
  static let card = CheckCard(
    code: "MM102", name: "bad-front-matter", severity: .error,
    finds: "Front matter that cannot be read as YAML.",
    matters:
      "Only what stands before the place is understood, and `mm` does not edit the front matter. The rest of the file still counts.",
    cure: "Put the value in quotes, or correct the indent that the message names.",
    examples: [
      .fires("---\ngoal: Run a marathon\ndeadline: [2026-09-01\n↓---\n"),
      .fires("---\ngoal: ↓\"Run a marathon\ndeadline: 2026-09-01\n---\n"),
      .fixes("---\ngoal: Book: the second part\n---\n", to: "---\ngoal: \"Book: the second part\"\n---\n"),
      .fixes("---\ngoal: Book: \"the\" part\n---\n", to: "---\ngoal: 'Book: \"the\" part'\n---\n"),
      .silent("---\ngoal: \"Book: the second part\"\ndeadline: 2026-09-01\n---\n"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] { facts.reading(card) }
}
