import PlanModel

/// Looks for the plan whose ends are least late, class by class: what an earlier class reached is kept by the later ones.
///
/// Within a class the days late form a list from large to small, and the smallest list in dictionary order is best: first
/// of the days after what each end can reach, then, of the plans alike in this, of the days after its limit. For allowed
/// days late by end, the hour deadlines come from the limits moved by what is allowed; a plan that keeps all allowances
/// shows that they are possible. The work is limited by a count of placed jobs, not by the clock, so that the
/// result depends on nothing but the problem and the seed.
struct EndSearch {
  struct Budget {
    /// Attempts with deadlines moved at random, for each question.
    var restarts = 40
    /// The most jobs that all attempts may place.
    var placedJobs = 40_000
    /// The least lateness of interest: a plan that is earlier than its limits is no better.
    var floor = 0
    /// Asks for a proof that less is impossible, and stops there.
    var proves = true
    /// Only the largest lateness of each class counts.
    var looksAtLargestOnly = false
  }

  private(set) var scheduleCase: ScheduleCase
  let view: LevellingView
  /// Days late by end in the best plan; `JobTime.never` where hours do not come.
  private(set) var late: [Int]
  /// By class: no plan that keeps the classes before it has a smaller largest lateness.
  private(set) var isLargestProved: [Bool]
  /// By class: the same for its whole list.
  private(set) var isListProved: [Bool]
  /// What is worked on in the next eight weeks at the person's pace, in the person's own order.
  private(set) var workAtPace: [(job: Int, time: Int, minutes: Int)] = []
  /// The same with all hours.
  private(set) var workInOwnOrder: [(job: Int, time: Int, minutes: Int)] = []
  private static let daysAtPace = 56
  /// The plan was laid in the person's own order.
  private(set) var isInOwnOrder = false
  /// By job: its places in that order.
  private(set) var turns: [[WorkTurn]] = []
  private(set) var leveller: Leveller
  /// The hour deadlines of the plan, in mirrored time.
  private(set) var alone: SingleGoalSchedule
  private let last: Int
  private let budget: Budget
  /// The days late that the hour deadlines are made for, by end; nil where an end has none and takes what is left.
  private var guess: [Int?]
  private var shift: [Int]
  /// The deadlines of jobs count in place of those of hours: now and then that order is better.
  private var isPlain = false
  /// The releases and the order that the hour deadlines at hand were made for still hold.
  private var isPlaced = false
  private var isPlacedPlainly = false
  private var numbers: SplitMix
  private var placedJobs = 0
  private let ends: [[Int]]
  private var best: Best?
  /// Days by which each end may be late and counts as in time: what it cannot reach anyhow.
  private let grace: [Int]
  /// What counts now: `grace`, then 0 for all.
  private var offset: [Int]
  /// The most days late that the list found first leaves to each end.
  private var cap: [Int]

  private struct Best {
    var late: [Int]
    var guess: [Int?]
    var shift: [Int]
    var isPlain: Bool
  }

  /// - Parameters:
  ///   - grace: by end, the days after its limit that count as in time at first; nil is none.
  ///   - last: the last time at which hours are looked for.
  init(
    _ scheduleCase: ScheduleCase, view: LevellingView, grace: [Int]? = nil, until last: Int, seed: UInt64,
    budget: Budget = Budget()
  ) {
    self.scheduleCase = scheduleCase
    self.view = view
    self.last = last
    self.budget = budget
    let count = scheduleCase.network.count
    let classCount = (view.classOfEnd.max() ?? 0) + 1
    var isUsed = [Bool](repeating: false, count: view.classOfEnd.count)
    for job in 0..<count where view.takesPart[job] && view.latestFinish[job] != JobTime.never {
      isUsed[view.end[job]] = true
    }
    ends = (0..<classCount).map { number in
      view.classOfEnd.indices.filter { isUsed[$0] && view.classOfEnd[$0] == number }
    }
    late = [Int](repeating: budget.floor, count: view.classOfEnd.count)
    self.grace = grace ?? [Int](repeating: 0, count: view.classOfEnd.count)
    offset = self.grace
    cap = [Int](repeating: Int.max, count: view.classOfEnd.count)
    isLargestProved = [Bool](repeating: true, count: classCount)
    isListProved = isLargestProved
    leveller = Leveller(view, scheduleCase.network)
    alone = SingleGoalSchedule(count: count, step: -view.step)
    alone.takesPart = view.takesPart
    guess = [Int?](repeating: nil, count: view.classOfEnd.count)
    shift = [Int](repeating: 0, count: count)
    numbers = SplitMix(seed: seed)
  }

