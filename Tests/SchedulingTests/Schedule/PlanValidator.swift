import PlanDocuments
import Scheduling
import TestSupport

extension SmallVault {
  /// Everything that is wrong with a plan; empty when nobody could object to it.
  func faults(of schedule: PlanSchedule) -> [String] {
    var faults: [String] = []
    var shared: [Int: Int] = [:]
    var byGoal: [[Int: Int]] = goals.map { _ in [:] }
    var byWeek: [[Int: Int]] = goals.map { _ in [:] }
    for (index, job) in jobs.enumerated() {
      let dates = schedule.jobs[index]
      guard let completion = dates.completion.map({ $0 - today }) else { continue }
      let total = dates.portions.reduce(0) { $0 + $1.minutes }
      if total != job.units * Self.unit { faults.append("job \(index): \(total) minutes of \(job.units * Self.unit)") }
      let days = dates.portions.map { $0.day - today }
      if zip(days, days.dropFirst()).contains(where: { $0 >= $1 }) { faults.append("job \(index): days not in order") }
      for portion in dates.portions {
        let day = portion.day - today
        if portion.minutes <= 0 || day < 0 { faults.append("job \(index): \(portion)") }
        if day < job.start { faults.append("job \(index): works on \(day), before its start \(job.start)") }
        shared[day, default: 0] += portion.minutes
        byGoal[job.goal][day, default: 0] += portion.minutes
        byWeek[job.goal][week(of: day), default: 0] += portion.minutes
      }
      if let last = days.last, completion != max(last + job.wait, job.fixed ?? 0) {
        faults.append("job \(index): complete on \(completion), last hour on \(last)")
      }
      for before in job.before {
        guard let ended = schedule.jobs[before].completion.map({ $0 - today }) else {
          faults.append("job \(index) is planned after \(before), which never ends")
          continue
        }
        let hasWait = jobs[before].wait > 0 || jobs[before].fixed != nil
        if let first = days.first ?? (job.units == 0 && job.fixed == nil ? completion - job.wait : nil),
          first < (hasWait ? ended + 1 : ended)
        {
          faults.append("job \(index) begins on \(first), \(before) is complete on \(ended)")
        }
      }
    }
    for (day, minutes) in shared where minutes > units(on: day) * Self.unit { faults.append("day \(day): \(minutes)") }
    for goal in goals.indices {
      for (day, minutes) in byGoal[goal] where minutes > units(on: day, goal: goal) * Self.unit {
        faults.append("goal \(goal), day \(day): \(minutes)")
      }
      for (week, minutes) in byWeek[goal] {
        if let limit = weeklyMinutes(goal: goal, week: week), minutes > limit {
          faults.append("goal \(goal), week \(week): \(minutes) of \(limit)")
        }
      }
    }
    return faults + orderFaults(schedule)
  }

  /// Inside a day what a job leaves may be used by what follows it: the hours before must fit before the hours after.
  private func orderFaults(_ schedule: PlanSchedule) -> [String] {
    var faults: [String] = []
    for (index, job) in jobs.enumerated() {
      for before in job.before where jobs[before].wait == 0 && jobs[before].fixed == nil {
        guard let end = schedule.jobs[before].portions.last?.day, let begin = schedule.jobs[index].portions.first?.day
        else { continue }
        if begin < end { faults.append("job \(index) begins before \(before) ends") }
      }
    }
    return faults
  }
}
