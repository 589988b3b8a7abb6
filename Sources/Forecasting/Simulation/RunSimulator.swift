import Scheduling

/// One pass through a plan after another, each with its own luck, without allocating in between.
///
/// Day by day the milestone that can be worked on and comes first in the order of the plan takes what the day, its goal and
/// the week leave; nothing is searched. The work of a day is its free minutes times the pace of the week.
struct RunSimulator: ~Copyable {
  /// Where the numbers of a pass come from.
  ///
  /// Each is a function of the run and of what it is drawn for, and of nothing else.
  enum Draws {
    /// Means and middles.
    case expected
    case drawn(seed: UInt64, run: Int)
  }

  static let never = RunNetwork.never
  /// Minutes below this are rounding.
  static let nothing = 1e-6

  private let paces: [PaceModel]
  private let meanPaces: [Double]
  private let weeks: PoolRow
  private let efforts: [EffortModel?]
  private let goalIdentity: [UInt64]
  /// What a pace is drawn for: the person, or where hours are not shared a goal.
  private let paceIdentity: [UInt64]
  let network: RunNetwork

  // What a pass found, by milestone.
  private(set) var completion: WorkingColumn<Int32>
  /// The day that it could first be worked on, and the milestone that it then came after (−1 is none).
  private(set) var start: WorkingColumn<Int32>
  private(set) var cause: WorkingColumn<Int32>
  /// By fixed milestone: minutes, as estimated, of all that is before it done by the end of its day.
  private(set) var doneBefore: WorkingColumn<Double>

  // What changes in a pass.
  private var factor: WorkingColumn<Double>
  private var wait: WorkingColumn<Int32>
  var worked: WorkingColumn<Double>
  var part: WorkingColumn<Int32>
  var partLeft: WorkingColumn<Double>
  private var open: WorkingColumn<Int32>
  /// By goal, in its stretch: what can be worked on, as a heap with the most urgent first.
  private var ready: WorkingColumn<UInt64>
  var readyCount: WorkingColumn<Int32>
  var readyTotal = 0
  /// What becomes workable later: day, then milestone.
  var later = BinaryHeap()
  private var finishing: [Int32] = []
  private var commonPace: WorkingColumn<Double>
  private var pace: WorkingColumn<Double>
  /// The week that each pace was drawn for last.
  private var paceWeek: WorkingColumn<Int32>
  /// The numbers that weeks draw in this pass; nil where all goes as expected.
  private var weekStream: UInt64?
  private var commonEffort: WorkingColumn<Double>
  /// What the running week and day leave to a goal, as of the week and the day that it was last looked at.
  var limitLeft: WorkingColumn<Double>
  var limitWeek: WorkingColumn<Int32>
  var goalLeft: WorkingColumn<Double>
  var goalDay: WorkingColumn<Int32>
  var queue: GoalQueue
  var nextFixed = 0

  init(_ problem: ForecastProblem, _ network: RunNetwork) {
    paces = problem.paces
    meanPaces = paces.map(\.mean)
    weeks = PoolRow(paces.map(\.pool))
    efforts = problem.goals.map(\.effort)
    goalIdentity = problem.goals.map(\.identity)
    var paceIdentity = [UInt64](repeating: 0, count: problem.paces.count)
    if problem.paces.count > 1 { for goal in problem.goals { paceIdentity[goal.pace] = goal.identity } }
    self.paceIdentity = paceIdentity
    self.network = network
    let count = network.count
    let goals = network.goalCount
    completion = WorkingColumn(repeating: Self.never, count: count)
    start = WorkingColumn(repeating: Self.never, count: count)
    cause = WorkingColumn(repeating: -1, count: count)
    doneBefore = WorkingColumn(repeating: 0, count: network.fixedMilestones.count)
    factor = WorkingColumn(repeating: 1, count: count)
    wait = WorkingColumn(repeating: 0, count: count)
    worked = WorkingColumn(repeating: 0, count: count)
    part = WorkingColumn(network.partStarts)
    partLeft = WorkingColumn(repeating: 0, count: count)
    open = WorkingColumn(network.predecessorCounts)
    ready = WorkingColumn(repeating: 0, count: count)
    readyCount = WorkingColumn(repeating: 0, count: goals)
    commonPace = WorkingColumn(repeating: 1, count: problem.paces.count)
    pace = WorkingColumn(repeating: 1, count: problem.paces.count)
    paceWeek = WorkingColumn(repeating: -1, count: problem.paces.count)
    commonEffort = WorkingColumn(repeating: 1, count: goals)
    limitLeft = WorkingColumn(repeating: 0, count: goals)
    limitWeek = WorkingColumn(repeating: -1, count: goals)
    goalLeft = WorkingColumn(repeating: 0, count: goals)
    goalDay = WorkingColumn(repeating: -1, count: goals)
    queue = GoalQueue(goals: goals)
    finishing.reserveCapacity(count)
  }

