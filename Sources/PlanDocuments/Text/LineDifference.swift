/// The shortest way from one list of lines to another (Myers, *An O(ND) Difference Algorithm and Its Variations*, 1986).
enum LineDifference {
  enum Step: Hashable {
    case keep, remove, add
  }

  /// Changes farther apart than this are not searched for: the middle of the file is then shown as replaced.
  static let mostChanges = 1_000

  /// The steps from `old` to `new`; of a replaced stretch the removals come first.
  static func steps(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Step] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    let middle = path(old[start..<old.count - tail], new[start..<new.count - tail])
    return Array(repeating: .keep, count: start) + removalsFirst(middle) + Array(repeating: .keep, count: tail)
  }

  private static func path(_ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>) -> [Step] {
    let replaced = Array(repeating: Step.remove, count: old.count) + Array(repeating: .add, count: new.count)
    guard !old.isEmpty, !new.isEmpty else { return replaced }
    let limit = min(old.count + new.count, mostChanges)
    // The farthest line of `old` reached on each diagonal, kept for every number of changes so that the way can be found back.
    var reached = [Int](repeating: 0, count: 2 * limit + 2)
    var trace: [[Int]] = []
    for changes in 0...limit {
      trace.append(reached)
      for diagonal in stride(from: -changes, through: changes, by: 2) {
        let goesDown =
          diagonal == -changes
          || diagonal != changes && reached[limit + diagonal - 1] < reached[limit + diagonal + 1]
        var x = goesDown ? reached[limit + diagonal + 1] : reached[limit + diagonal - 1] + 1
        while x < old.count, x - diagonal < new.count, old[old.startIndex + x] == new[new.startIndex + x - diagonal] {
          x += 1
        }
        reached[limit + diagonal] = x
        if x >= old.count, x - diagonal >= new.count {
          return back(from: (old.count, new.count), trace: trace, limit: limit)
        }
      }
    }
    return replaced
  }

  private static func back(from end: (x: Int, y: Int), trace: [[Int]], limit: Int) -> [Step] {
    var steps: [Step] = []
    var (x, y) = end
    for (changes, reached) in trace.enumerated().reversed() {
      let diagonal = x - y
      let goesDown =
        diagonal == -changes
        || diagonal != changes && reached[limit + diagonal - 1] < reached[limit + diagonal + 1]
      let before = goesDown ? diagonal + 1 : diagonal - 1
      let fromX = changes == 0 ? 0 : reached[limit + before]
      let fromY = changes == 0 ? 0 : fromX - before
      while x > fromX, y > fromY {
        steps.append(.keep)
        x -= 1
        y -= 1
      }
      guard changes > 0 else { break }
      steps.append(goesDown ? .add : .remove)
      (x, y) = (fromX, fromY)
    }
    return steps.reversed()
  }

  /// Within each stretch of changes the removals first, as people expect to read them.
  private static func removalsFirst(_ steps: [Step]) -> [Step] {
    var sorted: [Step] = []
    for run in steps.split(omittingEmptySubsequences: false, whereSeparator: { $0 == .keep }) {
      sorted += run.filter { $0 == .remove } + run.filter { $0 == .add } + [.keep]
    }
    return Array(sorted.dropLast())
  }
}
