import PlanDocuments
import PlanModel
import Scheduling

/// The weeks of a person as they probably were, where ticks show work only when a whole box is done.
///
/// A tick of more than a week's work was not all done in its week: the weeks before it in which nothing of its goal was ticked
/// have their part of it. What was done since the last tick shows in none yet: of the box that comes next any part may be
/// done, up to twice what the goal had in such a time before.
struct UnseenWork {
  private(set) var weeks: [PastWeeks.Week]
  /// By milestone of the plan, the most minutes of what is left that may be done already.
  private(set) var most: [Int: Double] = [:]

  private static let weeksBack = 6
  private static let weeksOfRate = 12

  init(_ weeks: [PastWeeks.Week], _ scheduled: ScheduledPlan) {
    self.weeks = weeks
    let worked = weeks.filter { $0.freeMinutes > 0 }
    let mean = worked.reduce(0) { $0 + $1.total } / Double(max(1, worked.count))
    guard mean > 0 else { return }
    var lastTick = [Int](repeating: -1, count: scheduled.plan.goals.count)
    for goal in lastTick.indices {
      for week in weeks.indices where weeks[week].minutes[goal] > 0 {
        let span = min(
          week - lastTick[goal] - 1, Int((weeks[week].minutes[goal] / mean).rounded(.up)) - 1, Self.weeksBack)
        if span > 0 { spread(weeks[week].minutes[goal], of: goal, from: week, over: week - span...week) }
        lastTick[goal] = week
      }
    }
    let open = lastTick.indices.filter { scheduled.schedule.goals[$0].hasJobs }
    for goal in open {
      guard let (job, box) = Self.nextBox(of: goal, scheduled) else { continue }
      let since = max(lastTick[goal] + 1, weeks.count - Self.weeksBack)
      let recent = weeks.suffix(Self.weeksOfRate)
      var rate = recent.reduce(0) { $0 + $1.minutes[goal] } / Double(max(1, recent.count))
      if lastTick[goal] < 0 { rate = mean / Double(open.count) }
      let unseen = min(box, 2 * rate * (Double(weeks.count - since) + 0.5))
      most[scheduled.problem.jobs[job].milestone] = unseen
      let days = min(since, weeks.count - 1)...(weeks.count - 1)
      for week in days { add(unseen / 2 / Double(days.count), to: goal, in: week) }
    }
  }

  private mutating func spread(_ minutes: Double, of goal: Int, from week: Int, over span: ClosedRange<Int>) {
    let free = span.reduce(0) { $0 + weeks[$1].freeMinutes }
    guard free > 0 else { return }
    add(-minutes, to: goal, in: week)
    for other in span { add(minutes * Double(weeks[other].freeMinutes) / Double(free), to: goal, in: other) }
  }

  private mutating func add(_ minutes: Double, to goal: Int, in week: Int) {
    weeks[week].minutes[goal] += minutes
    weeks[week].counted = max(0, weeks[week].counted + minutes)
  }

  /// The job of a goal that is worked on next, with the minutes of the box that shows it when it is done; nil where amounts
  /// show more.
  private static func nextBox(of goal: Int, _ scheduled: ScheduledPlan) -> (job: Int, minutes: Double)? {
    let jobs = scheduled.problem.jobs.indices.filter {
      let job = scheduled.problem.jobs[$0]
      return job.goal == goal && job.minutes > 0 && job.predecessors.isEmpty
        && job.earliest.map { $0 <= scheduled.problem.today } ?? true
    }
    let next = jobs.min { one, other in
      (scheduled.schedule.jobs[one].turns.first?.place ?? .max, one)
        < (scheduled.schedule.jobs[other].turns.first?.place ?? .max, other)
    }
    guard let next else { return nil }
    let milestone = scheduled.plan.milestones[scheduled.problem.jobs[next].milestone]
    let keepsAmounts = scheduled.plan.goals[goal].milestones.contains { scheduled.plan.milestones[$0].progress != nil }
    guard !keepsAmounts else { return nil }
    let tasks = milestone.tasks.count { scheduled.plan.tasks[$0].isLeaf && scheduled.plan.tasks[$0].state == .open }
    return (next, Double(scheduled.problem.jobs[next].minutes) / Double(max(1, tasks)))
  }
}
