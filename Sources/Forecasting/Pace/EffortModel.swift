/// How far the hours needed lie from the hours estimated, by a person's own finished milestones and the reference
/// class.
///
/// Used only where `spent` is kept. Ratios are drawn as they occurred: logarithms of real ratios have a peak at 1 and a
/// long lower tail, and a fitted bell would make totals too large.
package struct EffortModel: Sendable {
  /// One finished milestone, in any unit of time.
  package struct Finished: Hashable, Sendable {
    package var estimate: Double
    package var spent: Double

    package init(estimate: Double, spent: Double) {
      self.estimate = estimate
      self.spent = spent
    }
  }

  package let ownMilestones: Int
  package let pool: WeightedPool
  /// The spread of the logarithm of the factor that the milestones of a goal share in a run.
  package let commonSpread: Double

  /// - Parameter finished: oldest first; those without an estimate are left out.
  package init(finished: [Finished]) {
    let limits = ReferenceClass.effortRatioLimits
    let ratios = finished.filter { $0.estimate > 0 && $0.spent >= 0 }
      .map { min(limits.most, max(limits.least, $0.spent / $0.estimate)) }
    let weights = ratios.indices.map { index in
      Exponentials.exp(
        -Exponentials.logarithmOf2 * Double(ratios.count - 1 - index) / ReferenceClass.effortHalfLifeMilestones)
    }
    let table = ReferenceClass.effortRatios
    let tableWeight = ReferenceClass.effortMilestones / Double(table.count)
    ownMilestones = ratios.count
    pool = WeightedPool(values: ratios + table, weights: weights + table.map { _ in tableWeight })
    commonSpread = ReferenceClass.effortCommonSpread
  }

  package var isMostlyReferenceClass: Bool { ownMilestones < ReferenceClass.milestonesUntilOwn }

  @inline(__always) func commonFactor(drawnBy number: UInt64) -> Double {
    Exponentials.exp(commonSpread * Exponentials.normalQuantile(RandomNumbers.fraction(number)))
  }

  /// The hours that milestones of one goal come to together, sorted, one for each of the seeded runs.
  package func totals(estimates: [Double], runs: Int, seed: UInt64) -> [Double] {
    (0..<runs).map { run in
      let runSeed = seed &+ UInt64(run)
      let common = commonFactor(drawnBy: RandomNumbers.number(seed: runSeed, identity: 0, purpose: .goalEffort))
      return estimates.indices.reduce(0) { sum, index in
        let number = RandomNumbers.number(seed: runSeed, identity: UInt64(index), purpose: .effort)
        return sum + estimates[index] * pool.value(drawnBy: number)
      } * common
    }.sorted()
  }
}
