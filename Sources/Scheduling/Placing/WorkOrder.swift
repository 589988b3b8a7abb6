import PlanDocuments
import PlanModel

/// Which work comes first on a day.
///
/// Work of a goal that was put first comes before all other until the day that was named. Then small work that an end needs within two weeks, and
/// small work with a date within two weeks; then the work without which some end would be late at little less than the person's pace, the higher
/// priority first; then what some end needs with far fewer hours, by its date; then other work with a date within two weeks.
/// Where nothing presses the higher priority comes first, written hours before assumed ones, the goal with the
/// earlier date or end, then the order of the files; and in a goal what is half done, then what its end needs first, so
/// that a wait begins early.
///
/// All of it depends on hours that grow and shrink little by little, and on nothing that a search found: less work, a later
/// end or more hours for one goal then take little from the others.
struct WorkOrder {
  /// A written date matters this many days before.
  private static let daysAhead = 14
  /// Work that isn't done in one go is small up to this part of the free hours of those days, as is a goal's whole work;
  /// no work is small beyond the other part.
  private static let smallPart = 8
  private static let mostSmallPart = 4
  /// So much of one milestone is done in one go before other work comes between.
  static let minutesInOneGo = 240
  /// The shares of the person's pace at which ends are scarce of hours, and at which they are safe.
  private static let scarceShare = 0.65
  private static let safeShare = 0.35

  /// The hour deadlines of each goal alone, with the hours of `hours`.
  let deadlines: SingleGoalSchedule
  /// The hours that work is laid on in this order: fewer than the person is likely to use.
  let hours: FreeHours
  /// By portion of the hour deadlines: its deadline with what is done in one go, a few hours of one milestone.
  private let dueBy: [Int]
  /// By portion: the last time at which it still finds hours before its end, by the work of its class
  /// and those before; and by all work, with far fewer hours.
  private let scarceFrom: [Int]
  private let wantedFrom: [Int]
  /// By job: from when its date matters, and the last time at which it can begin; `Int.max` where it has none, or can no
  /// longer keep it.
  private let datedFrom: [Int]
  private let latestStart: [Int]
  /// The same of small work by the days of ends, as late as the free hours allow.
  private let endFrom: [Int]
  private let endStart: [Int]
  private let isSmall: [Bool]
  /// By job: the class of the first end that needs it.
  private let priorityClass: [Int]
  /// By job: its place where nothing presses.
  private let place: [Int]
  /// By job: the last time at which its goal comes before all others; -1 where it never does.
  private let firstUntil: [Int]
  private var keepsTurns = false

  // The keys of the kinds, apart from each other: hour deadlines are below 2 to the 20th, and so is the number of jobs.
  private static let firstAndScarce = -(1 << 28)
  private static let firstAndFree = -(1 << 27)
  private static let smallAndEnding = -(1 << 26)
  private static let smallAndDated = 0
  private static let scarce = 1 << 22
  private static let ofClass = 1 << 22
  private static let wanted = 1 << 28
  private static let dated = 1 << 28 + 1 << 26
  private static let free = 1 << 28 + 1 << 27

  /// From when a job's work comes before almost all other; nil where it never does.
  func urgency(of job: Int) -> (urgent: (from: Int, latestStart: Int)?, pressing: (from: Int, latestStart: Int)?) {
    (
      isSmall[job] && datedFrom[job] != Int.max ? (datedFrom[job], latestStart[job]) : nil,
      endFrom[job] != Int.max ? (endFrom[job], endStart[job]) : nil
    )
  }

  /// The same order where the turns of a plan take the place of all but what is small and has a date soon.
  var keepingTurns: WorkOrder {
    var order = self
    order.keepsTurns = true
    return order
  }

  /// What the leveller sorts by at a time, and the next time at which that changes.
  func key(of job: Int, portion: Int, deadline: Int, at time: Int) -> (key: Int, until: Int) {
    if !keepsTurns, time <= firstUntil[job] { return keyOfFirst(job, portion, deadline, at: time) }
    let dated = datedFrom[job]
    let small = isSmall[job] ? dated : Int.max
    let ending = endFrom[job]
    if time >= ending { return (Self.smallAndEnding + endStart[job], Int.max) }
    if time >= small { return (Self.smallAndDated + latestStart[job], ending) }
    if keepsTurns { return (Self.scarce + deadline, min(small, ending)) }
    let (due, scarce, wanted) = needs(portion, deadline)
    if time >= scarce { return (Self.scarce + priorityClass[job] * Self.ofClass + due, min(small, ending)) }
    if time >= wanted { return (Self.wanted + due, min(small, scarce, ending)) }
    if time >= dated { return (Self.dated + latestStart[job], min(scarce, wanted, ending)) }
    return (Self.free + place[job], min(scarce, wanted, dated, ending))
  }

  private func keyOfFirst(_ job: Int, _ portion: Int, _ deadline: Int, at time: Int) -> (key: Int, until: Int) {
    let (due, scarce, _) = needs(portion, deadline)
    let end = firstUntil[job] + 1
    return time >= scarce ? (Self.firstAndScarce + due, end) : (Self.firstAndFree + place[job], min(scarce, end))
  }

  /// The deadline of a portion, and from when ends are scarce of hours for it and from when they want it.
  private func needs(_ portion: Int, _ deadline: Int) -> (due: Int, scarceFrom: Int, wantedFrom: Int) {
    portion < 0 ? (deadline, Int.max, Int.max) : (dueBy[portion], scarceFrom[portion], wantedFrom[portion])
  }
}

