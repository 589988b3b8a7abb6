import PlanDocuments
import PlanModel
import Scheduling
import TestSupport

/// A random vault with windows, appointments and dependencies, and a checker of blocks that shares no code with what
/// lays them.
struct BlockVault {
  struct Job {
    var goal: Int
    var minutes: Int
    var wait = 0
    var fixed: Int?
    var before: [Int] = []
    var handedOver: Day?
  }

  let today = Day(number: 20_664)
  /// Minutes and window by weekday; nil is a day without hours.
  var hours: [(minutes: Int, window: ClockWindow?)?] = []
  var busy: [Day: [ClockWindow]] = [:]
  var away: [DayRange] = []
  var goalLimits: [Int?] = []
  var targets: [Int?] = []
  var jobs: [Job] = []

  /// - Parameter onGrid: appointments begin and end on multiples of five minutes, so that no hour is lost to rounding.
  init(seed: Int, onGrid: Bool = true, hasWindows: Bool = true) {
    var random = SeededGenerator(seed: seed)
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { pick(1...100) <= percent }
    hours = (0..<7).map { _ in
      guard chance(75) else { return nil }
      let start = pick(12...36) * 30
      let length = pick(2...8) * 30
      let window = hasWindows ? ClockWindow(start: start, end: start + length) : nil
      return (minutes: chance(70) ? length : pick(1...2) * 30, window: window)
    }
    if hours.allSatisfy({ $0 == nil }) { hours[1] = (120, hasWindows ? ClockWindow(start: 540, end: 660) : nil) }
    for offset in 0..<60 where chance(35) {
      let start = onGrid ? pick(70...220) * 5 : pick(350...1100)
      let length = onGrid ? pick(3...24) * 5 : pick(11...130)
      busy[today + offset, default: []].append(ClockWindow(start: start, end: start + length))
    }
    if chance(50) {
      let first = today + pick(2...20)
      away.append(DayRange(first, first + pick(0...9)))
    }
    for _ in 0..<pick(1...3) {
      goalLimits.append(chance(25) ? pick(3...8) * 60 : nil)
      targets.append(chance(70) ? pick(20...60) : nil)
      let first = jobs.count
      for index in 0..<pick(1...4) {
        var job = Job(goal: goalLimits.count - 1, minutes: chance(10) ? 0 : pick(1...50) * (chance(60) ? 15 : 7))
        if chance(20) { job.wait = pick(1...6) }
        if chance(8) { job.fixed = pick(15...40) }
        for before in 0..<(first + index) where chance(before >= first ? 45 : 4) { job.before.append(before) }
        jobs.append(job)
      }
    }
  }

  /// Does the work of blocks.
  mutating func work(_ blocks: [WorkBlock]) {
    for block in blocks {
      let job = block.milestone - 10
      jobs[job].minutes = max(0, jobs[job].minutes - block.window.length)
      if jobs[job].minutes == 0, jobs[job].wait > 0 { jobs[job].handedOver = block.day }
    }
  }

  func problem(today day: Day? = nil) -> ScheduleProblem {
    let entries = hours.enumerated().compactMap { index, item in
      item.map {
        HoursEntry(
          minutes: $0.minutes, rhythm: .days(WeekdaySet(Weekday(fromMonday: index))), window: $0.window)
      }
    }
    return ScheduleProblem(
      today: day ?? today,
      goals: targets.map { target in
        ScheduleProblem.Goal(deadline: target.map { today + $0 }, target: target.map { today + $0 })
      },
      jobs: jobs.enumerated().map { index, job in
        ScheduleProblem.Job(
          milestone: index + 10, goal: job.goal, minutes: job.minutes, wait: job.wait,
          fixed: job.fixed.map { today + $0 }, handedOver: job.handedOver, predecessors: job.before)
      },
      hours: WorkHours(
        vault: .init(hours: .entries(entries), busy: BusyTimes(allDay: away, windows: busy)),
        goals: goalLimits.map { limit in
          .init(hours: limit.map { .entries([HoursEntry(minutes: $0, rhythm: .week)]) })
        }))
  }

  /// Everything that is wrong with blocks; empty when nobody could object.
  func faults(of result: WorkBlocks, for schedule: PlanSchedule, longest: Int = 180) -> [String] {
    var faults: [String] = []
    let blocks = result.blocks
    for (index, block) in blocks.enumerated() {
      if block.window.length <= 0 || block.window.length > longest || block.window.start % 5 != 0 {
        faults.append("odd: \(block)")
      }
      for other in blocks[(index + 1)...]
      where other.day == block.day && other.window.start < block.window.end && block.window.start < other.window.end {
        faults.append("overlap: \(block) \(other)")
      }
      for event in busy[block.day] ?? [] where event.start < block.window.end && block.window.start < event.end {
        faults.append("over an appointment \(event): \(block)")
      }
      if away.contains(where: { $0.contains(block.day) }) { faults.append("on a day away: \(block)") }
      guard let day = hours[block.day.weekday.fromMonday] else {
        faults.append("on a day without hours: \(block)")
        continue
      }
      let window = day.window ?? ClockWindow(start: 7 * 60, end: 22 * 60)
      if block.window.start < window.start || block.window.end > window.end { faults.append("outside: \(block)") }
      let sum = blocks.filter { $0.day == block.day }.reduce(0) { $0 + $1.window.length }
      if sum > (day.minutes + 4) / 5 * 5 { faults.append("more than the hours of \(block.day): \(sum)") }
    }
    for (goal, limit) in goalLimits.enumerated() {
      guard let limit else { continue }
      let own = blocks.filter { jobs[$0.milestone - 10].goal == goal }
      for (monday, blocks) in Dictionary(grouping: own, by: \.day.monday) {
        let sum = blocks.reduce(0) { $0 + $1.window.length }
        if sum > (limit + 4) / 5 * 5 { faults.append("goal \(goal), week of \(monday): \(sum) of \(limit)") }
      }
    }
    for (index, job) in jobs.enumerated() {
      let own = blocks.filter { $0.milestone == index + 10 }
      let planned = schedule.jobs[index].portions.reduce(0) { $0 + $1.minutes }
      let sum = own.reduce(0) { $0 + $1.window.length } + (result.unplaced[index + 10] ?? 0)
      if sum != (planned + 4) / 5 * 5 { faults.append("job \(index): \(sum) minutes in blocks of \(planned)") }
      guard let begin = own.first else { continue }
      for before in job.before {
        if let end = blocks.last(where: { $0.milestone == before + 10 }) {
          let isDayLater = jobs[before].wait > 0 || jobs[before].fixed != nil
          let first = isDayLater ? end.day + jobs[before].wait + 1 : end.day
          let isBefore =
            begin.day < first || (!isDayLater && begin.day == end.day && begin.window.start < end.window.end)
          if isBefore { faults.append("job \(index) begins before \(before) is complete") }
        }
        if let fixed = jobs[before].fixed, begin.day <= today + fixed {
          faults.append("job \(index) before the fixed day")
        }
      }
    }
    return faults
  }
}
