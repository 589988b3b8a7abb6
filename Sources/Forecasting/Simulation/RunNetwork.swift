import PlanModel

/// A forecast's problem laid out for two thousand passes: one array a property, lists in two flat arrays, nothing to
/// look up.
struct RunNetwork: Sendable {
  static let never = Int32.max

  let count: Int
  let goalCount: Int
  let goal: [Int32]
  let minutes: [Double]
  let effortRange: [SpreadRange?]
  /// The share of the minutes that at most is done already.
  let unseenShare: [Double]
  let wait: [ForecastProblem.Wait]
  let isHandedOver: [Bool]
  let identity: [UInt64]
  let earliest: [Int32]
  let fixed: [Int32]
  /// The last day that it may be worked on: for a fixed milestone its day less its wait.
  let lastWorkDay: [Int32]
  /// Predecessors that are not fixed.
  let predecessorCounts: [Int32]
  let followerStarts: [Int32]
  let followers: [Int32]
  /// Hour deadlines: the sorting key without the rank, and the share of the milestone's work.
  let partStarts: [Int32]
  let partPlaces: [Int32]
  let partShares: [Double]
  /// The days from which each comes before all that isn't urgent, and before all that doesn't press; `never` where it
  /// doesn't; and what orders those that are.
  let urgentFrom: [Int32]
  let pressingFrom: [Int32]
  let urgentStart: [Int32]
  let pressingStart: [Int32]
  /// These days and their milestones, in order: by separate goal, and at last of all that share hours.
  let orderChangeStarts: [Int32]
  let orderChanges: [Int32]
  let orderChangeDays: [Int32]
  let rank: [Int32]
  let milestoneOfRank: [Int32]
  /// Where each goal keeps its milestones that can be worked on.
  let readyStarts: [Int32]
  /// Fixed milestones by their day, and with each all that comes before it, itself among them.
  let fixedMilestones: [Int32]
  let beforeStarts: [Int32]
  let before: [Int32]
  /// For a wait that runs already: the share of chances that has passed, and the days since it began.
  let elapsedShare: [Double]
  let elapsedDays: [Int32]
  /// The most minutes by week and table.
  let tableCount: Int
  let dayCount: Int
  let weekOfDay: [Int32]
  /// What all goals share; empty where nothing is.
  let shared: [Double]
  /// The sums of these before each day.
  let sharedBefore: [Double]
  /// By week: some goal has fewer minutes on one of its days than all share.
  let hasOwnDays: [Bool]
  /// Days after which something of a fixed milestone changes, or a goal is first no longer, in order.
  let breaks: [Int32]
  var isShared: Bool { !shared.isEmpty }
  let tableOfGoal: [Int32]
  let paceOfGoal: [Int32]
  /// The last day on which a goal comes before all others; −1 where it never does.
  let firstUntil: [Int32]
  let firstGoals: [Int32]
  let limits: [Double]
  /// The running week, counted from an origin that is the same on all days.
  let firstWeek: Int
  /// Goals whose hours nobody else uses and that no dependency ties to another goal.
  let isSeparate: [Bool]
  let separateGoals: [Int32]
  let hasLinkedGoals: Bool
  /// The milestones of each goal (`readyStarts` divides them), and its fixed ones by their place in `fixedMilestones`.
  let milestonesOfGoal: [Int32]
  let fixedStarts: [Int32]
  let fixedOfGoal: [Int32]
  /// Free minutes before each day by table, and the last day of each week.
  let freeBefore: [Double]
  /// The most of each whole week by table, its limit counted in.
  let freeOfWeek: [Double]
  /// What all share of each week; and by table what can be used of the weeks before each, their limits counted in.
  let sharedOfWeek: [Double]
  let usableBefore: [Double]
  let lastDayOfWeek: [Int32]

