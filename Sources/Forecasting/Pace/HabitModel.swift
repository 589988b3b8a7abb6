/// How a person divides the hours that several goals share.
///
/// There are some ways to do so, and the past says how likely each is. Every run draws one, with how strictly it is kept,
/// and what habit gives each goal (Dirichlet's law around the shares that it had before), so that little history leaves much
/// open.
package struct HabitModel: Sendable {
  package enum Way: Int, CaseIterable, Sendable {
    /// In the order of the plan.
    case order
    /// Each goal what it needs a week until its target.
    case need
    /// Most to one goal until it is done, then most to the next.
    case favourites
    /// A week mostly for one goal, the next for another.
    case turns
    /// The same shares every week.
    case shares
  }

  /// The share of runs that go each way, by `Way`; they sum to 1.
  package let chances: [Double]
  /// By goal, what habit gives it of the hours left to habit; they sum to 1.
  package let shares: [Double]
  /// How surely: the parameters of Dirichlet's law sum to this.
  package let concentration: Double
  /// By goal, its place in the order of turns: the goal that had none for longest is first.
  let turnPlaces: [Int]
  /// How likely it is that hours go first to a goal that the person has put before all others.
  let keeping: Double

  /// What favourites get while others can be worked on too, and a goal whose turn it is.
  static let shareOfFavourite = 0.75
  static let shareOfTurn = 0.95
  /// The share of the hours that goes in the plan's order: where that is the way, and where it is not, each as likely as
  /// any other in its range.
  private static let strict = 0.8...1.0
  private static let loose = 0.0...0.3

  /// - Parameters:
  ///   - chances: not negative, by `Way`.
  ///   - shares: not negative; by goal.
  ///   - turnPlaces: by goal; as they are numbered where nothing is given.
  ///   - keeping: 0 to 1.
  package init(
    chances: [Way: Double], shares: [Double], concentration: Double, turnPlaces: [Int]? = nil, keeping: Double = 1
  ) {
    let all = max(1e-9, chances.values.reduce(0, +))
    self.chances = Way.allCases.map { (chances[$0] ?? 0) / all }
    let sum = shares.reduce(0, +)
    self.shares = sum > 0 ? shares.map { $0 / sum } : shares.map { _ in 1 / Double(max(1, shares.count)) }
    self.concentration = concentration
    self.turnPlaces = turnPlaces ?? Array(shares.indices)
    self.keeping = keeping
  }

  package subscript(_ way: Way) -> Double { chances[way.rawValue] }

  /// The mean share of the hours that goes in the plan's order.
  package var orderShare: Double {
    let middles = (Self.strict.lowerBound + Self.strict.upperBound, Self.loose.lowerBound + Self.loose.upperBound)
    return self[.order] * middles.0 / 2 + (1 - self[.order]) * middles.1 / 2
  }

  func way(drawnBy number: UInt64) -> Way {
    var rest = RandomNumbers.fraction(number)
    for way in Way.allCases {
      rest -= self[way]
      if rest < 0 { return way }
    }
    return .shares
  }

  func orderShare(in way: Way, drawnBy number: UInt64) -> Double {
    let range = way == .order ? Self.strict : Self.loose
    return range.lowerBound + (range.upperBound - range.lowerBound) * RandomNumbers.fraction(number)
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

  /// The greater it is in a run, the sooner it is a goal's turn to be the favourite (Plackett and Luce: the goals come in the
  /// order of independent waits whose rates are the squares of their shares).
  func liking(ofGoal goal: Int, drawnBy number: UInt64) -> Double {
    Exponentials.log(RandomNumbers.fraction(number)) / max(1e-9, shares[goal] * shares[goal])
  }

  /// Wilson and Hilferty (1931): the cube root of a gamma variable is nearly normal.
  private static func gamma(_ shape: Double, _ normal: Double) -> Double {
    let root = max(0, 1 - 1 / (9 * shape) + normal / (3 * shape.squareRoot()))
    return shape * root * root * root
  }
}
