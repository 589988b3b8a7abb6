import PlanDocuments
import PlanModel

/// Finds keys of front matter that look like a misspelling.
struct MisspeltKey: Check {
  static let card = CheckCard(
    code: "MM104", name: "misspelt-key", severity: .hint,
    finds: "A key of the front matter that `mm` does not know and that is one slip away from one it knows.",
    matters: "Unknown keys are kept and ignored, so a misspelt deadline is no deadline.",
    cure: "Correct the key; a key of your own that only looks alike can stay.",
    examples: [
      .fires("---\ngoal: Run a marathon\n↓dedline: 2026-10-01\n---\n"),
      .fires("---\ngoal: Run a marathon\n---\n", beside: ["mm.md": "---\n↓buffr: 1w\n---\n"]),
      .silent("---\ngoal: Run a marathon\ntags: [running]\nlocation: Berlin\n---\n"),
      .fixes(
        "---\ngoal: Run a marathon\ndedline: 2026-10-01\n---\n",
        to: "---\ngoal: Run a marathon\ndeadline: 2026-10-01\n---\n"),
    ])

  private static let goalKeys = GoalKey.allCases.map(\.rawValue)
  private static let milestoneKeys =
    MilestoneKey.allCases.map(\.rawValue) + FieldTable.rows.filter(\.isWritable).map { $0.name.key }
  private static let settingsKeys = SettingsKey.allCases.map(\.rawValue)
  /// Keys of other tools that are no slips of ours.
  private static let others: Set = [
    "tags", "tag", "aliases", "alias", "cssclasses", "title", "date", "created", "updated", "type",
  ]

  func findings(in facts: CheckFacts) -> [Finding] {
    let anywhere = Set(Self.goalKeys + Self.milestoneKeys + Self.settingsKeys)
    return ([facts.plan.settings.document] + facts.plan.documents).flatMap { document -> [Finding] in
      guard let entries = document.frontMatter?.entries else { return [] }
      let known =
        document.kind == .goal ? Self.goalKeys : document.kind == .milestone ? Self.milestoneKeys : Self.settingsKeys
      return entries.compactMap { entry in
        guard entry.key.utf8.count >= 3, !anywhere.contains(entry.key), !Self.others.contains(entry.key),
          let meant = NearestWords.only(to: entry.key, in: known)
        else { return nil }
        let place = Place(path: document.text.path, span: entry.keySpan)
        if document.frontMatter?[meant] != nil {
          return card.finding(at: place, "`\(entry.key)` is not read; `\(meant)` stands in this file too.")
        }
        return card.finding(
          at: place, "`\(entry.key)` is not read. Did you mean `\(meant)`?",
          fix: FileChange(of: document.text, edits: [TextEdit(span: entry.keySpan, new: meant)]))
      }
    }
  }
}