extension WorkOrder {
  /// - Parameters:
  ///   - latestFinish: by job, the last time for its last hour by its own end; `JobTime.never` without one.
  ///   - priorityClass: by job.
  init(
    _ problem: ScheduleProblem, _ scheduleCase: inout ScheduleCase, latestFinish: [Int], priorityClass: [Int],
    restsOnAssumed: [Bool]
  ) {
    let network = scheduleCase.network
    func share(_ share: Double) -> Int { max(1, Int(Double(problem.pace) * share)) }
    var scarce = scheduleCase
    scarce.hours.keepShare(percent: share(Self.scarceShare))
    var deadlines = SingleGoalSchedule(count: network.count, step: -1)
    deadlines.release = latestFinish.map { $0 == JobTime.never ? JobTime.unbound : -$0 }
    deadlines.placeAll(&scarce)
    var safe = scheduleCase.hours
    safe.keepShare(percent: share(Self.safeShare))
    (self.deadlines, hours) = (deadlines, scarce.hours)
    self.priorityClass = priorityClass
    var scarceFrom = Self.latestTimes(deadlines, network, priorityClass, scarce.hours)
    var wantedFrom = Self.latestTimes(deadlines, network, [Int](repeating: 0, count: network.count), safe)
    if restsOnAssumed.contains(true) {
      // Assumed hours wait for as long as they can with every free hour.
      var withAllHours = SingleGoalSchedule(count: network.count, step: -1)
      withAllHours.release = deadlines.release
      withAllHours.placeAll(&scheduleCase)
      for job in 0..<network.count where restsOnAssumed[job] && withAllHours.last[job] != JobTime.unbound {
        for portion in deadlines.portions[job] {
          (scarceFrom[portion], wantedFrom[portion]) = (-withAllHours.last[job], -withAllHours.last[job])
        }
      }
    }
    var dueBy = deadlines.portionTime.map { -$0 }
    for job in 0..<network.count {
      Self.joinSessions(of: deadlines.portions[job], deadlines.portionMinutes, &dueBy, &scarceFrom, &wantedFrom)
    }
    (self.dueBy, self.scarceFrom, self.wantedFrom) = (dueBy, scarceFrom, wantedFrom)
    firstUntil = problem.jobs.map { job in
      problem.goals[job.goal].first.map { first in
        Self.time(of: first - problem.today, inPlaceOf: problem.pace, scheduleCase.hours, scarce.hours)
      } ?? -1
    }

    let inTwoWeeks = Self.minutes(of: scheduleCase.hours, days: Self.daysAhead)
    var work = [Int](repeating: 0, count: network.goalCount)
    for job in 0..<network.count { work[network.goal[job]] += network.minutes[job] }
    let dates = (0..<network.count).map { job in
      let goal = network.goal[job]
      return work[goal] * Self.smallPart <= inTwoWeeks[goal]
        ? min(network.due[job], scheduleCase.latest[job]) : network.due[job]
    }
    let due = Self.latest(by: dates, &scheduleCase)
    datedFrom = due.map { due in
      guard let due, due.start >= 0 else { return Int.max }
      return max(due.finish - Self.daysAhead, 0)
    }
    latestStart = due.map { $0?.start ?? 0 }
    let isSmall = (0..<network.count).map { job in
      let minutes = network.minutes[job]
      let part = minutes <= Self.minutesInOneGo ? Self.mostSmallPart : Self.smallPart
      return minutes * part <= inTwoWeeks[network.goal[job]]
    }
    self.isSmall = isSmall
    let byEnds = Self.latest(by: scheduleCase.latest, &scheduleCase)
    endFrom = byEnds.indices.map { job in
      guard isSmall[job], let latest = byEnds[job], latest.start >= 0 else { return Int.max }
      return max(latest.finish - Self.daysAhead, 0)
    }
    endStart = byEnds.map { $0?.start ?? 0 }
    let byDueDate = zip(Self.latest(by: network.due, &scheduleCase), scheduleCase.latest)
    place = Self.places(problem, deadlines, byDueDate.map { min($0?.finish ?? Int.max, $1) }, restsOnAssumed)
  }

  /// By job: its place where nothing presses.
  /// - Parameter latest: by job, the last time of its hours by written dates and ends.
  private static func places(
    _ problem: ScheduleProblem, _ deadlines: SingleGoalSchedule, _ latest: [Int], _ restsOnAssumed: [Bool]
  ) -> [Int] {
    var ofGoal = [Int](repeating: Int.max, count: problem.goals.count)
    for (job, latest) in latest.enumerated() {
      ofGoal[problem.jobs[job].goal] = min(ofGoal[problem.jobs[job].goal], latest)
    }
    let needed = latest.indices.map { job in
      deadlines.portions[job].last.map { -deadlines.portionTime[$0] } ?? latest[job]
    }
    let order = latest.indices.sorted { one, other in
      let (first, second) = (problem.jobs[one], problem.jobs[other])
      let priorities = (problem.goals[first.goal].priority, problem.goals[second.goal].priority)
      if priorities.0 != priorities.1 { return priorities.0 < priorities.1 }
      if restsOnAssumed[one] != restsOnAssumed[other] { return restsOnAssumed[other] }
      let goals = ((ofGoal[first.goal], first.goal), (ofGoal[second.goal], second.goal))
      if goals.0 != goals.1 { return goals.0 < goals.1 }
      if first.isBegun != second.isBegun { return first.isBegun }
      return (needed[one], one) < (needed[other], other)
    }
    var place = latest
    for (index, job) in order.enumerated() { place[job] = index }
    return place
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
