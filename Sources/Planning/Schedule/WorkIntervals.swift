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
  private var capacity: IntervalCapacity

  /// - Parameters:
  ///   - from: the first day of each job's window.
  ///   - through: the last.
  init(_ scheduleCase: ScheduleCase, jobs: [Int], from: [Int], through: [Int]) {
    self.scheduleCase = scheduleCase
    self.jobs = jobs.filter { scheduleCase.network.minutes[$0] > 0 }
    self.from = from
    self.through = through
    capacity = IntervalCapacity(scheduleCase.hours, goalCount: scheduleCase.network.goalCount)
  }

  /// The interval with the largest demand − capacity, of equal ones the longest, then the earliest.
  /// - Parameters:
  ///   - least: smaller excesses are none.
  ///   - mostDays: the most days, over all intervals, that may be looked at closely.
  ///   - stopsAtFirst: any excess will do.
  mutating func largestExcess(atLeast least: Int, mostDays: Int, stopsAtFirst: Bool) -> Excess? {
    let network = scheduleCase.network
    let byEnd = jobs.sorted { (through[$0], $0) < (through[$1], $1) }
    var best: Excess?
    var daysLeft = mostDays
    for first in Set(jobs.map { from[$0] }).sorted() {
      var demand = [Int](repeating: 0, count: network.goalCount)
      var goals: [Int] = []
      var total = 0
      for (place, job) in byEnd.enumerated() where from[job] >= first && through[job] >= first {
        let goal = network.goal[job]
        if demand[goal] == 0 { goals.append(goal) }
        demand[goal] += network.minutes[job]
        total += network.minutes[job]
        let last = through[job]
        if place + 1 < byEnd.count, through[byEnd[place + 1]] == last, from[byEnd[place + 1]] >= first { continue }
        guard total >= least, daysLeft > 0 else { continue }
        daysLeft -= (last - first + 1) * (goals.count + 1)
        guard let found = excess(first, last, goals, demand, total, over: max(least, best?.minutes ?? least)) else {
          continue
        }
        if let best, (best.minutes, best.last - best.first) >= (found.minutes, last - first) { continue }
        best = found
        if stopsAtFirst { return best }
      }
    }
    return best
  }

  private mutating func excess(
    _ first: Int, _ last: Int, _ goals: [Int], _ demand: [Int], _ total: Int, over least: Int
  ) -> Excess? {
    var own = [Int](repeating: 0, count: demand.count)
    for goal in goals { own[goal] = capacity.own(goal: goal, from: first, through: last) }
    let found = capacity.ruleOfThumb(goals: goals, demand: demand, own: own, from: first, through: last)
    guard total - found >= least else { return nil }
    let flow =
      scheduleCase.hours.isShared ? capacity.flow(goals: goals, demand: demand, from: first, through: last) : found
    guard total - flow >= least else { return nil }
    return Excess(first: first, last: last, minutes: total - flow, demand: demand, capacity: flow)
  }
}
