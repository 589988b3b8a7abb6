import PlanModel

/// From when work matters, laid backward on hours: what the order of work is made of.
extension WorkOrder {
  /// The last time for each portion at which it and all work with a later deadline, of its class and those before, still find
  /// hours: laid from the last deadline to the first, each as late as the shared hours allow; before today is −1.
  static func latestTimes(
    _ deadlines: SingleGoalSchedule, _ network: JobNetwork, _ priorityClass: [Int], _ hours: FreeHours
  ) -> [Int] {
    var result = deadlines.portionTime.map { -$0 }
    guard hours.isShared else { return result }
    var portions: [(deadline: Int, job: Int, portion: Int)] = []
    for job in 0..<network.count {
      for portion in deadlines.portions[job] { portions.append((-deadlines.portionTime[portion], job, portion)) }
    }
    portions.sort(by: >)
    func minutes(at time: Int) -> Int {
      let index = hours.todayIndex + time
      return time >= 0 && index < hours.dayCount ? Int(hours.vault[index]) : 0
    }
    for number in Set(portions.map { priorityClass[$0.job] }) {
      var time = Int.max
      var left = 0
      for (deadline, job, portion) in portions where priorityClass[job] <= number {
        if deadline < time { (time, left) = (max(-1, deadline), minutes(at: deadline)) }
        var needed = deadlines.portionMinutes[portion]
        while needed > left, time >= 0 {
          needed -= left
          time -= 1
          left = minutes(at: time)
        }
        left = max(0, left - needed)
        if priorityClass[job] == number { result[portion] = time }
      }
    }
    return result
  }

  /// Portions that are done in one go have the last of their deadlines, and the first of the times from which they matter.
  static func joinSessions(
    of portions: Range<Int>, _ minutes: [Int], _ dueBy: inout [Int], _ scarceFrom: inout [Int],
    _ wantedFrom: inout [Int]
  ) {
    var start = portions.lowerBound
    while start < portions.upperBound {
      var end = start
      var joined = 0
      while end < portions.upperBound, joined < minutesInOneGo {
        joined += minutes[end]
        end += 1
      }
      let session = start..<end
      let times = (dueBy[session].max(), scarceFrom[session].min(), wantedFrom[session].min())
      for portion in session {
        dueBy[portion] = times.0 ?? dueBy[portion]
        scarceFrom[portion] = times.1 ?? scarceFrom[portion]
        wantedFrom[portion] = times.2 ?? wantedFrom[portion]
      }
      start = end
    }
  }

  /// The time by which as many hours of `others` have passed as of `hours` by `time`, at a pace in hundredths.
  static func time(of time: Int, inPlaceOf pace: Int, _ hours: FreeHours, _ others: FreeHours) -> Int {
    guard hours.isShared, time >= 0 else { return time }
    let today = hours.todayIndex
    var left = hours.vault[today..<min(hours.dayCount, today + time + 1)].reduce(0) { $0 + Int($1) } * pace / 100
    var result = time
    for index in others.todayIndex..<others.dayCount where left > 0 {
      left -= Int(others.vault[index])
      result = max(result, index - others.todayIndex)
    }
    return result
  }

  /// By goal: the minutes that it may have in the next days.
  static func minutes(of hours: FreeHours, days: Int) -> [Int] {
    let soon = hours.todayIndex..<min(hours.dayCount, hours.todayIndex + days)
    return hours.tableOfGoal.map { table in
      soon.reduce(0) { $0 + Int(hours.isShared ? hours.vault[$1] : hours.free[Int(table) * hours.dayCount + $1]) }
    }
  }

  /// For each job the last day of its hours and the last on which it can begin, by its own date and those of what comes
  /// after it; nil where there is none.
  static func latest(by dates: [Int], _ scheduleCase: inout ScheduleCase) -> [(finish: Int, start: Int)?] {
    let network = scheduleCase.network
    var placing = SingleGoalSchedule(count: network.count, step: -1)
    for job in 0..<network.count where dates[job] != JobTime.never {
      placing.release[job] = network.wait[job] - dates[job]
    }
    placing.placeAll(&scheduleCase)
    return (0..<network.count).map { job in
      guard placing.last[job] != JobTime.unbound, placing.unplaced[job] == 0 else { return nil }
      return (-placing.start[job], -placing.last[job])
    }
  }
}
