import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

extension ReviewAssembly {
  private static let mostRows = 6
  private static let mostBars = 12
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
    weeks.more = milestones.count - weeks.rows.count
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

  /// At most twelve bars over twelve weeks: the milestones of each goal that come first, and the days away.
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
    var room = Self.mostBars - away.count
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
