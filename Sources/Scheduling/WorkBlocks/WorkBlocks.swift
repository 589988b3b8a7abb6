import PlanDocuments

/// The plan's hours as blocks on the clock: in free windows, beside appointments, moved as little as possible since an
/// earlier run.
///
/// The blocks of a milestone make up its remaining minutes, rounded up to the grid, less what is `unplaced`. They
/// follow its dependencies and waits, and lie in the hours of the vault and of its goal.
package struct WorkBlocks: Sendable {
  /// By day and clock.
  package private(set) var blocks: [WorkBlock] = []
  /// Minutes that found no room beside the appointments, by index in `Plan.milestones`.
  package private(set) var unplaced: [Int: Int] = [:]

  /// - Parameters:
  ///   - earlier: the blocks of an earlier run, in any order; those before `today` and of milestones without work are dropped.
  package init(
    _ problem: ScheduleProblem, _ schedule: PlanSchedule, keeping earlier: [WorkBlock] = [],
    rules: BlockRules = BlockRules()
  ) {
    let facts = BlockFacts(problem, schedule, rules: rules)
    let windows = FreeWindows(problem.hours, rules: rules)
    var jobs: [Int: Int] = [:]
    for job in facts.order { jobs[problem.jobs[job].milestone] = job }
    let usable = earlier.filter { $0.day >= problem.today && jobs[$0.milestone] != nil }
      .sorted { ($0.day, $0.window.start, $0.milestone) < ($1.day, $1.window.start, $1.milestone) }
    let keeping = BlockKeeping(facts, windows: windows, isPinned: usable.map(\.isPinned))
    let laid = keeping.laid(
      usable.enumerated().compactMap { index, block in
        jobs[block.milestone].map { BlockLaying.Block(job: $0, day: block.day, window: block.window, kept: index) }
      })
    blocks = Self.joined(laid.blocks, longest: rules.longest).map { block in
      let old = block.kept.map { usable[$0] }
      return WorkBlock(
        milestone: problem.jobs[block.job].milestone, day: block.day, window: block.window, identity: old?.identity,
        isPinned: old?.isPinned ?? false)
    }
    for job in facts.order where laid.outstanding[job] > 0 {
      unplaced[problem.jobs[job].milestone] = laid.outstanding[job]
    }
    passOnIdentities(of: usable)
  }

  package init(_ scheduled: ScheduledPlan, keeping earlier: [WorkBlock] = [], rules: BlockRules = BlockRules()) {
    self.init(scheduled.problem, scheduled.schedule, keeping: earlier, rules: rules)
  }

  /// By time, with what touches joined where it belongs to one job and does not get too long.
  private static func joined(_ blocks: [BlockLaying.Block], longest: Int) -> [BlockLaying.Block] {
    var joined: [BlockLaying.Block] = []
    for block in blocks.sorted(by: { ($0.day, $0.window.start) < ($1.day, $1.window.start) }) {
      if let last = joined.last, last.job == block.job, last.day == block.day, last.window.end == block.window.start,
        last.window.length + block.window.length <= longest, last.kept == nil || block.kept == nil
      {
        joined[joined.count - 1].window.end = block.window.end
        joined[joined.count - 1].kept = last.kept ?? block.kept
      } else {
        joined.append(block)
      }
    }
    return joined
  }

  /// A block that had to move is the same block at another time.
  private mutating func passOnIdentities(of earlier: [WorkBlock]) {
    let kept = Set(blocks.compactMap(\.identity))
    var free: [Int: [String]] = [:]
    for block in earlier.reversed() {
      if let identity = block.identity, !kept.contains(identity) { free[block.milestone, default: []].append(identity) }
    }
    for index in blocks.indices where blocks[index].identity == nil {
      blocks[index].identity = free[blocks[index].milestone]?.popLast()
    }
  }
}
