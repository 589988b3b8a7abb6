import PlanModel

/// The days on which each job's hours can lie, by its own chain of hours and waits, with nobody else at work.
///
/// A chain's hours are laid on the free hours of its own goals, one job after the other; where a job depends on several,
/// the one that ends last counts.
struct ChainWindows {
  /// A place in a goal's hours: the day, and how much of the day and of its segment the chain has used there.
  private struct Place {
    var time: Int
    var inDay = 0
    var inSegment = 0
    var goal: Int

    func isBeyond(_ other: Place) -> Bool {
      (time, inDay, inSegment) > (other.time, other.inDay, other.inSegment)
    }
  }

  /// The first day of any hour, and the first on which all can be done.
  private(set) var earliestStart: [Int]
  private(set) var earliestFinish: [Int]
  /// The last day of any hour; `JobTime.never` for a job that no limit binds.
  private(set) var latestFinish: [Int]
  /// The jobs that a limit binds.
  private(set) var jobs: [Int] = []
  /// The job whose own limit decides `latestFinish`: itself, or one that comes after it.
  private(set) var deciding: [Int]
  /// A job without any day, or whose hours lie beyond the tables; nil where each has one.
  private(set) var withoutDay: Int?
  var isEmpty: Bool { withoutDay != nil }

  /// - Parameters:
  ///   - ends: the last time for a job's last hour by its own end, or `JobTime.never`.
  ///   - release: the first time of each job by itself; nil is the network's.
  init(_ scheduleCase: ScheduleCase, latestFinish ends: [Int], release: [Int]? = nil) {
    let network = scheduleCase.network
    let release = release ?? network.release
    deciding = Array(0..<network.count)
    earliestStart = release
    earliestFinish = release
    latestFinish = ends
    var isBound = ends.map { $0 != JobTime.never }
    for job in network.topological.reversed() {
      for edge in scheduleCase.backwardEdges.range(job) where isBound[scheduleCase.backwardEdges.targets[edge]] {
        isBound[job] = true
      }
    }
    var forward = [Place](repeating: Place(time: 0, goal: 0), count: network.count)
    for job in network.topological where isBound[job] || network.followers[job].contains(where: { isBound[$0] }) {
      var place = Place(time: release[job], goal: network.goal[job])
      for edge in scheduleCase.forwardEdges.range(job) {
        let before = forward[scheduleCase.forwardEdges.targets[edge]]
        Self.follow(&place, before, lag: scheduleCase.forwardEdges.lags[edge], step: 1, scheduleCase.hours)
      }
      earliestStart[job] = place.time
      forward[job] = Self.lay(network.minutes[job], from: place, step: 1, scheduleCase.hours)
      earliestFinish[job] = forward[job].time
    }
    var backward = forward
    for job in network.topological.reversed() where isBound[job] {
      var place = Place(
        time: -ends[job], goal: network.goal[job])
      for edge in scheduleCase.backwardEdges.range(job) {
        let after = scheduleCase.backwardEdges.targets[edge]
        guard isBound[after] else { continue }
        let isDecided = Self.follow(
          &place, backward[after], lag: scheduleCase.backwardEdges.lags[edge], step: -1, scheduleCase.hours)
        if isDecided { deciding[job] = deciding[after] }
      }
      latestFinish[job] = -place.time
      backward[job] = Self.lay(network.minutes[job], from: place, step: -1, scheduleCase.hours)
      jobs.append(job)
      if withoutDay == nil, earliestFinish[job] > latestFinish[job] || earliestStart[job] > -backward[job].time {
        withoutDay = job
      }
    }
  }

  /// Moves a place to where what comes before leaves off, if that is further; says whether it is.
  @discardableResult
  private static func follow(_ place: inout Place, _ before: Place, lag: Int, step: Int, _ hours: FreeHours) -> Bool {
    var next = Place(time: before.time + lag, goal: place.goal)
    if before.goal == place.goal {
      if lag == 0 { next.inDay = before.inDay }
      let from = hours.todayIndex + step * before.time
      let to = hours.todayIndex + step * next.time
      if from >= 0, to >= 0, from < hours.dayCount, to < hours.dayCount, hours.segment[from] == hours.segment[to] {
        next.inSegment = before.inSegment
      }
    }
    guard next.isBeyond(place) else { return false }
    place = next
    return true
  }

  /// The place where work that begins at `place` ends.
  private static func lay(_ minutes: Int, from place: Place, step: Int, _ hours: FreeHours) -> Place {
    var place = place
    var left = minutes
    let table = Int(hours.tableOfGoal[place.goal])
    while left > 0 {
      let index = hours.todayIndex + step * place.time
      guard index >= 0, index < hours.dayCount else {
        place.time = JobTime.never
        return place
      }
      let segment = Int(hours.segment[index])
      let cap = Int(hours.weeklyCaps[table * hours.segmentCount + segment])
      let taken = min(left, min(Int(hours.free[table * hours.dayCount + index]) - place.inDay, cap - place.inSegment))
      if taken > 0 {
        left -= taken
        place.inDay += taken
        place.inSegment += taken
        if left == 0 { break }
      }
      place.time += 1
      place.inDay = 0
      let next = hours.todayIndex + step * place.time
      if next < 0 || next >= hours.dayCount || Int(hours.segment[next]) != segment { place.inSegment = 0 }
    }
    return place
  }
}
