/// Repeatable random numbers: xoshiro256++ (Blackman and Vigna 2019), filled from a seed by SplitMix64.
package struct RandomNumbers: RandomNumberGenerator, Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  package init(seed: UInt64) {
    s0 = Self.mix(seed &+ Self.step)
    s1 = Self.mix(seed &+ 2 &* Self.step)
    s2 = Self.mix(seed &+ 3 &* Self.step)
    s3 = Self.mix(seed &+ 4 &* Self.step)
  }

  @inline(__always) package mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = (sum << 23 | sum >> 41) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 << 45 | s3 >> 19
    return result
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// One step of SplitMix64 (Steele, Lea and Flood 2014): any number to one that looks drawn.
  @inline(__always) package static func mix(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// What a number is drawn for; each has luck of its own.
  enum Purpose: UInt64 {
    case effort = 5
    case goalEffort, effortRange, wait, week, commonPace, order, habit, unseen, growth, estimate, way,
      keepsFirst
  }

  /// The number that one thing draws in one run, whatever else the run draws, so that a plan with a milestone more or
  /// less has the same luck with the others.
  @inline(__always) static func number(seed: UInt64, identity: UInt64, purpose: Purpose) -> UInt64 {
    number(of: stream(seed: seed, purpose: purpose), identity: identity)
  }

  /// All numbers of one purpose in one run, to be asked for one by one.
  @inline(__always) static func stream(seed: UInt64, purpose: Purpose) -> UInt64 {
    mix(seed &+ step &* purpose.rawValue)
  }

  @inline(__always) static func number(of stream: UInt64, identity: UInt64) -> UInt64 { mix(stream ^ identity) }

  /// Numbers that fill their range evenly, run by run, from a start that depends on the seed (Weyl's sequence with the
  /// golden ratio): shares of runs are then less a matter of luck.
  @inline(__always) static func evenlySpread(seed: UInt64, run: Int) -> UInt64 {
    mix(seed) &+ UInt64(run) &* step
  }

  /// Strictly between 0 and 1.
  @inline(__always) static func fraction(_ number: UInt64) -> Double {
    (Double(number >> 12) + 0.5) * 0x1p-52
  }
}
