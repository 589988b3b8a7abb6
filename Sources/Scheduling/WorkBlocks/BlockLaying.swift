import PlanDocuments
import PlanModel

/// Lays blocks from today on into what is free beside those that are kept.
///
/// Each day its jobs come by their limits; a job gets what the plan gives it up to that day and has not had yet. What
/// finds no room moves to the next day that has some.
struct BlockLaying {
  struct Block {
    var job: Int
    var day: Day
    var window: ClockWindow
    /// Its index among the kept ones; nil for one that is laid here.
    var kept: Int?
  }

  private let facts: BlockFacts
  private let allowsShort: Bool
  private var windows: FreeWindows
  private(set) var blocks: [Block] = []
  /// Minutes by job that have no block.
  private(set) var outstanding: [Int]
  private var ends: [(day: Day, minute: Int)?]
  private var taken: [Day: [ClockWindow]] = [:]
  private var sharedUse: [Day: Int] = [:]
  private var goalUse: [[Day: Int]]
  private var segmentUse: [[Int32: Int]]
  /// Minutes by job in blocks up to the day that is being filled.
  private var reached: [Int]

  /// - Parameters:
  ///   - windows: where work may lie.
  ///   - allowsShort: blocks shorter than the shortest rather than none.
  init(_ facts: BlockFacts, windows: FreeWindows, keeping kept: [Block], allowsShort: Bool) {
    self.init(facts, windows: windows, allowsShort: allowsShort)
    lay(beside: kept)
  }

  private init(_ facts: BlockFacts, windows: FreeWindows, allowsShort: Bool) {
    self.facts = facts
    self.windows = windows
    self.allowsShort = allowsShort
    outstanding = facts.needs
    ends = [(day: Day, minute: Int)?](repeating: nil, count: facts.needs.count)
    goalUse = facts.problem.goals.map { _ in [:] }
    segmentUse = facts.problem.goals.map { _ in [:] }
    reached = facts.needs.map { _ in 0 }
  }

  private mutating func lay(beside kept: [Block]) {
    var keptByDay: [Day: [Block]] = [:]
    for block in kept {
      add(block)
      keptByDay[block.day, default: []].append(block)
    }
    // Jobs begin with the first day that the plan gives them.
    var waiting = facts.order.indices.filter { outstanding[facts.order[$0]] > 0 }
      .sorted { (facts.firstDay(of: facts.order[$0]), $0) > (facts.firstDay(of: facts.order[$1]), $1) }
    var open: [Int] = []
    var day = facts.problem.today
    while !open.isEmpty || !waiting.isEmpty, day <= facts.lastDay {
      for block in keptByDay[day] ?? [] { reached[block.job] += block.window.length }
      let count = open.count
      while let place = waiting.last, facts.firstDay(of: facts.order[place]) <= day {
        open.append(place)
        waiting.removeLast()
      }
      if open.count > count { open.sort() }
      if !open.isEmpty {
        fill(day, open.map { facts.order[$0] })
        open.removeAll { outstanding[facts.order[$0]] == 0 }
      }
      day = day + 1
    }
  }

  /// The instant from which a job may be worked on; nil while something before it has work without a block.
  func ready(_ job: Int) -> (day: Day, minute: Int)? {
    var latest = (day: facts.release[job], minute: 0)
    for gate in facts.gates[job] {
      guard outstanding[gate.job] == 0, let end = ends[gate.job] else { return nil }
      let instant = gate.lag == 0 ? end : (day: end.day + gate.lag, minute: 0)
      latest = max(latest, instant) { ($0.day, $0.minute) < ($1.day, $1.minute) }
    }
    return latest
  }

  /// The day of a job's last block; nil where some of its work has none.
  func end(of job: Int) -> Day? {
    outstanding[job] == 0 ? ends[job]?.day : nil
  }

  private mutating func add(_ block: Block) {
    let (goal, day) = (facts.problem.jobs[block.job].goal, block.day)
    blocks.append(block)
    outstanding[block.job] -= block.window.length
    let end = (day: day, minute: block.window.end)
    ends[block.job] = max(ends[block.job] ?? end, end) { ($0.day, $0.minute) < ($1.day, $1.minute) }
    taken[day, default: []].append(block.window)
    sharedUse[day, default: 0] += block.window.length
    goalUse[goal][day, default: 0] += block.window.length
    if let segment = facts.free.segment(of: day) { segmentUse[goal][segment, default: 0] += block.window.length }
  }

