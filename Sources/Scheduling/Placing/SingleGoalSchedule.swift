import PlanModel

/// Places the jobs of each goal on the goal's own free hours, other goals left out, in one direction of time.
///
/// Times run in that direction: forward from today, or (`step` −1) backward, where time 5 is five days before today.
struct SingleGoalSchedule: Sendable {
  let step: Int
  /// The first time that a job may be worked, by itself; `JobTime.unbound` where only what it depends on binds it.
  var release: [Int]
  /// Jobs that are left out are not placed and bind nothing.
  var takesPart: [Bool]
  /// Where given: no hour lies after these times; what finds no place is counted in `unplaced`.
  var stop: [Int]?
  /// The jobs that are placed together also share the vault's hours, as one person does who works on several goals.
  var sharesVault = false

  // What was found, by job.
  /// The first time that it may be worked, by all that binds it; `JobTime.unbound` where nothing does and it was not placed.
  private(set) var start: [Int]
  /// The times of its first and last hour; both `start` where it has no work.
  private(set) var first: [Int]
  private(set) var last: [Int]
  private(set) var unplaced: [Int]
  /// Its hours: a stretch of `portionTime` and `portionMinutes`, in this direction.
  private(set) var portions: [Range<Int>]
  private(set) var portionTime: [Int] = []
  private(set) var portionMinutes: [Int] = []
  /// Some hours lie beyond the tables.
  private(set) var leftTables = false

  private var takenByDay: [UInt16] = []
  private var takenBySegment: [Int32] = []
  private var takenOfVault: [UInt16] = []

  init(count: Int, step: Int) {
    self.step = step
    release = [Int](repeating: JobTime.unbound, count: count)
    takesPart = [Bool](repeating: true, count: count)
    start = release
    first = release
    last = release
    unplaced = [Int](repeating: 0, count: count)
    portions = [Range<Int>](repeating: 0..<0, count: count)
  }

  /// - Parameters:
  ///   - before: what a job depends on in this direction, with the days between (`lag`), listed by job.
  ///   - minutes: the work of each job.
  mutating func place(
    _ jobs: ArraySlice<Int>, of network: JobNetwork, minutes: [Int], before: LaggedEdges, row: [Int],
    on hours: FreeHours
  ) {
    let dayCount = hours.dayCount
    let segmentCount = hours.segmentCount
    let origin = hours.todayIndex
    let from = portionTime.count
    var rows = 1
    for job in jobs { rows = max(rows, row[network.goal[job]] + 1) }
    if takenByDay.count < rows * dayCount {
      takenByDay = [UInt16](repeating: 0, count: rows * dayCount)
      takenBySegment = [Int32](repeating: 0, count: rows * segmentCount)
    }
    let sharesVault = self.sharesVault && hours.isShared
    if sharesVault, takenOfVault.count < dayCount { takenOfVault = [UInt16](repeating: 0, count: dayCount) }
    for job in jobs where takesPart[job] {
      var time = release[job]
      for edge in before.range(job) {
        let other = before.targets[edge]
        // Backward, what never gets its hours binds nothing: the goal stays out of it.
        if step < 0, stop == nil, unplaced[other] > 0 { continue }
        if last[other] != JobTime.unbound { time = max(time, last[other] + before.lags[edge]) }
      }
      start[job] = time
      first[job] = time
      last[job] = time
      unplaced[job] = 0
      portions[job] = portionTime.count..<portionTime.count
      guard time != JobTime.unbound, minutes[job] > 0 else { continue }
      let goal = network.goal[job]
      let table = Int(hours.tableOfGoal[goal])
      let days = row[goal] * dayCount
      let segments = row[goal] * segmentCount
      let end = stop?[job] ?? Int.max
      var left = minutes[job]
      while left > 0 && time <= end {
        let index = origin + step * time
        guard index >= 0, index < dayCount else {
          leftTables = true
          break
        }
        var free = Int(hours.free[table * dayCount + index]) - Int(takenByDay[days + index])
        if sharesVault { free = min(free, Int(hours.vault[index]) - Int(takenOfVault[index])) }
        if free > 0 {
          let segment = Int(hours.segment[index])
          let cap = Int(hours.weeklyCaps[table * segmentCount + segment]) - Int(takenBySegment[segments + segment])
          if cap <= 0 {
            time += hours.daysToNextSegment(from: index, step: step)
            continue
          }
          let taken = min(free, cap, left)
          takenByDay[days + index] += UInt16(taken)
          if sharesVault { takenOfVault[index] += UInt16(taken) }
          takenBySegment[segments + segment] += Int32(taken)
          left -= taken
          if portionTime.count == portions[job].lowerBound { first[job] = time }
          last[job] = time
          portionTime.append(time)
          portionMinutes.append(taken)
        }
        time += 1
      }
      if left > 0 {
        unplaced[job] = left
        if stop == nil {
          // Beyond the tables: the hours never come. They stand where the tables end, for those who need an order.
          last[job] = time
          if portionTime.count == portions[job].lowerBound { first[job] = time }
          portionTime.append(time)
          portionMinutes.append(left)
        }
      }
      portions[job] = portions[job].lowerBound..<portionTime.count
    }
    giveBack(from: from, jobs: jobs, goal: network.goal, row: row, hours: hours)
  }

  /// Makes the group's hours free again for the next.
  private mutating func giveBack(from: Int, jobs: ArraySlice<Int>, goal: [Int], row: [Int], hours: FreeHours) {
    let origin = hours.todayIndex
    for job in jobs {
      let days = row[goal[job]] * hours.dayCount
      let segments = row[goal[job]] * hours.segmentCount
      for portion in portions[job] where portion >= from {
        let index = origin + step * portionTime[portion]
        guard index >= 0, index < hours.dayCount else { continue }
        takenByDay[days + index] = 0
        if !takenOfVault.isEmpty { takenOfVault[index] = 0 }
        takenBySegment[segments + Int(hours.segment[index])] = 0
      }
    }
  }

  /// Gives a job these hours, first to last in this direction.
  mutating func set(_ job: Int, to hours: [(time: Int, minutes: Int)]) {
    portions[job] = portionTime.count..<portionTime.count + hours.count
    portionTime += hours.map(\.time)
    portionMinutes += hours.map(\.minutes)
    (start[job], first[job]) = (hours.first?.time ?? JobTime.unbound, hours.first?.time ?? JobTime.unbound)
    last[job] = hours.last?.time ?? JobTime.unbound
  }

  /// Forgets what was placed of these jobs, and all hours; keeps the memory.
  mutating func clear(_ jobs: some Sequence<Int>) {
    portionTime.removeAll(keepingCapacity: true)
    portionMinutes.removeAll(keepingCapacity: true)
    leftTables = false
    for job in jobs {
      start[job] = JobTime.unbound
      last[job] = JobTime.unbound
      portions[job] = 0..<0
      unplaced[job] = 0
    }
  }
}
