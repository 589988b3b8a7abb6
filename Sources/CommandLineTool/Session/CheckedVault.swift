import Checks
import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import ReviewNotes
import TextStyling
import VaultStorage

/// A vault with everything that was found in it.
struct CheckedVault {
  private let findings: [Finding]
  private let sources: [VaultPath: SourceText]
  private let skipped: [(path: VaultPath, reason: String)]

  init(_ session: Session, withHints: Bool) throws {
    let snapshot = try session.snapshot()
    let plan = Plan(reading: snapshot, today: session.today)
    let history = CheckHistory(
      lastReview: try session.newestReview(of: plan)?.note.made,
      stallPoints: PlaybookShelf.stallPoints(of: plan, in: snapshot))
    let facts = CheckFacts(plan, history: history)
    UntilExit.keep(facts)
    findings = CheckRunner().findings(in: facts, hints: withHints).filter { withHints || $0.severity > .hint }
    skipped = snapshot.skipped
    let places = Set(findings.flatMap { [$0.place.path] + $0.related.map(\.place.path) })
    let texts = (plan.documents + [snapshot.settings]).map(\.text).filter { places.contains($0.path) }.map {
      ($0.path, $0)
    }
    sources = Dictionary(texts, uniquingKeysWith: { first, _ in first })
  }

  /// Nothing was found.
  var isClean: Bool { findings.isEmpty }
  /// There are errors or warnings.
  var counts: Bool { findings.contains { $0.severity > .hint } }
  /// There are errors or warnings that no fix cures.
  var countsUnfixed: Bool { findings.contains { $0.severity > .hint && $0.fix == nil } }

  /// All the fixes that there are, as one step.
  var fixes: VaultChange {
    let fixes = findings.compactMap(\.fix)
    return VaultChange(title: "Fix \(WorkWords.count(fixes.count, "finding"))", merging: fixes)
  }

  func text(width: Int) -> StyledText {
    var text = findings.isEmpty ? "" : FindingText.report(findings, sources: sources, width: width)
    if !skipped.isEmpty { text += "\nPassed over:\n" }
    for file in skipped { text += "  \(file.path.description, .place): \(file.reason)\n" }
    return text
  }

  var json: JSONValue { FindingJSON.report(findings, sources: sources, skipped: skipped) }
  var annotations: String { FindingAnnotations.report(findings, sources: sources) }
}
