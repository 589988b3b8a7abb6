import PlanDocuments

/// A minute of a day.
struct BlockInstant: Comparable {
  var day: Day
  var minute: Int

  static func < (one: BlockInstant, other: BlockInstant) -> Bool {
    (one.day, one.minute) < (other.day, other.minute)
  }
}

/// Finds room for what has lost its block, or never had one, and lets as few others as possible give way for it.
///
/// Work takes free hours first. Where there are none before it is needed, the block gives way whose own work has the
/// longest time, so that few have to give way in their turn; then the first block of what follows it.
struct BlockRepair {
  private let facts: BlockFacts
  private let pinned: [Bool]
  /// The last day for each job; nil where nothing binds it.
  private let latest: [Day?]
  /// Jobs that would not have all their blocks if everything were laid anew: nothing gives way for them.
  private let isShort: [Bool]
  private let givesWay: Order
  /// The first block that each job has lost: nothing before it gives way.
  ///
  /// A job that is not in it has new work.
  private var lost: [Int: BlockInstant]
  /// Jobs for which nothing more can be done.
  private var stuck: Set<Int> = []
  private(set) var laying: BlockLaying

  /// Which block gives way.
  enum Order {
    /// The one whose own work is needed last, so that few have to give way in their turn.
    case neededLast
    /// The one whose work may end last, so that ends hold.
    case endsLast
  }

  /// - Parameters:
  ///   - laying: holds the blocks that are kept.
  ///   - lost: the first block that a job has lost, of those that have no new work.
  init(
    _ laying: BlockLaying, lost: [Int: BlockInstant], _ facts: BlockFacts, pinned: [Bool], latest: [Day?],
    isShort: [Bool], givesWay: Order
  ) {
    self.givesWay = givesWay
    self.lost = lost
    self.laying = laying
    self.facts = facts
    self.pinned = pinned
    self.latest = latest
    self.isShort = isShort
    removeTooEarly()
    // Each round lays something or takes one block away; blocks that are taken away twice are few.
    for _ in 0..<(4 * (laying.blocks.count + facts.order.count)) {
      let needed = neededBy()
      let open = facts.order.filter {
        self.laying.outstanding[$0] > 0 && self.laying.ready($0) != nil && !stuck.contains($0)
      }
      guard let job = open.min(by: { needed[$0] < needed[$1] }) else { break }
      makeRoom(for: job, needed)
    }
  }

  /// Lays a job as far as there is room, or lets one block give way.
  private mutating func makeRoom(for job: Int, _ needed: [BlockInstant]) {
    laying.lay(job, until: needed[job])
    guard laying.outstanding[job] > 0 else { return }
    if !isShort[job], let victim = victim(of: job, needed) { return give(victim) }
    // Nothing that has more time is in the way: what follows begins later, else it ends late.
    if !isShort[job], let first = firstFollower(of: job), start(of: laying.blocks[first]) <= needed[job] {
      return give(first)
    }
    // Work for a fixed day is of no use after it.
    let lastDay = facts.problem.jobs[job].fixed.map { min($0, facts.lastDay) } ?? facts.lastDay
    let end = untilFollowersBegin(job) ?? BlockInstant(day: lastDay, minute: 1440)
    let before = laying.outstanding[job]
    laying.lay(job, until: end)
    guard laying.outstanding[job] > 0 else { return }
    if !isShort[job], let first = firstFollower(of: job) { return give(first) }
    if laying.outstanding[job] == before { stuck.insert(job) }
  }

  private mutating func give(_ index: Int) {
    let block = laying.blocks[index]
    // What had open work before goes on looking everywhere.
    if laying.outstanding[block.job] == 0 || lost[block.job] != nil {
      lost[block.job] = min(lost[block.job] ?? start(of: block), start(of: block))
    }
    laying.remove(at: index)
  }

