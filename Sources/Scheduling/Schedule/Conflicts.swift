import PlanDocuments

/// Finds the stretches of days in which goals that would each fit by themselves want more hours than there are.
struct ConflictSearch {
  /// After the first conflict only work outside its days is looked at, and so on: more than these help nobody.
  private static let most = 5
  private let scheduleCase: ScheduleCase
  private let fits: [Bool]
  private let mostSteps: Int

  /// - Parameters:
  ///   - fits: the goals that fit alone; the others are reported as such, and left out here.
  ///   - mostSteps: roughly how much may be computed, in days times goals.
  init(_ scheduleCase: ScheduleCase, fits: [Bool], mostSteps: Int = 2_000_000) {
    self.scheduleCase = scheduleCase
    self.fits = fits
    self.mostSteps = mostSteps
  }

  func conflicts() -> [PlanSchedule.Conflict] {
    let network = scheduleCase.network
    let limit = (0..<network.count).map { job -> Int in
      let limit = ScheduleCase.ownLimit(job, network, target: scheduleCase.target)
      return limit == JobNetwork.none || !fits[network.goal[job]] ? LevellingView.noLimit : limit
    }
    let windows = ChainWindows(scheduleCase, limit: limit)
    var jobs = windows.jobs.filter {
      fits[network.goal[$0]] && windows.latestFinish[$0] >= network.earliest[$0]
    }
    var conflicts: [PlanSchedule.Conflict] = []
    var stepsLeft = mostSteps
    while conflicts.count < Self.most, !jobs.isEmpty {
      var intervals = WorkIntervals(scheduleCase, jobs: jobs, from: network.earliest, through: windows.latestFinish)
      guard let excess = intervals.largestExcess(atLeast: 1, mostSteps: stepsLeft, stopsAtFirst: false) else { break }
      stepsLeft /= 2
      conflicts.append(PlanSchedule.Conflict(excess, today: network.today))
      jobs.removeAll { network.earliest[$0] <= excess.last && windows.latestFinish[$0] >= excess.first }
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
