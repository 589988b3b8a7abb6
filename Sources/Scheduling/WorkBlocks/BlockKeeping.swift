import PlanDocuments

/// Keeps earlier blocks where they are, as far as the ends and the order of the work allow.
///
/// Everything that may stay is kept, and what needs room is laid around it. Where goals would end later than they have
/// to, what holds them up is laid anew too; if that does not suffice, everything.
struct BlockKeeping {
  /// Goals that are late anyway may end so many days later than if all were laid anew, before anything is moved for it.
  private static let leeway = 14

  private let facts: BlockFacts
  private let windows: FreeWindows
  private let pinned: [Bool]

  /// - Parameter isPinned: by index of the earlier blocks.
  init(_ facts: BlockFacts, windows: FreeWindows, isPinned: [Bool]) {
    self.facts = facts
    self.windows = windows
    pinned = isPinned
  }

  func laid(_ earlier: [BlockLaying.Block]) -> BlockLaying {
    let (fresh, allowsShort) = laidAnew
    let (kept, lost) = BlockLaying.holding(
      earlier, facts, windows: windows, allowsShort: allowsShort, isPinned: isPinned)
    guard !kept.blocks.isEmpty else { return fresh }
    let latest = facts.needs.indices.map { lastDay(for: $0, fresh) }
    let isShort = fresh.outstanding.map { $0 > 0 }
    func repaired(
      _ laying: BlockLaying, _ order: BlockRepair.Order, by latest: [Day?], lost: [Int: BlockInstant] = [:]
    ) -> BlockLaying {
      BlockRepair(laying, lost: lost, facts, pinned: pinned, latest: latest, isShort: isShort, givesWay: order).laying
    }
    let first = repaired(kept, .neededLast, by: latest, lost: lost)
    if isGood(first, fresh) { return first }
    let early = withoutWhatIsLate(kept, after: first, latest, fresh)
    let others = [kept, early].flatMap { start in
      [BlockRepair.Order.neededLast, .endsLast].flatMap { order in
        [latest, facts.latestFinish].map { repaired(start, order, by: $0) }
      }
    }.filter { isGood($0, fresh) }
    let mildest = others.max { one, other in
      one.blocks.count { $0.kept != nil } < other.blocks.count { $0.kept != nil }
    }
    return mildest ?? lay(kept.blocks.filter(isPinned), allowsShort: allowsShort)
  }

  private func isPinned(_ block: BlockLaying.Block) -> Bool {
    block.kept.map { pinned[$0] } ?? false
  }

  private func lay(_ kept: [BlockLaying.Block], allowsShort: Bool) -> BlockLaying {
    BlockLaying(facts, windows: windows, keeping: kept, allowsShort: allowsShort)
  }

  /// As if nothing had been laid before; with short blocks only where something would be too late without.
  private var laidAnew: (laying: BlockLaying, allowsShort: Bool) {
    let laying = lay([], allowsShort: false)
    let missed = facts.order.count { misses($0, laying) }
    guard missed > 0 else { return (laying, false) }
    let short = lay([], allowsShort: true)
    return facts.order.count { misses($0, short) } < missed ? (short, true) : (laying, false)
  }

  private func misses(_ job: Int, _ laying: BlockLaying) -> Bool {
    guard let end = laying.end(of: job) else { return true }
    return facts.latestFinish[job].map { end > $0 } ?? false
  }

  /// The last day for a job: where its end can be met, that; else what laying everything anew reaches, and a while more.
  private func lastDay(for job: Int, _ fresh: BlockLaying) -> Day? {
    guard let reached = fresh.end(of: job), let end = facts.ends[job] else { return nil }
    return reached <= end ? end : reached + Self.leeway
  }

  /// Without the blocks of what is too late, and of what that follows, that could come earlier.
  private func withoutWhatIsLate(
    _ kept: BlockLaying, after laying: BlockLaying, _ latest: [Day?], _ fresh: BlockLaying
  ) -> BlockLaying {
    let late = facts.order.filter { job in
      guard let last = latest[job], let end = laying.end(of: job) else { return true }
      return end > last
    }
    var result = kept
    for index in kept.blocks.indices.reversed() {
      let block = kept.blocks[index]
      guard !isPinned(block), let end = fresh.end(of: block.job), block.day > end,
        late.contains(where: { $0 == block.job || facts.held[block.job].contains($0) })
      else { continue }
      result.remove(at: index)
    }
    return result
  }

  // MARK: What is good enough

  /// Nothing lacks a block that could have one, and goals are not later than they have to be: of fixed days and of each
  /// priority with those before it the days added up, where some are late anyway with a while more.
  private func isGood(_ laying: BlockLaying, _ fresh: BlockLaying) -> Bool {
    guard facts.order.allSatisfy({ laying.outstanding[$0] == 0 || laying.outstanding[$0] <= fresh.outstanding[$0] })
    else { return false }
    return zip(cumulative(laying), cumulative(fresh)).allSatisfy { here, there in
      here.days <= there.days + Self.leeway * there.late
    }
  }

  private func cumulative(_ laying: BlockLaying) -> [(days: Int, late: Int)] {
    var days = [Int: Int]()
    var classes = [(days: 0, late: 0), (days: 0, late: 0), (days: 0, late: 0), (days: 0, late: 0)]
    for job in facts.order {
      guard let end = laying.end(of: job), let last = facts.ends[job], end > last else { continue }
      days[facts.problem.jobs[job].goal] = max(days[facts.problem.jobs[job].goal] ?? 0, end - last)
    }
    for (goal, late) in days {
      for index in min(3, max(1, facts.problem.goals[goal].priority))...3 {
        classes[index].days += late
        classes[index].late += 1
      }
    }
    return classes
  }
}
