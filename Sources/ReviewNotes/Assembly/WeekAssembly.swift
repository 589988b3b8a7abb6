import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

extension ReviewAssembly {
  /// How far the look ahead goes.
  static let weekCount = 6
  /// Work up to this is done in one go.
  private static let small = 60
  /// Work up to this that has no parts is done in one go where a day has room for it.
  private static let sitting = 180
  private static let quarter = 15

  var nextWeek: WeekAhead {
    var week = WeekAhead()
    let days = DayRange(planFrom, planFrom + 6)
    week.days = days
    week.freeMinutes = hasHours ? freeMinutes(in: days) : nil
    week.pace = plan.pace
    week.plan = dayPlans(days)
    week.without = goalsWithout(days)
    week.ahead = ahead(DayRange(planFrom, planFrom + 7 * Self.weekCount - 1))
    week.remarks = waitsToConfirm + waitsToBegin
    return week
  }

  // MARK: Day by day

  /// The hours that the person usually finishes, on the days on which the plan works on the same: whole days first.
  private func dayPlans(_ days: DayRange) -> [WeekAhead.DayPlan] {
    var left = quotas(days)
    let pressing = smallAndPressing(days)
    var budget = max(minutesAtPace(days), pressing.reduce(0) { $0 + outlook.problem.jobs[$1].minutes })
    var plans = (0...(days.last - days.first)).map { WeekAhead.DayPlan(day: days.first + $0) }
    for place in plans.indices {
      let day = plans[place].day
      var room = hasHours ? freeMinutes(on: day) : Int.max
      for job in jobsInOrder(on: day, first: pressing) where room > 0 {
        guard let quota = left[job], quota > 0 else { continue }
        let facts = outlook.problem.jobs[job]
        let planned = outlook.schedule.jobs[job].portionsInOwnOrder.filter { $0.day == day }.reduce(0) {
          $0 + $1.minutes
        }
        let isOneSitting =
          quota <= Self.small || quota == facts.minutes && quota <= Self.sitting && isWhole(facts.milestone)
        let wanted = isOneSitting ? quota : min(quota, max(Self.quarter, Self.rounded(planned)))
        let possible = min(wanted, room, budget)
        let minutes = possible == quota ? possible : possible / Self.quarter * Self.quarter
        guard minutes > 0 else { continue }
        left[job] = quota - minutes
        room -= minutes
        budget -= minutes
        plans[place].work.append(work(job, minutes))
      }
      plans[place].due = due(on: day)
    }
    if hasHours { place(rest: left, budget, in: &plans) }
    return plans.filter { !$0.work.isEmpty || !$0.due.isEmpty }
  }

  private func isWhole(_ milestone: Int) -> Bool {
    plan.milestones[milestone].tasks.isEmpty && plan.milestones[milestone].progress == nil
  }

  /// What is left of a quota after its own days goes where a day of its goal has room.
  private func place(rest: [Int: Int], _ budget: Int, in plans: inout [WeekAhead.DayPlan]) {
    var free = free
    var budget = budget
    for (job, minutes) in rest.sorted(by: { $0.key < $1.key }) where minutes >= Self.quarter {
      var left = minutes
      for place in plans.indices where left >= Self.quarter {
        let day = plans[place].day
        guard let first = outlook.schedule.jobs[job].portionsInOwnOrder.first?.day, day >= first else { continue }
        let taken = plans[place].work.reduce(0) { $0 + $1.minutes }
        let own = free.ownMinutes(goal: outlook.problem.jobs[job].goal, from: day, through: day)
        let room = min(freeMinutes(on: day) - taken, own) / Self.quarter * Self.quarter
        guard room > 0 else { continue }
        let here = min(room, left, budget) / Self.quarter * Self.quarter
        if here <= 0 { return }
        budget -= here
        if let same = plans[place].work.firstIndex(where: { $0.milestone == work(job, 0).milestone }) {
          plans[place].work[same].minutes += here
        } else {
          plans[place].work.append(work(job, here))
        }
        left -= here
      }
    }
  }

  /// All that is worked on in these days at the person's pace.
  private func minutesAtPace(_ days: DayRange) -> Int {
    Self.rounded(
      outlook.schedule.jobs.reduce(0) { sum, job in
        job.portionsAtPace.reduce(sum) { days.contains($1.day) ? $0 + $1.minutes : $0 }
      })
  }

