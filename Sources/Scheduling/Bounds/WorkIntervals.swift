import PlanModel

/// Looks for the stretch of days in which the work that must lie inside exceeds the hours by most.
struct WorkIntervals {
  struct Excess {
    var first: Int
    var last: Int
    var minutes: Int
    /// By goal, the work that lies inside.
    var demand: [Int]
    var capacity: Int
  }

  private let scheduleCase: ScheduleCase
  private let jobs: [Int]
  private let from: [Int]
  private let through: [Int]
  /// What each goal declares for itself, whatever the vault has; nil where a goal alone may be the whole demand.
  private let declared: IntervalCapacity?
  private var leastGoals: Int { declared == nil ? 1 : 2 }
  private var capacity: IntervalCapacity
  private var own: [Int]

  /// - Parameters:
  ///   - from: the first day of each job's window.
  ///   - through: the last.
  ///   - betweenGoals: only stretches in which two goals or more have work count, each with no more than its own `time`.
  init(_ scheduleCase: ScheduleCase, jobs: [Int], from: [Int], through: [Int], betweenGoals: Bool = false) {
    self.scheduleCase = scheduleCase
    self.jobs = jobs.filter { scheduleCase.network.minutes[$0] > 0 }
    self.from = from
    self.through = through
    declared = betweenGoals ? IntervalCapacity(declaredBy: scheduleCase) : nil
    own = [Int](repeating: 0, count: scheduleCase.network.goalCount)
    capacity = IntervalCapacity(scheduleCase.hours, goalCount: scheduleCase.network.goalCount)
  }

  /// The interval with the largest demand − capacity, of equal ones the longest, then the earliest.
  ///
  /// Lengthening an interval adds at most the work added to its excess, so after a look at one interval the next ones are
  /// passed over until enough work has come in to beat the best.
  /// - Parameters:
  ///   - least: smaller excesses are none.
  ///   - mostSteps: roughly how much may be computed, in days times goals.
  ///   - stopsAtFirst: any excess will do.
  mutating func largestExcess(atLeast least: Int, mostSteps: Int, stopsAtFirst: Bool) -> Excess? {
    let network = scheduleCase.network
    let byEnd = jobs.sorted { (through[$0], $0) < (through[$1], $1) }
    var best: Excess?
    var stepsLeft = mostSteps
    if let first = plainest(byEnd, atLeast: least) {
      best = look(first.from, first.through, byEnd, over: least, computesFlow: !stopsAtFirst, &stepsLeft)
      if stopsAtFirst { return best }
    }
    // By place in `byEnd`: the most that the interval to that end can exceed, known from a later first day. An earlier one
    // adds the work that begins between the two.
    var mostAt = [Int](repeating: Int.max / 2, count: byEnd.count)
    var later: Int?
    for first in Set(jobs.map { from[$0] }).sorted(by: >) where stepsLeft > 0 {
      var demand = [Int](repeating: 0, count: network.goalCount)
      var goals: [Int] = []
      var total = 0
      var reachable = 0
      var added = 0
      for (place, job) in byEnd.enumerated() where through[job] >= first {
        if from[job] >= first {
          let goal = network.goal[job]
          if demand[goal] == 0 { goals.append(goal) }
          demand[goal] += network.minutes[job]
          total += network.minutes[job]
          reachable += network.minutes[job]
          if let later, from[job] < later { added += network.minutes[job] }
        }
        mostAt[place] = min(mostAt[place] + added, total)
        let last = through[job]
        if place + 1 < byEnd.count, through[byEnd[place + 1]] == last { continue }
        reachable = min(reachable, mostAt[place])
        let bar = max(least, best?.minutes ?? least)
        guard reachable >= bar, stepsLeft > 0, goals.count >= leastGoals else {
          mostAt[place] = reachable
          continue
        }
        let found = excess(first, last, goals, demand, total, over: bar, &stepsLeft)
        reachable = found.most
        mostAt[place] = found.most
        guard let excess = found.excess else { continue }
        if let best, (best.minutes, best.last - best.first) > (excess.minutes, last - first) { continue }
        best = excess
        if stopsAtFirst { return best }
      }
      later = first
    }
    return best
  }

