package import PlanDocuments
import PlanModel

/// What the dates as they are written ask of each week, goal by goal, beside the hours that are free.
///
/// Each milestone's open work is spread over its own days: from the due dates of what it comes after (today, its `start`) to its
/// due date less its wait, in proportion to the hours that its goal has on them. A milestone without a due date counts where
/// the plan puts it; one whose days are over is spread over the next seven.
package struct WeekLoad: Sendable {
  package struct Week: Hashable, Sendable {
    package var monday: Day
    /// Free minutes for all goals together, from the first planned day on; nil where no hours are shared.
    package var free: Int?
    /// Wanted minutes by goal.
    package var wanted: [Int]

    package var allWanted: Int { wanted.reduce(0, +) }
  }

  package var weeks: [Week]

  /// - Parameter count: how many weeks, from the week of the first planned day.
  package init(_ scheduled: ScheduledPlan, weeks count: Int) {
    let first = scheduled.problem.today
    let monday = first.monday
    let last = monday + 7 * count - 1
    var free = FreeHours(scheduled.hours, today: first, from: first, through: last)
    weeks = (0..<count).map { week in
      let days = (0..<7).map { monday + week * 7 + $0 }.filter { $0 >= first }
      let minutes = days.compactMap { free.sharedMinutes(on: $0) }
      return Week(
        monday: monday + week * 7, free: minutes.isEmpty ? nil : minutes.reduce(0, +),
        wanted: Array(repeating: 0, count: scheduled.plan.goals.count))
    }
    for job in scheduled.problem.jobs.indices where scheduled.problem.jobs[job].minutes > 0 {
      add(job, of: scheduled, &free)
    }
  }

  private mutating func add(_ job: Int, of scheduled: ScheduledPlan, _ free: inout FreeHours) {
    let work = scheduled.problem.jobs[job]
    let first = scheduled.problem.today
    guard let due = work.due else {
      for portion in scheduled.schedule.jobs[job].portions { add(portion.minutes, of: work.goal, on: portion.day) }
      return
    }
    let before = work.predecessors.compactMap { scheduled.problem.jobs[$0].due }.max()
    let start = max(first, before ?? first, work.earliest ?? first)
    var end = due - work.wait
    if end < start { end = start + 6 }
    // What is asked for in more than ten years asks nothing of the weeks shown.
    guard end - start < 3660 else { return }
    free.cover(from: start, through: end)
    let minutes = (0...end - start).map { free.minutes(goal: work.goal, on: start + $0) ?? 0 }
    let total = minutes.reduce(0, +)
    guard total > 0 else { return add(work.minutes, of: work.goal, on: end) }
    var passed = 0
    var given = 0
    for (offset, free) in minutes.enumerated() where free > 0 {
      passed += free
      let now = work.minutes * passed / total
      add(now - given, of: work.goal, on: start + offset)
      given = now
    }
  }

  private mutating func add(_ minutes: Int, of goal: Int, on day: Day) {
    guard let first = weeks.first else { return }
    let week = (day - first.monday) / 7
    if weeks.indices.contains(week) { weeks[week].wanted[goal] += minutes }
  }
}
