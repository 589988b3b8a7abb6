import PlanDocuments

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
  /// The first day by `start`, fixed dates and waits that run.
  let release: [Day]
  /// The last day for a job's work so that every end still holds; nil where no end binds it.
  let limits: [Day?]
  /// No room is looked for later.
  let lastDay: Day
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
    free = FreeHours(problem.hours, today: problem.today, from: problem.today, through: lastDay)
    let limits = problem.jobs.indices.map { job in
      schedule.jobs[job].must.map { max($0 - problem.jobs[job].wait, schedule.jobs[job].portions.last?.day ?? $0) }
    }
    self.limits = limits

    let network = JobNetwork(problem)
    var gates = [[Gate]](repeating: [], count: problem.jobs.count)
    var release = [Day](repeating: problem.today, count: problem.jobs.count)
    for job in network.topological {
      release[job] = problem.today + network.release[job]
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
    order = problem.jobs.indices.filter { needs[$0] > 0 }.sorted { one, other in
      let (first, second) = (limits[one] ?? lastDay, limits[other] ?? lastDay)
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
