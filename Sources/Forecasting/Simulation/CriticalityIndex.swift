/// Which milestone made a goal late: on the path of what waited for what, the one that took longest beyond what was
/// expected.
struct CriticalityIndex: Sendable {
  private let expectedGoalDay: [Int32]
  /// Days from when it could be worked on to its completion, all going as expected.
  private let expectedDays: [Int32]

  init(_ problem: ForecastProblem, _ network: RunNetwork) {
    var simulator = RunSimulator(problem, network)
    simulator.run(.expected)
    var goalDays = [Int32](repeating: -1, count: network.goalCount)
    var days = [Int32](repeating: RunNetwork.never, count: network.count)
    for milestone in 0..<network.count {
      let goal = Int(network.goal[milestone])
      let completion = simulator.completion[milestone]
      goalDays[goal] = max(goalDays[goal], network.fixed[milestone] >= 0 ? network.fixed[milestone] : completion)
      if completion != RunNetwork.never { days[milestone] = completion - simulator.start[milestone] }
    }
    expectedGoalDay = goalDays
    expectedDays = days
  }

  /// −1 where the goal is not later than expected, or never complete.
  func drivingMilestone(of goal: Int, completed day: Int32, last: Int32, in simulator: borrowing RunSimulator) -> Int32
  {
    guard day > expectedGoalDay[goal], day != RunNetwork.never else { return -1 }
    var last = Int(last)
    var drivingMilestone = -1
    var most = Int32.min
    while last >= 0 {
      let slip = simulator.completion[last] - simulator.start[last] - min(expectedDays[last], 100_000)
      if slip > most {
        most = slip
        drivingMilestone = last
      }
      last = Int(simulator.cause[last])
    }
    return Int32(drivingMilestone)
  }
}
