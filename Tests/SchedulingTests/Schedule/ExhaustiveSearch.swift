import PlanDocuments
import Scheduling
import TestSupport

/// Tries every way to lay the units of a small vault on days: the truth that the scheduler is measured against.
///
/// It works in whole units, so a plan in minutes may now and then be a little better.
struct ExhaustiveSearch {
  private struct State: Hashable {
    var day: Int
    var left: [Int8]
    /// Days until each job may begin, by what it follows; -1 while something before it has not ended.
    var until: [Int8]
    var week: [Int8]
  }

  let vault: SmallVault
  /// Only these jobs are laid.
  let jobs: [Int]
  /// The last day for the last unit of each job; jobs without one bind nothing.
  let limit: [Int: Int]
  /// Each goal has the vault's hours to itself.
  let isAlone: Bool
  private let shared: [Int]
  private let own: [[Int]]
  private let weekly: [[Int]]
  private let lastDay: Int
  private var failed: Set<State> = []
  /// Units of each goal on the day at hand.
  private var today: [Int]

  /// - Parameter limit: by job; those that no limited job needs are left out.
  init(_ vault: SmallVault, limit: [Int: Int], isAlone: Bool) {
    self.vault = vault
    self.limit = limit
    self.isAlone = isAlone
    today = vault.goals.map { _ in 0 }
    var needed = Set(limit.keys)
    for job in vault.jobs.indices.reversed() where needed.contains(job) { needed.formUnion(vault.jobs[job].before) }
    jobs = needed.sorted()
    lastDay = limit.values.max() ?? 0
    let days = 0...max(0, lastDay)
    shared = days.map { isAlone ? 99 : vault.units(on: $0) }
    own = vault.goals.indices.map { goal in days.map { vault.units(on: $0, goal: goal) } }
    let lastWeek = vault.week(of: max(0, lastDay))
    weekly = vault.goals.indices.map { goal in
      (0...lastWeek).map { (vault.weeklyMinutes(goal: goal, week: $0) ?? 99 * SmallVault.unit) / SmallVault.unit }
    }
  }

  mutating func isPossible() -> Bool {
    guard !jobs.isEmpty else { return true }
    var state = State(
      day: 0, left: vault.jobs.map { Int8($0.units) },
      until: vault.jobs.map { $0.before.isEmpty ? Int8($0.start) : -1 }, week: vault.goals.map { _ in 0 })
    guard settle(&state) else { return false }
    return canFinish(state)
  }

  private func lag(_ job: Int) -> Int {
    let job = vault.jobs[job]
    return job.fixed != nil ? job.wait + 1 : job.wait == 0 ? 0 : job.wait + 1
  }

  /// Ends what has no units left; false where that breaks a limit.
  ///
  /// `left` of an ended job is -1.
  private func settle(_ state: inout State) -> Bool {
    var changed = true
    while changed {
      changed = false
      for job in jobs where state.left[job] >= 0 {
        if state.left[job] == 0, state.until[job] == 0 {
          if let limit = limit[job], state.day > limit { return false }
          state.left[job] = -1
          changed = true
          for after in jobs where vault.jobs[after].before.contains(job) {
            noteEnd(of: job, before: after, &state)
          }
        }
      }
    }
    return true
  }

  private func noteEnd(of job: Int, before after: Int, _ state: inout State) {
    // Until all before it have ended the wait that is known so far stands below -1, as -2 - days.
    let days = max(lag(job), (vault.jobs[job].fixed ?? -99) + 1 - state.day, vault.jobs[after].start - state.day, 0)
    let known = state.until[after] <= -2 ? Int(-2 - state.until[after]) : 0
    let most = max(days, known)
    let isFree = vault.jobs[after].before.allSatisfy { state.left[$0] == -1 }
    state.until[after] = isFree ? Int8(most) : Int8(-2 - most)
  }

  private mutating func canFinish(_ state: State) -> Bool {
    if jobs.allSatisfy({ state.left[$0] == -1 }) { return true }
    if state.day > lastDay || failed.contains(state) { return false }
    for job in jobs where state.left[job] >= 0 {
      if let limit = limit[job], state.day > limit { return false }
    }
    let isPossible = canLay(jobs[...], state, shared: shared[state.day])
    if !isPossible { failed.insert(state) }
    return isPossible
  }

