/// The jobs of a case in one direction of time, as the leveller needs them.
///
/// Forward (`step` 1) times run from today; mirrored (`step` −1) time 5 is five days before today, and what follows a job
/// comes before it.
struct LevellingView {
  /// A limit that no plan is held to.
  let step: Int
  /// Only these jobs are placed.
  let takesPart: [Bool]
  /// The first time of a job by itself.
  var release: [Int]
  /// The time by which its last hour should lie, or `JobTime.never`.
  var latestFinish: [Int]
  /// The end that the limit belongs to.
  let end: [Int]
  /// The class of each end; the first to be kept is 0.
  let classOfEnd: [Int]
  /// The first class with an end that the job itself is held to, or something that comes after it; `Int.max` where
  /// there is none.
  let neededBy: [Int]
  /// What may begin when a job has ended, with the days between.
  let after: LaggedEdges
  let beforeCount: [Int]
  /// Ties between equal hour deadlines: the lower rank first.
  let rank: [Int]
  let jobOfRank: [Int]

  /// Forward from today.
  ///
  /// - Parameters:
  ///   - latestFinish: by job.
  ///   - end: the end of each job that has a limit; nil is one end for all.
  ///   - classOfEnd: for each of the ends.
  init(forward scheduleCase: ScheduleCase, latestFinish: [Int], end: [Int]? = nil, classOfEnd: [Int] = [0]) {
    let network = scheduleCase.network
    step = 1
    takesPart = [Bool](repeating: true, count: network.count)
    release = network.release
    self.latestFinish = latestFinish
    self.end = end ?? [Int](repeating: 0, count: network.count)
    self.classOfEnd = classOfEnd
    after = scheduleCase.forwardEdges.reversed(keeping: takesPart)
    neededBy = Self.neededBy(latestFinish, self.end, classOfEnd, network.topological.reversed(), after)
    beforeCount = (0..<network.count).map { scheduleCase.forwardEdges.range($0).count }
    rank = network.rank
    jobOfRank = Self.inverse(rank)
  }

  /// Backward from the last days that jobs may be worked by themselves (`JobTime.never`: none), for the jobs that those
  /// bind.
  ///
  /// The limits, of mirrored time, all belong to one end: nothing begins before it can.
  init(mirrored scheduleCase: ScheduleCase, ownLatestFinish: [Int], isNever: [Bool] = [], latestFinish: [Int]) {
    let network = scheduleCase.network
    step = -1
    let takesPart = network.goal.map { isNever.isEmpty || !isNever[$0] }
    var isBound = zip(ownLatestFinish, takesPart).map { $0 != JobTime.never && $1 }
    for job in network.topological.reversed() where !isBound[job] && takesPart[job] {
      isBound[job] = scheduleCase.backwardEdges.range(job).contains { isBound[scheduleCase.backwardEdges.targets[$0]] }
    }
    self.takesPart = isBound
    release = ownLatestFinish.map { -$0 }
    self.latestFinish = latestFinish
    end = [Int](repeating: 0, count: network.count)
    classOfEnd = [0]
    after = scheduleCase.backwardEdges.reversed(keeping: isBound)
    neededBy = Self.neededBy(latestFinish, end, classOfEnd, network.topological, after)
    beforeCount = (0..<network.count).map { job in
      scheduleCase.backwardEdges.range(job).count { isBound[scheduleCase.backwardEdges.targets[$0]] }
    }
    rank = network.rank.map { network.count - 1 - $0 }
    jobOfRank = Self.inverse(rank)
  }

  /// - Parameter order: what comes after a job in this direction before the job itself.
  private static func neededBy(
    _ latestFinish: [Int], _ end: [Int], _ classOfEnd: [Int], _ order: some Sequence<Int>, _ after: LaggedEdges
  ) -> [Int] {
    var neededBy = zip(latestFinish, end).map { $0 == JobTime.never ? Int.max : classOfEnd[$1] }
    for job in order {
      for edge in after.range(job) { neededBy[job] = min(neededBy[job], neededBy[after.targets[edge]]) }
    }
    return neededBy
  }

  private static func inverse(_ rank: [Int]) -> [Int] {
    var result = rank
    for (job, place) in rank.enumerated() { result[place] = job }
    return result
  }
}
