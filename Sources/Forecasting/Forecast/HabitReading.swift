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
    let fits = DividedWeeks(divided.map(\.week), history, scheduled)
    var (held, weight) = (0.5 * Self.priorWeeks, Self.priorWeeks)
    for (index, entry) in divided.enumerated() {
      guard let share = fits.shareInOrder(of: index) else { continue }
      held += entry.weight * share
      weight += entry.weight
    }
    self.init(
      orderShare: held / weight, orderWeight: weight, shares: sums, needShare: fits.needShare, concentration: 3 + known)
  }
}
