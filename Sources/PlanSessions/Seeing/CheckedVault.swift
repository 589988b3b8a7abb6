package import Checks
import Forecasting
package import JSONText
package import PlanDocuments
import PlanModel
import PlanOutput
import ReviewNotes
package import TextStyling

/// A vault with everything that was found in it.
package struct CheckedVault: Sendable {
  package let findings: [Finding]
  /// What the findings were made from.
  package let facts: CheckFacts
  private let sources: [VaultPath: SourceText]
  private let skipped: [(path: VaultPath, reason: String)]

  init(_ session: PlanSession, withHints: Bool) throws(SessionError) {
    let snapshot = try session.snapshot()
    let plan = Plan(reading: snapshot, today: session.today)
    // git is asked only where the files don't show that every goal was worked on lately.
    let isAsked = plan.activeGoals.contains { !plan.wasWorkedOn(goal: $0, since: plan.today - 20) }
    let times = isAsked ? try session.history(of: plan).quietTimes : [:]
    let quiet = times.map {
      (plan.goals[$0.key].id, CheckHistory.QuietTime(days: $0.value.days, since: $0.value.since))
    }
    let history = CheckHistory(
      lastReview: try session.newestReview(of: plan)?.note.made,
      quietTimes: Dictionary(quiet, uniquingKeysWith: { one, _ in one }),
      stallPoints: PlaybookShelf.stallPoints(of: plan, in: snapshot))
    facts = CheckFacts(plan, history: history)
    findings = CheckRunner().findings(in: facts, hints: withHints).filter { withHints || $0.severity > .hint }
    skipped = snapshot.skipped
    let places = Set(findings.flatMap { [$0.place.path] + $0.related.map(\.place.path) })
    let texts = (snapshot.documents + [snapshot.settings]).map(\.text).filter { places.contains($0.path) }.map {
      ($0.path, $0)
    }
    sources = Dictionary(texts, uniquingKeysWith: { first, _ in first })
  }

  /// Nothing was found.
  package var isClean: Bool { findings.isEmpty }
  /// There are errors or warnings.
  package var counts: Bool { findings.contains { $0.severity > .hint } }
  /// There are errors or warnings that no fix cures.
  package var countsUnfixed: Bool { findings.contains { $0.severity > .hint && $0.fix == nil } }

  /// All the fixes that there are, as one step.
  package var fixes: VaultChange {
    let fixes = findings.compactMap(\.fix)
    return VaultChange(title: "Fix \(WorkWords.count(fixes.count, "finding"))", merging: fixes)
  }

  package func text(width: Int) -> StyledText {
    var text = findings.isEmpty ? "" : FindingText.report(findings, sources: sources, width: width)
    if !skipped.isEmpty { text += "\nPassed over:\n" }
    for file in skipped { text += "  \(file.path.description, .place): \(file.reason)\n" }
    return text
  }

  package var json: JSONValue { FindingJSON.report(findings, sources: sources, skipped: skipped) }
  package var annotations: String { FindingAnnotations.report(findings, sources: sources) }
}

extension Plan {
  /// Its files show work of a goal on that day or later, or that it began no earlier.
  fileprivate func wasWorkedOn(goal: Int, since day: Day) -> Bool {
    if let start = goals[goal].start, start >= day { return true }
    return goals[goal].milestones.contains { index in
      let days = [milestones[index].done, milestones[index].waiting] + tasks[milestones[index].tasks].map(\.done)
      return days.contains { $0.map { (day...today).contains($0) } ?? false }
    }
  }
}

extension PlanSession {
  /// Finds what does not add up.
  package func check(withHints: Bool = false) throws(SessionError) -> CheckedVault {
    try CheckedVault(self, withHints: withHints)
  }
}
