import PlanDocuments
import PlanModel

/// What blocks are laid by, made ready once: how much each job needs and by when, and what it follows.
struct BlockFacts {
  /// The last block of another job must have ended, and `lag` more days have passed.
  struct Gate {
    var job: Int
    var lag: Int
  }

  let problem: ScheduleProblem
  let rules: BlockRules
  let free: FreeHours
  /// The plan's work by job and day.
  let portions: [[PlanSchedule.Portion]]
  /// Minutes by job, rounded up to the grid.
  let needs: [Int]
  let gates: [[Gate]]
  /// The gates turned around: what each job holds up, and how many days more.
  let followers: [[Gate]]
  /// The first day by `start`, fixed dates and waits that run.
  let release: [Day]
  /// The last day for a job's work so that every end still holds; nil where no end binds it.
  let latestFinish: [Day?]
  /// The last day for a job's work by its goal's target and by fixed dates alone, whatever hours there are; nil where
  /// neither binds it.
  let ends: [Day?]
  /// No room is looked for later.
  let lastDay: Day
  /// Everything that waits for a job, whatever lies between.
  let held: [Set<Int>]
  /// What is followed before what follows it.
  let topological: [Int]
  /// Jobs in the order in which they take the hours of a day.
  let order: [Int]

  init(_ problem: ScheduleProblem, _ schedule: PlanSchedule, rules: BlockRules) {
    self.problem = problem
    self.rules = rules
    portions = schedule.jobs.map(\.portions)
    let needs = portions.map { BlockRules.roundedUp($0.reduce(0) { $0 + $1.minutes }) }
    self.needs = needs
    let lastDay = (portions.compactMap { $0.last?.day }.max() ?? problem.today) + 200
    self.lastDay = lastDay
    let free = FreeHours(problem.hours, today: problem.today, from: problem.today, through: lastDay)
    self.free = free
    let network = JobNetwork(problem)
    var latestFinish = problem.jobs.indices.map { job in
      schedule.jobs[job].latest.map { max($0 - problem.jobs[job].wait, schedule.jobs[job].portions.last?.day ?? $0) }
    }
    // What comes first is laid first: an end that is late already gives an earlier day to what follows than to what is
    // before it.
    for job in network.topological.reversed() {
      for after in network.followers[job] where problem.jobs[job].fixed == nil {
        guard let own = latestFinish[job], let next = latestFinish[after], next < own else { continue }
        latestFinish[job] = max(next, schedule.jobs[job].portions.last?.day ?? next)
      }
    }
    self.latestFinish = latestFinish

    var gates = [[Gate]](repeating: [], count: problem.jobs.count)
    var release = [Day](repeating: problem.today, count: problem.jobs.count)
    for job in network.topological {
      release[job] = problem.today + network.release[job]
      // What was handed over waits since then, whatever it comes after.
      if network.handedOver[job] != JobTime.never { continue }
      var own: [Int: Int] = [:]
      for before in network.predecessors[job] where problem.jobs[before].fixed == nil {
        let lag = network.lag[before]
        if needs[before] > 0 {
          own[before] = max(own[before] ?? 0, lag)
        } else {
          // Nothing to work there: what it waits for holds the job back.
          release[job] = max(release[job], release[before] + lag)
          for gate in gates[before] { own[gate.job] = max(own[gate.job] ?? 0, gate.lag + lag) }
        }
      }
      gates[job] = own.sorted { $0.key < $1.key }.map { Gate(job: $0.key, lag: $0.value) }
    }
    self.gates = gates
    self.release = release
    var followers = [[Gate]](repeating: [], count: problem.jobs.count)
    for (job, gates) in gates.enumerated() {
      for gate in gates { followers[gate.job].append(Gate(job: job, lag: gate.lag)) }
    }
    self.followers = followers
    var held = [Set<Int>](repeating: [], count: problem.jobs.count)
    for job in network.topological.reversed() {
      for follower in followers[job] { held[job].formUnion(held[follower.job].union([follower.job])) }
    }
    self.held = held
    topological = network.topological
    var ends = problem.jobs.map { job in job.fixed ?? problem.goals[job.goal].target }
    for job in network.topological.reversed() {
      ends[job] = ends[job].map { $0 - problem.jobs[job].wait }
      for after in network.followers[job] {
        let end =
          problem.jobs[after].fixed.map { $0 - problem.jobs[job].wait } ?? ends[after].map { $0 - network.lag[job] }
        if let end { ends[job] = min(ends[job] ?? end, end) }
      }
    }
    self.ends = ends
    order = problem.jobs.indices.filter { needs[$0] > 0 }.sorted { one, other in
      let (first, second) = (latestFinish[one] ?? lastDay, latestFinish[other] ?? lastDay)
      return (first, network.rank[one]) < (second, network.rank[other])
    }
  }

  /// The first day on which the plan works on a job.
  func firstDay(of job: Int) -> Day { portions[job].first?.day ?? lastDay }

  /// The plan's minutes of a job up to a day, rounded up to the grid.
  func planned(_ job: Int, through day: Day) -> Int {
    BlockRules.roundedUp(portions[job].reduce(0) { $0 + ($1.day <= day ? $1.minutes : 0) })
  }
}
