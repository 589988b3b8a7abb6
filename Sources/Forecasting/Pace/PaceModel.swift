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
/// week says little. The mean leans on weeks at 0.6, on so many as say as much of a person as the class does: the variance
/// of a week ÷ that of people's means (the mean of a normal law whose mean is drawn from another). A week to
/// come is one of the own, scaled to that mean, or one of the table; all weeks of a run share a factor.
///
/// The factor is as wide as what is not known of the mean: how far the mean of so few weeks lies from the person's, how
/// far a person lies from the class as far as the mean leans on it, and how far later months lie from earlier ones.
///
/// The evener the own weeks, the less of the reference class is needed: with their variance the table, the weeks at 0.6
/// and the factor shrink. So a person without history, or with weeks as uneven as the table, has the class as it is.
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
  /// The logarithm of the factor that all weeks of a run share: its middle, and its spread.
  package let commonMiddle: Double
  package let commonSpread: Double

  /// - Parameter weeks: oldest first, without gaps; the last ended before today. A week without free hours hands its
  /// work on.
  package init(weeks: [PaceWeek], form: Form = .shareOfFreeHours) {
    let own = OwnWeeks(weeks)
    let table = ReferenceClass.weeks
    let tableVariance = table.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / Double(table.count)
    // Weeks of work itself look even by chance as often as by nature: in the published weeks those of people who seemed
    // even spread no less later on.
    let unevenness = form == .workOfWeek ? 1 : Self.unevenness(of: own, tableVariance)
    let narrowing = min(1, unevenness)

    let leaning: Double
    let classMean: Double
    let classVariance: Double
    switch form {
    case .shareOfFreeHours:
      classMean = ReferenceClass.pace
      classVariance = ReferenceClass.paceSpreadOfPeople * ReferenceClass.paceSpreadOfPeople
      // Weeks of nothing are as even as weeks can be.
      let noise = own.mean > 0 ? unevenness : Self.unevenness(known: own.weight, variance: 0)
      leaning = min(
        ReferenceClass.paceWeeksAtMost, max(ReferenceClass.paceWeeksAtLeast, tableVariance * noise / classVariance))
    case .workOfWeek:
      leaning = 1
      classMean = 0
      classVariance = 0
    }
    let ownPart = own.weight / (own.weight + leaning)
    let mean = ownPart * own.mean + (1 - ownPart) * classMean
    // How far the mean of so few weeks lies from the person's, and a person from the class as far as the mean leans on it.
    var variance = (1 - ownPart) * (1 - ownPart) * classVariance
    if own.weight > 0 { variance += ownPart * ownPart * tableVariance * unevenness / own.weight }
    // The mean of a few uneven weeks is more often too low than too high: the logarithm of a sum of so many drawn
    // (gamma) amounts has its middle a third of its variance below. One empty week makes up for it where 0.6 does not.
    commonMiddle = form == .workOfWeek ? 0 : variance / 3
    // Who is even from week to week is so from quarter to quarter, if less.
    variance += ReferenceClass.paceSpreadOfTime * ReferenceClass.paceSpreadOfTime * unevenness.squareRoot()
    commonSpread = variance.squareRoot()

    let scale = own.mean > 0 ? mean / own.mean : 0
    let narrowed = table.map { 1 + narrowing.squareRoot() * ($0 - 1) }
    let tableWeight = ReferenceClass.weeksOfTable / Double(table.count)
    self.mean = mean
    ownWeeks = own.shares.count
    ownShare = own.mean > 0 ? own.weight / (own.weight + ReferenceClass.weeksOfTable) : 0
    // Own weeks without any work have no shape to scale; all of the chance is then the table's.
    pool = WeightedPool(
      values: (own.mean > 0 ? own.shares.map { $0 * scale } : []) + narrowed.map { $0 * mean },
      weights: (own.mean > 0 ? own.weights : []) + narrowed.map { _ in tableWeight })
  }

  /// The variance of the weeks to come ÷ that of the table, at most 2.
  ///
  /// The mean of the own weeks' variance and of what other people's is, which counts as so many weeks: few even weeks say
  /// little.
  private static func unevenness(of own: OwnWeeks, _ tableVariance: Double) -> Double {
    unevenness(known: own.shares.count > 1 && own.mean > 0 ? own.weight : 0, variance: own.variance / tableVariance)
  }

  private static func unevenness(known weeks: Double, variance: Double) -> Double {
    min(2, (ReferenceClass.weeksOfEvenness + weeks * variance) / (ReferenceClass.weeksOfEvenness + weeks))
  }

  /// The same pace every week: for plans on paper.
  package init(always pace: Double) {
    mean = pace
    ownWeeks = 0
    ownShare = 0
    pool = WeightedPool(values: [pace], weights: [1])
    commonMiddle = 0
    commonSpread = 0
  }

  /// Fewer weeks of one's own than it takes for them to carry the forecast.
  package var isMostlyReferenceClass: Bool { ownWeeks < ReferenceClass.weeksUntilOwn }

  @inline(__always) func commonFactor(drawnBy number: UInt64) -> Double {
    commonSpread == 0
      ? 1 : Exponentials.exp(commonMiddle + commonSpread * Exponentials.normalQuantile(RandomNumbers.fraction(number)))
  }
}

/// The weeks of a person that had free hours.
private struct OwnWeeks {
  /// Work ÷ free hours, oldest first, and how much each counts: 1 for a full week that has just ended.
  var shares: [Double] = []
  var weights: [Double] = []
  var weight = 0.0
  var mean = 0.0
  /// Of the shares ÷ their mean.
  var variance = 0.0

  init(_ weeks: [PaceWeek]) {
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
    weight = weights.reduce(0, +)
    guard weight > 0 else { return }
    mean = zip(shares, weights).reduce(0) { $0 + $1.0 * $1.1 } / weight
    guard mean > 0, shares.count > 1 else { return }
    let squares = zip(shares, weights).reduce(0) { $0 + $1.1 * ($1.0 / mean - 1) * ($1.0 / mean - 1) }
    variance = squares / weight * Double(shares.count) / Double(shares.count - 1)
  }
}