  mutating func run(_ draws: Draws) {
    reset()
    if case .drawn(let seed, let run) = draws {
      let runSeed = seed &+ UInt64(run)
      weekStream = RandomNumbers.stream(seed: runSeed, purpose: .week)
      for index in 0..<commonPace.count {
        // The first pace, mostly the only one, decides more than anything else: its factors are spread evenly over the
        // runs.
        let number =
          paces.count == 1
          ? RandomNumbers.evenlySpread(seed: seed, run: run)
          : RandomNumbers.number(seed: runSeed, identity: paceIdentity[index], purpose: .commonPace)
        commonPace[index] = paces[index].commonFactor(drawnBy: number)
      }
      drawMilestones(seed: runSeed)
    } else {
      weekStream = nil
      expectMilestones()
    }
    for goal in network.separateGoals { runGoal(Int(goal)) }
    if network.hasLinkedGoals { runDayByDay() }
  }

  private mutating func runDayByDay() {
    for milestone in 0..<network.count
    where network.predecessorCounts[milestone] == 0 && !network.isSeparate[Int(network.goal[milestone])] {
      release(milestone, today: 0)
    }
    var day = 0
    var week = -1
    while day < network.dayCount {
      noteFixed(before: day)
      while let first = later.first, Int(first >> 32) <= day {
        _ = later.removeFirst()
        makeReady(Int(first & 0xFFFF_FFFF), today: day)
      }
      if readyTotal == 0 {
        guard let first = later.first else { break }
        day = Int(first >> 32)
        continue
      }
      let current = Int(network.weekOfDay[day])
      if current != week {
        queue.beginWeek()
        week = current
      }
      work(on: day, in: week)
      day += 1
    }
    noteFixed(before: network.dayCount)
  }

  /// The share of its free hours that a goal's person finishes in a week.
  @inline(__always) mutating func pace(ofGoal goal: Int, in week: Int) -> Double {
    pace(number: Int(network.paceOfGoal[goal]), in: week)
  }

  @inline(__always) private mutating func pace(number index: Int, in week: Int) -> Double {
    guard let weekStream else { return meanPaces[index] }
    if paceWeek[index] != Int32(week) {
      let number = RandomNumbers.number(
        of: weekStream, identity: paceIdentity[index] ^ UInt64(bitPattern: Int64(network.firstWeek + week)))
      pace[index] = commonPace[index] * weeks.value(of: index, drawnBy: number)
      paceWeek[index] = Int32(week)
    }
    return pace[index]
  }

  private mutating func reset() {
    readyTotal = 0
    nextFixed = 0
    later.removeAll()
    for milestone in 0..<network.count {
      completion[milestone] = Self.never
      start[milestone] = network.earliest[milestone]
      cause[milestone] = -1
      worked[milestone] = 0
      part[milestone] = network.partStarts[milestone]
      open[milestone] = network.predecessorCounts[milestone]
    }
    queue.removeAll()
    for index in 0..<paceWeek.count { paceWeek[index] = -1 }
    for goal in 0..<network.goalCount {
      readyCount[goal] = 0
      limitWeek[goal] = -1
      goalDay[goal] = -1
    }
  }

  // MARK: Luck

