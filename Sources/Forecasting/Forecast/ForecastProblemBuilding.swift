import PlanDocuments
package import PlanModel
package import Scheduling

/// What history says about a person, for a forecast.
package struct ForecastEvidence: Sendable {
  /// With hours that all goals share one pace; otherwise one for each of `Plan.goals`.
  package var paces: [PaceModel]
  /// By goal, where the hours worked are kept (`spent`).
  package var efforts: [EffortModel?]
  /// How shared hours are divided among goals; nil is by the plan alone.
  package var habit: HabitModel?
  /// What all goals together did in past weeks, oldest first.
  package var weeks: [PaceWeek]
  /// The last weeks of each goal, at most eight: minutes a week that were done and that it could have had; nil where it
  /// had none.
  package var recentByGoal: [RecentWeeks?] = []

  package struct RecentWeeks: Hashable, Sendable {
    package var count: Int
    package var done: Int
    package var free: Int
  }

  /// How often the plan is run with it.
  package var runs = Forecast.runs
  /// What is added to the goals while they are worked on.
  package var growth = ScopeGrowth.none
  /// By milestone of the plan, the most minutes that may be done already and not ticked.
  var unseen: [Int: Double] = [:]

  package init(paces: [PaceModel], efforts: [EffortModel?], weeks: [PaceWeek] = []) {
    self.paces = paces
    self.efforts = efforts
    self.weeks = weeks
  }
}

extension ForecastProblem {
  /// The jobs of a problem, numbered as they are, with their turns in the plan found for it.
  ///
  /// - Parameters:
  ///   - plan: where efforts and waits are ranges; the problem's own middles count without it.
  ///   - evidence: nil is a plan on paper: every free hour is an hour of work.
  package init(
    _ problem: ScheduleProblem, schedule: PlanSchedule, plan: Plan?, evidence: ForecastEvidence?, seed: UInt64 = 1
  ) {
    let network = JobNetwork(problem)
    let goalCount = problem.goals.count
    let isShared = problem.hours.isShared
    let fallback = PaceModel(always: 1)
    let paces = evidence?.paces ?? (isShared ? [fallback] : Array(repeating: fallback, count: max(1, goalCount)))
    let (hours, tables) = Self.hours(problem)
    let goals = problem.goals.indices.map { index in
      var goal = Goal(
        identity: FNV1a((plan?.goals[index].id ?? "\(index)").utf8).value,
        deadline: problem.goals[index].deadline.map { $0 - problem.today },
        target: problem.goals[index].target.map { $0 - problem.today }, pace: paces.count == 1 ? 0 : index,
        effort: evidence?.efforts[index] ?? nil, table: tables[index])
      goal.first = problem.goals[index].first.map { $0 - problem.today }.flatMap { $0 < 0 ? nil : $0 }
      return goal
    }
    let milestones = problem.jobs.indices.map { index in
      let job = problem.jobs[index]
      let written = plan?.milestones[job.milestone]
      var milestone = Milestone(
        goal: job.goal, identity: FNV1a((plan?.name(of: job.milestone) ?? "\(job.milestone)").utf8).value,
        minutes: Double(network.minutes[index]), wait: .days(network.wait[index]),
        earliest: job.earliest.map { $0 - problem.today } ?? 0, fixed: job.fixed.map { $0 - problem.today },
        handedOver: network.handedOver[index] == JobTime.never ? nil : min(0, network.handedOver[index]),
        predecessors: Array(network.predecessors[index]),
        turns: schedule.jobs[index].turns.map { Turn(place: $0.place, minutes: Double($0.minutes)) },
        rank: network.rank[index])
      func urgency(_ urgency: PlanSchedule.Urgency?) -> Urgency? {
        urgency.map { Urgency(from: $0.from - problem.today, latestStart: $0.latestStart - problem.today) }
      }
      milestone.urgent = urgency(schedule.jobs[index].urgent)
      milestone.pressing = urgency(schedule.jobs[index].pressing)
      milestone.unseenMinutes = evidence?.unseen[job.milestone] ?? 0
      if let effort = written?.effort, effort.isRange, effort.middle > 0, network.minutes[index] > 0 {
        // What is left of it is as uncertain as the whole was.
        let left = milestone.minutes / Double(effort.middle)
        milestone.effortRange = SpreadRange(low: Double(effort.low) * left, high: Double(effort.high) * left)
      }
      if let wait = written?.wait, wait.isRange, job.fixed == nil {
        milestone.wait = .range(SpreadRange(low: Double(wait.low), high: Double(wait.high)))
      }
      return milestone
    }
    self.init(
      goals: goals, milestones: milestones, hours: hours, paces: paces, habit: evidence?.habit, seed: seed)
    growth = evidence?.growth ?? .none
    estimateSpread = evidence.map { $0.efforts.contains { $0 != nil } ? 0 : ReferenceClass.estimateSpread } ?? 0
  }

  /// Free minutes for ten years, and which table each goal has.
  private static func hours(_ problem: ScheduleProblem) -> (Hours, [Int]) {
    let (year, month, day) = problem.today.civil
    let last =
      Day(year: year + 10, month: month, day: day) ?? Day(year: year + 10, month: month, day: 28) ?? problem.today
    let free = FreeHours(problem.hours, today: problem.today, from: problem.today, through: last)
    let dayCount = last - problem.today + 1
    let days = free.todayIndex..<free.todayIndex + dayCount
    let firstWeek = Int(free.segment[free.todayIndex])
    let weekOfDay = days.map { Int(free.segment[$0]) - firstWeek }
    let weekCount = (weekOfDay.last ?? 0) + 1
    let tables = (0..<(Int(free.tableOfGoal.max() ?? -1) + 1)).map { table in
      Hours.Table(
        days: days.map { Double(free.free[table * free.dayCount + $0]) },
        weeks: (0..<weekCount).map {
          let limit = free.weeklyCaps[table * free.segmentCount + firstWeek + $0]
          return limit == FreeHours.unlimited ? .infinity : Double(limit)
        })
    }
    let shared = free.isShared ? days.map { Double(free.vault[$0]) } : nil
    return (
      Hours(
        weekOfDay: weekOfDay, shared: shared, tables: tables, firstWeek: Int(problem.today.monday.number) / 7),
      free.tableOfGoal.map { Int($0) }
    )
  }
}
