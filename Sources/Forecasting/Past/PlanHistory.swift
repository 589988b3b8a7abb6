package import PlanDocuments
package import PlanModel

/// What is known of the plan's past: when boxes were ticked, what was estimated and promised first, and every move.
///
/// From the states that git has and the plan as it stands; a `done:` date wins over what git has seen. What history
/// cannot know is told apart: a box that the first commit shows ticked has no day.
package struct PlanHistory: Sendable {
  package let plan: Plan
  let traced: TracedPast
  package var past: VaultPast { traced.past }
  /// The day of the first state; nil where there is no history.
  package var firstDay: Day? { past.states.first?.day }
  /// What review notes remember, oldest first: for vaults without git.
  let snapshots: [PlanSnapshot]
  /// What review notes keep of weeks that are over, by their Mondays.
  let keptWeeks: [Day: KeptPast.Week]
  package var calendars: PastCalendars
  private let kept: KeptPast
  /// One for each of `Plan.milestones`.
  private(set) var traces: [MilestoneTrace]
  private let identities: [Int]
  /// The numbers that the plan's goals keep.
  let goalIdentities: [Int]
  /// By the numbers that goals keep, the indices in `Plan.goals`.
  let currentGoals: [Int: Int]
  private(set) var lost: [TracedState.Lost]
  let sheet: PlanStateSummary

  /// - Parameters:
  ///   - snapshots: what review notes remember, in any order; they count where there are no states.
  ///   - kept: what they keep besides.
  ///   - calendars: what git has of the calendars.
  package init(
    _ traced: TracedPast, current plan: Plan, snapshots: [PlanSnapshot] = [], kept: KeptPast = KeptPast(),
    calendars: PastCalendars = PastCalendars()
  ) {
    self.calendars = calendars
    self.plan = plan
    self.traced = traced
    self.kept = kept
    self.snapshots = snapshots.filter { $0.day < plan.today }.sorted { $0.day < $1.day }
    let ended = kept.weeks.filter { $0.monday + 6 < plan.today }
    keptWeeks = Dictionary(ended.map { ($0.monday, $0) }, uniquingKeysWith: { one, _ in one })
    sheet = PlanStateSummary(plan)
    var nextIdentity = traced.nextIdentity
    let now = TracedState(
      PlanStateSummaries.Step(sheet: sheet), on: plan.today, after: traced.last.map { [$0] } ?? [], renames: [:],
      nextIdentity: &nextIdentity)
    traces = now.traces
    identities = now.identities
    goalIdentities = now.goalIdentities
    currentGoals = Dictionary(
      now.goalIdentities.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
    lost = now.lost
    for seen in kept.uncommitted.sorted(by: { $0.day < $1.day }) { see(seen) }
  }

  /// The same past of a plan that was changed.
  package func current(_ changed: Plan) -> PlanHistory {
    PlanHistory(traced, current: changed, snapshots: snapshots, kept: kept, calendars: calendars)
  }

  /// Takes in what a review counted before a commit showed it.
  private mutating func see(_ uncommitted: KeptPast.Uncommitted) {
    var known: [String: Int] = [:]
    func add(_ sheet: PlanStateSummary, _ identities: [Int]) {
      for (milestone, identity) in zip(sheet.milestones, identities) {
        known[sheet.goals[milestone.goal].id + "/" + milestone.id] = identity
      }
    }
    add(sheet, identities)
    // What it was called then.
    if let state = state(atEndOf: uncommitted.day) { add(traced.sheet(of: state), traced.identities[state]) }
    for progress in uncommitted.progress {
      guard let identity = known[progress.name] else { continue }
      if let index = identities.firstIndex(of: identity) {
        traces[index].see(progress, on: uncommitted.day)
      } else if let index = lost.firstIndex(where: { $0.trace.identity == identity }) {
        lost[index].trace.see(progress, on: uncommitted.day)
      }
    }
  }

  // MARK: States

  /// The plan at the end of a day, as the last commit until then left it; nil where nothing is older.
  package func plan(atEndOf day: Day) -> Plan? {
    state(atEndOf: day).map { Plan(reading: past.states[$0].snapshot, today: day) }
  }

  func state(atEndOf day: Day) -> Int? { traced.state(atEndOf: day) }

  /// Minutes of effort in the plan by goal of the current plan at the end of a day: what was written then, else what
  /// counts now; cancelled ones left out.
  func scope(atEndOf day: Day, effort: (Int) -> Int) -> [Int]? {
    guard day < plan.today else {
      return scope(sheet, identities, sheet.goals.indices.map { $0 }, effort)
    }
    guard let state = state(atEndOf: day) else { return nil }
    let goals = traced.goalIdentities[state].map { currentGoals[$0] }
    return scope(traced.sheet(of: state), traced.identities[state], goals, effort)
  }

  private func scope(
    _ sheet: PlanStateSummary, _ identities: [Int], _ goals: [Int?], _ effort: (Int) -> Int
  ) -> [Int] {
    var current: [Int: Int] = [:]
    for (index, trace) in traces.enumerated() { current[trace.identity] = index }
    var minutes = [Int](repeating: 0, count: plan.goals.count)
    for (index, milestone) in sheet.milestones.enumerated() where milestone.state != .cancelled {
      let now = current[identities[index]]
      guard let goal = now.map({ plan.milestones[$0].goal }) ?? goals[milestone.goal] else { continue }
      minutes[goal] += milestone.effort ?? now.map(effort) ?? 0
    }
    return minutes
  }

  // MARK: Ticks

  /// When a milestone was done: `done:`, else what history saw; nil where it is open, or nothing saw it.
  package func done(milestone index: Int) -> SeenDone? {
    let milestone = plan.milestones[index]
    guard milestone.state == .done else { return nil }
    return milestone.done.map { SeenDone(day: $0, since: $0) } ?? traces[index].own
  }

  /// When a task was done; tasks with sub-tasks have no day of their own.
  package func done(task: Int, of milestone: Int) -> SeenDone? {
    let line = plan.tasks[task]
    guard line.state == .done, line.isLeaf else { return nil }
    if let done = line.done { return SeenDone(day: done, since: done) }
    let tasks = plan.milestones[milestone].tasks
    let box = tasks.lowerBound..<task
    return traces[milestone].boxes[box.filter { plan.tasks[$0].isLeaf }.count]
  }

  /// The boxes that were ticked after the end of `day` and still are, each with its day.
  package func ticks(after day: Day) -> [SeenTick] {
    var ticks: [SeenTick] = []
    for (index, milestone) in plan.milestones.enumerated() {
      if let seen = done(milestone: index), seen.isExact, seen.day > day {
        ticks.append(SeenTick(box: .milestone(index), day: seen.day))
      }
      for task in milestone.tasks {
        if let seen = done(task: task, of: index), seen.isExact, seen.day > day {
          ticks.append(SeenTick(box: .task(task), day: seen.day))
        }
      }
    }
    return ticks
  }

  /// The first day on which an open milestone with a wait had no work left, by milestone; of one without work, the day on which
  /// the last of what it came after was complete.
  package var handedOver: [Int: Day] {
    var days: [Int: Day] = [:]
    for (index, milestone) in plan.milestones.enumerated() where milestone.state == .open && milestone.wait != nil {
      let boxes = zip(sheet.milestones[index].boxes, traces[index].boxes)
      if let progress = milestone.progress {
        if progress.isFull { days[index] = traces[index].growths.last?.seen.day }
      } else if !sheet.milestones[index].boxes.isEmpty, boxes.allSatisfy({ $0.0.state != .open }) {
        days[index] = boxes.compactMap { $0.0.done ?? $0.1?.day }.max()
      } else if sheet.milestones[index].boxes.isEmpty {
        days[index] = milestone.met.compactMap { done(milestone: $0)?.day }.max()
      }
    }
    return days
  }

  // MARK: Estimates and dates

  /// A milestone's dates, the first one first; nil is no date.
  package func dues(of milestone: Int) -> [DatedValue<Day?>] { traces[milestone].dues }
  /// A milestone's written estimates in minutes, the first one first; nil is none.
  package func efforts(of milestone: Int) -> [DatedValue<Int?>] { traces[milestone].efforts }
}

extension Plan {
  /// The goals that are being worked on.
  package var activeGoals: [Int] { goals.indices.filter { goals[$0].status == .active } }
}
