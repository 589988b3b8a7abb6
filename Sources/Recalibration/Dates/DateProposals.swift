import Forecasting
package import PlanDocuments
import PlanModel
import Scheduling

/// New due dates for jobs that have none, or whose date does not hold.
///
/// A date is the earlier of the goal's completion at the person's pace and the latest day that the ends and the kept dates
/// leave, never before the completion of a plan that meets those.
struct DateProposals {
  private let outlook: ForecastedPlan
  private let pace: Int
  private var free: FreeHours
  private var paced: SingleGoalScheduleAtPace
  /// The jobs that are due on a day, by their dates that stay and those that are proposed.
  private var due: [Day: [Int]] = [:]
  /// Proposals that do not stand on the first day that came into question, and why.
  private(set) var shifts: [Int: DateShift] = [:]

  /// The jobs that could only have a date after their goal's deadline, and get none.
  private(set) var beyondDeadline: [Int] = []

  /// What brought each proposal to its day.
  private(set) var origins: [Int: DateOrigin] = [:]

  /// Other days are looked at only so far: within the same days one is as good as another.
  private static let nearDays = 3

  init(for outlook: ForecastedPlan) {
    self.outlook = outlook
    pace = outlook.problem.pace
    free = FreeHours(
      outlook.hours, today: outlook.problem.today, from: outlook.problem.today, through: outlook.problem.today + 400)
    paced = SingleGoalScheduleAtPace(of: outlook.problem, planned: outlook.schedule.jobs.map(\.completion))
  }

  /// The proposed day of each of the wanted jobs; left out where the hours never come.
  ///
  /// - Parameter keepsDeadlines: no day after its goal's deadline is proposed: it would be a finding as soon as it is written.
  mutating func days(
    for wanted: [Int], kept: [Day?], completions: [Day?], _ feasibility: inout DateFeasibility, keepsDeadlines: Bool
  ) -> [Int: Day] {
    let jobs = outlook.problem.jobs
    let latest = feasibility.latest(keeping: kept)
    var pacedDay: [Int: Day] = [:]
    for goal in Set(wanted.map { jobs[$0].goal }).sorted() {
      pacedDay.merge(paced.completions(ofGoal: goal, pace: pace)) { $1 }
    }
    let isWanted = Set(wanted)
    due = [:]
    for job in jobs.indices where !isWanted.contains(job) {
      if let day = kept[job] ?? jobs[job].fixed { due[day, default: []].append(job) }
    }
    var result: [Int: Day] = [:]
    for job in AdjacencyLists(edges: jobs.map(\.predecessors)).topologicalOrder().order where isWanted.contains(job) {
      guard let floor = completions[job] else { continue }
      let wish = [pacedDay[job], latest[job]].compactMap(\.self).min() ?? floor
      // Dates that don't hold stay in the files until somebody moves them: one before them would be out of order.
      let ordered = firstDayInOrder(job) { result[$0] ?? jobs[$0].due }
      let day = max(wish, floor, ordered ?? floor)
      if day == wish, let paced = pacedDay[job] ?? latest[job] {
        origins[job] = latest[job].map { $0 < paced } ?? false ? .latest : .pace(percent: pace)
      } else {
        origins[job] = day == ordered && day != floor ? .order : .plan
      }
      let end = keepsDeadlines ? outlook.problem.goals[jobs[job].goal].deadline : nil
      let last = [latest[job].map { max($0, day) }, end].compactMap(\.self).min()
      guard let settled = settled(day, job, floor: floor, latest: last, end: end), end.map({ settled <= $0 }) ?? true
      else {
        beyondDeadline.append(job)
        continue
      }
      result[job] = settled
      due[settled, default: []].append(job)
    }
    return result
  }

  /// The job's hours fit between the dates of what it comes after and its own, in its goal's days.
  mutating func isInOrder(_ job: Int, on day: Day, due: (Int) -> Day?) -> Bool {
    let task = outlook.problem.jobs[job]
    guard task.handedOver == nil, let start = begin(after: job, due: due) else { return true }
    let needed = outlook.problem.hours.counts(goal: task.goal) ? task.minutes : 0
    let last = day - task.wait
    return start <= last && free.ownMinutes(goal: task.goal, from: start, through: last, enough: needed) >= needed
  }

