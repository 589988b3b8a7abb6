import PlanDocuments
import PlanModel

/// Says for each date what made it: the chain from the date back to its cause.
struct DateReasons {
  /// Longer stretches are not searched for those who took the hours.
  private static let mostDays = 28
  private static let mostNames = 3

  private let scheduleCase: ScheduleCase
  private let schedule: PlanSchedule
  /// The time of each job's last hour, and the first at which it could be worked; `Leveller.never` where hours do not come.
  private let finish: [Int]
  private let release: [Int]
  /// Jobs at work by day from today: stretches of `worker` and `minutes`.
  private var dayStart: [Int]
  private var worker: [Int]
  private var minutes: [Int]
  /// Minutes by job in the stretch at hand; all 0 between two.
  private var inStretch: [Int]

  init(_ scheduleCase: ScheduleCase, _ schedule: PlanSchedule) {
    self.scheduleCase = scheduleCase
    self.schedule = schedule
    let network = scheduleCase.network
    let today = network.today
    var release = network.release
    var finish = [Int](repeating: Leveller.never, count: network.count)
    for job in network.topological {
      for edge in scheduleCase.forwardEdges.range(job) {
        let before = scheduleCase.forwardEdges.targets[edge]
        if finish[before] != Leveller.never {
          release[job] = max(release[job], finish[before] + scheduleCase.forwardEdges.lags[edge])
        }
      }
      guard schedule.jobs[job].completion != nil else { continue }
      finish[job] = schedule.jobs[job].portions.last.map { $0.day - today } ?? release[job]
    }
    self.release = release
    self.finish = finish
    var counts: [Int] = [0]
    for dates in schedule.jobs {
      for portion in dates.portions {
        while counts.count <= portion.day - today + 1 { counts.append(0) }
        counts[portion.day - today + 1] += 1
      }
    }
    for day in counts.indices.dropFirst() { counts[day] += counts[day - 1] }
    dayStart = counts
    worker = [Int](repeating: 0, count: counts.last ?? 0)
    minutes = worker
    for (job, dates) in schedule.jobs.enumerated() {
      for portion in dates.portions {
        let place = counts[portion.day - today]
        worker[place] = job
        minutes[place] = portion.minutes
        counts[portion.day - today] += 1
      }
    }
    inStretch = [Int](repeating: 0, count: schedule.jobs.count)
  }

  mutating func completion(of job: Int) -> [PlanSchedule.Reason] {
    let network = scheduleCase.network
    guard let completion = schedule.jobs[job].completion else { return [] }
    if let fixed = day(network.fixed[job]), completion == fixed { return [.fixed(fixed)] }
    var reasons: [PlanSchedule.Reason] = []
    if network.wait[job] > 0 { reasons.append(.wait(days: network.wait[job])) }
    if network.handedOver[job] != JobNetwork.none { return reasons }
    let release = self.release[job]
    if finish[job] > release {
      reasons.append(.hours(takenBy: others(than: job, from: release, through: finish[job])))
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
    scheduleCase.network.fixed[job] != JobNetwork.none && scheduleCase.network.fixed[job] + 1 == release
  }

  /// Why a job must be complete on the latest day that its goal alone allows.
  func latest(of job: Int, _ placing: SingleGoalSchedule) -> [PlanSchedule.Reason] {
    let network = scheduleCase.network
    guard placing.start[job] != SingleGoalSchedule.unbound else { return [] }
    if let fixed = day(network.fixed[job]) { return [.fixed(fixed)] }
    var reasons: [PlanSchedule.Reason] = []
    if network.wait[job] > 0 { reasons.append(.wait(days: network.wait[job])) }
    let finish = -placing.start[job]
    let target = scheduleCase.target[network.goal[job]]
    for edge in scheduleCase.backwardEdges.range(job) {
      let after = scheduleCase.backwardEdges.targets[edge]
      guard placing.last[after] != SingleGoalSchedule.unbound else { continue }
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
  private mutating func others(than job: Int, from first: Int, through last: Int) -> [Int] {
    let network = scheduleCase.network
    var seen: [Int] = []
    for time in stride(from: max(0, first, last - Self.mostDays), through: min(last, dayStart.count - 2), by: 1) {
      for place in dayStart[time]..<dayStart[time + 1] {
        let other = worker[place]
        guard other != job, scheduleCase.hours.isShared || network.goal[other] == network.goal[job] else { continue }
        if inStretch[other] == 0 { seen.append(other) }
        inStretch[other] += minutes[place]
      }
    }
    var most: [Int] = []
    for other in seen {
      let place = most.firstIndex { (inStretch[$0], other) < (inStretch[other], $0) } ?? most.count
      if place < Self.mostNames { most.insert(other, at: place) }
      if most.count > Self.mostNames { most.removeLast() }
    }
    for other in seen { inStretch[other] = 0 }
    return most
  }
}
