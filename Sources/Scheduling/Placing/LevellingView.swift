/// The jobs of a case in one direction of time, as the leveller needs them.
///
/// Forward (`step` 1) times run from today; mirrored (`step` −1) time 5 is five days before today, and what follows a job
/// comes before it.
struct LevellingView {
  /// A limit that no plan is held to.
  static let noLimit = Int.max / 4

  let step: Int
  /// Only these jobs are placed.
  let takesPart: [Bool]
  /// The first time of a job by itself.
  var release: [Int]
  /// The time by which its last hour should lie, or `noLimit`.
  var limit: [Int]
  /// Which group of ends the limit belongs to, the first to be kept being 0.
  var stage: [Int]
  /// The first stage with an end that the job itself is held to, or something that comes after it; `Int.max` where
  /// there is none.
  let neededBy: [Int]
  /// What may begin when a job has ended, with the days between.
  let after: LaggedEdges
  let beforeCount: [Int]
  /// Ties between equal hour deadlines: the lower rank first.
  let rank: [Int]
  let jobOfRank: [Int]

  /// Forward from today; `limit` and `stage` by job.
  init(forward scheduleCase: ScheduleCase, limit: [Int], stage: [Int]) {
    let network = scheduleCase.network
    step = 1
    takesPart = [Bool](repeating: true, count: network.count)
    release = network.release
    self.limit = limit
    self.stage = stage
    after = scheduleCase.forwardEdges.reversed(keeping: takesPart)
    neededBy = Self.neededBy(limit, stage, network.topological.reversed(), after)
    beforeCount = (0..<network.count).map { scheduleCase.forwardEdges.range($0).count }
    rank = network.rank
    jobOfRank = Self.inverse(rank)
  }

  /// Backward from targets and fixed dates, for the jobs that those bind.
  ///
  /// - Parameter isNever: by goal; what never gets its hours takes no part and binds nothing.
  init(mirrored scheduleCase: ScheduleCase, isNever: [Bool], limit: [Int], stage: [Int]) {
    let network = scheduleCase.network
    let ownLimit = (0..<network.count).map { ScheduleCase.ownLimit($0, network, target: scheduleCase.target) }
    self.init(mirrored: scheduleCase, ownLimit: ownLimit, isNever: isNever, limit: limit, stage: stage)
  }

  /// Backward from the last days that jobs may be worked by themselves (`JobNetwork.none`: none), for the jobs that those
  /// bind.
  init(mirrored scheduleCase: ScheduleCase, ownLimit: [Int], isNever: [Bool] = [], limit: [Int], stage: [Int]) {
    let network = scheduleCase.network
    step = -1
    let takesPart = network.goal.map { isNever.isEmpty || !isNever[$0] }
    var isBound = zip(ownLimit, takesPart).map { $0 != JobNetwork.none && $1 }
    for job in network.topological.reversed() where !isBound[job] && takesPart[job] {
      isBound[job] = scheduleCase.backwardEdges.range(job).contains { isBound[scheduleCase.backwardEdges.targets[$0]] }
    }
    self.takesPart = isBound
    release = ownLimit.map { $0 == JobNetwork.none ? AlonePlacing.unbound : -$0 }
    self.limit = limit
    self.stage = stage
    after = scheduleCase.backwardEdges.reversed(keeping: isBound)
    neededBy = Self.neededBy(limit, stage, network.topological, after)
    beforeCount = (0..<network.count).map { job in
      scheduleCase.backwardEdges.range(job).count { isBound[scheduleCase.backwardEdges.targets[$0]] }
    }
    rank = network.rank.map { network.count - 1 - $0 }
    jobOfRank = Self.inverse(rank)
  }

  /// - Parameter order: what comes after a job in this direction before the job itself.
  private static func neededBy(
    _ limit: [Int], _ stage: [Int], _ order: some Sequence<Int>, _ after: LaggedEdges
  ) -> [Int] {
    var neededBy = zip(limit, stage).map { $0 == noLimit ? Int.max : $1 }
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
