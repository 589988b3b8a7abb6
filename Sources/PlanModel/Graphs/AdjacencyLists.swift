/// Lists of numbers by number, in two flat arrays.
package struct AdjacencyLists {
  private(set) var starts: [Int]
  package private(set) var targets: [Int]

  package init(edges: [[Int]]) {
    starts = [0]
    starts.reserveCapacity(edges.count + 1)
    targets = []
    for list in edges {
      targets += list
      starts.append(targets.count)
    }
  }

  package var count: Int { starts.count - 1 }

  @inline(__always) package subscript(_ index: Int) -> ArraySlice<Int> { targets[starts[index]..<starts[index + 1]] }
  @inline(__always) func range(_ index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  package func reversed() -> AdjacencyLists {
    var result = self
    var counts = [Int](repeating: 0, count: count + 1)
    for target in targets { counts[target + 1] += 1 }
    for index in 0..<count { counts[index + 1] += counts[index] }
    result.starts = counts
    var next = counts
    for index in 0..<count {
      for target in self[index] {
        result.targets[next[target]] = index
        next[target] += 1
      }
    }
    return result
  }

  /// What is listed before what lists it.
  ///
  /// Members of loops come last, in the order of their numbers, and `kept` leaves out the edges among them that point
  /// backwards, so that a caller that forgot to take loops out still gets an order; it is nil where there are no loops.
  package func topologicalOrder() -> (order: [Int], kept: ((Int, Int) -> Bool)?) {
    let listedBy = reversed()
    var left = (0..<count).map { self[$0].count }
    var order = (0..<count).filter { left[$0] == 0 }
    order.reserveCapacity(count)
    var next = 0
    while next < order.count {
      for index in listedBy[order[next]] {
        left[index] -= 1
        if left[index] == 0 { order.append(index) }
      }
      next += 1
    }
    guard order.count < count else { return (order, nil) }
    order += (0..<count).filter { left[$0] > 0 }
    var position = [Int](repeating: 0, count: count)
    for (place, index) in order.enumerated() { position[index] = place }
    return (order, { position[$1] < position[$0] })
  }

  package func keeping(_ isKept: ((Int, Int) -> Bool)?) -> AdjacencyLists {
    guard let isKept else { return self }
    return AdjacencyLists(edges: (0..<count).map { index in self[index].filter { isKept(index, $0) } })
  }
}
