import PlanDocuments

/// Finds the stretches of days in which two goals or more want more hours than there are.
///
/// A goal that does not fit alone takes part: fewer hours never take a conflict away.
struct ConflictSearch {
  /// After the first conflict only work outside its days is looked at, and so on: more than these help nobody.
  private static let most = 5
  private let scheduleCase: ScheduleCase
  private let isNever: [Bool]
  private let mostSteps: Int

  /// - Parameters:
  ///   - isNever: goals whose hours do not come within ten years: they want none.
  ///   - mostSteps: roughly how much may be computed, in days times goals.
  init(_ scheduleCase: ScheduleCase, isNever: [Bool], mostSteps: Int = 2_000_000) {
    self.scheduleCase = scheduleCase
    self.isNever = isNever
    self.mostSteps = mostSteps
  }

  func conflicts() -> [PlanSchedule.Conflict] {
    let network = scheduleCase.network
    let windows = DemandWindows(scheduleCase) {
      isNever[network.goal[$0]] ? JobTime.never : ScheduleCase.ownLatestFinish($0, network, target: scheduleCase.target)
    }
    var jobs = windows.jobs.filter { !isNever[network.goal[$0]] }
    var conflicts: [PlanSchedule.Conflict] = []
    var stepsLeft = mostSteps
    while conflicts.count < Self.most, !jobs.isEmpty {
      var intervals = WorkIntervals(
        scheduleCase, jobs: jobs, from: windows.first, through: windows.last, betweenGoals: true)
      guard let excess = intervals.largestExcess(atLeast: 1, mostSteps: stepsLeft, stopsAtFirst: false) else { break }
      stepsLeft /= 2
      conflicts.append(PlanSchedule.Conflict(excess, today: network.today))
      jobs.removeAll { windows.first[$0] <= excess.last && windows.last[$0] >= excess.first }
    }
    return conflicts
  }
}

extension PlanSchedule.Conflict {
  init(_ excess: WorkIntervals.Excess, today: Day) {
    self.init(
      days: DayRange(today + excess.first, today + excess.last),
      demands: excess.demand.enumerated().filter { $0.element > 0 }
        .map { PlanSchedule.Conflict.Demand(goal: $0.offset, minutes: $0.element) }
        .sorted { ($1.minutes, $0.goal) < ($0.minutes, $1.goal) },
      freeMinutes: excess.capacity)
  }
}