  private mutating func drawMilestones(seed: UInt64) {
    for goal in 0..<network.goalCount {
      guard let effort = efforts[goal] else { continue }
      commonEffort[goal] = effort.commonFactor(
        drawnBy: RandomNumbers.number(seed: seed, identity: goalIdentity[goal], purpose: .goalEffort))
    }
    for index in 0..<network.count {
      let identity = network.identity[index]
      let goal = Int(network.goal[index])
      factor[index] = 1
      if let range = network.effortRange[index], network.minutes[index] > 0 {
        let number = RandomNumbers.number(seed: seed, identity: identity, purpose: .effortRange)
        factor[index] = range.value(at: RandomNumbers.fraction(number)) / network.minutes[index]
      }
      if let effort = efforts[goal] {
        let number = RandomNumbers.number(seed: seed, identity: identity, purpose: .effort)
        factor[index] *= effort.pool.value(drawnBy: number) * commonEffort[goal]
      }
      switch network.wait[index] {
      case .days(let days): wait[index] = Int32(days)
      case .range(let range):
        let share = RandomNumbers.fraction(RandomNumbers.number(seed: seed, identity: identity, purpose: .wait))
        wait[index] = Self.days(
          range.value(at: network.elapsedShare[index] + share * (1 - network.elapsedShare[index])))
      }
    }
  }

  private mutating func expectMilestones() {
    for index in 0..<network.count {
      factor[index] = efforts[Int(network.goal[index])]?.pool.mean ?? 1
      switch network.wait[index] {
      case .days(let days): wait[index] = Int32(days)
      case .range(let range):
        wait[index] = Self.days(range.value(at: network.elapsedShare[index] + 0.5 * (1 - network.elapsedShare[index])))
      }
    }
  }

  /// Whole days, rounded up; at most a hundred years.
  private static func days(_ value: Double) -> Int32 { Int32(min(36_525, value.rounded(.up))) }

  // MARK: A day

  private mutating func work(on day: Int, in week: Int) {
    var sharedLeft = network.isShared ? network.shared[day] * pace(number: 0, in: week) : .infinity
    guard sharedLeft > Self.nothing else { return }
    queue.beginDay()
    while let (goal, key) = queue.next {
      let left = minutesLeft(ofGoal: goal, on: day, in: week)
      guard left > Self.nothing else {
        queue.pass(ofWeek: limitLeft[goal] <= Self.nothing)
        continue
      }
      let milestone = Int(network.milestoneOfRank[Int(key & 0xFFFF_FFFF)])
      if Int32(day) > network.lastWorkDay[milestone] {
        // What a fixed milestone has not been given by its day is no longer of use.
        removeMostUrgent(of: goal)
        queue.put(goal, key: mostUrgent(of: goal))
      } else {
        let taken = min(partLeft[milestone], left, sharedLeft)
        partLeft[milestone] -= taken
        worked[milestone] += taken
        goalLeft[goal] -= taken
        limitLeft[goal] -= taken
        sharedLeft -= taken
        if partLeft[milestone] <= Self.nothing {
          removeMostUrgent(of: goal)
          let goesOn = nextPart(of: milestone)
          if goesOn { insert(milestone) }
          queue.put(goal, key: mostUrgent(of: goal))
          if !goesOn { finish(milestone, on: day) }
        }
        guard sharedLeft > Self.nothing else { return }
      }
    }
  }

  /// What is left to a goal of a day and its week; looked up when the goal's turn comes, as most days have few turns.
  @inline(__always) private mutating func minutesLeft(ofGoal goal: Int, on day: Int, in week: Int) -> Double {
    if goalDay[goal] == Int32(day) { return goalLeft[goal] }
    let table = Int(network.tableOfGoal[goal])
    let pace = pace(ofGoal: goal, in: week)
    if limitWeek[goal] != Int32(week) {
      let limit = network.limits[week * network.tableCount + table]
      limitLeft[goal] = limit.isFinite ? limit * pace : .infinity
      limitWeek[goal] = Int32(week)
    }
    goalLeft[goal] = min(network.free[day * network.tableCount + table] * pace, limitLeft[goal])
    goalDay[goal] = Int32(day)
    return goalLeft[goal]
  }

  @inline(__always) func mostUrgent(of goal: Int) -> UInt64 {
    readyCount[goal] == 0 ? .max : ready[Int(network.readyStarts[goal])]
  }

