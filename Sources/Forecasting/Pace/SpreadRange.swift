/// A range that was stated for a wait or an effort: lognormal, one chance in five below `low` and one in five above
/// `high`.
package struct SpreadRange: Hashable, Sendable {
  /// The logarithm of the median and the spread of the logarithm.
  let center: Double
  let spread: Double

  /// - Parameters: `low` and `high` in one unit, `low` ≤ `high`. A low end of 0 is read as a quarter of the unit.
  package init(low: Double, high: Double) {
    let least = Exponentials.log(max(low, 0.25))
    let most = max(least, Exponentials.log(max(high, 0.25)))
    center = (least + most) / 2
    spread = (most - least) / (2 * Self.eightInTen)
  }

  /// The value with the given share of chances below it.
  @inline(__always) func value(at share: Double) -> Double {
    Exponentials.exp(center + spread * Exponentials.normalQuantile(share))
  }

  /// The share of chances at or below a value.
  func share(below value: Double) -> Double {
    guard value > 0 else { return 0 }
    let distance = Exponentials.log(value) - center
    guard spread > 0 else { return distance < 0 ? 0 : 1 }
    return Exponentials.normalShare(below: distance / spread)
  }

  private static let eightInTen = Exponentials.normalQuantile(0.8)
}