  init(_ problem: ForecastProblem) {
    let milestones = problem.milestones
    count = milestones.count
    goalCount = problem.goals.count
    goal = milestones.map { Int32($0.goal) }
    minutes = milestones.map { max(0, $0.minutes) }
    effortRange = milestones.map(\.effortRange)
    unseenShare = milestones.map { $0.minutes > 0 ? min(1, max(0, $0.unseenMinutes / $0.minutes)) : 0 }
    wait = milestones.map(\.wait)
    isHandedOver = milestones.map { $0.handedOver != nil }
    identity = milestones.map(\.identity)
    fixed = milestones.map { $0.fixed.map { Int32(max(0, $0)) } ?? -1 }
    lastWorkDay = milestones.map { milestone in
      guard let day = milestone.fixed else { return Self.never }
      if case .days(let wait) = milestone.wait { return Int32(day - wait) }
      return Int32(day)
    }
    earliest = milestones.map { milestone in
      let afterFixed = milestone.predecessors.compactMap { milestones[$0].fixed }.map { $0 + 1 }.max() ?? 0
      return milestone.handedOver != nil ? 0 : Int32(max(0, milestone.earliest, afterFixed))
    }
    let open = milestones.map { milestone in
      milestone.handedOver != nil ? [] : milestone.predecessors.filter { milestones[$0].fixed == nil }
    }
    predecessorCounts = open.map { Int32($0.count) }
    var lists = [[Int32]](repeating: [], count: milestones.count)
    for (index, predecessors) in open.enumerated() {
      for other in predecessors { lists[other].append(Int32(index)) }
    }
    (followerStarts, followers) = Self.flat(lists)

    var isSeparate = [Bool](repeating: problem.hours.shared == nil, count: problem.goals.count)
    for milestone in milestones {
      for before in milestone.predecessors where milestones[before].goal != milestone.goal {
        isSeparate[milestone.goal] = false
        isSeparate[milestones[before].goal] = false
      }
    }
    self.isSeparate = isSeparate
    let parts = Self.parts(milestones, isSeparate: isSeparate)
    partStarts = Self.starts(parts.map(\.count))
    partPlaces = parts.flatMap { $0.map(\.place) }
    partShares = parts.flatMap { $0.map(\.share) }
    rank = milestones.map { Int32($0.rank) }
    var milestoneOfRank = [Int32](repeating: 0, count: milestones.count)
    for (index, milestone) in milestones.enumerated() { milestoneOfRank[milestone.rank] = Int32(index) }
    self.milestoneOfRank = milestoneOfRank
    let urgentFrom = milestones.map { Int32(clamping: $0.urgent?.from ?? Int.max) }
    let pressingFrom = milestones.map { Int32(clamping: $0.pressing?.from ?? Int.max) }
    (self.urgentFrom, self.pressingFrom) = (urgentFrom, pressingFrom)
    urgentStart = milestones.map { Int32($0.urgent?.latestStart ?? 0) }
    pressingStart = milestones.map { Int32($0.pressing?.latestStart ?? 0) }
    var changes = [[(day: Int32, milestone: Int32)]](repeating: [], count: problem.goals.count + 1)
    for (index, milestone) in milestones.enumerated() {
      for day in [urgentFrom[index], pressingFrom[index]] where day != Self.never && day > 0 {
        changes[isSeparate[milestone.goal] ? milestone.goal : problem.goals.count].append((day, Int32(index)))
      }
    }
    for list in changes.indices { changes[list].sort { ($0.day, $0.milestone) < ($1.day, $1.milestone) } }
    (orderChangeStarts, orderChanges) = Self.flat(changes.map { $0.map(\.milestone) })
    orderChangeDays = changes.flatMap { $0.map(\.day) }
    var sizes = [Int](repeating: 0, count: problem.goals.count)
    for milestone in milestones { sizes[milestone.goal] += 1 }
    readyStarts = Self.starts(sizes)

    let fixedOnes = milestones.indices.filter { milestones[$0].fixed != nil }
      .sorted { (milestones[$0].fixed ?? 0, $0) < (milestones[$1].fixed ?? 0, $1) }
    fixedMilestones = fixedOnes.map { Int32($0) }
    (beforeStarts, before) = Self.flat(fixedOnes.map { Self.allBefore($0, in: milestones) })

    elapsedDays = milestones.map { Int32(-($0.handedOver ?? 0)) }
    elapsedShare = milestones.map { milestone in
      guard let since = milestone.handedOver, case .range(let range) = milestone.wait else { return 0 }
      // A wait that has outlasted nearly all of its chances ends soon; the draw needs something to be left.
      return min(0.999, range.share(below: Double(-since - 1)))
    }

    let hours = problem.hours
    dayCount = hours.dayCount
    weekOfDay = hours.weekOfDay.map { Int32($0) }
    shared = hours.shared ?? []
    tableOfGoal = problem.goals.map { Int32($0.table) }
    paceOfGoal = problem.goals.map { Int32($0.pace) }
    let firstUntil = problem.goals.map { Int32(clamping: $0.first ?? -1) }
    self.firstUntil = firstUntil
    firstGoals = firstUntil.indices.filter { firstUntil[$0] >= 0 && !isSeparate[$0] }.map { Int32($0) }
    tableCount = hours.tables.count
    sharedBefore = Self.sums(shared)
    breaks = Self.breaks(
      milestones, fixed: fixed, lastWorkDay: lastWorkDay, isSeparate: isSeparate,
      others: firstGoals.map { firstUntil[Int($0)] }
        // Where habit divides the hours, the order changes with the slices.
        + (problem.habit == nil ? orderChangeDays.map { $0 - 1 } : []))
    hasOwnDays = Self.weeksWithOwnDays(hours)
    limits = (0..<hours.weekCount).flatMap { week in hours.tables.map { $0.weeks[week] } }
    firstWeek = hours.firstWeek
    var lastDayOfWeek = [Int32](repeating: 0, count: hours.weekCount)
    for (day, week) in hours.weekOfDay.enumerated() { lastDayOfWeek[week] = Int32(day) }
    self.lastDayOfWeek = lastDayOfWeek
    separateGoals = isSeparate.indices.filter { isSeparate[$0] && sizes[$0] > 0 }.map { Int32($0) }
    hasLinkedGoals = isSeparate.indices.contains { !isSeparate[$0] && sizes[$0] > 0 }
    freeBefore = hours.tables.flatMap { Self.sums($0.days) }
    func sumsOfWeeks(_ days: [Double]) -> [Double] {
      var sums = [Double](repeating: 0, count: hours.weekCount)
      for (day, week) in hours.weekOfDay.enumerated() { sums[week] += days[day] }
      return sums
    }
    let usable = hours.tables.map { table in zip(sumsOfWeeks(table.days), table.weeks).map { min($0, $1) } }
    freeOfWeek = usable.flatMap { $0 }
    usableBefore = usable.flatMap { Self.sums($0) }
    sharedOfWeek = hours.shared.map(sumsOfWeeks) ?? []
    var ofGoal = [[Int32]](repeating: [], count: problem.goals.count)
    for (index, milestone) in milestones.enumerated() { ofGoal[milestone.goal].append(Int32(index)) }
    milestonesOfGoal = ofGoal.flatMap { $0 }
    var fixedOfGoal = [[Int32]](repeating: [], count: problem.goals.count)
    for (place, milestone) in fixedOnes.enumerated() { fixedOfGoal[milestones[milestone].goal].append(Int32(place)) }
    (fixedStarts, self.fixedOfGoal) = Self.flat(fixedOfGoal)
  }