  /// Finds the plan and lays it, with its hours.
  mutating func solve() {
    for number in ends.indices where !ends[number].isEmpty { improve(number) }
    leveller.cutoff = leveller.cutoff.map { _ in Int.max }
    _ = run(through: Int.max, records: true)
  }

  /// Lays the plan that was found again in the person's own order, where every end stays as early as it is.
  ///
  /// The order is that of a plan with fewer hours than are likely, so that an end is not late for want of hours that nobody
  /// works. Where it would make an end later with all hours, the plan stays as it was found.
  ///
  /// - Parameter yields: ends that may become later by it, since the person put other goals first.
  mutating func lay(in order: WorkOrder, atPace paced: FreeHours, yields: [Bool]) {
    let limits = leveller.lateness
    let (found, foundShift) = (alone, shift)
    isPlaced = false
    leveller.cutoff = leveller.cutoff.map { _ in Int.max }
    shift = [Int](repeating: 0, count: shift.count)
    leveller.order = order
    let isPlanned = leveller.run(
      order.deadlines, shift: shift, on: order.hours, until: last, through: Int.max, records: true)
    if isPlanned, !zip(leveller.finish, view.takesPart).contains(where: { $0 == JobTime.never && $1 }) {
      alone = SingleGoalSchedule(ordering: leveller)
      alone.takesPart = found.takesPart
    } else {
      shift = foundShift
    }
    turns = view.takesPart.indices.map(turns(of:))
    leveller.order = order.keepingTurns
    _ = leveller.run(alone, shift: shift, on: paced, until: last, through: Int.max, records: true)
    workAtPace = workOfNextWeeks
    leveller.cutoff = zip(limits, yields).map { $1 ? Int.max : max(0, $0) }
    if leveller.run(alone, shift: shift, on: scheduleCase.hours, until: last, through: Int.max, records: true),
      !leveller.leftTables
    {
      leveller.order = nil
      isInOwnOrder = true
      workInOwnOrder = workOfNextWeeks
      for end in limits.indices where leveller.lateness[end] > max(0, limits[end]) {
        (isListProved[view.classOfEnd[end]], isLargestProved[view.classOfEnd[end]]) = (false, false)
      }
      return
    }
    leveller.cutoff = leveller.cutoff.map { _ in Int.max }
    _ = leveller.run(alone, shift: shift, on: scheduleCase.hours, until: last, through: Int.max, records: true)
    workInOwnOrder = workOfNextWeeks
    leveller.order = nil
    (alone, shift) = (found, foundShift)
    _ = leveller.run(alone, shift: shift, on: scheduleCase.hours, until: last, through: Int.max, records: true)
  }

  private var workOfNextWeeks: [(job: Int, time: Int, minutes: Int)] {
    leveller.portionJob.indices.filter { Int(leveller.portionTime[$0]) < Self.daysAtPace }.map {
      (Int(leveller.portionJob[$0]), Int(leveller.portionTime[$0]), Int(leveller.portionMinutes[$0]))
    }
  }

  /// Whether some plan keeps all limits.
  mutating func holdsAll() -> Bool {
    guard let members = ends.first, !members.isEmpty else { return true }
    leveller.cutoff = leveller.cutoff.map { _ in 0 }
    best = nil
    return holds([Int](repeating: 0, count: late.count), 0)
  }

  /// Lays the plan that `holdsAll` found, with what no end binds.
  mutating func layBest() {
    if let best { (guess, shift, isPlain) = (best.guess, best.shift, best.isPlain) }
    leveller.cutoff = leveller.cutoff.map { _ in Int.max }
    _ = run(through: Int.max, records: false)
  }

  // MARK: A class

  private mutating func improve(_ number: Int) {
    best = nil
    if ends[number].contains(where: { grace[$0] > 0 }) {
      offset = grace
      findList(number)
      guard let best else { return takeWhatIsLeft(number) }
      for end in ends[number] { cap[end] = max(best.late[end], grace[end]) }
    }
    offset = offset.map { _ in 0 }
    findList(number)
    guard let best else { return takeWhatIsLeft(number) }
    (late, guess, shift, isPlain) = (best.late, best.guess, best.shift, best.isPlain)
  }

  private mutating func findList(_ number: Int) {
    attempt(number, guess: allowing(budget.floor, number), cutoff: allowing(JobTime.never - 1, number))
    if largest(number) > budget.floor {
      isPlain.toggle()
      attempt(number, guess: allowing(budget.floor, number), cutoff: allowing(JobTime.never - 1, number))
      isPlain.toggle()
      leastLargest(number)
    }
    if best != nil, largest(number) > 0, !budget.looksAtLargestOnly { shorten(number) }
  }