  /// Takes one of the blocks away.
  mutating func remove(at index: Int) {
    let block = blocks.remove(at: index)
    let (goal, day) = (facts.problem.jobs[block.job].goal, block.day)
    outstanding[block.job] += block.window.length
    ends[block.job] = nil
    for other in blocks where other.job == block.job {
      let end = (day: other.day, minute: other.window.end)
      ends[block.job] = max(ends[block.job] ?? end, end) { ($0.day, $0.minute) < ($1.day, $1.minute) }
    }
    if let place = taken[day]?.firstIndex(of: block.window) { taken[day]?.remove(at: place) }
    sharedUse[day, default: 0] -= block.window.length
    goalUse[goal][day, default: 0] -= block.window.length
    if let segment = facts.free.segment(of: day) { segmentUse[goal][segment, default: 0] -= block.window.length }
  }

  /// Lays what a job has no block for into free hours, from when it may be worked on until an instant.
  mutating func lay(_ job: Int, until end: BlockInstant) {
    guard var day = ready(job)?.day else { return }
    day = Swift.max(day, facts.problem.today)
    while outstanding[job] > 0, day <= end.day, day <= facts.lastDay {
      let last = day == end.day ? end.minute : 24 * 60
      if !place(job, outstanding[job], othersWant: 0, on: day, until: last) { day = day + 1 }
    }
  }

  // MARK: One day

  private mutating func fill(_ day: Day, _ open: [Int]) {
    var hasPlaced = true
    while hasPlaced {
      hasPlaced = false
      let owed = open.map { min(outstanding[$0], facts.planned($0, through: day) - reached[$0]) }
      let all = owed.reduce(0) { $0 + max(0, $1) }
      for (job, minutes) in zip(open, owed) where minutes > 0 {
        if place(job, minutes, othersWant: all - minutes, on: day) {
          hasPlaced = true
          // What one job leaves may let another begin, so the day is looked at anew.
          break
        }
      }
    }
  }

  private mutating func place(
    _ job: Int, _ owed: Int, othersWant: Int, on day: Day, until last: Int = 24 * 60
  ) -> Bool {
    guard let ready = ready(job), ready.day <= day else { return false }
    let goal = facts.problem.jobs[job].goal
    let left = outstanding[job]
    let budget = min(sharedLeft(on: day), goalLeft(goal, on: day))
    let least = allowsShort ? BlockRules.grid : min(facts.rules.shortest, goalMinutes(goal, on: day))
    var wanted = max(owed, min(least, left))
    // No crumb is left for another day.
    if left - wanted < facts.rules.shortest, left <= facts.rules.longest { wanted = left }
    wanted = min(wanted, budget)
    guard wanted > 0, wanted >= least || wanted == left else { return false }
    let pieces = (wanted + facts.rules.longest - 1) / facts.rules.longest
    wanted = pieces > 1 ? BlockRules.roundedUp((wanted + pieces - 1) / pieces) : wanted

    let room = openStretches(goal, on: day, from: ready.day == day ? ready.minute : 0, until: last)
    guard
      let stretch = room.first(where: { $0.length >= wanted }) ?? room.first(where: { $0.length >= min(least, wanted) })
    else { return false }
    var length = min(wanted, stretch.length)
    let rest = stretch.length - length
    if rest > 0, rest < facts.rules.shortest {
      // A stretch too short for another block is better used than left.
      let spare = min(rest, left - length, min(budget, sharedLeft(on: day) - othersWant) - length)
      length += max(0, min(spare, facts.rules.longest - length))
    }
    if length < left { length = BlockRules.roundedDown(length) }
    guard length > 0 else { return false }
    let window = ClockWindow(start: stretch.start, end: stretch.start + length)
    add(Block(job: job, day: day, window: window, kept: nil))
    reached[job] += length
    return true
  }

