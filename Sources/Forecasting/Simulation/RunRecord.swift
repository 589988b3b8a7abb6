import Dispatch

/// What all runs of a forecast found, a row a run.
///
/// A row holds the day of completion of each milestone; of each goal that day and the milestone that decided it (−1
/// where it was not later than expected); and for each fixed milestone 1 or 0 for all before it complete, and the
/// minutes done.
struct RunRecord {
  private let runs: Int
  private let network: RunNetwork
  private let width: Int
  private let goalColumn: Int
  private let fixedColumn: Int
  private var table: [Int32]

  init(_ problem: ForecastProblem, _ network: RunNetwork, runs: Int, parts: Int) {
    self.runs = runs
    self.network = network
    goalColumn = network.count
    fixedColumn = goalColumn + 2 * network.goalCount
    width = fixedColumn + 2 * network.fixedMilestones.count
    let width = self.width
    let parts = max(1, min(parts, runs))
    let paths = CriticalityIndex(problem, network)
    table = [Int32](repeating: RunNetwork.never, count: runs * width)
    table.withUnsafeMutableBufferPointer { table in
      // Every part writes the rows of its own runs only, so they need no lock.
      nonisolated(unsafe) let table = table
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        var simulator = RunSimulator(problem, network)
        for run in (runs * part / parts)..<(runs * (part + 1) / parts) {
          simulator.run(.drawn(seed: problem.seed, run: run))
          Self.keep(simulator, in: table.extracting(run * width..<(run + 1) * width), network: network, paths: paths)
        }
      }
    }
  }

  private static func keep(
    _ simulator: borrowing RunSimulator, in row: UnsafeMutableBufferPointer<Int32>, network: RunNetwork,
    paths: CriticalityIndex
  ) {
    let goals = network.count
    for goal in 0..<network.goalCount {
      row[goals + 2 * goal] = -1
      row[goals + 2 * goal + 1] = -1
    }
    for milestone in 0..<network.count {
      let isFixed = network.fixed[milestone] >= 0
      var day = isFixed ? network.fixed[milestone] : simulator.completion[milestone]
      // A day beyond the tables is as good as never.
      if !isFixed && Int(day) >= network.dayCount { day = RunNetwork.never }
      row[milestone] = day
      let column = goals + 2 * Int(network.goal[milestone])
      if day > row[column] {
        row[column] = day
        row[column + 1] = isFixed ? -1 : Int32(milestone)
      }
    }
    for goal in 0..<network.goalCount {
      let column = goals + 2 * goal
      row[column + 1] = paths.drivingMilestone(of: goal, completed: row[column], last: row[column + 1], in: simulator)
    }
    for place in network.fixedMilestones.indices {
      let fixed = Int(network.fixedMilestones[place])
      var holds = true
      for index in Int(network.beforeStarts[place])..<Int(network.beforeStarts[place + 1]) {
        let milestone = Int(network.before[index])
        if milestone != fixed && network.fixed[milestone] >= 0 { continue }
        if simulator.completion[milestone] > network.fixed[fixed] { holds = false }
      }
      let column = goals + 2 * network.goalCount + 2 * place
      row[column] = holds ? 1 : 0
      row[column + 1] = Int32(clamping: Int(simulator.doneBefore[place].rounded()))
    }
  }

  func daysOfMilestone(_ milestone: Int) -> [Int32] { sortedColumn(milestone) }
  func daysOfGoal(_ goal: Int) -> [Int32] { sortedColumn(goalColumn + 2 * goal) }

  /// The days of a column in order, those that never come left out; sorted by counting, since there are few different
  /// ones.
  private func sortedColumn(_ column: Int) -> [Int32] {
    var counts: [Int32] = []
    for run in 0..<runs {
      let day = table[run * width + column]
      if day == RunNetwork.never { continue }
      let place = Int(max(0, day))
      if counts.count <= place { counts += repeatElement(0, count: max(256, place + 1 - counts.count)) }
      counts[place] += 1
    }
    var days: [Int32] = []
    days.reserveCapacity(runs)
    for (day, number) in counts.enumerated() where number > 0 { days += repeatElement(Int32(day), count: Int(number)) }
    return days
  }

  func drivingMilestone(of goal: Int) -> Forecast.DrivingMilestone? {
    var counts: [Int32: Int] = [:]
    var late = 0
    for run in 0..<runs {
      let milestone = table[run * width + goalColumn + 2 * goal + 1]
      guard milestone >= 0 else { continue }
      counts[milestone, default: 0] += 1
      late += 1
    }
    guard let (milestone, most) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    return Forecast.DrivingMilestone(milestone: Int(milestone), share: Double(most) / Double(late))
  }

  /// - Parameter place: in `RunNetwork.fixedMilestones`.
  func fixed(_ place: Int) -> Forecast.FixedForecast {
    let column = fixedColumn + 2 * place
    let held = (0..<runs).count { table[$0 * width + column] == 1 }
    let done = (0..<runs).map { Double(table[$0 * width + column + 1]) }.sorted()
    let all = network.before[Int(network.beforeStarts[place])..<Int(network.beforeStarts[place + 1])]
      .reduce(0) { $0 + network.minutes[Int($1)] }
    return Forecast.FixedForecast(
      chance: Double(held) / Double(runs), minutes: all, doneP50: done[runs - (runs * 50 + 99) / 100],
      doneP80: done[runs - (runs * 80 + 99) / 100])
  }
}
