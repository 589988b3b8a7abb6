import PlanDocuments
import PlanModel

/// Tests jobs one by one: each with what comes before it, and with its goal's hours for nothing else.
///
/// Every test is a goal of its own in one problem that is solved backward in one pass.
struct SeparateFit {
  /// The jobs of one test, over all tests together at most so many: beyond, later dates are not looked at.
  private static let mostJobs = 50_000

  private let problem: ScheduleProblem

  init(_ problem: ScheduleProblem) {
    self.problem = problem
  }

  private struct Test {
    var goal: Int
    var job: Int?
    var jobs: [Int]
    var end: Day
  }

  /// The dated jobs of these goals that do not fit before their date, in the order of their dates.
  func misfits(of goals: [Int]) -> [(goal: Int, misfits: [DateFit.Misfit])] {
    let wanted = Set(goals)
    let dated = problem.jobs.indices.filter { job in
      wanted.contains(problem.jobs[job].goal) && (problem.jobs[job].due.map { $0 >= problem.today } ?? false)
        && problem.jobs[job].handedOver == nil
    }.sorted { (problem.jobs[$0].due?.number ?? 0, $0) < (problem.jobs[$1].due?.number ?? 0, $1) }
    var tests: [Test] = []
    var count = 0
    for job in dated where count < Self.mostJobs {
      guard let due = problem.jobs[job].due else { continue }
      let before = everythingBefore([job])
      count += before.count
      tests.append(Test(goal: problem.jobs[job].goal, job: job, jobs: before, end: due))
    }
    var byGoal: [Int: [DateFit.Misfit]] = [:]
    for (test, misfit) in zip(tests, run(tests)) {
      if let misfit { byGoal[test.goal, default: []].append(misfit) }
    }
    return goals.compactMap { goal in byGoal[goal].map { (goal, $0) } }
  }

  /// The goals of which not all that is left fits before the deadline.
  func goalsThatMissTheirDeadline(among goals: [Int]) -> [(goal: Int, misfits: [DateFit.Misfit])] {
    let wanted = Set(goals)
    var jobs: [Int: [Int]] = [:]
    for job in problem.jobs.indices where wanted.contains(problem.jobs[job].goal) {
      jobs[problem.jobs[job].goal, default: []].append(job)
    }
    let tests = goals.compactMap { goal -> Test? in
      guard let deadline = problem.goals[goal].deadline, deadline >= problem.today, let own = jobs[goal] else {
        return nil
      }
      return Test(goal: goal, job: nil, jobs: everythingBefore(own), end: deadline)
    }
    return zip(tests, run(tests)).compactMap { test, misfit in misfit.map { (test.goal, [$0]) } }
  }

  /// The jobs and all that must be complete before them.
  private func everythingBefore(_ jobs: [Int]) -> [Int] {
    var found = Set(jobs)
    var pending = jobs
    while let job = pending.popLast() {
      for before in problem.jobs[job].predecessors where found.insert(before).inserted { pending.append(before) }
    }
    return found.sorted()
  }

  private func run(_ tests: [Test]) -> [DateFit.Misfit?] {
    guard !tests.isEmpty else { return [] }
    var joint = ScheduleProblem(
      today: problem.today, goals: [], jobs: [], hours: WorkHours(vault: problem.hours.vault, goals: []))
    var goalsOfTest: [[Int]] = []
    for test in tests {
      var copyOfGoal: [Int: Int] = [:]
      var copyOfJob: [Int: Int] = [:]
      for job in test.jobs {
        let goal = problem.jobs[job].goal
        if copyOfGoal[goal] == nil {
          copyOfGoal[goal] = joint.goals.count
          let end = goal == test.goal ? test.end : nil
          joint.goals.append(ScheduleProblem.Goal(deadline: end, target: end))
          joint.hours.goals.append(problem.hours.goals[goal])
        }
        copyOfJob[job] = joint.jobs.count
        var copy = problem.jobs[job]
        copy.goal = copyOfGoal[goal] ?? 0
        joint.jobs.append(copy)
      }
      for (job, copy) in copyOfJob {
        joint.jobs[copy].predecessors = problem.jobs[job].predecessors.compactMap { copyOfJob[$0] }
      }
      goalsOfTest.append(copyOfGoal.values.sorted())
    }
    let backward = BackwardPlan(of: joint)
    return zip(tests, goalsOfTest).map { test, goals in
      guard goals.contains(where: { !backward.goals[$0].fits }) else { return nil }
      return DateFit.Misfit(
        job: test.job, minutes: goals.reduce(0) { $0 + backward.goals[$1].shortfallMinutes },
        days: goals.reduce(0) { max($0, backward.goals[$1].shortfallDays) },
        isNever: goals.contains { backward.goals[$0].isNever })
    }
  }
}
