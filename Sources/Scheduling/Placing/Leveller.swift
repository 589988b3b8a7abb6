import PlanModel

/// Places all jobs day by day on the hours that the goals share: the earliest hour deadline first.
///
/// An *hour deadline* is the latest day that a goal alone can give an hour to and still keep its ends; it comes from an
/// `SingleGoalSchedule` in the opposite direction. Inside a day the order follows the dependencies.
struct Leveller {
  private static let bias = 1 << 29
  private static let noDeadline = 1 << 28

  let view: LevellingView
  let network: JobNetwork

  /// The time of the last hour (of what has no work: when all before it has ended); `JobTime.never` where the hours do not come.
  private(set) var finish: [Int]
  /// The largest finish − limit of each end; below every finish where an end binds nothing that was placed.
  private(set) var lateness: [Int]
  /// Hours were looked for beyond the tables.
  private(set) var leftTables = false
  /// A run stops as soon as an end is later than this.
  var cutoff: [Int]
  /// What comes first where no end presses; nil is hour deadlines only.
  var order: WorkOrder?
  /// Hours by job, where they are recorded.
  private(set) var portionJob: [Int32] = []
  private(set) var portionTime: [Int32] = []
  private(set) var portionMinutes: [Int32] = []

  private var beforeLeft: [Int]
  /// The first time that each job could be worked, by all that comes before it.
  private(set) var release: [Int]
  /// The stretch of deadlines that a job is in: counted down through the portions of the opposite placing.
  private var portion: [Int]
  private var portionLeft: [Int]
  private var deadline: [Int]
  private var ready: [UInt64]
  private let readyStart: [Int]
  private var readyCount: [Int]
  private var goalState: [GoalState]
  private var goalDay: [Int]
  private var goalDayLeft: [Int]
  private var goalSegment: [Int]
  private var goalSegmentLeft: [Int]
  private var isReady: [Bool]
  private var waiting = BinaryHeap()
  /// Jobs at work whose place in the order changes later: time, then job.
  private var changes = BinaryHeap()
  private var parked = BinaryHeap()
  private var goals = BinaryHeap()
  private var ended: [Int] = []
  private var isOver = false
  private var lastClass = 0

  private enum GoalState { case idle, active, parked }

  init(_ view: LevellingView, _ network: JobNetwork) {
    self.view = view
    self.network = network
    let count = network.count
    finish = [Int](repeating: JobTime.never, count: count)
    lateness = [Int](repeating: Int.min, count: view.classOfEnd.count)
    cutoff = [Int](repeating: Int.max, count: view.classOfEnd.count)
    beforeLeft = view.beforeCount
    release = view.release
    portion = [Int](repeating: 0, count: count)
    portionLeft = portion
    deadline = portion
    ready = [UInt64](repeating: 0, count: count)
    var starts = [Int](repeating: 0, count: network.goalCount + 1)
    for job in 0..<count { starts[network.goal[job] + 1] += 1 }
    for goal in 0..<network.goalCount { starts[goal + 1] += starts[goal] }
    readyStart = starts
    readyCount = [Int](repeating: 0, count: network.goalCount)
    isReady = [Bool](repeating: false, count: count)
    goalState = [GoalState](repeating: .idle, count: network.goalCount)
    goalDay = [Int](repeating: Int.min, count: network.goalCount)
    goalDayLeft = goalDay
    goalSegment = goalDay
    goalSegmentLeft = goalDay
  }

  /// One plan.
  /// - Parameters:
  ///   - alone: gives the hour deadlines; jobs that it did not place have none and come last.
  ///   - shift: days by which each job's deadlines are moved.
  ///   - lastClass: only what the ends up to this class need is placed; `Int.max` stands for everything.
  ///   - last: the last time that hours are looked for at.
  /// - Returns: false where an end is later than its cutoff; the plan is then not complete.
  mutating func run(
    _ alone: SingleGoalSchedule, shift: [Int], on hours: FreeHours, until last: Int, through lastClass: Int,
    records: Bool
  ) -> Bool {
    prepare(alone, through: lastClass)
    let origin = hours.todayIndex
    var time = Int.min
    while true {
      time = nextTime(after: time)
      guard time <= last else { break }
      let index = origin + view.step * time
      guard index >= 0, index < hours.dayCount else {
        leftTables = true
        break
      }
      wake(at: time, alone, shift)
      if isOver { return false }
      var shared = hours.isShared ? Int(hours.vault[index]) : Int.max
      while shared > 0, let top = goals.first {
        let job = view.jobOfRank[Int(top & 0xFFFF_FFFF)]
        let goal = network.goal[job]
        guard goalState[goal] == .active, ready[readyStart[goal]] == top else {
          _ = goals.removeFirst()
          continue
        }
        let capacity = capacity(of: goal, at: time, index: index, hours)
        if capacity <= 0 {
          _ = goals.removeFirst()
          park(goal, after: time, hours, until: last)
          continue
        }
        let taken = min(shared, min(capacity, portionLeft[job]))
        shared -= taken
        goalDayLeft[goal] -= taken
        goalSegmentLeft[goal] -= taken
        portionLeft[job] -= taken
        if records { record(job, time, taken) }
        if portionLeft[job] > 0 { continue }
        advance(job, at: time, alone, shift)
        if isOver { return false }
      }
    }
    countUnfinished(through: lastClass)
    return !isOver
  }

