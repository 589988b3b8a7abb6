import Foundation
import TestSupport

/// Draws that a simulated life is made of.
extension SeededGenerator {
  mutating func fraction() -> Double { Double.random(in: 0x1p-53..<1, using: &self) }

  mutating func happens(_ chance: Double) -> Bool { fraction() < chance }

  /// Standard normal (Box and Muller 1958).
  mutating func normal() -> Double { (-2 * log(fraction())).squareRoot() * cos(2 * Double.pi * fraction()) }

  /// Mean 1, standard deviation `variation`.
  mutating func lognormal(variation: Double) -> Double {
    let variance = log(1 + variation * variation)
    return exp(variance.squareRoot() * normal() - variance / 2)
  }

  /// Gamma with mean 1 (Marsaglia and Tsang 2000), for a shape of 1 and more.
  mutating func gamma(shape: Double) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = pow(max(0, 1 + c * x), 3)
      if v > 0, log(fraction()) < x * x / 2 + d - d * v + d * log(v) { return d * v / shape }
    }
  }
}
