/// The most that can flow from a source to a sink through edges with capacities (Dinitz 1970).
struct MaximumFlow {
  private var firstEdge: [Int32]
  private var nextEdge: [Int32] = []
  private var target: [Int32] = []
  private var capacity: [Int] = []
  private var level: [Int32] = []
  private var current: [Int32] = []

  init(nodeCount: Int) {
    firstEdge = [Int32](repeating: -1, count: nodeCount)
  }

  mutating func addNode() -> Int {
    firstEdge.append(-1)
    return firstEdge.count - 1
  }

  mutating func addEdge(from: Int, to: Int, capacity amount: Int) {
    add(from, to, amount)
    add(to, from, 0)
  }

  private mutating func add(_ from: Int, _ to: Int, _ amount: Int) {
    target.append(Int32(to))
    capacity.append(amount)
    nextEdge.append(firstEdge[from])
    firstEdge[from] = Int32(target.count - 1)
  }

  /// The most that flows.
  ///
  /// Afterwards `isBeforeTheCut` tells on which side of the narrowest place a node lies.
  mutating func flow(from source: Int, to sink: Int) -> Int {
    var total = 0
    while label(from: source, to: sink) {
      current = firstEdge
      while true {
        let pushed = pushPath(from: source, to: sink)
        if pushed == 0 { break }
        total += pushed
      }
    }
    return total
  }

  /// More could still reach the node from the source: the edges from such nodes to the others are full.
  func isBeforeTheCut(_ node: Int) -> Bool { level[node] >= 0 }

  /// Distances from the source through edges with capacity left; false when the sink is out of reach.
  private mutating func label(from source: Int, to sink: Int) -> Bool {
    level = [Int32](repeating: -1, count: firstEdge.count)
    level[source] = 0
    var queue = [Int32(source)]
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      var edge = firstEdge[node]
      while edge >= 0 {
        let other = Int(target[Int(edge)])
        if capacity[Int(edge)] > 0 && level[other] < 0 {
          level[other] = level[node] + 1
          queue.append(Int32(other))
        }
        edge = nextEdge[Int(edge)]
      }
    }
    return level[sink] >= 0
  }

  private mutating func pushPath(from source: Int, to sink: Int) -> Int {
    var path: [Int] = []
    var node = source
    while node != sink {
      var edge = current[node]
      while edge >= 0 {
        if capacity[Int(edge)] > 0 && level[Int(target[Int(edge)])] == level[node] + 1 { break }
        edge = nextEdge[Int(edge)]
      }
      current[node] = edge
      if edge >= 0 {
        path.append(Int(edge))
        node = Int(target[Int(edge)])
      } else {
        guard let last = path.popLast() else { return 0 }
        node = Int(target[last ^ 1])
        current[node] = nextEdge[Int(current[node])]
      }
    }
    let amount = path.reduce(Int.max) { min($0, capacity[$1]) }
    for edge in path {
      capacity[edge] -= amount
      capacity[edge ^ 1] += amount
    }
    return amount
  }
}
