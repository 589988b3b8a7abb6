import Checks
import PlanDocuments
import PlanModel
import TextStyling
import VaultStorage

/// What a person has to know before figures are believed: said beside every result that rests on the files.
extension PlanSession {
  /// Names the files that may hold a part of the plan and could not be read.
  func noteUnread(_ snapshot: VaultSnapshot) {
    let unread = snapshot.skipped.filter { !$0.reason.contains("conflict copy") }
    guard let first = unread.first else { return }
    let rest = unread.count > 1 ? ", and \(unread.count - 1) more: mm check" : ""
    listener.note("\(first.path.description, .place) is left out: \(first.reason)\(rest).")
  }

  /// Says that errors in the files change the figures.
  func noteErrors(in plan: Plan) {
    let checks = CheckCatalogue.checks.filter { type(of: $0).card.severity == .error }
    let count = CheckRunner(checks).findings(in: CheckFacts(plan)).count { $0.severity == .error }
    guard count > 0 else { return }
    listener.note(
      count == 1
        ? "1 error in the files changes these figures: mm check."
        : "\(count) errors in the files change these figures: mm check.")
  }
}