  private mutating func prepare(_ alone: SingleGoalSchedule, through lastClass: Int) {
    waiting.removeAll()
    changes.removeAll()
    parked.removeAll()
    goals.removeAll()
    portionJob.removeAll(keepingCapacity: true)
    portionTime.removeAll(keepingCapacity: true)
    portionMinutes.removeAll(keepingCapacity: true)
    isOver = false
    self.lastClass = lastClass
    leftTables = false
    for end in lateness.indices { lateness[end] = Int.min }
    for goal in 0..<network.goalCount {
      readyCount[goal] = 0
      goalState[goal] = .idle
      goalDay[goal] = Int.min
      goalSegment[goal] = Int.min
    }
    for job in 0..<network.count {
      finish[job] = JobTime.never
      isReady[job] = false
      guard view.takesPart[job] else { continue }
      let isBound = alone.last[job] != JobTime.unbound
      beforeLeft[job] = view.beforeCount[job]
      release[job] = view.release[job]
      portion[job] = isBound ? alone.portions[job].upperBound - 1 : -1
      portionLeft[job] = isBound && network.minutes[job] > 0 ? alone.portionMinutes[portion[job]] : network.minutes[job]
      if beforeLeft[job] == 0 && view.neededBy[job] <= lastClass { enqueue(job, at: release[job]) }
    }
  }

  private mutating func enqueue(_ job: Int, at time: Int) {
    waiting.insert(UInt64(max(0, time + Self.bias)) << 32 | UInt64(job))
  }

  /// The next time at which something can happen: the next day while goals are at work, else the next that begins.
  private func nextTime(after time: Int) -> Int {
    if !goals.isEmpty { return time + 1 }
    var next = Int.max
    if let first = waiting.first { next = Int(first >> 32) - Self.bias }
    if let first = parked.first { next = min(next, Int(first >> 32) - Self.bias) }
    return time == Int.min ? next : max(time + 1, next)
  }

  private mutating func wake(at time: Int, _ alone: SingleGoalSchedule, _ shift: [Int]) {
    while let first = changes.first, Int(first >> 32) - Self.bias <= time {
      _ = changes.removeFirst()
      reorder(Int(first & 0xFFFF_FFFF), at: time, alone, shift)
    }
    while let first = parked.first, Int(first >> 32) - Self.bias <= time {
      _ = parked.removeFirst()
      let goal = Int(first & 0xFFFF_FFFF)
      goalState[goal] = .idle
      activate(goal)
    }
    while let first = waiting.first, Int(first >> 32) - Self.bias <= time {
      _ = waiting.removeFirst()
      begin(Int(first & 0xFFFF_FFFF), at: Int(first >> 32) - Self.bias, alone, shift)
    }
  }

  /// All before a job has ended.
  private mutating func begin(_ job: Int, at time: Int, _ alone: SingleGoalSchedule, _ shift: [Int]) {
    if network.minutes[job] == 0 {
      end(job, at: time, alone, shift)
    } else {
      setDeadline(job, at: time, alone, shift)
      insertReady(job)
      activate(network.goal[job])
    }
  }

  private mutating func end(_ job: Int, at time: Int, _ alone: SingleGoalSchedule, _ shift: [Int]) {
    ended.append(job)
    finish[job] = time
    while let job = ended.popLast() {
      let time = finish[job]
      if view.latestFinish[job] != JobTime.never { count(time - view.latestFinish[job], end: view.end[job]) }
      for edge in view.after.range(job) {
        let next = view.after.targets[edge]
        release[next] = max(release[next], time + view.after.lags[edge])
        beforeLeft[next] -= 1
        guard beforeLeft[next] == 0, view.neededBy[next] <= lastClass else { continue }
        if release[next] > time {
          enqueue(next, at: release[next])
        } else if network.minutes[next] == 0 {
          finish[next] = max(release[next], time)
          ended.append(next)
        } else {
          setDeadline(next, at: time, alone, shift)
          insertReady(next)
          activate(network.goal[next])
        }
      }
    }
  }

  private mutating func count(_ late: Int, end: Int) {
    lateness[end] = max(lateness[end], late)
    if late > cutoff[end] { isOver = true }
  }

  private mutating func setDeadline(_ job: Int, at time: Int, _ alone: SingleGoalSchedule, _ shift: [Int]) {
    deadline[job] = portion[job] < 0 ? Self.noDeadline : shift[job] - alone.portionTime[portion[job]]
    guard let order else { return }
    let (key, until) = order.key(of: job, portion: portion[job], deadline: deadline[job], at: time)
    deadline[job] = key
    if until < JobTime.never { changes.insert(UInt64(max(0, until + Self.bias)) << 32 | UInt64(job)) }
  }

