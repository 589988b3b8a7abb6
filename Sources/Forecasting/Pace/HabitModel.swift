/// How a person divides the hours that several goals share: partly in the plan's order, partly by habit.
///
/// Every run draws both: the share λ of the hours that goes where the plan puts them (a beta law), and what habit gives each
/// goal (Dirichlet's law around the shares that it had before), so that little history leaves much open.
package struct HabitModel: Sendable {
  /// The mean of λ, 0 to 1, and the weight of what is known of it, in weeks.
  package let orderShare: Double
  package let orderWeight: Double
  /// By goal, what habit gives it of the hours left to habit; they sum to 1.
  package let shares: [Double]
  /// The share of runs in which habit gives each goal what it needs a week until its target, whatever it had before.
  package let needShare: Double
  /// How surely: the parameters of Dirichlet's law sum to this.
  package let concentration: Double
  /// λ at evenly spaced chances.
  private let orderQuantiles: [Double]

  /// - Parameter shares: not negative; by goal.
  package init(
    orderShare: Double, orderWeight: Double, shares: [Double], needShare: Double, concentration: Double
  ) {
    self.needShare = needShare
    self.orderShare = orderShare
    self.orderWeight = orderWeight
    let sum = shares.reduce(0, +)
    self.shares = sum > 0 ? shares.map { $0 / sum } : shares.map { _ in 1 / Double(max(1, shares.count)) }
    self.concentration = concentration
    let mean = min(0.99, max(0.01, orderShare))
    orderQuantiles = Self.betaQuantiles(mean * orderWeight, (1 - mean) * orderWeight)
  }

  @inline(__always) func orderShare(drawnBy number: UInt64) -> Double {
    orderQuantiles[Int(truncatingIfNeeded: ((number >> 32) &* UInt64(orderQuantiles.count)) >> 32)]
  }

  /// Gamma with the goal's part of the concentration as shape, in proportion to which habit gives in a run.
  func weight(ofGoal goal: Int, drawnBy number: UInt64) -> Double {
    let shape = concentration * shares[goal]
    guard shape > 0 else { return 0 }
    let normal = Exponentials.normalQuantile(RandomNumbers.fraction(number))
    if shape >= 1 { return Self.gamma(shape, normal) }
    // A gamma of a shape below 1 is one of a shape 1 larger times u^(1 ÷ shape).
    let fraction = RandomNumbers.fraction(RandomNumbers.mix(number))
    return Self.gamma(shape + 1, normal) * Exponentials.exp(Exponentials.log(fraction) / shape)
  }

  /// Wilson and Hilferty (1931): the cube root of a gamma variable is nearly normal.
  private static func gamma(_ shape: Double, _ normal: Double) -> Double {
    let root = max(0, 1 - 1 / (9 * shape) + normal / (3 * shape.squareRoot()))
    return shape * root * root * root
  }

  /// The middle of each of 128 equal parts of the chances, by adding up the density.
  private static func betaQuantiles(_ a: Double, _ b: Double) -> [Double] {
    let (steps, count) = (1_024, 128)
    var sums = [0.0]
    for step in 0..<steps {
      let x = (Double(step) + 0.5) / Double(steps)
      let density = Exponentials.exp((a - 1) * Exponentials.log(x) + (b - 1) * Exponentials.log(1 - x))
      sums.append((sums.last ?? 0) + density)
    }
    let total = sums.last ?? 1
    var step = 0
    return (0..<count).map { index in
      let wanted = (Double(index) + 0.5) / Double(count) * total
      while step < steps - 1, sums[step + 1] < wanted { step += 1 }
      return (Double(step) + 0.5) / Double(steps)
    }
  }
}
