import BundledFiles
import Checks
import Drafting
import Forecasting
import PlanDocuments

/// Drafts on the playbooks of the program, in a vault of a few lines.
enum DraftedGoals {
  /// Sunday, 2 August 2026.
  static let today = Day(number: 20_667)

  static func vault(time: String = "[2h mon-fri, 3h sat]", goal: String? = nil) -> VaultSnapshot {
    func document(_ path: String, _ text: String) -> PlanDocument {
      PlanDocument(reading: SourceText(path: VaultPath(path), bytes: Array(text.utf8)))
    }
    return VaultSnapshot(
      settings: document("mm.md", "---\ntime: \(time)\nbuffer: 1w\n---\n"),
      documents: goal.map { [document("goals/own.md", $0)] } ?? [])
  }

  static func draft(
    _ anchor: GoalAnchor, playbook name: String? = nil, in snapshot: VaultSnapshot = vault(), today: Day = today,
    effort: Effort? = nil
  ) throws -> (made: PlaybookDraft, placed: PlacedDraft) {
    let all = PlaybooksTests.all
    let choice = OrdinaryGoalsTests.matching.choice(for: anchor.goal)
    let named = name.flatMap { name in all.firstIndex { $0.name == name } }
    guard let index = named ?? choice.playbook else { throw NoPlaybook() }
    let isOwn = snapshot.documents.contains { $0.text.path == VaultPath("goals/own.md") }
    let home: PlacedDraft.Owner = isOwn ? .goal(0) : .newFile(VaultPath("goals/new.md"))
    let ground = DraftingGround(snapshot, today: today, words: .bundled, facts: facts)
    let made = PlaybookDraft(all[index], choice: choice, for: anchor, home: home, on: ground, effort: effort)
    return (made, try PlacedDraft(made.draft, home: made.home(home), in: snapshot, today: today))
  }

  static let facts = FactTables(
    BundledFile.facts.map { FactTable(name: VaultPath($0.path).noteName, text: $0.text) })

  struct NoPlaybook: Error {}

  /// The names of the checks that find an error in the vault with the draft in it.
  static func errors(in placed: PlacedDraft) -> [String] {
    CheckRunner().findings(in: CheckFacts(placed.outlook.plan)).filter { $0.severity == .error }.map(\.message)
  }

  static func due(_ id: String, in placed: PlacedDraft) -> Day? {
    placed.draft.milestones.first { $0.id == id }?.due
  }

  /// Every milestone has a date, in the order of the list, none before what it comes after, none after the end.
  static func isInOrder(_ placed: PlacedDraft) -> Bool {
    let dues = Dictionary(placed.draft.milestones.map { ($0.id, $0.due) }) { first, _ in first }
    let days = placed.draft.milestones.compactMap(\.due)
    return days == days.sorted()
      && placed.draft.milestones.allSatisfy { milestone in
        guard let due = milestone.due else { return false }
        return milestone.after.allSatisfy { before in (dues[before] ?? nil).map { $0 <= due } ?? true }
          && (placed.deadline.map { due <= $0 } ?? true)
      }
  }
}
