/// One past week of a person: the work done, and the free hours that any active goal could have used, in the same unit.
package struct PaceWeek: Hashable, Sendable {
  /// The growth of progress times the estimate.
  package var done: Double
  package var free: Double

  package init(done: Double, free: Double) {
    self.done = done
    self.free = free
  }
}

/// How much of a week's free hours becomes finished work, by a person's own weeks and the reference class.
///
/// A week's x = work done ÷ free hours holds all of it: estimates that are too small, hours that were lost. Own weeks
/// count half as much every twenty weeks back, and in proportion to their free hours, so that the odd hour of a holiday
/// week says little. The mean leans on four weeks at 0.6; a week to come is one of the own, scaled to that mean, or one
/// of the table; all weeks of a run share a factor.
///
/// The steadier the own weeks, the less of the reference class is needed: its spread is to the table's as own and
/// table's variance together, weighted like the weeks, are to the table's alone, and the four weeks shrink as that
/// variance does. So a person without history, or with weeks as uneven as the table, has the reference class as it is.
package struct PaceModel: Sendable {
  package enum Form: Sendable {
    /// x is a share of free hours.
    case shareOfFreeHours
    /// No hours are declared: x is the work itself, with nothing for 0.6 to hold on to. One empty week stands in for
    /// it.
    case workOfWeek
  }

  /// The mean of the weeks to come.
  package let mean: Double
  /// Weeks of own history that have free hours.
  package let ownWeeks: Int
  /// How much of the chances of a week comes from own weeks, 0 to 1.
  package let ownShare: Double
  /// The chances of a week's pace, the common factor not counted.
  package let pool: WeightedPool
  /// The spread of the logarithm of the factor that all weeks of a run share.
  package let commonSpread: Double

  /// - Parameter weeks: oldest first, without gaps; the last ended before today. A week without free hours hands its
  /// work on.
  package init(weeks: [PaceWeek], form: Form = .shareOfFreeHours) {
    var shares: [Double] = []
    var weights: [Double] = []
    var handedOn = 0.0
    let counted = weeks.filter { $0.free > 0 }
    let meanFree = counted.reduce(0) { $0 + $1.free } / Double(max(1, counted.count))
    for (index, week) in weeks.enumerated() {
      guard week.free > 0 else {
        handedOn += week.done
        continue
      }
      let age = Double(weeks.count - 1 - index)
      shares.append(max(0, week.done + handedOn) / week.free)
      weights.append(
        Exponentials.exp(-Exponentials.logarithmOf2 * age / ReferenceClass.paceHalfLifeWeeks) * week.free / meanFree)
      handedOn = 0
    }
    let own = zip(shares, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let total = weights.reduce(0, +)
    let mean: Double
    let spread: Double
    switch form {
    case .shareOfFreeHours:
      spread = Self.spread(shares, weights)
      let leaning = ReferenceClass.paceWeeks * spread * spread
      mean = (leaning * ReferenceClass.pace + own) / (leaning + total)
    case .workOfWeek:
      // Weeks of work itself look steady by chance as often as by nature: in the published weeks those of people who
      // seemed steady spread no less later on.
      spread = 1
      mean = own / (total + 1)
    }
    let scale = own > 0 ? mean * total / own : 0
    let table = ReferenceClass.weeks.map { 1 + spread * ($0 - 1) }
    let tableWeight = ReferenceClass.weeksOfTable / Double(table.count)
    self.mean = mean
    ownWeeks = shares.count
    ownShare = own > 0 ? total / (total + ReferenceClass.weeksOfTable) : 0
    // Own weeks without any work have no shape to scale; all of the chance is then the table's.
    pool = WeightedPool(
      values: (own > 0 ? shares.map { $0 * scale } : []) + table.map { $0 * mean },
      weights: (own > 0 ? weights : []) + table.map { _ in tableWeight })
    commonSpread = ReferenceClass.paceCommonSpread * spread
  }

  /// The spread of own weeks and table together ÷ that of the table, at most 1.
  private static func spread(_ shares: [Double], _ weights: [Double]) -> Double {
    let table = ReferenceClass.weeks
    let tableVariance = table.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / Double(table.count)
    let total = weights.reduce(0, +)
    let mean = zip(shares, weights).reduce(0) { $0 + $1.0 * $1.1 } / max(total, 1e-9)
    guard shares.count > 1, mean > 0 else { return 1 }
    let squares = zip(shares, weights).reduce(0) { $0 + $1.1 * ($1.0 / mean - 1) * ($1.0 / mean - 1) }
    let own = squares * Double(shares.count) / Double(shares.count - 1)
    let variance = (ReferenceClass.weeksOfTable * tableVariance + own) / (ReferenceClass.weeksOfTable + total)
    return min(1, (variance / tableVariance).squareRoot())
  }

  /// The same pace every week: for plans on paper.
  package init(always pace: Double) {
    mean = pace
    ownWeeks = 0
    ownShare = 0
    pool = WeightedPool(values: [pace], weights: [1])
    commonSpread = 0
  }

  /// Fewer weeks of one's own than it takes for them to carry the forecast.
  package var isMostlyReferenceClass: Bool { ownWeeks < ReferenceClass.weeksUntilOwn }

  @inline(__always) func commonFactor(drawnBy number: UInt64) -> Double {
    commonSpread == 0 ? 1 : Exponentials.exp(commonSpread * Exponentials.normalQuantile(RandomNumbers.fraction(number)))
  }
}
