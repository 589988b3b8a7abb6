import PlanDocuments
import PlanModel
import TestSupport
import Testing

@testable import Scheduling

/// A plan that is worked on day by day, each day exactly as it is planned.
private struct WorkedPlan {
  private let whole: ScheduleProblem
  private(set) var today: Day
  private var left: [Int]
  private var isComplete: [Bool]
  private var handedOver: [Day?]
  /// Minutes by goal and week.
  private(set) var worked: [[Day: Int]]

  init(_ problem: ScheduleProblem) {
    whole = problem
    today = problem.today
    left = problem.jobs.map(\.minutes)
    isComplete = problem.jobs.map { _ in false }
    handedOver = problem.jobs.map(\.handedOver)
    worked = problem.goals.map { _ in [:] }
  }

  /// What is left, with the job of each of its jobs.
  var problem: (left: ScheduleProblem, jobs: [Int]) {
    let jobs = whole.jobs.indices.filter { !isComplete[$0] }
    var problem = whole
    problem.today = today
    problem.jobs = jobs.map { index in
      var job = whole.jobs[index]
      job.minutes = left[index]
      job.handedOver = handedOver[index]
      job.predecessors = job.predecessors.compactMap { jobs.firstIndex(of: $0) }
      return job
    }
    for goal in problem.goals.indices {
      problem.hours.goals[goal].worked = worked[goal][today.monday].map {
        WorkInWeek(monday: today.monday, minutes: $0)
      }
    }
    return (problem, jobs)
  }

  mutating func workADay(of schedule: PlanSchedule, _ jobs: [Int]) {
    for (dates, job) in zip(schedule.jobs, jobs) {
      for portion in dates.portions where portion.day == today {
        left[job] -= portion.minutes
        worked[whole.jobs[job].goal][today.monday, default: 0] += portion.minutes
      }
      guard left[job] == 0, let completion = dates.completion else { continue }
      if completion <= today {
        isComplete[job] = true
      } else if whole.jobs[job].wait > 0, handedOver[job] == nil, completion - whole.jobs[job].wait <= today {
        handedOver[job] = today
      }
    }
    today = today + 1
  }
}

@Suite struct WorkAsPlannedLaws {
  @Test(arguments: SmallVault.Kind.allCases)
  func whatIsDoneAsPlannedKeepsThePlan(kind: SmallVault.Kind) {
    var counts = (days: 0, laterItems: 0, laterEnds: 0)
    for seed in 0..<(seedCount ?? 6) {
      let vault = SmallVault(kind: kind, seed: seed)
      var plan = WorkedPlan(vault.problem)
      var planned: [Int: Day] = [:]
      var late: [ScheduleEnd: Int] = [:]
      for _ in 0..<14 {
        let (problem, jobs) = plan.problem
        let schedule = PlanSchedule(of: problem)
        counts.days += 1
        for (number, job) in jobs.enumerated() {
          guard let completion = schedule.jobs[number].completion else { continue }
          if let known = planned[job], completion > known { counts.laterItems += 1 }
          planned[job] = completion
          let own: ScheduleEnd = vault.jobs[job].fixed == nil ? .goal(vault.jobs[job].goal) : .fixed(job)
          let days = schedule.lateDays(of: vault.jobs[job].fixed == nil ? own : .fixed(number))
          if let known = late[own], days > known {
            counts.laterEnds += 1
            if seedCount != nil {
              print("\(kind) \(seed), \(plan.today - vault.today) days on: \(own) \(known) then \(days)")
            }
          }
          late[own] = days
        }
        plan.workADay(of: schedule, jobs)
      }
      for (goal, weeks) in plan.worked.enumerated() {
        for (monday, minutes) in weeks {
          guard let most = vault.weeklyMinutes(goal: goal, week: 1) else { continue }
          #expect(minutes <= most, "\(kind) \(seed), goal \(goal) in the week of \(monday)")
        }
      }
    }
    if seedCount != nil { print("\(kind): \(counts)") }
    #expect(counts.laterEnds <= max(1, counts.days / 1000), "\(kind): \(counts)")
  }
}