  /// Whatever its deadlines, the class would disturb an earlier one: it takes what is left.
  private mutating func takeWhatIsLeft(_ number: Int) {
    for end in ends[number] { guess[end] = nil }
    leveller.cutoff = leveller.cutoff.map { _ in Int.max }
    _ = run(through: number, records: false)
    for end in ends[number] { late[end] = max(budget.floor, leveller.lateness[end]) }
    (isLargestProved[number], isListProved[number]) = (false, false)
  }

  /// Days late as they count now.
  private func measure(_ late: Int, _ end: Int) -> Int { max(budget.floor, late - offset[end]) }

  private func largest(_ number: Int) -> Int {
    best.map { best in ends[number].reduce(Int.min) { max($0, measure(best.late[$1], $1)) } } ?? Int.max
  }

  /// The allowances of the classes before, and the same days for all ends of this one.
  private func allowing(_ days: Int, _ number: Int) -> [Int] {
    var allowed = late
    for end in ends[number] { allowed[end] = allowance(days, end) }
    return allowed
  }

  private func allowance(_ days: Int, _ end: Int) -> Int { min(cap[end], days + offset[end]) }

  /// The least that the largest lateness can be, by bisection, then by restarts.
  private mutating func leastLargest(_ number: Int) {
    var low = budget.floor
    var high = min(largest(number), last)
    while low + 1 < high, hasBudget {
      let middle = low + (high - low) / 2
      attempt(number, guess: allowing(middle, number), cutoff: allowing(high - 1, number))
      let reached = largest(number)
      if reached < high {
        high = max(reached, low + 1)
        if reached > middle { low = middle }
      } else {
        low = middle
      }
    }
    if best == nil { attempt(number, guess: allowing(last, number), cutoff: allowing(JobTime.never - 1, number)) }
    while best != nil, largest(number) > budget.floor, hasBudget {
      let less = allowing(largest(number) - 1, number)
      if budget.proves, overfull(less, through: number) != nil { return }
      guard holds(less, number) else { break }
    }
    if largest(number) > budget.floor { isLargestProved[number] = false }
  }

  /// Makes the list of a class smaller below its largest: one end after another takes the largest lateness alone, the one
  /// with which the others are least late, until they are in time.
  private mutating func shorten(_ number: Int) {
    var held: [Int: Int] = [:]
    var isProved = isLargestProved[number]
    var bar = largest(number)
    while bar > 0, held.count < ends[number].count {
      guard hasBudget else {
        isProved = false
        break
      }
      let free = ends[number].filter { held[$0] == nil }
      func allowed(_ others: Int, with end: Int?) -> [Int] {
        var allowed = late
        for other in free { allowed[other] = allowance(others, other) }
        for (end, days) in held { allowed[end] = allowance(days, end) }
        if let end { allowed[end] = allowance(bar, end) }
        return allowed
      }
      // Only an end that is part of what makes less impossible can free the others.
      let reason = budget.proves ? overfull(allowed(bar - 1, with: nil), through: number) : nil
      let candidates =
        reason.map { reason in
          let deciding = Set(reason.deciding.map { view.end[$0] })
          return free.filter { deciding.contains($0) }
        } ?? free
      if reason == nil { isProved = false }
      var least = bar
      var chosen: Int?
      for end in candidates.reversed() where least > 0 {
        while least > 0, hasBudget, holds(allowed(least - 1, with: end), number) {
          chosen = end
          let reached = free.reduce(0) { $1 == end ? $0 : max($0, measure(best?.late[$1] ?? 0, $1)) }
          least = min(least - 1, reached)
          // What the plan at hand reached may be far from the least: halve the way.
          var low = -1
          while low + 1 < least, hasBudget {
            let middle = (low + least) / 2
            if holds(allowed(middle, with: end), number) { least = middle } else { low = middle }
          }
        }
      }
      if isProved, least > 0 || chosen != nil {
        isProved = candidates.allSatisfy { end in
          least == 0 || overfull(allowed(least - 1, with: end), through: number) != nil
        }
      }
      // Where two must be this late, the one with the later day is.
      let end =
        chosen ?? free.last { measure(best?.late[$0] ?? 0, $0) == bar } ?? candidates.last ?? free[free.count - 1]
      held[end] = bar
      bar = least
    }
    if !isProved { isListProved[number] = false }
  }

  // MARK: A question

  private var hasBudget: Bool { placedJobs < budget.placedJobs }

