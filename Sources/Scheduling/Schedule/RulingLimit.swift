import PlanDocuments
import PlanModel

/// Which limit rules the day on which a job's hours end, found by lifting each: the work of others, else the hours that are
/// declared.
struct RulingLimit {
  /// Only so many of those who took hours are tried one by one, those with the most hours first.
  private static let mostTried = 12
  private static let mostNames = 3

  private let scheduleCase: ScheduleCase
  /// Jobs at work by day from today: stretches of `worker` and `minutes`.
  private var dayStart: [Int]
  private var worker: [Int]
  private var minutes: [Int]

  init(_ scheduleCase: ScheduleCase, _ schedule: PlanSchedule) {
    self.scheduleCase = scheduleCase
    let today = scheduleCase.network.today
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
  }

  /// The jobs without which it would end earlier, those that delay it most first; empty where the hours that are declared
  /// for its goal give no more.
  func jobsInTheWay(of job: Int, from first: Int, through last: Int) -> [Int] {
    guard finish(of: job, from: first, through: last, ignoring: { _ in true }) < last else { return [] }
    let others = mostAtWork(other: job, from: first, through: last)
    func end(without ignored: (Int) -> Bool) -> Int { finish(of: job, from: first, through: last, ignoring: ignored) }
    let alone = others.prefix(Self.mostTried).map { other in (job: other, end: end { $0 == other }) }
      .filter { $0.end < last }.sorted { ($0.end, $0.job) < ($1.end, $1.job) }
    if !alone.isEmpty { return alone.prefix(Self.mostNames).map(\.job) }
    let goal = scheduleCase.network.goal
    let together = others.first { other in end { goal[$0] == goal[other] } < last }
    return together.map { found in others.filter { goal[$0] == goal[found] }.prefix(Self.mostNames).map(\.self) }
      ?? Array(others.prefix(Self.mostNames))
  }

  /// The other jobs at work in a stretch of days, most hours first.
  private func mostAtWork(other job: Int, from first: Int, through last: Int) -> [Int] {
    let goal = scheduleCase.network.goal
    var taken: [Int: Int] = [:]
    for time in days(from: first, through: last) {
      for place in dayStart[time]..<dayStart[time + 1] {
        let other = worker[place]
        guard other != job, scheduleCase.hours.isShared || goal[other] == goal[job] else { continue }
        taken[other, default: 0] += minutes[place]
      }
    }
    return taken.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private func days(from first: Int, through last: Int) -> StrideThrough<Int> {
    stride(from: max(0, first), through: min(last, dayStart.count - 2), by: 1)
  }

  /// The time of its last hour if the work of some others took no hours; `last` where that changes nothing.
  private func finish(of job: Int, from first: Int, through last: Int, ignoring isIgnored: (Int) -> Bool) -> Int {
    let (network, hours) = (scheduleCase.network, scheduleCase.hours)
    let goal = network.goal[job]
    let table = Int(hours.tableOfGoal[goal])
    var left = network.minutes[job]
    var segment = -1
    var segmentLeft = 0
    for time in max(0, first)...max(0, last) {
      let index = hours.todayIndex + time
      guard index < hours.dayCount else { return last }
      if Int(hours.segment[index]) != segment {
        segment = Int(hours.segment[index])
        let week = (index / 7 * 7..<min(hours.dayCount, index / 7 * 7 + 7)).filter { Int(hours.segment[$0]) == segment }
        segmentLeft =
          Int(hours.weeklyCaps[table * hours.segmentCount + segment])
          - week.reduce(0) { $0 + taken(on: $1 - hours.todayIndex, besides: job, ofGoal: goal, isIgnored) }
      }
      var free = min(
        segmentLeft,
        Int(hours.free[table * hours.dayCount + index]) - taken(on: time, besides: job, ofGoal: goal, isIgnored))
      if hours.isShared {
        free = min(free, Int(hours.vault[index]) - taken(on: time, besides: job, ofGoal: nil, isIgnored))
      }
      guard free > 0 else { continue }
      left -= free
      segmentLeft -= free
      if left <= 0 { return time }
    }
    return last
  }

  /// The minutes of others on a day, of one goal or (nil) of all.
  private func taken(on time: Int, besides job: Int, ofGoal goal: Int?, _ isIgnored: (Int) -> Bool) -> Int {
    guard time >= 0, time + 1 < dayStart.count else { return 0 }
    return (dayStart[time]..<dayStart[time + 1]).reduce(0) { sum, place in
      let other = worker[place]
      guard other != job, goal == nil || scheduleCase.network.goal[other] == goal, !isIgnored(other) else { return sum }
      return sum + minutes[place]
    }
  }
}
