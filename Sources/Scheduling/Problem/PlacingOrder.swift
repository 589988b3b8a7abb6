import PlanModel

/// The order in which jobs are placed when each goal is planned alone, in one direction of time, cut into groups of goals
/// that depend on each other mutually (nearly always single goals).
///
/// Only the order inside a goal changes what is placed where, as long as what a job depends on comes before it.
struct PlacingOrder {
  private(set) var jobs: [Int]
  /// Stretches of `jobs`; each group has hours of its own.
  private(set) var groups: [Range<Int>]
  /// The number of each goal inside its group.
  private(set) var row: [Int]

  /// - Parameters:
  ///   - before: what must be placed before each job.
  ///   - sorted: all jobs; of those whose `before` are placed, the one that stands first here is next.
  init(_ network: JobNetwork, before: AdjacencyLists, after: AdjacencyLists, sorted: [Int]) {
    let count = network.count
    // Places in that order stand for the jobs, so that the heap compares integers.
    var place = [Int](repeating: 0, count: count)
    for (index, job) in sorted.enumerated() { place[job] = index }
    var left = (0..<count).map { before[$0].count }
    var heap = BinaryHeap()
    for job in 0..<count where left[job] == 0 { heap.insert(UInt64(place[job])) }
    var order: [Int] = []
    order.reserveCapacity(count)
    while let next = heap.removeFirst() {
      let job = sorted[Int(next)]
      order.append(job)
      for follower in after[job] {
        left[follower] -= 1
        if left[follower] == 0 { heap.insert(UInt64(place[follower])) }
      }
    }
    let component = Self.components(network, before: before)
    let componentCount = (component.max() ?? -1) + 1
    var starts = [Int](repeating: 0, count: componentCount + 1)
    for job in order { starts[component[network.goal[job]] + 1] += 1 }
    for index in 0..<componentCount { starts[index + 1] += starts[index] }
    groups = (0..<componentCount).map { starts[$0]..<starts[$0 + 1] }.filter { !$0.isEmpty }
    jobs = order
    for job in order {
      let index = component[network.goal[job]]
      jobs[starts[index]] = job
      starts[index] += 1
    }
    row = [Int](repeating: 0, count: network.goalCount)
    var sizes = [Int](repeating: 0, count: componentCount)
    for goal in 0..<network.goalCount {
      row[goal] = sizes[component[goal]]
      sizes[component[goal]] += 1
    }
  }

  /// The group of each goal, numbered so that what a goal depends on comes first.
  private static func components(_ network: JobNetwork, before: AdjacencyLists) -> [Int] {
    let goalCount = network.goalCount
    var edges = [[Int]](repeating: [], count: goalCount)
    var hasEdges = false
    for job in 0..<network.count {
      for other in before[job] where network.goal[other] != network.goal[job] {
        edges[network.goal[job]].append(network.goal[other])
        hasEdges = true
      }
    }
    guard hasEdges else { return Array(0..<goalCount) }
    return StrongComponents(of: edges).groups
  }
}
