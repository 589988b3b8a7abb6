import PlanDocuments
import PlanModel

/// Which work comes first on a day.
///
/// Work of a goal that was put first comes before all other until the day that was named. Then, first the work without which an end would be late even with every free hour, by its hour deadline. Then small work with a
/// written date within two weeks; then what an end needs at half of the person's pace; then other work with a date within
/// two weeks. Where nothing presses the higher priority comes first, written hours before assumed ones, the goal with the
/// earlier date or end, then the order of the files; and in a goal what is half done, then what its end needs first, so
/// that a wait begins early.
struct WorkOrder {
  /// A written date matters this many days before.
  static let daysAhead = 14
  /// Work is small up to this part of the free hours of those days.
  static let smallPart = 4

  /// By portion of the hour deadlines: the first time at which the ends need it, with every free hour, and carefully.
  let pressingFrom: [Int]
  let urgentFrom: [Int]
  /// By job: from when its written date matters, and the last time at which it can begin; `Int.max` where it has none, or
  /// can no longer keep it.
  let datedFrom: [Int]
  let latestStart: [Int]
  let isSmall: [Bool]
  /// By job: its place where nothing presses.
  let place: [Int]
  /// By job: the last time at which its goal comes before all others; -1 where it never does.
  let firstUntil: [Int]

  private static let firstAndUrgent = -(1 << 28)
  private static let firstAndFree = -(1 << 27)
  // The keys of the kinds, apart from each other: hour deadlines are below 2 to the 28th.
  private static let smallAndDated = 1 << 28 + 1 << 25
  private static let urgent = 1 << 29 + 1 << 28
  private static let dated = 1 << 30 + 1 << 25
  private static let free = 1 << 30 + 1 << 29

  /// What the leveller sorts by at a time, and the next time at which that changes.
  func key(of job: Int, portion: Int, deadline: Int, at time: Int) -> (key: Int, until: Int) {
    let pressing = portion < 0 ? Int.max : pressingFrom[portion]
    let urgent = portion < 0 ? Int.max : urgentFrom[portion]
    let dated = datedFrom[job]
    if time <= firstUntil[job] {
      let end = firstUntil[job] + 1
      return time >= urgent
        ? (Self.firstAndUrgent + deadline, end) : (Self.firstAndFree + place[job], min(urgent, end))
    }
    if time >= pressing { return (deadline, Int.max) }
    if isSmall[job], time >= dated { return (Self.smallAndDated + latestStart[job], pressing) }
    if time >= urgent { return (Self.urgent + deadline, isSmall[job] ? min(pressing, dated) : pressing) }
    if time >= dated { return (Self.dated + latestStart[job], min(pressing, urgent)) }
    return (Self.free + place[job], min(pressing, urgent, dated))
  }
}

extension WorkOrder {
  /// - Parameters:
  ///   - deadlines: the hour deadlines of the plan found.
  ///   - careful: the plan mirrored in time, with fewer hours than the person is likely to use: work that is later there
  ///     can wait.
  ///   - percent: the share of the hours that it has.
  ///   - late: the same with all hours.
  init(
    _ problem: ScheduleProblem, _ scheduleCase: inout ScheduleCase, deadlines: SingleGoalSchedule,
    restsOnAssumed: [Bool], careful: Leveller, percent: Int, late: Leveller
  ) {
    let network = scheduleCase.network
    pressingFrom = Self.neededFrom(deadlines, network, late)
    var urgentFrom = zip(Self.neededFrom(deadlines, network, careful), pressingFrom).map { min($0, $1) }
    // Assumed hours wait for as long as they can.
    for job in 0..<network.count where restsOnAssumed[job] {
      for portion in deadlines.portions[job] { urgentFrom[portion] = pressingFrom[portion] }
    }
    self.urgentFrom = urgentFrom
    firstUntil = problem.jobs.map { job in problem.goals[job.goal].first.map { $0 - problem.today } ?? -1 }
    let due = Self.latest(&scheduleCase)
    var scarce = scheduleCase
    scarce.hours.keepShare(percent: max(1, percent))
    let carefully = Self.latest(&scarce)
    datedFrom = zip(due, carefully).map { due, carefully in
      guard let due, due.start >= 0 else { return Int.max }
      return max(due.finish - Self.daysAhead, carefully?.start ?? 0)
    }
    latestStart = due.map { $0?.start ?? 0 }
    let soon = scheduleCase.hours.todayIndex..<scheduleCase.hours.todayIndex + Self.daysAhead
    let hours = scheduleCase.hours
    let free = (0..<network.goalCount).map { goal in
      let table = Int(hours.tableOfGoal[goal]) * hours.dayCount
      return soon.reduce(0) { $0 + Int(hours.isShared ? hours.vault[$1] : hours.free[table + $1]) }
    }
    isSmall = (0..<network.count).map { network.minutes[$0] * Self.smallPart <= free[network.goal[$0]] }
    let latest = zip(due, scheduleCase.latest).map { min($0?.finish ?? Int.max, $1) }
    var ofGoal = [Int](repeating: Int.max, count: network.goalCount)
    for job in 0..<network.count { ofGoal[network.goal[job]] = min(ofGoal[network.goal[job]], latest[job]) }
    let needed = (0..<network.count).map { job in
      deadlines.portions[job].last.map { -deadlines.portionTime[$0] } ?? latest[job]
    }
    var place = network.rank
    let order = (0..<network.count).sorted { one, other in
      let (first, second) = (problem.jobs[one], problem.jobs[other])
      let priorities = (problem.goals[first.goal].priority, problem.goals[second.goal].priority)
      if priorities.0 != priorities.1 { return priorities.0 < priorities.1 }
      if restsOnAssumed[one] != restsOnAssumed[other] { return restsOnAssumed[other] }
      let goals = ((ofGoal[first.goal], first.goal), (ofGoal[second.goal], second.goal))
      if goals.0 != goals.1 { return goals.0 < goals.1 }
      if first.isBegun != second.isBegun { return first.isBegun }
      return (needed[one], one) < (needed[other], other)
    }
    for (index, job) in order.enumerated() { place[job] = index }
    self.place = place
  }

