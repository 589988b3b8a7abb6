/// Looks for the plan with the least lateness, stage by stage: what an earlier stage reached is kept by the later ones.
///
/// For a guess L the hour deadlines come from the limits moved by L; the least L that its own plan keeps is found by
/// bisection, then by restarts with the deadlines of the jobs moved a little at random. The work is limited by a count of
/// placed jobs, not by the clock, so that the result depends on nothing but the problem and the seed.
struct LatenessSearch {
  struct Effort {
    /// The most restarts for a stage, and the most jobs that those of all stages may place.
    var restarts = 200
    var placedJobs = 60_000
    /// The least lateness of interest: a plan that is earlier than its limits is no better.
    var floor = 0
    /// Ask the bound whether a lateness is the least, and stop there.
    var proves = true
  }

  struct Stage {
    /// The guess whose hour deadlines the plan is made of; nil where the stage has none and takes what is left.
    var guess: Int?
    var lateness = 0
    var isProved = true
    var isUsed = false
  }

  private(set) var scheduleCase: ScheduleCase
  let view: LevellingView
  private let last: Int
  private let effort: Effort
  private(set) var stages: [Stage]
  private(set) var leveller: Leveller
  private var alone: AlonePlacing
  private var shift: [Int]
  private var numbers: SplitMix
  private var best: Best?
  private var placedByRestarts = 0

  private struct Best {
    var lateness: Int
    var guess: Int
    var shift: [Int]
  }

  /// - Parameter last: the last time at which hours are looked for.
  init(
    _ scheduleCase: ScheduleCase, view: LevellingView, stageCount: Int, until last: Int, seed: UInt64, effort: Effort
  ) {
    self.scheduleCase = scheduleCase
    self.view = view
    self.last = last
    self.effort = effort
    stages = [Stage](repeating: Stage(), count: stageCount)
    for job in 0..<scheduleCase.network.count where view.takesPart[job] && view.limit[job] != LevellingView.noLimit {
      stages[view.stage[job]].isUsed = true
    }
    leveller = Leveller(view, scheduleCase.network, stageCount: stageCount)
    alone = AlonePlacing(count: scheduleCase.network.count, step: -view.step)
    alone.takesPart = view.takesPart
    shift = [Int](repeating: 0, count: scheduleCase.network.count)
    numbers = SplitMix(seed: seed)
  }

  mutating func solve() {
    for stage in stages.indices where stages[stage].isUsed {
      improve(stage)
      leveller.cutoff[stage] = stages[stage].lateness
    }
    for stage in stages.indices { leveller.cutoff[stage] = Int.max }
    _ = run(through: Int.max, records: true)
  }

  private mutating func improve(_ stage: Int) {
    best = nil
    var low = effort.floor
    if let reached = attempt(stage, guess: low), reached <= effort.floor {
      stages[stage].lateness = effort.floor
      return
    }
    var high = best?.lateness ?? last
    while low + 1 < high {
      let guess = low + (high - low) / 2
      if let reached = attempt(stage, guess: guess) {
        high = min(high, max(reached, low + 1))
        if reached > guess { low = guess }
      } else {
        low = guess
      }
    }
    if best == nil { _ = attempt(stage, guess: last) }
    restart(stage)
    if let best {
      stages[stage].guess = best.guess
      stages[stage].lateness = best.lateness
      shift = best.shift
    } else {
      // Whatever its deadlines, it would disturb an earlier stage: it takes what is left.
      stages[stage].guess = nil
      leveller.cutoff[stage] = Int.max
      _ = run(through: stage, records: false)
      stages[stage].lateness = leveller.lateness[stage]
      stages[stage].isProved = false
    }
  }

  /// A plan with the stage's hour deadlines for this guess; nil where it is no better than the best.
  private mutating func attempt(_ stage: Int, guess: Int) -> Int? {
    stages[stage].guess = guess
    leveller.cutoff[stage] = best.map { $0.lateness - 1 } ?? Leveller.never - 1
    guard run(through: stage, records: false) else { return nil }
    let reached = max(effort.floor, leveller.lateness[stage])
    best = Best(lateness: reached, guess: guess, shift: shift)
    return reached
  }

  private mutating func restart(_ stage: Int) {
    guard let first = best else { return }
    stages[stage].isProved = isProved(first.lateness, stage)
    let count = scheduleCase.network.count
    var restart = 0
    while !stages[stage].isProved, restart < effort.restarts, placedByRestarts < effort.placedJobs, let best {
      placedByRestarts += count
      let width = 1 << (restart % 4)
      for job in 0..<count { shift[job] = first.shift[job] + numbers.next(in: -width...width) }
      if let reached = attempt(stage, guess: max(effort.floor, best.lateness - 1)) {
        stages[stage].isProved = isProved(reached, stage)
      }
      restart += 1
    }
  }

  /// No plan at all keeps the earlier stages and is a day less late in this one.
  private func isProved(_ lateness: Int, _ stage: Int) -> Bool {
    if lateness <= effort.floor { return true }
    guard effort.proves else { return false }
    let limit = (0..<scheduleCase.network.count).map { job -> Int in
      let own = view.stage[job]
      guard view.limit[job] != LevellingView.noLimit, own <= stage else { return LevellingView.noLimit }
      let allowed = own == stage ? lateness - 1 : stages[own].lateness
      return allowed >= Leveller.never ? LevellingView.noLimit : view.limit[job] + allowed
    }
    return LatenessBound(scheduleCase).isImpossible(limit)
  }

  /// One plan of the stages up to this one, with their guesses; `Int.max` stands for everything.
  private mutating func run(through stage: Int, records: Bool) -> Bool {
    for job in 0..<scheduleCase.network.count {
      let own = view.stage[job]
      if view.takesPart[job], view.limit[job] != LevellingView.noLimit, own <= stage, let guess = stages[own].guess {
        alone.release[job] = -(view.limit[job] + guess)
      } else {
        alone.release[job] = AlonePlacing.unbound
      }
    }
    alone.placeAll(&scheduleCase)
    let isKept = leveller.run(
      alone, shift: shift, on: scheduleCase.hours, until: last, through: stage, records: records)
    guard leveller.leftTables, !scheduleCase.tablesAreWide else { return isKept }
    scheduleCase.widenTables()
    return leveller.run(
      alone, shift: shift, on: scheduleCase.hours, until: last, through: stage, records: records)
  }
}

extension LatenessSearch {
  /// The hour deadlines that the plan was made with, in the order of the work; empty where none bind the job.
  func hourDeadlines(of job: Int) -> [(time: Int, minutes: Int)] {
    guard alone.last[job] != AlonePlacing.unbound else { return [] }
    return alone.portions[job].reversed().map { (shift[job] - alone.portionTime[$0], alone.portionMinutes[$0]) }
  }
}
