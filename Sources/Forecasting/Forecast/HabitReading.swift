import PlanDocuments
import PlanModel
import Scheduling

extension HabitModel {
  /// Weeks that the prior weighs as much as.
  private static let priorWeeks = 4.0
  /// At most so many past weeks are planned again.
  private static let weeksPlannedAgain = 16
  private static let halfLifeWeeks = 10.0

  /// What the past says of how a person divides the hours; nil where nothing is shared by two goals or more.
  init?(_ history: PlanHistory, _ scheduled: ScheduledPlan, _ weeks: [PastWeeks.Week]) {
    guard scheduled.hours.isShared else { return nil }
    let plan = scheduled.plan
    let isOpen = plan.goals.indices.map {
      scheduled.schedule.goals.indices.contains($0) && scheduled.schedule.goals[$0].hasJobs
    }
    guard isOpen.count(where: { $0 }) > 1 else { return nil }
    let wanted = PlannedShares(scheduled).soon(isOpen)
    var known = 0.0
    var sums = wanted.map { $0 * Self.priorWeeks }
    var divided: [(week: PastWeeks.Week, weight: Double)] = []
    for (index, week) in weeks.enumerated() where week.total > 0 {
      let age = Double(weeks.count - 1 - index)
      let weight = Exponentials.exp(-Exponentials.logarithmOf2 * age / Self.halfLifeWeeks)
      divided.append((week, weight))
      for goal in isOpen.indices where isOpen[goal] {
        sums[goal] += weight * week.minutes[goal] / week.total
        known += weight * week.minutes[goal] / week.total
      }
    }
    let total = sums.reduce(0, +)
    let shares = sums.map { $0 / max(total, 1e-9) }
    var (held, weight) = (0.5 * Self.priorWeeks, Self.priorWeeks)
    for (week, recency) in divided.suffix(Self.weeksPlannedAgain) {
      guard let planned = PlannedShares(history, week) else { continue }
      let together = (0..<shares.count).reduce(0) { $0 + min(week.minutes[$1] / week.total, planned.shares[$1]) }
      held += recency * together
      weight += recency
    }
    self.init(
      orderShare: held / weight, orderWeight: weight, shares: shares, concentration: 3 + known)
  }
}

/// Where a plan puts the hours, by goal of the plan of today.
struct PlannedShares {
  var shares: [Double]
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
    for (goal, minutes) in taken.enumerated() where minutes > 0 {
      guard let now = history.plan.goals.firstIndex(where: { $0.id == scheduled.plan.goals[goal].id }) else { continue }
      shares[now] += minutes / sum
    }
  }
}
