/// Values that are drawn with unequal chances, in constant time.
///
/// Walker's aliases, built in the way of Vose (1991).
package struct WeightedPool: Sendable {
  package let values: [Double]
  /// The chance of each value; they sum to 1.
  package let chances: [Double]
  fileprivate let keeps: [Double]
  fileprivate let aliases: [Int32]

  /// - Parameter weights: not negative, at least one above 0, as many as values.
  package init(values: [Double], weights: [Double]) {
    precondition(values.count == weights.count && !values.isEmpty, "each value of a pool has a weight")
    let total = weights.reduce(0, +)
    let count = values.count
    let chances = weights.map { $0 / total }
    var share = chances.map { $0 * Double(count) }
    var keeps = [Double](repeating: 1, count: count)
    var aliases = (0..<count).map { Int32($0) }
    var small = (0..<count).filter { share[$0] < 1 }
    var large = (0..<count).filter { share[$0] >= 1 }
    while let less = small.popLast(), let more = large.popLast() {
      keeps[less] = share[less]
      aliases[less] = Int32(more)
      share[more] -= 1 - share[less]
      if share[more] < 1 { small.append(more) } else { large.append(more) }
    }
    self.values = values
    self.chances = chances
    self.keeps = keeps
    self.aliases = aliases
  }

  package var mean: Double { zip(values, chances).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The value that a random number draws: its upper half chooses the place, its lower half between the place and its
  /// alias.
  @inline(__always) func value(drawnBy number: UInt64) -> Double {
    let place = Int(((number >> 32) &* UInt64(keeps.count)) >> 32)
    let fraction = Double(number & 0xFFFF_FFFF) * 0x1p-32
    return values[fraction < keeps[place] ? place : Int(aliases[place])]
  }
}

/// Pools side by side, equal ones once, so that a draw from one of them copies nothing and finds its numbers near.
struct PoolRow: Sendable {
  /// Where each pool begins, and how many values it has.
  private let starts: [Int32]
  private let counts: [Int32]
  private let values: [Double]
  private let keeps: [Double]
  private let aliases: [Int32]

  init(_ pools: [WeightedPool]) {
    var known: [[Double]: Int32] = [:]
    var starts: [Int32] = []
    var values: [Double] = []
    var keeps: [Double] = []
    var aliases: [Int32] = []
    for pool in pools {
      let key = pool.values + pool.chances
      if let start = known[key] {
        starts.append(start)
        continue
      }
      known[key] = Int32(values.count)
      starts.append(Int32(values.count))
      values += pool.values
      keeps += pool.keeps
      aliases += pool.aliases
    }
    self.starts = starts
    counts = pools.map { Int32($0.values.count) }
    self.values = values
    self.keeps = keeps
    self.aliases = aliases
  }

  /// What the random number draws from one pool.
  @inline(__always) func value(of pool: Int, drawnBy number: UInt64) -> Double {
    let start = Int(starts[pool])
    let place = start + Int(((number >> 32) &* UInt64(counts[pool])) >> 32)
    let fraction = Double(number & 0xFFFF_FFFF) * 0x1p-32
    return values[fraction < keeps[place] ? place : start + Int(aliases[place])]
  }
}
