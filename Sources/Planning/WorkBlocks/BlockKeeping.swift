import PlanDocuments

/// Keeps earlier blocks where they are, as far as the ends and the order of the work allow.
///
/// Everything that may stay is kept and the rest is laid around it. As long as a kept block comes before the end of
/// what it follows, or stands where work is needed that would otherwise be too late, that one block gives way and the
/// rest is laid anew.
struct BlockKeeping {
  /// Where more blocks than this would have to give way one by one, all of them are laid anew.
  private static let mostMoves = 300

  /// What is late anyway may end so many days later than if all were laid anew, before everything is moved for it.
  private static let leeway = 7

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
    var kept = BlockLaying.holding(earlier, facts, windows: windows, isPinned: isPinned)
    guard !kept.isEmpty else { return fresh }
    for _ in 0..<Self.mostMoves {
      let laying = lay(kept, allowsShort: allowsShort)
      guard let index = obstacle(in: laying, fresh) else {
        return isTooLate(laying, fresh) ? lay(kept.filter(isPinned), allowsShort: allowsShort) : laying
      }
      kept.removeAll { $0.kept == index }
    }
    return lay(kept.filter(isPinned), allowsShort: allowsShort)
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
    return facts.limits[job].map { end > $0 } ?? false
  }

  /// The last day for a job: its limit, or what laying everything anew reaches; nil where nothing binds it.
  private func limit(_ job: Int, _ fresh: BlockLaying) -> Day? {
    guard let end = fresh.end(of: job) else { return nil }
    return facts.limits[job].map { max($0, end + Self.leeway) }
  }

  private func isTooLate(_ laying: BlockLaying, _ fresh: BlockLaying) -> Bool {
    facts.order.contains { isTooLate($0, laying, fresh) }
  }

  private func isTooLate(_ job: Int, _ laying: BlockLaying, _ fresh: BlockLaying) -> Bool {
    guard let end = laying.end(of: job) else { return laying.outstanding[job] > fresh.outstanding[job] }
    return limit(job, fresh).map { end > $0 } ?? false
  }

  /// The index of the one block that has to give way next.
  private func obstacle(in laying: BlockLaying, _ fresh: BlockLaying) -> Int? {
    let kept = laying.blocks.filter { $0.kept != nil && !isPinned($0) }
    let tooEarly = kept.filter { block in
      guard let ready = laying.ready(block.job) else { return true }
      return (block.day, block.window.start) < (ready.day, ready.minute)
    }
    if let first = tooEarly.min(by: Self.isBefore) { return first.kept }
    for job in facts.order where isTooLate(job, laying, fresh) {
      let limit = limit(job, fresh) ?? facts.lastDay
      let inTheWay = kept.filter { block in
        block.job != job && block.day >= facts.release[job] && block.day <= limit
          && (self.limit(block.job, fresh) ?? facts.lastDay) > limit
      }
      let mildest = inTheWay.max { one, other in
        let (first, second) = (
          self.limit(one.job, fresh) ?? facts.lastDay, self.limit(other.job, fresh) ?? facts.lastDay
        )
        return first != second ? first < second : Self.isBefore(one, other)
      }
      if let mildest { return mildest.kept }
    }
    return nil
  }

  private static func isBefore(_ one: BlockLaying.Block, _ other: BlockLaying.Block) -> Bool {
    (one.day, one.window.start) < (other.day, other.window.start)
  }
}
