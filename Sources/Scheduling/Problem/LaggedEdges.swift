import PlanModel

/// Edges with a number of days, by job.
struct LaggedEdges {
  var starts: [Int] = [0]
  var targets: [Int] = []
  var lags: [Int] = []

  @inline(__always) func range(_ job: Int) -> Range<Int> { starts[job]..<starts[job + 1] }

  /// - Parameter lag: the days of an edge from a job to what is listed for it; nil leaves the edge out.
  init(_ lists: AdjacencyLists, lag: (Int, Int) -> Int?) {
    starts.reserveCapacity(lists.count + 1)
    targets.reserveCapacity(lists.targets.count)
    lags.reserveCapacity(lists.targets.count)
    for job in 0..<lists.count {
      for other in lists[job] {
        guard let days = lag(job, other) else { continue }
        targets.append(other)
        lags.append(days)
      }
      starts.append(targets.count)
    }
  }
}

extension LaggedEdges {
  /// The same edges listed by their other end.
  func reversed(keeping isKept: [Bool]) -> LaggedEdges {
    let count = starts.count - 1
    var result = self
    var counts = [Int](repeating: 0, count: count + 1)
    for job in 0..<count where isKept[job] {
      for edge in range(job) where isKept[targets[edge]] { counts[targets[edge] + 1] += 1 }
    }
    for job in 0..<count { counts[job + 1] += counts[job] }
    result.starts = counts
    var next = counts
    for job in 0..<count where isKept[job] {
      for edge in range(job) where isKept[targets[edge]] {
        let place = next[targets[edge]]
        next[targets[edge]] += 1
        result.targets[place] = job
        result.lags[place] = lags[edge]
      }
    }
    return result
  }
}