  /// By job: the minutes that it gets in these days at the person's pace.
  private func quotas(_ days: DayRange) -> [Int: Int] {
    var quotas: [Int: Int] = [:]
    for job in outlook.problem.jobs.indices {
      let minutes = outlook.schedule.jobs[job].portionsAtPace.reduce(0) { days.contains($1.day) ? $0 + $1.minutes : $0 }
      guard minutes > 0 else { continue }
      let all = outlook.problem.jobs[job].minutes
      quotas[job] = all <= Self.small ? all : min(all, max(Self.quarter, Self.rounded(minutes)))
    }
    for job in smallAndPressing(days) { quotas[job] = outlook.problem.jobs[job].minutes }
    return quotas
  }

  /// Small work that can be done now, and whose due date or wait asks for it in these days: whole, whatever else is late.
  private func smallAndPressing(_ days: DayRange) -> [Int] {
    outlook.problem.jobs.indices.filter { job in
      let facts = outlook.problem.jobs[job]
      guard (1...Self.small).contains(facts.minutes), facts.handedOver == nil, facts.predecessors.isEmpty,
        facts.earliest.map({ $0 <= days.last }) ?? true
      else { return false }
      let last = facts.due.map { $0 - facts.longWait } ?? .distantFuture
      return min(last, outlook.schedule.jobs[job].sendBy ?? last) <= days.last
    }
  }

  private static func rounded(_ minutes: Int) -> Int { (minutes + quarter / 2) / quarter * quarter }

  /// The jobs that the plan works on that day, and `first`: what is due first, small things before long ones.
  private func jobsInOrder(on day: Day, first pressing: [Int]) -> [Int] {
    outlook.problem.jobs.indices.filter { job in
      outlook.schedule.jobs[job].portionsInOwnOrder.contains { $0.day == day }
        || pressing.contains(job) && (outlook.problem.jobs[job].earliest ?? day) <= day
    }
    .sorted { one, other in
      let jobs = outlook.problem.jobs
      let isSmall = (jobs[one].minutes <= Self.small, jobs[other].minutes <= Self.small)
      if isSmall.0 != isSmall.1 { return isSmall.0 }
      let due = (jobs[one].due ?? .distantFuture, jobs[other].due ?? .distantFuture)
      return (due.0, one) < (due.1, other)
    }
  }

  private func work(_ job: Int, _ minutes: Int) -> WeekAhead.Work {
    let milestone = outlook.problem.jobs[job].milestone
    let facts = plan.milestones[milestone]
    let task = facts.tasks.first { plan.tasks[$0].state == .open && plan.tasks[$0].isLeaf }
    return WeekAhead.Work(
      name: plan.name(of: milestone), milestone: item(ofMilestone: milestone), goal: item(ofGoal: facts.goal),
      task: task.map { title(ofTask: $0, in: milestone) }, minutes: minutes)
  }

  private func due(on day: Day) -> [WeekAhead.Due] {
    outlook.problem.jobs.compactMap { job in
      guard job.due == day, job.handedOver == nil else { return nil }
      let likely = outlook.forecast?.will(ofMilestone: job.milestone)?.p50
      return WeekAhead.Due(
        milestone: item(ofMilestone: job.milestone), isFixed: job.fixed != nil,
        likely: likely.flatMap { $0 > day ? $0 : nil })
    }
  }

  /// Why a goal with work gets none of the week's hours.
  private func goalsWithout(_ days: DayRange) -> [Sentence] {
    guard hasHours else { return [] }
    let jobsOfGoal = Dictionary(grouping: outlook.problem.jobs.indices) { outlook.problem.jobs[$0].goal }
    return activeGoals.compactMap { goal in
      let jobs = jobsOfGoal[goal] ?? []
      let hasWork = jobs.contains { outlook.problem.jobs[$0].minutes > 0 }
      let getsWork = jobs.contains { job in
        outlook.schedule.jobs[job].portionsAtPace.contains { days.contains($0.day) }
      }
      guard hasWork, !getsWork else { return nil }
      let title: Sentence = "\(title: item(ofGoal: goal).title)"
      if let pause = plan.goals[goal].pausedUntil, pause > days.last { return title + " is paused until \(pause)." }
      if let start = plan.goals[goal].begins, start > days.last { return title + " begins on \(start)." }
      let first = jobs.flatMap { outlook.schedule.jobs[$0].portionsAtPace.map(\.day) }.min()
      let when: Sentence = first.map { "its turn comes on \($0)" } ?? "other work comes first"
      return "No hours go to " + title + ": " + when + "."
    }
  }

  // MARK: Ahead

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
      let title: Sentence = "\(title: item(ofMilestone: found.milestone).title)"
      let minutes = outlook.work[found.milestone].remaining
      return found.sendBy < planFrom
        ? title
          + " comes first: your part (\(minutes: minutes)) was safe until \(weekday: found.sendBy), and then you wait \(words: wait.inWords)."
        : title
          + ": do your part (\(minutes: minutes)) by \(weekday: found.sendBy); then you wait \(words: wait.inWords)."
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
