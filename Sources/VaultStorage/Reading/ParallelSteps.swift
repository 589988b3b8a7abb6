internal import Dispatch

/// Work in pieces on all processors, with the results in the order of the pieces.
enum ParallelSteps {
  /// So many things are done in one go, by one reader.
  private static let size = 16

  /// - Parameter work: does what lies in one range of `0..<count`.
  static func results<Result: Sendable>(of count: Int, _ work: @Sendable (Range<Int>) -> Result) -> [Result] {
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
}
