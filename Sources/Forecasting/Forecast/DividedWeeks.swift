import PlanDocuments
import PlanModel
import Scheduling

/// How past weeks were really divided among the goals, beside what each way of dividing them would have done.
///
/// A way fits a week by the share of its hours that both put on the same goals.
struct DividedWeeks {
  /// At most so many past weeks are planned again, and fewer in large plans.
  private static let weeksPlannedAgain = 16
  private static let jobsPlannedAgain = 2_000
  /// How much likelier a way is, as a logarithm, for a week that it fits wholly than for one that it fits not at all.
  private static let clearness = 6.0
  /// As many weeks as this count as kept to before there are any.
  private static let keptBefore = 2.0
  /// Before anything is known.
  private static let prior: [HabitModel.Way: Double] = [
    .order: 0.3, .need: 0.2, .favourites: 0.2, .turns: 0.15, .shares: 0.15,
  ]

  /// By week and goal, the shares of the hours.
  private let shares: [[Double]]
  private let weeks: [PastWeeks.Week]
  private let goals: Range<Int>
  /// The shares that a goal is given before anything is known.
  private let usual: [Double]
  /// By goal, of all weeks' shares.
  private let sums: [Double]

  /// - Parameter usual: by goal, the shares that the plan would give.
  init(_ weeks: [PastWeeks.Week], usual: [Double]) {
    self.weeks = weeks
    self.usual = usual
    goals = usual.indices
    let shares = weeks.map { week in week.minutes.map { $0 / max(1e-9, week.total) } }
    sums = usual.indices.map { goal in shares.reduce(0) { $0 + $1[goal] } }
    self.shares = shares
  }

  /// How likely each way is, and how likely the person keeps to what was put first.
  ///
  /// - Parameter weights: of the weeks.
  func ways(
    weights: [Double], _ history: PlanHistory, _ scheduled: ScheduledPlan
  ) -> (chances: [HabitModel.Way: Double], keeping: Double) {
    let needed = needed(scheduled)
    let lastWeeks = goals.map { goal in weeks.lastIndex { $0.minutes[goal] > 0 } ?? -1 }
    let isOpen = goals.map { scheduled.remainingMinutes(ofGoal: $0) > 0 }
    let count = min(Self.weeksPlannedAgain, Self.jobsPlannedAgain / max(1, scheduled.problem.jobs.count))
    var sums = Dictionary(uniqueKeysWithValues: HabitModel.Way.allCases.map { ($0, 0.0) })
    var lastTurn = goals.map { _ in -1 }
    // What is put first is kept to until weeks show otherwise.
    var kept = (share: Self.keptBefore, weight: Self.keptBefore)
    for week in weeks.indices {
      defer { for goal in goals where shares[week][goal] > 0.5 { lastTurn[goal] = week } }
      // What can be worked on in the week, as far as it shows.
      let open = goals.filter { weeks[week].freeOfGoal[$0] > 0 && (isOpen[$0] || lastWeeks[$0] >= week) }
      guard open.count > 1 else { continue }
      var fits: [HabitModel.Way: Double] = [
        .need: fit(week, needed[week]), .shares: fit(week, steady(without: week)),
        .favourites: fit(
          week, firstOf: favourites(in: week, open), among: open, gets: HabitModel.shareOfFavourite),
        .turns: fit(week, firstOf: next(of: open, lastTurn), among: open, gets: HabitModel.shareOfTurn),
      ]
      if week >= weeks.count - count, let planned = PlannedShares(history, weeks[week]) {
        fits[.order] = fit(week, planned.shares)
        let first = planned.first.reduce(0) { $0 + planned.shares[$1] }
        if first > 0 {
          let done = planned.first.reduce(0) { $0 + min(shares[week][$1], planned.shares[$1]) }
          kept.share += weights[week] * done / first
          kept.weight += weights[week]
        }
      }
      // Where nobody knows the plan of then, the week speaks neither for nor against it.
      let known = fits.values.reduce(0, +) / Double(fits.count)
      for way in HabitModel.Way.allCases { sums[way, default: 0] += weights[week] * (fits[way] ?? known) }
    }
    let most = sums.values.max() ?? 0
    let chances = sums.map { way, sum in
      (way, (Self.prior[way] ?? 0) * Exponentials.exp(max(-30, Self.clearness * (sum - most))))
    }
    return (Dictionary(uniqueKeysWithValues: chances), kept.share / kept.weight)
  }

  /// By goal, its place in the order of turns: the goal that had none for longest is first.
  var turnPlaces: [Int] {
    let last = goals.map { goal in weeks.lastIndex { $0.minutes[goal] > 0 } ?? -1 }
    var places = goals.map { _ in 0 }
    for (place, goal) in goals.sorted(by: { (last[$0], $0) < (last[$1], $1) }).enumerated() { places[goal] = place }
    return places
  }

  // MARK: Ways

  private func fit(_ week: Int, _ wanted: [Double]) -> Double {
    goals.reduce(0) { $0 + min(shares[week][$1], wanted[$1]) }
  }

  /// The mean of the other weeks, and of one in which all goes as usual.
  private func steady(without week: Int) -> [Double] {
    goals.map { goal in
      (sums[goal] - shares[week][goal] + usual[goal]) / Double(shares.count)
    }
  }

  /// How well a week fits if one of some goals is first in it and nobody knows which: as well as it is likely for all of
  /// them.
  private func fit(_ week: Int, firstOf some: [Int], among open: [Int], gets share: Double) -> Double {
    let others = (1 - share) / Double(open.count - 1)
    let all = open.reduce(0) { $0 + min(shares[week][$1], others) }
    let likely = some.reduce(0) { sum, goal in
      let fit = all + min(shares[week][goal], share) - min(shares[week][goal], others)
      return sum + Exponentials.exp(Self.clearness * fit)
    }
    return Exponentials.log(likely / Double(max(1, some.count))) / Self.clearness
  }

  /// The goal that was worked on most in the weeks before, the last ones counting most; all where none was.
  private func favourites(in week: Int, _ open: [Int]) -> [Int] {
    var liking = goals.map { _ in 0.0 }
    for before in max(0, week - 4)..<week {
      for goal in open { liking[goal] = liking[goal] / 2 + shares[before][goal] }
    }
    let most = open.max { liking[$0] < liking[$1] }
    return most.map { liking[$0] > 0 ? [$0] : open } ?? open
  }

  /// The goals that had their last turn the longest ago.
  private func next(of open: [Int], _ lastTurn: [Int]) -> [Int] {
    let least = open.map { lastTurn[$0] }.min() ?? -1
    return open.filter { lastTurn[$0] == least }
  }

  /// By week, the shares that go to each goal if each gets what it needs a week until its target.
  private func needed(_ scheduled: ScheduledPlan) -> [[Double]] {
    var left = goals.map { Double(scheduled.remainingMinutes(ofGoal: $0)) }
    var needed: [[Double]] = []
    for week in weeks.reversed() {
      for goal in goals { left[goal] += week.minutes[goal] }
      let needs = goals.map { goal -> Double in
        guard week.freeOfGoal[goal] > 0 else { return 0 }
        let end = scheduled.problem.goals[goal].target ?? week.monday + 182
        return left[goal] / max(1, Double(end - week.monday) / 7)
      }
      let sum = max(1e-9, needs.reduce(0, +))
      needed.append(needs.map { $0 / sum })
    }
    return needed.reversed()
  }
}