  /// The first day after the dates of what a job comes after; nil where none of it has one.
  private func begin(after job: Int, due: (Int) -> Day?) -> Day? {
    let jobs = outlook.problem.jobs
    return jobs[job].predecessors.compactMap { before in
      due(before).map { $0 + (jobs[before].wait > 0 || jobs[before].fixed != nil ? 1 : 0) }
    }.max()
  }

  /// The first day on which the job's hours fit between the dates of what it comes after and its own, in its goal's days.
  private mutating func firstDayInOrder(_ job: Int, due: (Int) -> Day?) -> Day? {
    let jobs = outlook.problem.jobs
    guard let start = begin(after: job, due: due) else { return nil }
    let first = max(start, jobs[job].earliest ?? start, outlook.problem.today)
    var last = first
    let needed = outlook.problem.hours.counts(goal: jobs[job].goal) ? jobs[job].minutes : 0
    while free.ownMinutes(goal: jobs[job].goal, from: first, through: last) < needed {
      last = last + 1
      if last - first > 1_500 { return nil }
    }
    return last + jobs[job].wait
  }

  /// A day near this one on which a milestone can be complete: with hours, or, after a wait, one that is not off.
  ///
  /// Of the next days rather one that is not the first after days away, and on which no other goal has a date.
  ///
  /// - Parameter end: with one, a day on which nothing can be complete is never taken: rather one after `latest`, up to it.
  private mutating func settled(_ day: Day, _ job: Int, floor: Day, latest: Day?, end: Day?) -> Day? {
    let task = outlook.problem.jobs[job]
    let isWorked = task.wait == 0 && task.minutes > 0 && outlook.problem.hours.counts(goal: task.goal)
    func suits(_ day: Day) -> Bool {
      if isWorked { return free.ownMinutes(goal: task.goal, from: day, through: day) > 0 }
      return !outlook.problem.hours.isDayOff(day, goal: task.goal)
    }
    var later = day
    var first: Day?
    while later - (first ?? day) < (first == nil ? 60 : Self.nearDays + 1), latest.map({ later <= $0 }) ?? true {
      if suits(later) {
        first = first ?? later
        let shift = drawback(of: later, goal: task.goal)
        if shift == nil { return note(later, job, wished: day, first: first) }
      }
      later = later + 1
    }
    if let first { return note(first, job, wished: day, first: first) }
    var earlier = day
    while earlier >= floor {
      if suits(earlier) { return earlier }
      earlier = earlier - 1
    }
    guard let end else { return day }
    while later <= end {
      if suits(later) { return later }
      later = later + 1
    }
    return nil
  }

  /// Remembers why a date does not stand on the day that was wished for.
  private mutating func note(_ day: Day, _ job: Int, wished: Day, first: Day?) -> Day {
    let goal = outlook.problem.jobs[job].goal
    if day != first, let first, let shift = drawback(of: first, goal: goal) {
      shifts[job] = shift
    } else if day != wished, outlook.problem.hours.isDayOff(wished, goal: goal) {
      shifts[job] = .dayOff(wished)
    }
    return day
  }

  /// What speaks against a day on which work is possible.
  private mutating func drawback(of day: Day, goal: Int) -> DateShift? {
    if let other = due[day]?.first(where: { outlook.problem.jobs[$0].goal != goal }) {
      return .otherGoal(day, milestone: outlook.problem.jobs[other].milestone)
    }
    return isFirstAfterDaysAway(day, goal: goal) ? .afterDaysAway(day) : nil
  }

  /// The days before, back to the last one with hours, were off three times or more.
  private mutating func isFirstAfterDaysAway(_ day: Day, goal: Int) -> Bool {
    var daysOff = 0
    var before = day - 1
    while day - before < 60 {
      if outlook.problem.hours.isDayOff(before, goal: goal) {
        daysOff += 1
      } else if free.ownMinutes(goal: goal, from: before, through: before) > 0 {
        break
      }
      before = before - 1
    }
    return daysOff >= 3 && day - before < 60
  }
}

/// Why a proposed date does not stand on the day that came into question first.
package enum DateShift: Hashable, Sendable {
  case dayOff(Day)
  /// The first day with hours after three days off or more.
  case afterDaysAway(Day)
  /// A milestone of another goal has its date there.
  case otherGoal(Day, milestone: Int)
}