  /// The interval whose work exceeds the shared hours by most, limits left aside: a good one to begin with.
  private func plainest(_ byEnd: [Int], atLeast least: Int) -> (from: Int, through: Int)? {
    let hours = scheduleCase.hours
    guard hours.isShared else { return nil }
    var before = [0]
    before.reserveCapacity(hours.dayCount + 1)
    for minutes in hours.vault { before.append((before.last ?? 0) + Int(minutes)) }
    func index(_ time: Int) -> Int { min(hours.dayCount, max(0, hours.todayIndex + time)) }
    var best: (from: Int, through: Int)?
    var most = least - 1
    var lastSeen = [Int](repeating: Int.min, count: scheduleCase.network.goalCount)
    for first in Set(jobs.map { from[$0] }).sorted() {
      var total = 0
      var goals = 0
      for job in byEnd where from[job] >= first && through[job] >= first {
        total += scheduleCase.network.minutes[job]
        if lastSeen[scheduleCase.network.goal[job]] != first { goals += 1 }
        lastSeen[scheduleCase.network.goal[job]] = first
        guard goals >= leastGoals else { continue }
        let excess = total - (before[index(through[job] + 1)] - before[index(first)])
        if excess > most {
          most = excess
          best = (first, through[job])
        }
      }
    }
    return best
  }

  private mutating func look(
    _ first: Int, _ last: Int, _ byEnd: [Int], over least: Int, computesFlow: Bool, _ stepsLeft: inout Int
  ) -> Excess? {
    let network = scheduleCase.network
    var demand = [Int](repeating: 0, count: network.goalCount)
    for job in byEnd where from[job] >= first && through[job] >= first && through[job] <= last {
      demand[network.goal[job]] += network.minutes[job]
    }
    let goals = demand.indices.filter { demand[$0] > 0 }
    guard computesFlow else { return Excess(first: first, last: last, minutes: least, demand: demand, capacity: 0) }
    return excess(first, last, goals, demand, demand.reduce(0, +), over: least, &stepsLeft).excess
  }

  /// - Returns: the excess where it is no less than `least` and there are steps left to be sure; the most that it can be.
  private mutating func excess(
    _ first: Int, _ last: Int, _ goals: [Int], _ demand: [Int], _ total: Int, over least: Int,
    _ stepsLeft: inout Int
  ) -> (excess: Excess?, most: Int) {
    let steps = (last - first + 1) * (goals.count + 1)
    stepsLeft -= steps
    var (demand, total) = (demand, total)
    if let declared {
      for goal in goals {
        let most = declared.declared(goal: goal, from: first, through: last)
        guard demand[goal] > most else { continue }
        total -= demand[goal] - most
        demand[goal] = most
      }
      guard goals.count(where: { demand[$0] > 0 }) >= leastGoals else { return (nil, total) }
    }
    var known: (table: Int32, minutes: Int)?
    for goal in goals {
      let table = scheduleCase.hours.tableOfGoal[goal]
      let minutes = known?.table == table ? known?.minutes : nil
      own[goal] = minutes ?? capacity.own(goal: goal, from: first, through: last)
      known = (table, own[goal])
    }
    let found = capacity.ruleOfThumb(goals: goals, demand: demand, own: own, from: first, through: last)
    guard total - found >= least else { return (nil, total - found) }
    var flow = found
    if scheduleCase.hours.isShared {
      guard stepsLeft >= 20 * steps else { return (nil, total - found) }
      stepsLeft -= 20 * steps
      flow = capacity.flow(goals: goals, demand: demand, from: first, through: last)
    }
    guard total - flow >= least else { return (nil, total - flow) }
    let excess = Excess(first: first, last: last, minutes: total - flow, demand: demand, capacity: flow)
    return (excess, total - flow)
  }
}
