import PlanDocuments
import PlanModel

/// The stretch of days in which the work of two goals or more that must lie inside exceeds all shared hours by most, limits of single goals left
/// aside: what it finds is so, and in a vault of hundreds of goals it is found in linear time.
struct PlainIntervals {
  private static let mostPairs = 400_000

  private let scheduleCase: ScheduleCase
  private let jobs: [Int]
  private let from: [Int]
  private let through: [Int]

  /// - Parameters:
  ///   - from: the first day of each job's window.
  ///   - through: the last.
  init(_ scheduleCase: ScheduleCase, jobs: [Int], from: [Int], through: [Int]) {
    self.scheduleCase = scheduleCase
    var isIncluded = [Bool](repeating: false, count: scheduleCase.network.count)
    for job in jobs where scheduleCase.network.minutes[job] > 0 { isIncluded[job] = true }
    self.jobs = JobNetwork.sorted(by: through).filter { isIncluded[$0] }
    self.from = from
    self.through = through
  }

  func largestExcess() -> WorkIntervals.Excess? {
    let hours = scheduleCase.hours
    guard hours.isShared, !jobs.isEmpty else { return nil }
    var before = [0]
    before.reserveCapacity(hours.dayCount + 1)
    for minutes in hours.vault { before.append((before.last ?? 0) + Int(minutes)) }
    func index(_ time: Int) -> Int { min(hours.dayCount, max(0, hours.todayIndex + time)) }
    func free(_ first: Int, _ last: Int) -> Int { before[index(last + 1)] - before[index(first)] }

    var best: (first: Int, last: Int, minutes: Int)?
    var lastSeen = [Int](repeating: Int.min, count: scheduleCase.network.goalCount)
    for first in firstDays() {
      var wanted = 0
      var goals = 0
      for job in jobs where from[job] >= first && through[job] >= first {
        wanted += scheduleCase.network.minutes[job]
        if lastSeen[scheduleCase.network.goal[job]] != first { goals += 1 }
        lastSeen[scheduleCase.network.goal[job]] = first
        guard goals >= 2 else { continue }
        let minutes = wanted - free(first, through[job])
        if minutes > best?.minutes ?? 0 { best = (first, through[job], minutes) }
      }
    }
    return best.map { best in
      var demand = [Int](repeating: 0, count: scheduleCase.network.goalCount)
      for job in jobs where from[job] >= best.first && through[job] <= best.last && through[job] >= best.first {
        demand[scheduleCase.network.goal[job]] += scheduleCase.network.minutes[job]
      }
      return WorkIntervals.Excess(
        first: best.first, last: best.last, minutes: best.minutes, demand: demand, capacity: free(best.first, best.last)
      )
    }
  }

  /// The days on which windows begin; of many, so few that the work stays linear, the first among them.
  private func firstDays() -> [Int] {
    let all = Set(jobs.map { from[$0] }).sorted()
    let most = max(1, Self.mostPairs / jobs.count)
    guard all.count > most else { return all }
    return (0..<most).map { all[$0 * all.count / most] }
  }
}