  /// The turns of each milestone with the share of its work that each has.
  ///
  /// Turns of a milestone between which no other has one that competes for the same hours are one.
  private static func parts(
    _ milestones: [ForecastProblem.Milestone], isSeparate: [Bool]
  ) -> [[(place: Int32, share: Double)]] {
    var parts = milestones.map { milestone -> [(place: Int32, share: Double)] in
      let total = milestone.turns.reduce(0) { $0 + $1.minutes }
      if milestone.turns.isEmpty { return [(Int32.max - 1, 1)] }
      return milestone.turns.enumerated().map { index, turn in
        (Int32(clamping: turn.place), total > 0 ? turn.minutes / total : index == 0 ? 1 : 0)
      }
    }
    var competing: [Int: [(place: Int32, rank: Int, milestone: Int, part: Int)]] = [:]
    for (index, milestone) in milestones.enumerated() {
      for (part, entry) in parts[index].enumerated() {
        let group = isSeparate[milestone.goal] ? milestone.goal : -1
        competing[group, default: []].append((entry.place, milestone.rank, index, part))
      }
    }
    for entries in competing.values {
      let sorted = entries.sorted { ($0.place, $0.rank, $0.part) < ($1.place, $1.rank, $1.part) }
      for (one, next) in zip(sorted, sorted.dropFirst()).reversed()
      where one.milestone == next.milestone && one.part + 1 == next.part {
        parts[one.milestone][one.part].share += parts[next.milestone][next.part].share
        parts[next.milestone][next.part].share = 0
      }
    }
    return parts.map { parts in
      let kept = parts.filter { $0.share > 0 }
      return kept.isEmpty ? Array(parts.prefix(1)) : kept
    }
  }

  private static func breaks(
    _ milestones: [ForecastProblem.Milestone], fixed: [Int32], lastWorkDay: [Int32], isSeparate: [Bool],
    others: [Int32]
  ) -> [Int32] {
    var days = Set(others)
    for (index, milestone) in milestones.enumerated() where fixed[index] >= 0 && !isSeparate[milestone.goal] {
      days.insert(fixed[index])
      days.insert(max(0, lastWorkDay[index]))
    }
    return days.sorted()
  }

  private static func sums(_ values: [Double]) -> [Double] {
    values.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  private static func weeksWithOwnDays(_ hours: ForecastProblem.Hours) -> [Bool] {
    var result = [Bool](repeating: false, count: hours.weekCount)
    guard let shared = hours.shared else { return result }
    for table in hours.tables {
      for (day, week) in hours.weekOfDay.enumerated() where table.days[day] < shared[day] { result[week] = true }
    }
    return result
  }

  private static func allBefore(_ milestone: Int, in milestones: [ForecastProblem.Milestone]) -> [Int32] {
    var seen: Set<Int> = [milestone]
    var open = [milestone]
    while let next = open.popLast() {
      for other in milestones[next].predecessors where seen.insert(other).inserted { open.append(other) }
    }
    return seen.sorted().map { Int32($0) }
  }

  private static func starts(_ sizes: [Int]) -> [Int32] {
    var result: [Int32] = [0]
    var sum = 0
    for size in sizes {
      sum += size
      result.append(Int32(sum))
    }
    return result
  }

  private static func flat(_ lists: [[Int32]]) -> ([Int32], [Int32]) {
    (starts(lists.map(\.count)), lists.flatMap { $0 })
  }
}
