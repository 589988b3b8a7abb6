package import PlanDocuments

/// What is known of the plan's past: when boxes were ticked, what was estimated and promised first, and every move.
///
/// From the states that git has and the plan as it stands; a `done:` date wins over what git has seen. What history
/// cannot know is told apart: a box that the first commit shows ticked has no day.
package struct PlanHistory: Sendable {
  package let plan: Plan
  package let past: VaultPast
  /// The plan's own day of the first state; nil where there is no history.
  package var firstDay: Day? { past.states.first?.day }
  /// What review notes remember, oldest first: for vaults without git.
  let snapshots: [ReviewSnapshot]
  /// One for each of `Plan.milestones`.
  let traces: [MilestoneTrace]
  let lost: [TracedState.Lost]
  let sheet: PlanSheet
  /// The states on the line that led to today, oldest first: their days never fall.
  let line: [(day: Day, state: Int)]
  /// By state, what the milestones of its sheet are.
  let sheets: [PlanSheet]
  private let identities: [[Int]]

  /// - Parameter snapshots: what review notes remember, in any order; they count where `past` is empty.
  package init(_ past: VaultPast, current plan: Plan, snapshots: [ReviewSnapshot] = []) {
    self.plan = plan
    self.past = past
    self.snapshots = snapshots.filter { $0.day < plan.today }.sorted { $0.day < $1.day }
    // No state is from tomorrow, whatever the clock said.
    let days = past.states.map { min($0.day, plan.today) }
    sheets = Self.sheets(of: past, today: plan.today)
    var nextIdentity = 0
    var states: [TracedState?] = []
    var children = [Int](repeating: 0, count: past.states.count)
    for state in past.states { for parent in state.parents { children[parent] += 1 } }
    var identities: [[Int]] = []
    identities.reserveCapacity(past.states.count)
    for (index, state) in past.states.enumerated() {
      let parents = state.parents.compactMap { states[$0] }
      let traced = TracedState(
        sheets[index], on: days[index], after: parents, renames: state.renames, nextIdentity: &nextIdentity)
      identities.append(traced.traces.map(\.identity))
      states.append(traced)
      for parent in state.parents {
        children[parent] -= 1
        if children[parent] == 0 { states[parent] = nil }
      }
    }
    self.identities = identities
    sheet = PlanSheet(plan)
    let last = states.last.flatMap(\.self)
    let now = TracedState(
      sheet, on: plan.today, after: last.map { [$0] } ?? [], renames: [:], nextIdentity: &nextIdentity)
    traces = now.traces
    lost = now.lost
    line = Self.line(past, days)
  }

  private static func line(_ past: VaultPast, _ days: [Day]) -> [(day: Day, state: Int)] {
    var line: [(day: Day, state: Int)] = []
    var next = past.states.indices.last
    while let index = next {
      // A commit was not made after one that follows it.
      line.append((min(days[index], line.last?.day ?? days[index]), index))
      next = past.states[index].parents.first
    }
    return line.reversed()
  }

  /// A sheet takes longer to make than to compare: states that share all files share it.
  private static func sheets(of past: VaultPast, today: Day) -> [PlanSheet] {
    past.states.map { PlanSheet(Plan(reading: $0.snapshot, today: min($0.day, today))) }
  }

  // MARK: States

  /// The plan at the end of a day, as the last commit until then left it; nil where nothing is older.
  package func plan(atEndOf day: Day) -> Plan? {
    state(atEndOf: day).map { Plan(reading: past.states[$0].snapshot, today: day) }
  }

  func state(atEndOf day: Day) -> Int? { line.last { $0.day <= day }?.state }

  /// Minutes of effort in the plan by goal of the current plan at the end of a day: what was written then, else what
  /// counts now; cancelled ones left out.
  func scope(atEndOf day: Day, effort: (Int) -> Int) -> [Int]? {
    guard day < plan.today else {
      return scope(sheet, traces.map(\.identity), effort)
    }
    guard let state = state(atEndOf: day) else { return nil }
    return scope(sheets[state], identities[state], effort)
  }

  private func scope(_ sheet: PlanSheet, _ identities: [Int], _ effort: (Int) -> Int) -> [Int] {
    var current: [Int: Int] = [:]
    for (index, trace) in traces.enumerated() { current[trace.identity] = index }
    var goals: [String: Int] = [:]
    for (index, goal) in plan.goals.enumerated() { goals[goal.id] = index }
    var minutes = [Int](repeating: 0, count: plan.goals.count)
    for (index, milestone) in sheet.milestones.enumerated() where milestone.state != .cancelled {
      let now = current[identities[index]]
      guard let goal = now.map({ plan.milestones[$0].goal }) ?? goals[sheet.goals[milestone.goal].id] else { continue }
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
  package func ticks(after day: Day) -> [ReviewEvidence.Tick] {
    var ticks: [ReviewEvidence.Tick] = []
    for (index, milestone) in plan.milestones.enumerated() {
      if let seen = done(milestone: index), seen.isExact, seen.day > day {
        ticks.append(ReviewEvidence.Tick(box: .milestone(index), day: seen.day))
      }
      for task in milestone.tasks {
        if let seen = done(task: task, of: index), seen.isExact, seen.day > day {
          ticks.append(ReviewEvidence.Tick(box: .task(task), day: seen.day))
        }
      }
    }
    return ticks
  }

  /// The first day on which an open milestone with a wait had no work left, by milestone.
  package var handedOver: [Int: Day] {
    var days: [Int: Day] = [:]
    for (index, milestone) in plan.milestones.enumerated() where milestone.state == .open && milestone.wait != nil {
      let boxes = zip(sheet.milestones[index].boxes, traces[index].boxes)
      if let progress = milestone.progress {
        if progress.isFull { days[index] = traces[index].growths.last?.seen.day }
      } else if !sheet.milestones[index].boxes.isEmpty, boxes.allSatisfy({ $0.0.state != .open }) {
        days[index] = boxes.compactMap { $0.0.done ?? $0.1?.day }.max()
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
