import PlanDocuments
import PlanModel

/// Says for each date what made it: the chain from the date back to its cause.
struct DateReasons {
  private let scheduleCase: ScheduleCase
  private let schedule: PlanSchedule
  /// The time of each job's last hour, and the first at which it could be worked; `JobTime.never` where hours do not come.
  private let finish: [Int]
  private let release: [Int]
  private let limits: RulingLimit

  init(_ scheduleCase: ScheduleCase, _ schedule: PlanSchedule) {
    self.scheduleCase = scheduleCase
    self.schedule = schedule
    let network = scheduleCase.network
    let today = network.today
    var release = network.release
    var finish = [Int](repeating: JobTime.never, count: network.count)
    for job in network.topological {
      for edge in scheduleCase.forwardEdges.range(job) {
        let before = scheduleCase.forwardEdges.targets[edge]
        if finish[before] != JobTime.never {
          release[job] = max(release[job], finish[before] + scheduleCase.forwardEdges.lags[edge])
        }
      }
      guard schedule.jobs[job].completion != nil else { continue }
      finish[job] = schedule.jobs[job].portions.last.map { $0.day - today } ?? release[job]
    }
    self.release = release
    self.finish = finish
    limits = RulingLimit(scheduleCase, schedule)
  }

  func completion(of job: Int) -> [PlanSchedule.Reason] {
    let network = scheduleCase.network
    guard let completion = schedule.jobs[job].completion else { return [] }
    if let fixed = day(network.fixed[job]), completion == fixed { return [.fixed(fixed)] }
    var reasons: [PlanSchedule.Reason] = []
    if network.wait[job] > 0 { reasons.append(.wait(days: network.wait[job])) }
    if network.handedOver[job] != JobTime.never { return reasons }
    let release = self.release[job]
    if finish[job] > release {
      let others = limits.jobsInTheWay(of: job, from: release, through: finish[job])
      reasons.append(others.isEmpty ? .noMoreHours(goal: network.goal[job]) : .hours(takenBy: others))
    }
    for edge in scheduleCase.forwardEdges.range(job) {
      let before = scheduleCase.forwardEdges.targets[edge]
      guard
        finish[before] + scheduleCase.forwardEdges.lags[edge] >= release || isEvent(before, endingBy: release),
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
    scheduleCase.network.fixed[job] != JobTime.never && scheduleCase.network.fixed[job] + 1 == release
  }

  /// Why a job must be complete on the latest day that its goal alone allows.
  func latest(of job: Int, _ placing: SingleGoalSchedule) -> [PlanSchedule.Reason] {
    let network = scheduleCase.network
    guard placing.start[job] != JobTime.unbound else { return [] }
    if let fixed = day(network.fixed[job]) { return [.fixed(fixed)] }
    var reasons: [PlanSchedule.Reason] = []
    if network.wait[job] > 0 { reasons.append(.wait(days: network.wait[job])) }
    let finish = -placing.start[job]
    let target = scheduleCase.target[network.goal[job]]
    for edge in scheduleCase.backwardEdges.range(job) {
      let after = scheduleCase.backwardEdges.targets[edge]
      guard placing.last[after] != JobTime.unbound else { continue }
      if -placing.last[after] - scheduleCase.backwardEdges.lags[edge] == finish {
        reasons.append(.before(job: after, latestStart: network.today - placing.last[after]))
        return reasons
      }
    }
    if let day = day(target) { reasons.append(.target(goal: network.goal[job], day)) }
    return reasons
  }

  private func day(_ time: Int) -> Day? {
    time == JobTime.never ? nil : scheduleCase.network.today + time
  }
}
