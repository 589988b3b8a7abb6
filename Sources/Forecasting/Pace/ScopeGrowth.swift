/// How much is added to the goals for each hour that is done of them.
package struct ScopeGrowth: Hashable, Sendable {
  /// The mean, 0 to 0.5; each run draws its own.
  package var share: Double
  /// Minutes that were added in the weeks that are known, net of what was cut.
  package var addedMinutes: Double

  package static let none = ScopeGrowth(share: 0, addedMinutes: 0)

  init(share: Double, addedMinutes: Double) {
    self.share = share
    self.addedMinutes = addedMinutes
  }

  /// How much longer all that is left becomes in a run: 1 ÷ (1 − g), with g between half of its mean and one and a half.
  func factor(drawnBy number: UInt64) -> Double { 1 / (1 - share * (0.5 + RandomNumbers.fraction(number))) }

  var expectedFactor: Double { 1 / (1 - share) }
}
