import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

extension ReviewAssembly {
  /// The most rows of the week's table.
  private static let mostWork = 8
  /// How far the look ahead goes.
  static let weekCount = 6

  var nextWeek: WeekAhead {
    var week = WeekAhead()
    let days = DayRange(planFrom, planFrom + 6)
    week.days = days
    week.free = hasHours ? freeDays(days) : nil
    let work = self.work(in: days)
    week.work = Array(work.prefix(Self.mostWork))
    week.moreWork = work.count - week.work.count
    week.ahead = ahead(DayRange(planFrom, planFrom + 7 * Self.weekCount - 1))
    week.remarks = waitsToConfirm + waitsToBegin
    return week
  }

  private func freeDays(_ days: DayRange) -> [WeekAhead.FreeDay] {
    (0...(days.last - days.first)).compactMap { offset in
      let day = days.first + offset
      let minutes = freeMinutes(on: day)
      let taken = TakenHours(in: DayRange(day, day), of: plan, hours: outlook.hours).parts.map(\.name)
      return minutes > 0 ? WeekAhead.FreeDay(day: day, minutes: minutes, taken: taken.filter { !$0.isEmpty }) : nil
    }
  }

  /// What the plan works on in these days, in its order; without hours, what is due.
  private func work(in days: DayRange) -> [WeekAhead.Work] {
    let found = outlook.problem.jobs.indices.compactMap { job -> (first: Day, minutes: Int, milestone: Int)? in
      let milestone = outlook.problem.jobs[job].milestone
      let portions = outlook.schedule.jobs[job].portions.filter { days.contains($0.day) }
      if let first = portions.first {
        return (first.day, portions.reduce(0) { $0 + $1.minutes }, milestone)
      }
      let isWorkless = outlook.problem.jobs[job].minutes == 0 && outlook.problem.jobs[job].handedOver == nil
      guard isWorkless, let due = plan.milestones[milestone].due, due <= days.last else { return nil }
      return (max(due, days.first), 0, milestone)
    }
    let sorted = found.sorted { one, other in
      if one.first != other.first { return one.first < other.first }
      let (due, later) = (plan.milestones[one.milestone].due, plan.milestones[other.milestone].due)
      if due != later { return (due ?? one.first + 10_000) < (later ?? other.first + 10_000) }
      return one.milestone < other.milestone
    }
    return sorted.map { work(on: $0.milestone, minutes: $0.minutes) }
  }

  private func work(on milestone: Int, minutes: Int) -> WeekAhead.Work {
    let facts = plan.milestones[milestone]
    var work = WeekAhead.Work(
      milestone: item(ofMilestone: milestone), goal: item(ofGoal: facts.goal), minutes: minutes,
      minutesLeft: minutes == 0 ? 0 : outlook.work[milestone].remaining, due: facts.due)
    work.nextTask = facts.tasks.first { plan.tasks[$0].state == .open && plan.tasks[$0].isLeaf }
      .map { title(ofTask: $0, in: milestone) }
    work.isFixed = facts.isFixed
    work.completion = outlook.dates(of: milestone)?.completion
    return work
  }

  /// Days off and whole-day events to come, with the hours that stay.
  private func ahead(_ days: DayRange) -> [WeekAhead.Ahead] {
    plan.daysAway.filter { $0.days.meets(days) }.map { away in
      let inside = DayRange(max(away.days.first, planFrom), away.days.last)
      return WeekAhead.Ahead(name: away.name, days: inside, freeMinutes: freeMinutes(in: inside))
    }
  }

  /// Small work that can begin now and starts a wait: at most two, the most pressing first.
  private var waitsToBegin: [Sentence] {
    let limit = planFrom + 7 * Self.weekCount
    let found = outlook.problem.jobs.indices.compactMap { job -> (sendBy: Day, milestone: Int)? in
      let facts = outlook.problem.jobs[job]
      guard facts.wait > 0, facts.minutes > 0, facts.minutes <= 240, facts.predecessors.isEmpty,
        facts.handedOver == nil,
        facts.earliest.map({ $0 <= planFrom + 6 }) ?? true,
        let sendBy = outlook.schedule.jobs[job].sendBy, sendBy <= limit
      else { return nil }
      return (sendBy, facts.milestone)
    }
    return found.sorted { ($0.sendBy, $0.milestone) < ($1.sendBy, $1.milestone) }.prefix(2).map { found in
      let milestone = plan.milestones[found.milestone]
      let wait = milestone.wait ?? Wait(low: 0, high: 0)
      let minutes = outlook.work[found.milestone].remaining
      let last: Sentence =
        found.sendBy < plan.today
        ? "to be safe it should have gone out by \(weekday: found.sendBy)"
        : "to be safe it goes out by \(weekday: found.sendBy)"
      return
        "\(title: item(ofMilestone: found.milestone).title) (\(minutes: minutes)) starts a wait of \(words: wait.inWords); \(last)."
    }
  }
}

extension Wait {
  /// `2 to 3 weeks`, `10 days`.
  fileprivate var inWords: String {
    let areWeeks = low % 7 == 0 && high % 7 == 0
    let (first, last) = areWeeks ? (low / 7, high / 7) : (low, high)
    let unit = (areWeeks ? "week" : "day") + (last == 1 ? "" : "s")
    return first == last ? "\(last) \(unit)" : "\(first) to \(last) \(unit)"
  }
}

