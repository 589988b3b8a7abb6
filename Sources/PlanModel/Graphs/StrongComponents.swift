/// Knots of a graph: groups of nodes that can all be reached from each other (Tarjan 1972, without recursion).
package struct StrongComponents {
  /// The group of each node, numbered so that no edge leads from a group to one with a higher number.
  package private(set) var groups: [Int]
  /// The groups of two nodes or more, and single nodes with an edge to themselves.
  package private(set) var loops: [[Int]] = []

  package init(of edges: [[Int]]) {
    // Where every edge leads back in the order of the files, as in most plans, nothing leads to itself.
    guard edges.indices.contains(where: { node in edges[node].contains { $0 >= node } }) else {
      groups = Array(edges.indices)
      return
    }
    groups = Array(repeating: -1, count: edges.count)
    var groupCount = 0
    var index = Array(repeating: -1, count: edges.count)
    var low = index
    var isOnStack = Array(repeating: false, count: edges.count)
    var stack: [Int] = []
    var path: [(node: Int, next: Int)] = []
    var counter = 0
    for root in edges.indices where index[root] < 0 {
      path.append((root, 0))
      while let (node, next) = path.last {
        if next == 0 {
          index[node] = counter
          low[node] = counter
          counter += 1
          stack.append(node)
          isOnStack[node] = true
        }
        if next < edges[node].count {
          path[path.count - 1].next += 1
          let other = edges[node][next]
          if index[other] < 0 {
            path.append((other, 0))
          } else if isOnStack[other] {
            low[node] = min(low[node], index[other])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
        guard low[node] == index[node] else { continue }
        var members: [Int] = []
        while let member = stack.popLast() {
          isOnStack[member] = false
          groups[member] = groupCount
          members.append(member)
          if member == node { break }
        }
        groupCount += 1
        if members.count > 1 || edges[node].contains(node) { loops.append(members.sorted()) }
      }
    }
  }

  /// The shortest chain along `edges` from the first node of a knot back to itself; nil where there is none.
  package static func shortestLoop(in knot: [Int], of edges: [[Int]]) -> [Int]? {
    guard let first = knot.min() else { return nil }
    let members = Set(knot)
    var cameFrom: [Int: Int] = [:]
    var queue = [first]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for next in edges[node] where members.contains(next) {
        if next == first {
          var chain = [node]
          while let last = chain.last, last != first, let before = cameFrom[last] { chain.append(before) }
          return chain.reversed()
        }
        if cameFrom[next] == nil {
          cameFrom[next] = node
          queue.append(next)
        }
      }
    }
    return nil
  }
}
