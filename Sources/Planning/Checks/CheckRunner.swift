package import PlanDocuments

/// Runs checks over a plan.
package struct CheckRunner: Sendable {
  private let checks: [any Check]

  package init(_ checks: [any Check] = CheckCatalogue.checks) {
    self.checks = checks
  }

  /// All findings, those of hints only where wanted, by path, then place, then the order of the catalogue.
  package func findings(in facts: CheckFacts, hints: Bool = true) -> [Finding] {
    var found: [(order: Int, finding: Finding)] = []
    for (order, check) in checks.enumerated() where hints || type(of: check).card.severity != .hint {
      found += check.findings(in: facts).map { (order, $0) }
    }
    found.sort { one, other in
      if one.finding.place.path != other.finding.place.path { return one.finding.place.path < other.finding.place.path }
      return (one.finding.place.span.start, one.order) < (other.finding.place.span.start, other.order)
    }
    return found.map(\.finding)
  }
}