  /// The first time at which the ends need each portion: where the plan mirrored in time has the first of its minutes.
  private static func neededFrom(_ deadlines: SingleGoalSchedule, _ network: JobNetwork, _ plan: Leveller) -> [Int] {
    var result = [Int](repeating: Int.max, count: deadlines.portionTime.count)
    var later = [[(time: Int, minutes: Int)]](repeating: [], count: network.count)
    for index in plan.portionJob.indices {
      later[Int(plan.portionJob[index])].append((-Int(plan.portionTime[index]), Int(plan.portionMinutes[index])))
    }
    for job in 0..<network.count where !later[job].isEmpty {
      // Both run from the last hour to the first.
      var next = 0
      var left = later[job][0].minutes
      for portion in deadlines.portions[job] {
        var minutes = deadlines.portionMinutes[portion]
        while minutes > left, next + 1 < later[job].count {
          minutes -= left
          next += 1
          left = later[job][next].minutes
        }
        left -= minutes
        result[portion] = later[job][next].time
      }
    }
    return result
  }

  /// For each job the last day of its hours and the last on which it can begin, by its own due date and those of what comes
  /// after it; nil where there is none.
  private static func latest(_ scheduleCase: inout ScheduleCase) -> [(finish: Int, start: Int)?] {
    let network = scheduleCase.network
    var placing = SingleGoalSchedule(count: network.count, step: -1)
    for job in 0..<network.count where network.due[job] != JobTime.never {
      placing.release[job] = network.wait[job] - network.due[job]
    }
    placing.placeAll(&scheduleCase)
    return (0..<network.count).map { job in
      guard placing.last[job] != JobTime.unbound, placing.unplaced[job] == 0 else { return nil }
      return (-placing.start[job], -placing.last[job])
    }
  }
}

extension SingleGoalSchedule {
  /// The order of a plan's hours in place of hour deadlines: another plan works in the same order.
  init(ordering plan: Leveller) {
    self.init(count: plan.network.count, step: -1)
    var hours = [[(time: Int, minutes: Int)]](repeating: [], count: plan.network.count)
    for index in plan.portionJob.indices {
      hours[Int(plan.portionJob[index])].append((-index, Int(plan.portionMinutes[index])))
    }
    for (job, portions) in hours.enumerated() where !portions.isEmpty {
      set(job, to: portions.reversed())
    }
  }

  /// All hours of a job have the last time that the limits leave for it and what comes after it, no hours counted.
  mutating func orderPlainly(_ view: LevellingView, _ network: JobNetwork) {
    var time = release
    clear(time.indices)
    for place in network.topological.indices {
      let job = network.topological[view.step > 0 ? network.count - 1 - place : place]
      for edge in view.after.range(job) where time[view.after.targets[edge]] != JobTime.unbound {
        time[job] = max(time[job], time[view.after.targets[edge]] + view.after.lags[edge])
      }
      guard time[job] != JobTime.unbound, view.takesPart[job], network.minutes[job] > 0 else { continue }
      set(job, to: [(time[job], network.minutes[job])])
    }
  }
}