  /// The block that gives way: the one whose job has the most time, if that is more than this job has.
  private mutating func victim(of job: Int, _ needed: [BlockInstant]) -> Int? {
    guard let ready = laying.ready(job) else { return nil }
    let begin = BlockInstant(day: ready.day, minute: ready.minute)
    let from = max(begin, lost[job] ?? begin)
    let wanted = laying.outstanding[job]
    return laying.blocks.indices.filter { index in
      let block = laying.blocks[index]
      return isKept(block) && block.job != job && start(of: block) >= from
        && BlockInstant(day: block.day, minute: block.window.end) <= needed[job]
        && mayGiveWay(block.job, to: job, needed)
        && laying.canTake(block.window, on: block.day, job)
    }.max { one, other in
      let (first, second) = (laying.blocks[one], laying.blocks[other])
      let latest = (latestFinish(of: first.job), latestFinish(of: second.job))
      if givesWay == .endsLast, latest.0 != latest.1 { return latest.0 < latest.1 }
      if needed[first.job] != needed[second.job] { return needed[first.job] < needed[second.job] }
      let fits = (first.window.length >= wanted, second.window.length >= wanted)
      if fits.0 != fits.1 { return fits.1 }
      if first.window.length != second.window.length { return (first.window.length < second.window.length) != fits.0 }
      return start(of: first) > start(of: second)
    }
  }

  private func mayGiveWay(_ other: Int, to job: Int, _ needed: [BlockInstant]) -> Bool {
    switch givesWay {
    case .neededLast: needed[other] > needed[job]
    case .endsLast: latestFinish(of: other) > latestFinish(of: job)
    }
  }

  private func latestFinish(of job: Int) -> Day { facts.latestFinish[job] ?? facts.lastDay + 1 }

  private func firstFollower(of job: Int) -> Int? {
    let jobs = facts.held[job]
    return laying.blocks.indices.filter { jobs.contains(laying.blocks[$0].job) && !isPinned(laying.blocks[$0]) }
      .min { start(of: laying.blocks[$0]) < start(of: laying.blocks[$1]) }
  }

  /// The instant by which a job's work must be over, its wait included, for the blocks of all that follows to stay.
  private func untilFollowersBegin(_ job: Int) -> BlockInstant? {
    let following = facts.held[job]
    var begins: [Int: BlockInstant] = [:]
    for block in laying.blocks where following.contains(block.job) && !isPinned(block) {
      begins[block.job] = min(begins[block.job] ?? start(of: block), start(of: block))
    }
    var until: [Int: BlockInstant] = [:]
    for other in facts.topological.reversed() where other == job || following.contains(other) {
      until[other] = facts.followers[other].compactMap { follower -> BlockInstant? in
        guard let first = [begins[follower.job], until[follower.job]].compactMap(\.self).min() else { return nil }
        return follower.lag == 0 ? first : BlockInstant(day: first.day - follower.lag, minute: 1440)
      }.min()
    }
    return until[job]
  }

  /// The instant by which each job's work must be over so that its ends hold and what follows it may stay.
  private func neededBy() -> [BlockInstant] {
    var needed = latest.map { BlockInstant(day: $0 ?? facts.lastDay + 1, minute: 1440) }
    var first: [Int: BlockInstant] = [:]
    for block in laying.blocks where !isPinned(block) {
      first[block.job] = min(first[block.job] ?? start(of: block), start(of: block))
    }
    for job in facts.topological.reversed() {
      for follower in facts.followers[job] {
        for instant in [needed[follower.job], first[follower.job]].compactMap(\.self) {
          let end =
            follower.lag == 0 ? instant : BlockInstant(day: instant.day - follower.lag, minute: 1440)
          needed[job] = min(needed[job], end)
        }
      }
    }
    return needed
  }

  private mutating func removeTooEarly() {
    while true {
      let tooEarly = laying.blocks.indices.filter { index in
        let block = laying.blocks[index]
        guard isKept(block) else { return false }
        return facts.gates[block.job].contains { gate in
          guard
            let end = laying.blocks.filter({ $0.job == gate.job }).map({
              BlockInstant(day: $0.day, minute: $0.window.end)
            }).max()
          else { return false }
          return start(of: block) < (gate.lag == 0 ? end : BlockInstant(day: end.day + gate.lag, minute: 0))
        }
      }
      guard let first = tooEarly.min(by: { start(of: laying.blocks[$0]) < start(of: laying.blocks[$1]) }) else {
        return
      }
      give(first)
    }
  }

  private func start(of block: BlockLaying.Block) -> BlockInstant {
    BlockInstant(day: block.day, minute: block.window.start)
  }

  private func isPinned(_ block: BlockLaying.Block) -> Bool { block.kept.map { pinned[$0] } ?? false }
  private func isKept(_ block: BlockLaying.Block) -> Bool { block.kept.map { !pinned[$0] } ?? false }
}
