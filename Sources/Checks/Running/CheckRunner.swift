internal import Dispatch
package import PlanDocuments
import PlanModel

/// Runs checks over a plan.
package struct CheckRunner: Sendable {
  private let checks: [any Check]

  package init(_ checks: [any Check] = CheckCatalogue.checks) {
    self.checks = checks
  }

  /// All findings, those of hints only where wanted, by path, then place, then the order of the catalogue.
  package func findings(in facts: CheckFacts, hints: Bool = true) -> [Finding] {
    let wanted = checks.filter { hints || type(of: $0).card.severity != .hint }
    // In the order of the catalogue, so that their indices settle what stands at one place.
    // Where git left two versions, nothing else is concluded from the file.
    let merging = Set(facts.plan.documents.filter { $0.conflict != nil }.map(\.text.path))
    let findings = CheckRunner.run(wanted, facts).flatMap { $0 }.filter { finding in
      finding.check == "conflict-markers" || !merging.contains(finding.place.path)
    }
    return findings.indices.sorted { one, other in
      let place = findings[one].place
      let otherPlace = findings[other].place
      if place.path != otherPlace.path { return place.path < otherPlace.path }
      return (place.span.start, one) < (otherPlace.span.start, other)
    }.map { findings[$0] }
  }

  /// What each check finds, on all processors.
  private static func run(_ checks: [any Check], _ facts: CheckFacts) -> [[Finding]] {
    let places = UnsafeMutableBufferPointer<[Finding]>.allocate(capacity: checks.count)
    places.initialize(repeating: [])
    defer {
      places.deinitialize()
      places.deallocate()
    }
    // Each check writes its own place, and all are done before the places are read.
    nonisolated(unsafe) let shared = places
    DispatchQueue.concurrentPerform(iterations: checks.count) { shared[$0] = checks[$0].findings(in: facts) }
    return Array(places)
  }
}
