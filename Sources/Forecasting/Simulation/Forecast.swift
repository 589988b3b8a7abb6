/// Where the plan's milestones and goals land: 2,000 seeded passes, summed up.
package struct Forecast: Equatable, Sendable {
  package static let runs = 2_000

  /// As many, and fewer of a plan so large that nobody has the time: in steps, so that a milestone more or less hardly ever
  /// changes how many.
  package static func runs(ofMilestones count: Int) -> Int {
    switch count {
    case ...1_000: runs
    case ...2_000: runs / 2
    case ...4_000: runs / 4
    default: runs / 8
    }
  }

  /// The days by whose end 50, 80, 90 and 95 in 100 of all runs are complete, counted from today; nil where fewer ever
  /// are.
  package struct Quantiles: Hashable, Sendable {
    package var p50: Int?
    package var p80: Int?
    package var p90: Int?
    package var p95: Int?
  }

  package struct MilestoneForecast: Equatable, Sendable {
    /// Nil for a fixed milestone: its day is fixed.
    package var completion: Quantiles?
    /// Given for a fixed milestone.
    package var fixed: FixedForecast?
  }

  package struct FixedForecast: Hashable, Sendable {
    /// The share of runs in which all before it, and its own work, is complete by its day.
    package var chance: Double
    /// All the work before it and its own, as estimated, in minutes.
    package var minutes: Double
    /// What of it is done by its day in at least 50 and 80 in 100 of all runs, as estimated.
    package var doneP50: Double
    package var doneP80: Double
  }

  package struct GoalForecast: Equatable, Sendable {
    package var completion: Quantiles
    /// The share of runs complete by the deadline, and by the target; nil without one.
    package var deadlineChance: Double?
    package var targetChance: Double?
    /// The milestone whose slip most often decides the goal's end, and the share of the late runs in which it does; nil
    /// where no run is later than expected.
    package var drivingMilestone: DrivingMilestone?
    /// The day of completion of each run in order, those that never are left out.
    package var days: [Int32]
    package var runs: Int

    /// The share of runs complete by the end of a day.
    package func chance(by day: Int) -> Double {
      var low = 0
      var high = days.count
      while low < high {
        let middle = (low + high) / 2
        if Int(days[middle]) <= day { low = middle + 1 } else { high = middle }
      }
      return Double(low) / Double(max(1, runs))
    }
  }

  package struct DrivingMilestone: Hashable, Sendable {
    package var milestone: Int
    package var share: Double
  }

  package let milestones: [MilestoneForecast]
  /// Nil for a goal without milestones.
  package let goals: [GoalForecast?]

  /// - Parameter parts: how many pieces of the work may run at once; the result is the same for any.
  package init(_ problem: ForecastProblem, runs: Int = Forecast.runs, parts: Int = 8) {
    let network = RunNetwork(problem)
    let record = RunRecord(problem, network, runs: runs, parts: parts)
    var goals: [GoalForecast?] = []
    for (index, goal) in problem.goals.enumerated() {
      guard network.readyStarts[index] < network.readyStarts[index + 1] else {
        goals.append(nil)
        continue
      }
      let days = record.daysOfGoal(index)
      var forecast = GoalForecast(
        completion: Self.quantiles(days, runs: runs), drivingMilestone: record.drivingMilestone(of: index), days: days,
        runs: runs)
      forecast.deadlineChance = goal.deadline.map { forecast.chance(by: $0) }
      forecast.targetChance = goal.target.map { forecast.chance(by: $0) }
      goals.append(forecast)
    }
    self.goals = goals
    var milestones: [MilestoneForecast] = []
    for index in 0..<network.count {
      milestones.append(
        network.fixed[index] >= 0
          ? MilestoneForecast()
          : MilestoneForecast(completion: Self.quantiles(record.daysOfMilestone(index), runs: runs)))
    }
    for (place, milestone) in network.fixedMilestones.enumerated() {
      milestones[Int(milestone)].fixed = record.fixed(place)
    }
    self.milestones = milestones
  }

  private static func quantiles(_ days: [Int32], runs: Int) -> Quantiles {
    func day(_ hundredths: Int) -> Int? {
      // The least day by whose end at least this many runs are complete.
      let needed = (runs * hundredths + 99) / 100
      return needed <= days.count && needed > 0 ? Int(days[needed - 1]) : nil
    }
    return Quantiles(p50: day(50), p80: day(80), p90: day(90), p95: day(95))
  }
}