  private mutating func openStretches(_ goal: Int, on day: Day, from minute: Int, until last: Int) -> [ClockWindow] {
    let occupied = ClockTimes(taken[day] ?? [])
    return windows.stretches(goal: goal, on: day).flatMap { ClockTimes([$0]).subtracting(occupied).stretches }.map {
      ClockWindow(start: BlockRules.roundedUp(max($0.start, minute)), end: min($0.end, BlockRules.roundedDown(last)))
    }.filter { $0.length > 0 }
  }

  /// A job may be worked on in that stretch of a day, once it is free.
  mutating func canTake(_ window: ClockWindow, on day: Day, _ job: Int) -> Bool {
    let goal = facts.problem.jobs[job].goal
    return goalLeft(goal, on: day) > 0
      && windows.stretches(goal: goal, on: day).contains { $0.start < window.end && window.start < $0.end }
  }

  // MARK: Hours

  private func sharedLeft(on day: Day) -> Int {
    guard facts.free.isShared else { return 24 * 60 }
    return BlockRules.roundedUp(facts.free.sharedMinutes(on: day) ?? 0) - (sharedUse[day] ?? 0)
  }

  private func goalMinutes(_ goal: Int, on day: Day) -> Int {
    BlockRules.roundedUp(facts.free.minutes(goal: goal, on: day) ?? 0)
  }

  /// - Parameter isKept: of the running week all that the goal may take counts, since an earlier run reckoned with it.
  private func goalLeft(_ goal: Int, on day: Day, isKept: Bool = false) -> Int {
    let left = goalMinutes(goal, on: day) - (goalUse[goal][day] ?? 0)
    guard let segment = facts.free.segment(of: day),
      let cap = isKept
        ? facts.free.capOfWholeWeek(goal: goal, segment: segment) : facts.free.cap(goal: goal, segment: segment)
    else { return left }
    return min(left, BlockRules.roundedUp(cap) - (segmentUse[goal][segment] ?? 0))
  }

  // MARK: Keeping

  /// The earlier blocks that may stay, by time: those the person put there, and those that still lie inside free hours.
  ///
  /// What a job does not need any more is taken off its last ones.
  /// - Parameter earlier: blocks of jobs that have work, by time.
  /// - Returns: the blocks that stay, and the first that cannot for each job that has lost no more than it needs anew.
  static func holding(
    _ earlier: [Block], _ facts: BlockFacts, windows: FreeWindows, allowsShort: Bool, isPinned: (Block) -> Bool
  ) -> (laying: BlockLaying, lost: [Int: BlockInstant]) {
    var laying = BlockLaying(facts, windows: windows, allowsShort: allowsShort)
    var lost: [Int: (first: BlockInstant, minutes: Int)] = [:]
    // What the person placed is taken first, so that nothing of ours lies on it.
    for block in earlier.filter(isPinned) + earlier.filter({ !isPinned($0) }) {
      var block = block
      block.window.end = min(block.window.end, block.window.start + laying.outstanding[block.job])
      guard block.window.length > 0, block.day >= facts.release[block.job] else { continue }
      if isPinned(block) || laying.isWithinHours(block) {
        laying.add(block)
      } else {
        let start = BlockInstant(day: block.day, minute: block.window.start)
        let before = lost[block.job]
        lost[block.job] = (Swift.min(before?.first ?? start, start), (before?.minutes ?? 0) + block.window.length)
      }
    }
    return (laying, lost.filter { laying.outstanding[$0.key] <= $0.value.minutes }.mapValues(\.first))
  }

  /// A kept block may stay: its hours are there and its stretch is free of appointments.
  private mutating func isWithinHours(_ block: Block) -> Bool {
    let goal = facts.problem.jobs[block.job].goal
    guard block.window.length <= min(sharedLeft(on: block.day), goalLeft(goal, on: block.day, isKept: true)) else {
      return false
    }
    let room = ClockTimes(windows.stretches(goal: goal, on: block.day)).subtracting(ClockTimes(taken[block.day] ?? []))
    return room.stretches.contains { $0.start <= block.window.start && $0.end >= block.window.end }
  }
}

private func max(
  _ one: (day: Day, minute: Int), _ other: (day: Day, minute: Int),
  by precedes: ((day: Day, minute: Int), (day: Day, minute: Int)) -> Bool
) -> (day: Day, minute: Int) {
  precedes(one, other) ? other : one
}