  /// A job at work has another place in the order.
  private mutating func reorder(_ job: Int, at time: Int, _ alone: SingleGoalSchedule, _ shift: [Int]) {
    guard isReady[job] else { return }
    let goal = network.goal[job]
    let old = key(job)
    setDeadline(job, at: time, alone, shift)
    let item = key(job)
    let base = readyStart[goal]
    guard item != old, let found = ready[base..<base + readyCount[goal]].firstIndex(of: old) else { return }
    if item < old { rise(item, from: found - base, base) } else { sinkReady(goal, item, from: found - base) }
    activate(goal)
  }

  private func key(_ job: Int) -> UInt64 {
    UInt64(deadline[job] + Self.bias) << 32 | UInt64(view.rank[job])
  }

  private mutating func insertReady(_ job: Int) {
    let goal = network.goal[job]
    isReady[job] = true
    readyCount[goal] += 1
    rise(key(job), from: readyCount[goal] - 1, readyStart[goal])
  }

  private mutating func rise(_ item: UInt64, from place: Int, _ base: Int) {
    var place = place
    while place > 0 {
      let parent = (place - 1) / 2
      if ready[base + parent] <= item { break }
      ready[base + place] = ready[base + parent]
      place = parent
    }
    ready[base + place] = item
  }

  /// Lets the goal's most urgent job compete for hours.
  private mutating func activate(_ goal: Int) {
    guard goalState[goal] != .parked, readyCount[goal] > 0 else { return }
    goalState[goal] = .active
    goals.insert(ready[readyStart[goal]])
  }

  /// A job has done the hours of one deadline: the next deadline counts, or the job has ended.
  private mutating func advance(_ job: Int, at time: Int, _ alone: SingleGoalSchedule, _ shift: [Int]) {
    let goal = network.goal[job]
    _ = goals.removeFirst()
    if portion[job] > alone.portions[job].lowerBound {
      portion[job] -= 1
      portionLeft[job] = alone.portionMinutes[portion[job]]
      setDeadline(job, at: time, alone, shift)
      sinkReady(goal, key(job))
    } else {
      isReady[job] = false
      readyCount[goal] -= 1
      if readyCount[goal] > 0 {
        sinkReady(goal, ready[readyStart[goal] + readyCount[goal]])
      } else {
        goalState[goal] = .idle
      }
      end(job, at: time, alone, shift)
    }
    if goalState[goal] == .active { activate(goal) }
  }

  private mutating func sinkReady(_ goal: Int, _ item: UInt64, from first: Int = 0) {
    let base = readyStart[goal]
    let count = readyCount[goal]
    var place = first
    while true {
      var child = 2 * place + 1
      if child >= count { break }
      if child + 1 < count && ready[base + child + 1] < ready[base + child] { child += 1 }
      if ready[base + child] >= item { break }
      ready[base + place] = ready[base + child]
      place = child
    }
    ready[base + place] = item
  }

  private mutating func capacity(of goal: Int, at time: Int, index: Int, _ hours: FreeHours) -> Int {
    let table = Int(hours.tableOfGoal[goal])
    if goalDay[goal] != time {
      goalDay[goal] = time
      goalDayLeft[goal] = Int(hours.free[table * hours.dayCount + index])
      let segment = Int(hours.segment[index])
      if goalSegment[goal] != segment {
        goalSegment[goal] = segment
        goalSegmentLeft[goal] = Int(hours.weeklyCaps[table * hours.segmentCount + segment])
      }
    }
    return min(goalDayLeft[goal], goalSegmentLeft[goal])
  }

  /// The goal has no more hours today: it rests until the next day that has some.
  private mutating func park(_ goal: Int, after time: Int, _ hours: FreeHours, until last: Int) {
    let table = Int(hours.tableOfGoal[goal])
    var next = time + 1
    while next <= last {
      let index = hours.todayIndex + view.step * next
      guard index >= 0, index < hours.dayCount else { break }
      let segment = Int(hours.segment[index])
      let left =
        segment == goalSegment[goal]
        ? goalSegmentLeft[goal] : Int(hours.weeklyCaps[table * hours.segmentCount + segment])
      if left <= 0 {
        next += hours.daysToNextSegment(from: index, step: view.step)
        continue
      }
      if hours.free[table * hours.dayCount + index] > 0 { break }
      next += 1
    }
    goalState[goal] = .parked
    parked.insert(UInt64(next + Self.bias) << 32 | UInt64(goal))
  }

  private mutating func record(_ job: Int, _ time: Int, _ minutes: Int) {
    if let last = portionJob.last, Int(last) == job, Int(portionTime[portionTime.count - 1]) == time {
      portionMinutes[portionMinutes.count - 1] += Int32(minutes)
      return
    }
    portionJob.append(Int32(job))
    portionTime.append(Int32(time))
    portionMinutes.append(Int32(minutes))
  }

  private mutating func countUnfinished(through lastClass: Int) {
    for job in 0..<network.count
    where view.takesPart[job] && finish[job] == JobTime.never && view.latestFinish[job] != JobTime.never {
      if view.classOfEnd[view.end[job]] <= lastClass { count(JobTime.never, end: view.end[job]) }
    }
  }
}
