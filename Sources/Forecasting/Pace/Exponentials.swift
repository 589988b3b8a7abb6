/// Exponential, logarithm and normal quantile from the four basic operations alone.
///
/// The system's own differ in the last bit from one machine to the next; the same plan has the same forecast on all of
/// them.
package enum Exponentials {
  static let logarithmOf2 = 0.693_147_180_559_945_309

  /// eˣ, to 15 digits; 0 or infinity where a `Double` ends.
  static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709 { return .infinity }
    if x < -708 { return 0 }
    // x = n ln 2 + r with r within half of ln 2, where fourteen terms of the series are enough.
    let n = (x / logarithmOf2).rounded()
    let r = x - n * logarithmOf2
    var sum = 1.0
    for k in stride(from: 14.0, through: 1.0, by: -1.0) { sum = 1 + sum * r / k }
    return Double(sign: .plus, exponent: Int(n), significand: sum)
  }

  /// ln x for x > 0, to 15 digits; −infinity at 0.
  package static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x.isFinite else { return x }
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.414_213_562_373_095 {
      m /= 2
      exponent += 1
    }
    // ln m = 2 artanh((m − 1) ÷ (m + 1)), the argument within 0.172.
    let s = (m - 1) / (m + 1)
    var sum = 0.0
    for k in stride(from: 23.0, through: 1.0, by: -2.0) { sum = 1 / k + sum * s * s }
    return exponent * logarithmOf2 + 2 * s * sum
  }

  /// The value below which a standard normal falls with probability `p`, 0 < p < 1, to nine digits.
  ///
  /// Acklam's rational approximation.
  static func normalQuantile(_ p: Double) -> Double {
    let tail = 0.024_25
    if p < tail { return tailQuantile(p) }
    if p > 1 - tail { return -tailQuantile(1 - p) }
    let q = p - 0.5
    return q * polynomial(centerAbove, at: q * q) / polynomial(centerBelow, at: q * q)
  }

  private static func tailQuantile(_ p: Double) -> Double {
    let q = (-2 * log(p)).squareRoot()
    return polynomial(tailAbove, at: q) / polynomial(tailBelow, at: q)
  }

  /// The highest power first.
  private static func polynomial(_ coefficients: [Double], at x: Double) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }

  private static let centerAbove = [
    -39.696_830_286_653_76, 220.946_098_424_520_5, -275.928_510_446_968_7, 138.357_751_867_269_0,
    -30.664_798_066_147_16, 2.506_628_277_459_239,
  ]
  private static let centerBelow = [
    -54.476_098_798_224_06, 161.585_836_858_040_9, -155.698_979_859_886_6, 66.801_311_887_719_72,
    -13.280_681_552_885_72, 1,
  ]
  private static let tailAbove = [
    -0.007_784_894_002_430_293, -0.322_396_458_041_136_5, -2.400_758_277_161_838, -2.549_732_539_343_734,
    4.374_664_141_464_968, 2.938_163_982_698_783,
  ]
  private static let tailBelow = [
    0.007_784_695_709_041_462, 0.322_467_129_070_039_8, 2.445_134_137_142_996, 3.754_408_661_907_416, 1,
  ]

  /// The share of a standard normal below `z`: the quantile turned round by bisection, for use outside of the runs.
  static func normalShare(below z: Double) -> Double {
    var low = 0.0
    var high = 1.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if normalQuantile(middle) < z { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