extension ReviewAssembly {
  private static let mostRows = 12
  private static let chartWeeks = 12

  var weeks: WeeksAhead {
    var weeks = WeeksAhead()
    let last = planFrom + 7 * Self.weekCount - 1
    weeks.weekCount = Self.weekCount
    weeks.hasForecast = outlook.forecast != nil && hasHours
    weeks.hasPercentages = outlook.forecast?.hasPercentages ?? false
    let milestones = outlook.problem.jobs.indices
      .map { (milestone: outlook.problem.jobs[$0].milestone, dates: outlook.schedule.jobs[$0]) }
      .filter { job in
        let days = [plan.milestones[job.milestone].due, job.dates.completion, job.dates.latest].compactMap(\.self)
        return days.contains { $0 <= last }
      }
      .sorted { one, other in
        let (first, second) = (place(one.milestone, one.dates), place(other.milestone, other.dates))
        return first == second ? one.milestone < other.milestone : first < second
      }
    weeks.rows = milestones.prefix(Self.mostRows).map { row($0.milestone, $0.dates) }
    if milestones.count > Self.mostRows {
      weeks.remarks.append("And \(milestones.count - Self.mostRows) more: `mm list`.")
    }
    if outlook.hours.isShared, activeGoals.count > 1, !weeks.rows.isEmpty {
      weeks.remarks.append("*At the latest* counts all goals together.")
    }
    weeks.chart = chart
    return weeks
  }

  /// Where a milestone stands in the order of the table.
  private func place(_ milestone: Int, _ dates: PlanSchedule.JobDates) -> Day {
    plan.milestones[milestone].due ?? dates.completion ?? dates.latest ?? planFrom + 100_000
  }

  private func row(_ milestone: Int, _ dates: PlanSchedule.JobDates) -> WeeksAhead.Row {
    let facts = plan.milestones[milestone]
    var row = WeeksAhead.Row(milestone: item(ofMilestone: milestone))
    row.amount = facts.progress
    row.isOptional = facts.isOptional
    row.due = facts.due
    row.must = dates.latest
    row.sendBy = facts.wait == nil || outlook.work[milestone].handedOver != nil ? nil : dates.sendBy
    row.completion = dates.completion
    row.will = outlook.forecast?.will(ofMilestone: milestone)
    row.readyChance = outlook.forecast?.fixed(ofMilestone: milestone)?.chance
    return row
  }

  /// At most twelve rows over twelve weeks: the milestones of each goal that come first, and the days away.
  private var chart: GanttChart? {
    let days = DayRange(planFrom, planFrom + 7 * Self.chartWeeks - 1)
    let away = plan.daysAway
      .filter { $0.percent >= 100 && $0.days.meets(days) && $0.days.last > $0.days.first }.prefix(3)
      .map { GanttChart.Bar(title: $0.name.isEmpty ? "Days off" : $0.name, kind: .away, days: $0.days) }
    var candidates: [(first: Day, job: Int, bars: [GanttChart.Bar])] = []
    for job in outlook.problem.jobs.indices {
      let bars = self.bars(job).filter { $0.days.first <= days.last && $0.days.last >= days.first }
      if let first = bars.map(\.days.first).min() { candidates.append((first, job, bars)) }
    }
    candidates.sort { ($0.first, $0.job) < ($1.first, $1.job) }
    var room = Self.mostRows - away.count
    var chosen: [Int: [GanttChart.Bar]] = [:]
    for candidate in candidates where candidate.bars.count <= room {
      chosen[outlook.problem.jobs[candidate.job].goal, default: []] += candidate.bars
      room -= candidate.bars.count
    }
    var sections = activeGoals.compactMap { goal in
      chosen[goal].map { GanttChart.Section(title: item(ofGoal: goal).title, bars: $0) }
    }
    guard !sections.isEmpty else { return nil }
    if !away.isEmpty { sections.append(GanttChart.Section(title: "Away", bars: Array(away))) }
    return GanttChart(days: days, sections: sections)
  }

  /// The work of a milestone from its first to its last day, and the wait after it.
  private func bars(_ job: Int) -> [GanttChart.Bar] {
    let facts = outlook.problem.jobs[job]
    let dates = outlook.schedule.jobs[job]
    let title = item(ofMilestone: facts.milestone).title
    var bars: [GanttChart.Bar] = []
    if let first = dates.portions.first?.day, let last = dates.portions.last?.day {
      let isRunning = outlook.work[facts.milestone].doneShare > 0
      bars.append(.init(title: title, kind: isRunning ? .running : .work, days: DayRange(first, last)))
    }
    if let fixed = facts.fixed {
      bars.append(.init(title: title, kind: .milestone, days: DayRange(fixed, fixed)))
    } else if facts.wait > 0, let completion = dates.completion {
      let start = (dates.portions.last?.day ?? facts.handedOver ?? completion - facts.wait) + 1
      if start <= completion {
        bars.append(.init(title: title, kind: .waiting, days: DayRange(start, completion)))
      }
    } else if bars.isEmpty, let completion = dates.completion {
      bars.append(.init(title: title, kind: .milestone, days: DayRange(completion, completion)))
    }
    return bars
  }
}
