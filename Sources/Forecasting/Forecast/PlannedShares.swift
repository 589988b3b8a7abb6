import PlanDocuments
import PlanModel
import Scheduling

/// Where a plan puts the hours, by goal of the plan of today.
struct PlannedShares {
  var shares: [Double]
  /// The goals that the person had put before all others.
  private(set) var first: Set<Int> = []
  private let scheduled: ScheduledPlan

  init(_ scheduled: ScheduledPlan) {
    self.scheduled = scheduled
    shares = scheduled.plan.goals.map { _ in 0 }
  }

  /// Half by the plan's next eight weeks, half by what each goal needs a week until its target.
  func soon(_ isOpen: [Bool]) -> [Double] {
    let today = scheduled.problem.today
    var planned = shares
    var needed = shares
    for (index, job) in scheduled.problem.jobs.enumerated() {
      let minutes = Double(scheduled.work[job.milestone].remaining)
      let weeks = scheduled.problem.goals[job.goal].target.map { max(1, Double($0 - today) / 7) } ?? 26
      needed[job.goal] += minutes / weeks
      for portion in scheduled.schedule.jobs[index].portions where portion.day < today + 56 {
        planned[job.goal] += Double(portion.minutes)
      }
    }
    let sums = (planned.reduce(0, +), needed.reduce(0, +))
    return isOpen.indices.map { goal in
      guard isOpen[goal] else { return 0 }
      return 0.5 * planned[goal] / max(1e-9, sums.0) + 0.5 * needed[goal] / max(1e-9, sums.1)
    }
  }

  /// What a week's plan would have done first with the hours that were worked in it; nil where nothing is known of it.
  init?(_ history: PlanHistory, _ week: PastWeeks.Week) {
    guard let state = history.state(atEndOf: week.monday - 1) else { return nil }
    self.init(ScheduledPlan(Plan(reading: history.past.states[state].snapshot, today: week.monday), extent: .rough))
    shares = week.minutes.map { _ in 0 }
    var turns: [(place: Int, goal: Int, minutes: Double)] = []
    for (index, job) in scheduled.problem.jobs.enumerated() {
      let dates = scheduled.schedule.jobs[index]
      if let first = dates.earliestStart, first > week.monday + 6 { continue }
      for turn in dates.turns { turns.append((turn.place, job.goal, Double(turn.minutes))) }
    }
    turns.sort { $0.place < $1.place }
    var left = week.total
    let pace = min(1, week.total / Double(max(1, week.freeMinutes)))
    var free = FreeHours(scheduled.hours, today: week.monday, from: week.monday, through: week.monday + 6)
    var room = scheduled.plan.goals.indices.map { goal in
      Double(free.ownMinutes(goal: goal, from: week.monday, through: week.monday + 6)) * pace
    }
    var taken = scheduled.plan.goals.map { _ in 0.0 }
    for turn in turns where left > 0 {
      let part = min(turn.minutes, left, room[turn.goal])
      taken[turn.goal] += part
      room[turn.goal] -= part
      left -= part
    }
    let sum = max(1e-9, taken.reduce(0, +))
    let today = Dictionary(
      history.plan.goals.indices.map { (history.plan.goals[$0].id, $0) }, uniquingKeysWith: { one, _ in one })
    for (goal, minutes) in taken.enumerated() where minutes > 0 {
      guard let now = today[scheduled.plan.goals[goal].id] else { continue }
      shares[now] += minutes / sum
      if let last = scheduled.plan.goals[goal].first, last >= week.monday { first.insert(now) }
    }
  }
}
