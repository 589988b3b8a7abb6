import PlanDocuments
import PlanModel
import Scheduling

extension HabitModel {
  /// Weeks that the prior weighs as much as.
  private static let priorWeeks = 4.0
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
    var divided: [PastWeeks.Week] = []
    var weights: [Double] = []
    for (index, week) in weeks.enumerated() where week.total > 0 {
      let age = Double(weeks.count - 1 - index)
      let weight = Exponentials.exp(-Exponentials.logarithmOf2 * age / Self.halfLifeWeeks)
      divided.append(week)
      weights.append(weight)
      for goal in isOpen.indices where isOpen[goal] {
        sums[goal] += weight * week.minutes[goal] / week.total
        known += weight * week.minutes[goal] / week.total
      }
    }
    let past = DividedWeeks(divided, usual: wanted)
    let ways = past.ways(weights: weights, history, scheduled)
    self.init(
      chances: ways.chances, shares: sums, concentration: 3 + known, turnPlaces: past.turnPlaces,
      keeping: ways.keeping)
  }
}
