import PlanModel
import TestSupport
import Testing

/// Orders, knots and loops of random graphs, against following every edge.
@Suite struct GraphLawTests {
  static func edges(seed: Int) -> [[Int]] {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...12, using: &random)
    let share = Double.random(in: 0...0.4, using: &random)
    let isForward = Bool.random(using: &random)
    return (0..<count).map { node in
      (0..<count).filter { other in
        (isForward || other < node) && Double.random(in: 0..<1, using: &random) < share
      }
    }
  }

  static func reached(from start: Int, _ edges: [[Int]]) -> Set<Int> {
    var seen: Set<Int> = []
    var open = edges[start]
    while let next = open.popLast() {
      if seen.insert(next).inserted { open += edges[next] }
    }
    return seen
  }

  @Test(arguments: 0..<400)
  func nodesThatReachEachOtherAreOneGroup(seed: Int) {
    let edges = Self.edges(seed: seed)
    let reached = edges.indices.map { Self.reached(from: $0, edges) }
    let components = StrongComponents(of: edges)
    #expect(components.groups.count == edges.count)
    for one in edges.indices {
      for other in edges.indices {
        let areOne = one == other || reached[one].contains(other) && reached[other].contains(one)
        #expect((components.groups[one] == components.groups[other]) == areOne)
        if edges[one].contains(other) { #expect(components.groups[other] <= components.groups[one]) }
      }
    }
    let knots = Set(components.groups).map { group in edges.indices.filter { components.groups[$0] == group } }
      .filter { $0.count > 1 || edges[$0[0]].contains($0[0]) }
    #expect(Set(knots) == Set(components.loops))
    for knot in components.loops {
      guard let loop = StrongComponents.shortestLoop(in: knot, of: edges) else {
        Issue.record("a knot has no loop: \(knot)")
        continue
      }
      #expect(loop.first == knot.min())
      #expect(Set(loop).count == loop.count)
      for (node, next) in zip(loop, loop.dropFirst() + loop.prefix(1)) { #expect(edges[node].contains(next)) }
      #expect(loop.count == Self.lengthOfShortestLoop(from: loop[0], edges))
    }
  }

  /// By whole levels of nodes, until the start comes up again.
  static func lengthOfShortestLoop(from start: Int, _ edges: [[Int]]) -> Int {
    var level: Set<Int> = [start]
    for length in 1...edges.count {
      level = Set(level.flatMap { edges[$0] })
      if level.contains(start) { return length }
    }
    return 0
  }

  @Test(arguments: 0..<400)
  func whatIsListedComesBeforeWhatListsIt(seed: Int) {
    let edges = Self.edges(seed: seed)
    let lists = AdjacencyLists(edges: edges)
    let (order, kept) = lists.topologicalOrder()
    #expect(order.sorted() == Array(edges.indices))
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let keeping = lists.keeping(kept)
    for node in edges.indices {
      for other in keeping[node] { #expect((place[other] ?? 0) < (place[node] ?? 0)) }
    }
    // Nothing is left out where nothing reaches itself.
    if StrongComponents(of: edges).loops.isEmpty { #expect(kept == nil) } else { #expect(kept != nil) }
  }
}