  mutating func removeMostUrgent(of goal: Int) {
    readyCount[goal] -= 1
    readyTotal -= 1
    let first = Int(network.readyStarts[goal])
    let count = Int(readyCount[goal])
    guard count > 0 else { return }
    let key = ready[first + count]
    var place = 0
    while true {
      var child = 2 * place + 1
      if child >= count { break }
      if child + 1 < count && ready[first + child + 1] < ready[first + child] { child += 1 }
      if ready[first + child] >= key { break }
      ready[first + place] = ready[first + child]
      place = child
    }
    ready[first + place] = key
  }

  mutating func insert(_ milestone: Int) {
    let goal = Int(network.goal[milestone])
    let first = Int(network.readyStarts[goal])
    let turn = UInt32(bitPattern: network.partPlaces[Int(part[milestone])]) ^ 0x8000_0000
    let key = UInt64(turn) << 32 | UInt64(network.rank[milestone])
    var place = Int(readyCount[goal])
    while place > 0 {
      let parent = (place - 1) / 2
      if ready[first + parent] <= key { break }
      ready[first + place] = ready[first + parent]
      place = parent
    }
    ready[first + place] = key
    readyCount[goal] += 1
    readyTotal += 1
  }

  /// Moves on to the next part of a milestone's work that has any; false where there is none left.
  mutating func nextPart(of milestone: Int) -> Bool {
    let end = network.partStarts[milestone + 1]
    part[milestone] += 1
    while part[milestone] < end {
      partLeft[milestone] = network.partShares[Int(part[milestone])] * network.minutes[milestone] * factor[milestone]
      if partLeft[milestone] > Self.nothing { return true }
      part[milestone] += 1
    }
    return false
  }

  // MARK: Order

  /// All that it comes after is complete.
  mutating func release(_ milestone: Int, today: Int) {
    if Int(start[milestone]) <= today {
      makeReady(milestone, today: today)
    } else {
      later.insert(UInt64(start[milestone]) << 32 | UInt64(milestone))
    }
  }

  mutating func makeReady(_ milestone: Int, today: Int) {
    part[milestone] = network.partStarts[milestone] - 1
    if !network.isHandedOver[milestone] && nextPart(of: milestone) {
      // It may be worked on this same day.
      insert(milestone)
      let goal = Int(network.goal[milestone])
      if !network.isSeparate[goal] { queue.put(goal, key: mostUrgent(of: goal)) }
    } else {
      finish(milestone, on: today)
    }
  }

  mutating func finish(_ milestone: Int, on day: Int) {
    finishing.append(Int32(milestone))
    // Each turn frees what follows; what has no work is finished in its turn, on the same day.
    guard finishing.count == 1 else { return }
    var next = 0
    while next < finishing.count {
      let done = Int(finishing[next])
      next += 1
      let waited = wait[done]
      completion[done] = max(0, Int32(day) + waited - network.elapsedDays[done])
      if network.fixed[done] >= 0 { continue }
      let first = completion[done] + (waited > 0 ? 1 : 0)
      for index in Int(network.followerStarts[done])..<Int(network.followerStarts[done + 1]) {
        let follower = Int(network.followers[index])
        if first >= start[follower] {
          start[follower] = first
          cause[follower] = Int32(done)
        }
        open[follower] -= 1
        if open[follower] == 0 { release(follower, today: day) }
      }
    }
    finishing.removeAll(keepingCapacity: true)
  }

  /// Keeps what was done by the end of each fixed day that has passed.
  private mutating func noteFixed(before day: Int) {
    while nextFixed < network.fixedMilestones.count {
      let milestone = Int(network.fixedMilestones[nextFixed])
      guard network.fixed[milestone] < Int32(day) else { return }
      if !network.isSeparate[Int(network.goal[milestone])] { noteDone(before: nextFixed) }
      nextFixed += 1
    }
  }

  /// - Parameter place: in `RunNetwork.fixedMilestones`.
  mutating func noteDone(before place: Int) {
    var done = 0.0
    for index in Int(network.beforeStarts[place])..<Int(network.beforeStarts[place + 1]) {
      let milestone = Int(network.before[index])
      if worked[milestone] > 0 { done += worked[milestone] / factor[milestone] }
    }
    doneBefore[place] = done
  }
}
