import PlanDocuments
package import PlanModel

/// What is asked of single items of a plan only: how much its work may grow, why a date is where it is, and what shows that
/// an end cannot be earlier.
package struct ScheduleDetails {
  /// Goals with more jobs than this have no slack in hours: each job takes a pass of its own.
  private static let mostJobsWithSlack = 400

  let problem: ScheduleProblem
  let schedule: PlanSchedule
  let scheduleCase: ScheduleCase
  private let backward: BackwardPlan
  private let reasons: DateReasons
  private var slackSearch: SlackSearch
  /// By goal, once it was asked for: minutes by job.
  private var slacks: [Int: [Int: Int]] = [:]
  /// By end, once it was asked for.
  var proofs: [ScheduleEnd: EndProof?] = [:]

  package init(of scheduled: ScheduledPlan) {
    self.init(of: scheduled.problem, scheduled.schedule)
  }

  /// - Parameter schedule: what was planned for the problem.
  package init(of problem: ScheduleProblem, _ schedule: PlanSchedule) {
    self.problem = problem
    self.schedule = schedule
    var scheduleCase = ScheduleCase(problem)
    backward = BackwardPlan(&scheduleCase)
    self.scheduleCase = scheduleCase
    reasons = DateReasons(scheduleCase, schedule)
    slackSearch = SlackSearch(scheduleCase, placing: backward.placing)
  }

  /// The free minutes that everything here is counted with.
  package var hours: FreeHours { scheduleCase.hours }

  /// How many minutes a job's work may grow with its goal, alone, still fitting; nil where nothing binds it.
  package mutating func slackMinutes(of job: Int) -> Int? {
    slacks(ofGoal: problem.jobs[job].goal)[job]
  }

  /// It has the least slack of its goal.
  package mutating func isCritical(_ job: Int) -> Bool {
    let slacks = slacks(ofGoal: problem.jobs[job].goal)
    guard let own = slacks[job] else { return false }
    return own == slacks.values.min()
  }

  private mutating func slacks(ofGoal goal: Int) -> [Int: Int] {
    if let known = slacks[goal] { return known }
    var found: [Int: Int] = [:]
    if problem.hours.counts(goal: goal), problem.jobs.count(where: { $0.goal == goal }) <= Self.mostJobsWithSlack {
      for slack in slackSearch.slack(ofGoal: goal, fits: backward.goals[goal].fits, scheduleCase) {
        found[slack.job] = slack.minutes
      }
    }
    slacks[goal] = found
    return found
  }

  /// Why the plan's completion is where it is, from the date back to its cause.
  package func completionReasons(of job: Int) -> [PlanSchedule.Reason] { reasons.completion(of: job) }

  /// Why the latest day of the goal alone is where it is.
  package func latestReasons(of job: Int) -> [PlanSchedule.Reason] { reasons.latest(of: job, backward.placing) }
}