  /// Chooses the units of one job for the day, then of the next: a job whose predecessor ends today comes after it.
  private mutating func canLay(_ rest: ArraySlice<Int>, _ state: State, shared: Int) -> Bool {
    guard let job = rest.first else { return canEndDay(state) }
    let goal = vault.jobs[job].goal
    var most = 0
    if state.left[job] > 0 && state.until[job] == 0 {
      most = min(Int(state.left[job]), shared, own[goal][state.day] - today[goal])
      most = min(most, weekly[goal][vault.week(of: state.day)] - Int(state.week[goal]))
    }
    for amount in stride(from: max(most, 0), through: 0, by: -1) {
      var next = state
      next.left[job] -= Int8(amount)
      next.week[goal] += Int8(amount)
      today[goal] += amount
      defer { today[goal] -= amount }
      if amount > 0 && next.left[job] == 0 && !settle(&next) { continue }
      if canLay(rest.dropFirst(), next, shared: shared - amount) { return true }
    }
    return false
  }

  private mutating func canEndDay(_ state: State) -> Bool {
    var next = state
    next.day += 1
    for job in jobs {
      if next.until[job] > 0 {
        next.until[job] -= 1
      } else if next.until[job] <= -2 {
        next.until[job] = min(-2, next.until[job] + 1)
      }
    }
    for goal in vault.goals.indices {
      let isLimited = vault.goals[goal].weekly != nil
      if !isLimited || vault.week(of: next.day) != vault.week(of: state.day) { next.week[goal] = 0 }
    }
    let saved = today
    today = vault.goals.map { _ in 0 }
    defer { today = saved }
    guard settle(&next) else { return false }
    return canFinish(next)
  }
}

extension SmallVault {
  /// An end of a small vault: the day that it is ordered to, with all hours used.
  struct End {
    var jobs: [Int]
    var day: Int
    var reachable: Int
    var priorityClass: Int
  }

  /// The last day of work for these jobs to be complete by a day.
  private func limits(_ jobs: [Int], by day: Int) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: jobs.map { ($0, day - self.jobs[$0].wait) })
  }

  func canMeet(_ limit: [Int: Int], isAlone: Bool) -> Bool {
    if limit.values.contains(where: { $0 < 0 }) { return false }
    var search = ExhaustiveSearch(self, limit: limit, isAlone: isAlone)
    return search.isPossible()
  }

  /// The ends, each with the earliest day that it reaches with all of the person's hours to itself.
  func ends() -> [End] {
    func reach(_ own: [Int], _ day: Int) -> Int {
      (day...day + 120).first { canMeet(limits(own, by: $0), isAlone: false) } ?? 999
    }
    var ends: [End] = []
    for job in jobs.indices {
      guard let day = jobs[job].fixed else { continue }
      ends.append(End(jobs: [job], day: day, reachable: reach([job], day), priorityClass: 0))
    }
    for goal in goals.indices {
      let own = jobs.indices.filter { jobs[$0].goal == goal && jobs[$0].fixed == nil }
      guard let target = goals[goal].target, !own.isEmpty else { continue }
      ends.append(
        End(jobs: own, day: target, reachable: reach(own, target), priorityClass: goals[goal].priority))
    }
    return ends.filter { $0.reachable < 999 }
  }

  /// The day of the plan on which an end is reached.
  func completion(of end: End, in schedule: PlanSchedule) -> Int {
    end.jobs.reduce(0) { max($0, schedule.jobs[$1].completion.map { $0 - today } ?? 999) }
  }

  /// The smallest list of days late after `origin`, in dictionary order from the largest down, that the ends of one class
  /// can have while those of the classes before keep their days, and none is after its `most`.
  func leastList(
    _ ends: [End], class number: Int, kept: [Int], after origin: (End) -> Int, most: [Int]? = nil
  ) -> [Int] {
    let members = ends.indices.filter { ends[$0].priorityClass == number }
    func isPossible(_ allowed: [Int: Int]) -> Bool {
      var limit: [Int: Int] = [:]
      for (index, end) in ends.enumerated() where end.priorityClass <= number {
        let day = end.priorityClass < number ? kept[index] : origin(end) + (allowed[index] ?? 0)
        limit.merge(limits(end.jobs, by: min(day, most?[index] ?? day))) { min($0, $1) }
      }
      return canMeet(limit, isAlone: false)
    }
    func least(_ free: [Int], _ held: [Int: Int]) -> [Int]? {
      guard !free.isEmpty else { return isPossible(held) ? [] : nil }
      func allowing(_ days: Int) -> [Int: Int] { held.merging(free.map { ($0, days) }) { $1 } }
      guard let days = (0...90).first(where: { isPossible(allowing($0)) }) else { return nil }
      if days == 0 { return free.map { _ in 0 } }
      var best: [Int]?
      for end in free {
        var held = held
        held[end] = days
        guard let rest = least(free.filter { $0 != end }, held) else { continue }
        if best.map({ rest.lexicographicallyPrecedes($0) }) ?? true { best = rest }
      }
      return best.map { [days] + $0 }
    }
    return least(members, [:]) ?? []
  }
}
