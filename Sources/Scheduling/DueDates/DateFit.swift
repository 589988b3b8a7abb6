import PlanDocuments
package import PlanModel

/// Whether due dates and deadlines can be met, by the passes that need no search: each goal alone, and the hours of a
/// stretch of days against the work that must lie in it.
package struct DateFit: Sendable {
  /// A job, or (nil) all that is left of a goal, that does not fit before its date.
  package struct Misfit: Sendable {
    package var job: Int?
    package var minutes: Int
    /// Where waits and not-before days alone are too long.
    package var days: Int
    package var isNever: Bool
  }

  /// Due dates of one goal that do not hold together, up to that of `job`.
  package struct Tight: Sendable {
    package var job: Int
    package var minutes: Int
  }

  /// By goal, the jobs that do not fit before their own date, in the order of their dates.
  package private(set) var impossible: [(goal: Int, misfits: [Misfit])] = []
  package private(set) var tooTight: [Tight] = []
  /// Due dates of several goals that do not hold together.
  package private(set) var dueConflict: (conflict: PlanSchedule.Conflict, job: Int)?
  /// Deadlines of several goals that do not hold together.
  package private(set) var conflicts: [PlanSchedule.Conflict] = []
  /// The tables of free minutes; nil where nothing is planned.
  package private(set) var hours: FreeHours?

  /// Up to so many jobs every stretch of days is looked at, with the limits of each goal.
  private static let mostJobsLookedAtClosely = 500

  package init(_ problem: ScheduleProblem) {
    guard !problem.jobs.isEmpty else { return }
    var scheduleCase = ScheduleCase(problem)
    let backward = BackwardPlan(&scheduleCase)
    let doubtful = DateFit.goalsWithMisfits(&scheduleCase)
    let late = problem.goals.indices.filter { !backward.goals[$0].fits }
    let test = SeparateFit(problem)
    impossible = test.misfits(of: doubtful)
    let reported = Set(impossible.map(\.goal))
    for (goal, misfits) in test.goalsThatMissTheirDeadline(among: late) {
      guard let place = impossible.firstIndex(where: { $0.goal == goal }) else {
        impossible.append((goal, misfits))
        continue
      }
      // The end that is missed by more than any date before it is not hidden behind these.
      let known = impossible[place].misfits
      let isWorse = misfits.allSatisfy { end in
        end.isNever && !known.contains(where: \.isNever) || end.minutes > known.map(\.minutes).max() ?? 0
          || end.days > known.map(\.days).max() ?? 0
      }
      if isWorse { impossible[place].misfits += misfits }
    }
    for goal in doubtful where !reported.contains(goal) {
      if let tight = DateFit.firstTightDate(ofGoal: goal, problem, &scheduleCase) { tooTight.append(tight) }
    }
    hours = scheduleCase.hours
    guard problem.hours.isShared else { return }
    let isNever = backward.goals.map(\.isNever)
    conflicts = DateFit.conflicts(scheduleCase, isNever: isNever)
    if !conflicts.isEmpty, problem.goals.contains(where: { $0.target != $0.deadline }) {
      // Before the targets there is too much; a buffer is there to be used, so the deadlines decide.
      var atDeadlines = problem
      for goal in problem.goals.indices { atDeadlines.goals[goal].target = problem.goals[goal].deadline }
      conflicts = DateFit.conflicts(ScheduleCase(atDeadlines), isNever: isNever)
    }
    dueConflict = DateFit.excess(scheduleCase) { DateFit.latestFinish($0, scheduleCase.network) }
    if let due = dueConflict?.conflict.days, conflicts.contains(where: { $0.days.overlaps(due) }) { dueConflict = nil }
  }

  /// The last day for the hours of a job by its own date; a date that is past binds nothing any more.
  private static func latestFinish(_ job: Int, _ network: JobNetwork) -> Int {
    if network.fixed[job] != JobTime.never { return network.fixed[job] - network.wait[job] }
    return network.due[job] == JobTime.never || network.due[job] < 0
      ? JobTime.never : network.due[job] - network.wait[job]
  }

  /// The goals in which, alone, not all due dates can be met together.
  private static func goalsWithMisfits(_ scheduleCase: inout ScheduleCase) -> [Int] {
    let network = scheduleCase.network
    var placing = SingleGoalSchedule(count: network.count, step: -1)
    for job in 0..<network.count {
      placing.release[job] = -latestFinish(job, network)
    }
    placing.placeAll(&scheduleCase)
    var goals: Set<Int> = []
    for job in 0..<network.count
    where placing.start[job] != JobTime.unbound && network.handedOver[job] == JobTime.never {
      if -placing.last[job] < network.earliest[job] { goals.insert(network.goal[job]) }
    }
    return goals.sorted()
  }

  /// The first date up to which the work that is due exceeds the goal's own hours; else its last date.
  private static func firstTightDate(
    ofGoal goal: Int, _ problem: ScheduleProblem, _ scheduleCase: inout ScheduleCase
  ) -> Tight? {
    let jobs = problem.jobs.indices.filter {
      problem.jobs[$0].goal == goal && (problem.jobs[$0].due.map { $0 >= problem.today } ?? false)
    }
    .sorted { (problem.jobs[$0].due?.number ?? 0, $0) < (problem.jobs[$1].due?.number ?? 0, $1) }
    var wanted = 0
    for job in jobs {
      guard let due = problem.jobs[job].due else { continue }
      wanted += problem.jobs[job].minutes
      let free = scheduleCase.hours.ownMinutes(goal: goal, from: problem.today, through: due)
      if wanted > free { return Tight(job: job, minutes: wanted - free) }
    }
    return jobs.last.map { Tight(job: $0, minutes: 0) }
  }

  private static func conflicts(_ scheduleCase: ScheduleCase, isNever: [Bool]) -> [PlanSchedule.Conflict] {
    if scheduleCase.network.count <= mostJobsLookedAtClosely {
      return ConflictSearch(scheduleCase, isNever: isNever, mostSteps: 300_000).conflicts()
    }
    let found = excess(scheduleCase) {
      isNever[scheduleCase.network.goal[$0]]
        ? JobTime.never : ScheduleCase.ownLatestFinish($0, scheduleCase.network, target: scheduleCase.target)
    }
    return found.map { [$0.conflict] } ?? []
  }

  /// The stretch in which jobs want the most hours that are not there, and the job with the last due date in it.
  ///
  /// - Parameter latestFinish: the last day for a job's hours by its own end, or `JobTime.never`.
  private static func excess(
    _ scheduleCase: ScheduleCase, latestFinish: (Int) -> Int
  ) -> (conflict: PlanSchedule.Conflict, job: Int)? {
    let network = scheduleCase.network
    let windows = DemandWindows(scheduleCase, latestFinish: latestFinish)
    let excess: WorkIntervals.Excess?
    if network.count <= mostJobsLookedAtClosely {
      var intervals = WorkIntervals(
        scheduleCase, jobs: windows.jobs, from: windows.first, through: windows.last, betweenGoals: true)
      excess = intervals.largestExcess(atLeast: 1, mostSteps: 300_000, stopsAtFirst: false)
    } else {
      excess = PlainIntervals(scheduleCase, jobs: windows.jobs, from: windows.first, through: windows.last)
        .largestExcess()
    }
    guard let excess else { return nil }
    let inside = windows.jobs.filter { windows.first[$0] >= excess.first && windows.last[$0] <= excess.last }
    let last = inside.max { (due(of: $0, network), $0) < (due(of: $1, network), $1) }
    return last.map { (PlanSchedule.Conflict(excess, today: network.today), $0) }
  }

  private static func due(of job: Int, _ network: JobNetwork) -> Int {
    network.due[job] == JobTime.never ? Int.min : network.due[job]
  }
}

extension DayRange {
  fileprivate func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }
}
