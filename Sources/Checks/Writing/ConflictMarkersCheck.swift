import PlanDocuments

/// Finds the marks that git leaves where two versions of a file meet.
struct ConflictMarkersCheck: Check {
  static let card = CheckCard(
    code: "MM103", name: "conflict-markers", severity: .error,
    finds: "The marks of an unfinished merge in a plan file.",
    matters:
      "Both versions are read at once, and nothing in the file is changed by `mm` until it is clear which one holds.",
    cure: "Keep one version and take the three lines of marks out.",
    examples: [
      .fires(
        "- [ ] Draft\n↓<<<<<<< HEAD\n- [ ] Edit due:2026-09-01\n=======\n- [ ] Edit due:2026-09-08\n>>>>>>> laptop"),
      .silent("- [ ] Draft\n- [ ] Edit due:2026-09-01"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] { facts.reading(card) }
}
