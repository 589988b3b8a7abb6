internal import Dispatch

/// Work in pieces on all processors, with the results in the order of the pieces.
package enum ParallelSteps {
  /// - Parameters:
  ///   - size: so many things are done in one go, by one reader.
  ///   - work: does what lies in one range of `0..<count`.
  package static func results<Result: Sendable>(
    of count: Int, size: Int = 16, _ work: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let steps = (count + size - 1) / size
    if steps < 2 { return count == 0 ? [] : [work(0..<count)] }
    // Each step writes its own place, and all are done before they are read.
    let places = UnsafeMutableBufferPointer<Result?>.allocate(capacity: steps)
    places.initialize(repeating: nil)
    defer {
      places.deinitialize()
      places.deallocate()
    }
    nonisolated(unsafe) let shared = places
    DispatchQueue.concurrentPerform(iterations: steps) { step in
      shared[step] = work(step * size..<min((step + 1) * size, count))
    }
    return places.compactMap(\.self)
  }

  /// Two things at the same time, each of which may do its own work in pieces.
  ///
  /// Not two steps of the above: what is done inside a step gets no second processor.
  package static func both<One: Sendable, Other: Sendable>(
    _ one: () -> One, and other: @Sendable () -> Other
  ) -> (One, Other) {
    // Written by one thread before the group ends, read by the other after it.
    nonisolated(unsafe) var second: Other?
    let first = withoutActuallyEscaping(other) { other in
      let group = DispatchGroup()
      DispatchQueue.global().async(group: group) { second = other() }
      defer { group.wait() }
      return one()
    }
    return (first, second ?? other())
  }
}
