package import PlanDocuments

/// The plan at the ends of past days and today, and what was done between: ticks with their days, work by the week.
package struct PlanHistory: Sendable {
  package struct State: Sendable {
    package var day: Day
    package var plan: Plan
    package var work: RemainingWork

    package init(day: Day, plan: Plan) {
      self.day = day
      self.plan = plan
      work = RemainingWork(in: plan, hours: WorkHours(of: plan))
    }
  }

  /// Oldest first; the last is the plan as it stands today, uncommitted changes included.
  package let states: [State]

  /// - Parameter past: in any order.
  package init(past: [State], current plan: Plan) {
    let past = past.filter { $0.day < plan.today }.sorted { $0.day < $1.day }
    states = past + [State(day: plan.today, plan: plan)]
  }

  /// The plan at the end of a day; nil where nothing is older.
  package func state(atEndOf day: Day) -> State? {
    states.last { $0.day <= day }
  }

  /// The boxes that are ticked now and were not at the end of `day`, each with the first day that shows it ticked.
  ///
  /// A box is followed by its milestone's name and its own title.
  package func ticks(after day: Day) -> [ReviewEvidence.Tick] {
    guard let now = states.last, let before = state(atEndOf: day) else { return [] }
    let later = states.filter { $0.day > day }.map { ($0.day, Boxes(of: $0.plan)) }
    let atFirst = Boxes(of: before.plan)
    var ticks: [ReviewEvidence.Tick] = []
    for (index, milestone) in now.plan.milestones.enumerated() {
      let name = now.plan.name(of: index)
      if milestone.state == .done, !atFirst.ticked.contains(Boxes.Key(milestone: name, task: nil)) {
        let first = later.first { $0.1.ticked.contains(Boxes.Key(milestone: name, task: nil)) }
        ticks.append(ReviewEvidence.Tick(box: .milestone(index), day: first?.0 ?? now.day))
      }
      for task in milestone.tasks where now.plan.tasks[task].state == .done && now.plan.tasks[task].isLeaf {
        let key = Boxes.Key(milestone: name, task: now.plan.title(ofTask: task, of: index))
        guard !atFirst.ticked.contains(key) else { continue }
        let first = later.first { $0.1.ticked.contains(key) }
        ticks.append(ReviewEvidence.Tick(box: .task(task), day: first?.0 ?? now.day))
      }
    }
    return ticks
  }

  /// The work of past ISO weeks: effort times the growth of progress, by goal; oldest first, this week's last.
  ///
  /// - Parameters:
  ///   - count: how many weeks at most; none before the first state.
  ///   - last: the last day that counts.
  package func weeks(_ count: Int, through last: Day) -> [ReviewEvidence.WeekOfWork] {
    guard let first = states.first, let now = states.last else { return [] }
    let hours = WorkHours(of: now.plan)
    let oldest = max(first.day.monday + (first.day.weekday == .monday ? 0 : 7), last.monday - 7 * (count - 1))
    guard oldest <= last.monday else { return [] }
    let free = FreeHours(hours, today: oldest, from: oldest, through: last)
    return stride(from: 0, through: last.monday - oldest, by: 7).map { offset in
      let monday = oldest + offset
      let end = min(monday + 6, last)
      let minutes = work(from: state(atEndOf: monday - 1), to: state(atEndOf: end))
      let days = (0...(end - monday)).map { monday + $0 }
      let available = days.reduce(0) { sum, day in
        sum + (free.sharedMinutes(on: day) ?? now.plan.activeGoals.reduce(0) { $0 + (free.minutes(goal: $1, on: day) ?? 0) })
      }
      return ReviewEvidence.WeekOfWork(monday: monday, minutes: minutes, freeMinutes: available)
    }
  }

  /// Minutes by goal of the current plan.
  private func work(from before: State?, to after: State?) -> [Int: Int] {
    guard let before, let after, let now = states.last else { return [:] }
    var shares: [String: Double] = [:]
    for milestone in before.plan.milestones.indices {
      shares[before.plan.name(of: milestone)] = before.work[milestone].doneShare
    }
    var goals: [String: Int] = [:]
    for goal in now.plan.goals.indices { goals[now.plan.goals[goal].id] = goal }
    var minutes: [Int: Int] = [:]
    for milestone in after.plan.milestones.indices where after.plan.milestones[milestone].state != .cancelled {
      let grown = after.work[milestone].doneShare - (shares[after.plan.name(of: milestone)] ?? 0)
      guard grown > 0, let goal = goals[after.plan.goals[after.plan.milestones[milestone].goal].id] else { continue }
      minutes[goal, default: 0] += Int((grown * Double(after.work[milestone].effort)).rounded())
    }
    return minutes
  }
}

extension Plan {
  /// The goals that are being worked on.
  package var activeGoals: [Int] { goals.indices.filter { goals[$0].status == .active } }

  func title(ofTask task: Int, of milestone: Int) -> String {
    documents[milestones[milestone].document].title(of: Int(tasks[task].item))
  }
}

/// The ticked boxes of a plan, by names that stay the same from commit to commit.
private struct Boxes {
  struct Key: Hashable {
    var milestone: String
    /// The task's title; nil is the milestone's own box.
    var task: String?
  }

  var ticked: Set<Key> = []

  init(of plan: Plan) {
    for (index, milestone) in plan.milestones.enumerated() {
      let name = plan.name(of: index)
      if milestone.state == .done { ticked.insert(Key(milestone: name, task: nil)) }
      for task in milestone.tasks where plan.tasks[task].state == .done {
        ticked.insert(Key(milestone: name, task: plan.title(ofTask: task, of: index)))
      }
    }
  }
}