  /// Some plan keeps the allowances: with hour deadlines made for them, in plain order of the ends, or with deadlines
  /// moved a little at random.
  private mutating func holds(_ allowed: [Int], _ number: Int) -> Bool {
    if attempt(number, guess: allowed, cutoff: allowed) { return true }
    var plain = allowed
    for end in ends[number] { plain[end] = min(allowed[end], budget.floor) }
    if plain != allowed, attempt(number, guess: plain, cutoff: allowed) { return true }
    guard budget.restarts > 0 else { return false }
    if budget.proves, overfull(allowed, through: number) != nil { return false }
    let first = shift
    defer { shift = first }
    for restart in 0..<budget.restarts where hasBudget {
      let width = 1 << (restart % 4)
      for job in shift.indices { shift[job] = first[job] + numbers.next(in: -width...width) }
      if attempt(number, guess: allowed, cutoff: allowed) { return true }
    }
    return false
  }

  /// One plan of the classes up to this one; it becomes the best if its list is smaller.
  @discardableResult
  private mutating func attempt(_ number: Int, guess wanted: [Int], cutoff: [Int]) -> Bool {
    placedJobs += scheduleCase.network.count
    let kept = guess
    defer { guess = kept }
    for end in ends[number] { guess[end] = wanted[end] }
    leveller.cutoff = cutoff
    for later in ends.dropFirst(number + 1) { for end in later { leveller.cutoff[end] = Int.max } }
    guard run(through: number, records: false) else { return false }
    var found = late
    for end in ends[number] { found[end] = max(budget.floor, leveller.lateness[end]) }
    if best.map({ isSmaller(found, than: $0.late, number) }) ?? true {
      best = Best(late: found, guess: guess, shift: shift, isPlain: isPlain)
    }
    return true
  }

  /// Smaller in dictionary order from the largest lateness down; of equal lists the one whose earlier ends are less late.
  private func isSmaller(_ one: [Int], than other: [Int], _ number: Int) -> Bool {
    let counts = (ends[number].map { measure(one[$0], $0) }, ends[number].map { measure(other[$0], $0) })
    let lists = (counts.0.sorted(by: >), counts.1.sorted(by: >))
    if lists.0 != lists.1 { return lists.0.lexicographicallyPrecedes(lists.1) }
    return counts.0.lexicographicallyPrecedes(counts.1)
  }

  /// What makes it impossible to allow no more than this.
  private func overfull(_ allowed: [Int], through number: Int) -> Overfull? {
    let latestFinish = (0..<scheduleCase.network.count).map { job -> Int in
      guard view.takesPart[job], view.latestFinish[job] != JobTime.never, view.classOfEnd[view.end[job]] <= number,
        allowed[view.end[job]] < JobTime.never
      else { return JobTime.never }
      return view.latestFinish[job] + allowed[view.end[job]]
    }
    return ImpossibilityProof(scheduleCase).overfull(latestFinish)
  }

  /// One plan of the ends up to a class, with their guesses; `Int.max` stands for everything.
  private mutating func run(through lastClass: Int, records: Bool) -> Bool {
    placeAlone(through: lastClass)
    let isKept = leveller.run(
      alone, shift: shift, on: scheduleCase.hours, until: last, through: lastClass, records: records)
    guard leveller.leftTables, !scheduleCase.tablesAreWide else { return isKept }
    scheduleCase.widenTables()
    isPlaced = false
    return leveller.run(
      alone, shift: shift, on: scheduleCase.hours, until: last, through: lastClass, records: records)
  }

  /// Makes the hour deadlines for the guesses, if they are not made for these already.
  private mutating func placeAlone(through lastClass: Int) {
    for job in 0..<scheduleCase.network.count {
      var release = JobTime.unbound
      if view.takesPart[job], view.latestFinish[job] != JobTime.never, view.classOfEnd[view.end[job]] <= lastClass,
        let guess = guess[view.end[job]]
      {
        release = -(view.latestFinish[job] + guess)
      }
      if alone.release[job] != release {
        alone.release[job] = release
        isPlaced = false
      }
    }
    if isPlaced, isPlacedPlainly == isPlain { return }
    if isPlain { alone.orderPlainly(view, scheduleCase.network) } else { alone.placeAll(&scheduleCase) }
    (isPlaced, isPlacedPlainly) = (true, isPlain)
  }
}

extension EndSearch {
  /// The places that a plan was made with, in the order of the work; empty where nothing decides the job's.
  private func turns(of job: Int) -> [WorkTurn] {
    guard alone.last[job] != JobTime.unbound else { return [] }
    return alone.portions[job].reversed().map {
      WorkTurn(place: shift[job] - alone.portionTime[$0], minutes: alone.portionMinutes[$0])
    }
  }
}
