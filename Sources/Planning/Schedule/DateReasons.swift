import PlanDocuments

/// Says for each date what made it: the chain from the date back to its cause.
struct DateReasons {
  /// Longer stretches are not searched for those who took the hours.
  private static let mostDays = 60
  private static let mostNames = 3

  private let scheduleCase: ScheduleCase
  private let schedule: PlanSchedule
  private let forward: Leveller
  /// Jobs at work by day from the first day of the plan.
  private var atWork: [[(job: Int32, minutes: Int32)]] = []

  /// - Parameter forward: the run that made the plan.
  init(_ scheduleCase: ScheduleCase, _ schedule: PlanSchedule, forward: Leveller) {
    self.scheduleCase = scheduleCase
    self.schedule = schedule
    self.forward = forward
    let today = scheduleCase.network.today
    for (job, dates) in schedule.jobs.enumerated() {
      for portion in dates.portions {
        let time = portion.day - today
        while atWork.count <= time { atWork.append([]) }
        atWork[time].append((Int32(job), Int32(portion.minutes)))
      }
    }
  }

  func completion(of job: Int) -> [PlanSchedule.Reason] {
    let network = scheduleCase.network
    guard let completion = schedule.jobs[job].completion else { return [] }
    if let fixed = day(network.fixed[job]), completion == fixed { return [.fixed(fixed)] }
    var reasons: [PlanSchedule.Reason] = []
    if network.wait[job] > 0 { reasons.append(.wait(days: network.wait[job])) }
    if network.handedOver[job] != JobNetwork.none { return reasons }
    let release = forward.release[job]
    if forward.finish[job] > release {
      reasons.append(.hours(takenBy: others(than: job, from: release, through: forward.finish[job])))
    }
    for edge in scheduleCase.forwardEdges.range(job) {
      let before = scheduleCase.forwardEdges.targets[edge]
      guard forward.finish[before] + scheduleCase.forwardEdges.lags[edge] >= release || isEvent(before, endingBy: release),
        let ended = schedule.jobs[before].completion
      else { continue }
      reasons.append(.after(job: before, completion: ended))
      return reasons
    }
    reasons.append(release > 0 ? .start(network.today + release) : .today)
    return reasons
  }

  /// A fixed milestone after whose day something begins.
  private func isEvent(_ job: Int, endingBy release: Int) -> Bool {
    scheduleCase.network.fixed[job] != JobNetwork.none && scheduleCase.network.fixed[job] + 1 == release
  }

  /// Why a job must be complete on the latest day that its goal alone allows.
  func must(of job: Int, _ placing: AlonePlacing) -> [PlanSchedule.Reason] {
    let network = scheduleCase.network
    guard placing.start[job] != AlonePlacing.unbound else { return [] }
    if let fixed = day(network.fixed[job]) { return [.fixed(fixed)] }
    var reasons: [PlanSchedule.Reason] = []
    if network.wait[job] > 0 { reasons.append(.wait(days: network.wait[job])) }
    let finish = -placing.start[job]
    let target = scheduleCase.target[network.goal[job]]
    for edge in scheduleCase.backwardEdges.range(job) {
      let after = scheduleCase.backwardEdges.targets[edge]
      guard placing.last[after] != AlonePlacing.unbound else { continue }
      if -placing.last[after] - scheduleCase.backwardEdges.lags[edge] == finish {
        reasons.append(.before(job: after, latestStart: network.today - placing.last[after]))
        return reasons
      }
    }
    if let day = day(target) { reasons.append(.target(goal: network.goal[job], day)) }
    return reasons
  }

  private func day(_ time: Int) -> Day? {
    time == JobNetwork.none ? nil : scheduleCase.network.today + time
  }

  /// Who worked in a stretch of days, most hours first.
  private func others(than job: Int, from first: Int, through last: Int) -> [Int] {
    let network = scheduleCase.network
    var minutes: [Int: Int] = [:]
    for time in stride(from: max(0, first, last - Self.mostDays), through: min(last, atWork.count - 1), by: 1) {
      for entry in atWork[time] where Int(entry.job) != job {
        let other = Int(entry.job)
        guard scheduleCase.hours.isShared || network.goal[other] == network.goal[job] else { continue }
        minutes[other, default: 0] += Int(entry.minutes)
      }
    }
    return minutes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostNames).map(\.key)
  }
}
