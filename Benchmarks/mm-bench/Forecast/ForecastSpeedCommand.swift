import ArgumentParser
import Forecasting
import PlanModel
import TestSupport

/// Times a forecast on a made-up plan.
struct ForecastSpeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast-speed",
    abstract: "Time the forecast's runs on a made-up plan of many goals that share one person's hours.")

  @Option(help: "Goals.")
  var goals = 20

  @Option(help: "Milestones of each goal.")
  var milestones = 10

  @Option(help: "Runs.")
  var runs = Forecast.runs

  @Option(help: "Times that it is done; the middle one is shown.")
  var rounds = 9

  func run() throws {
    let problem = plan
    for parts in [1, 2, 8] {
      var times: [Double] = []
      for _ in 0..<rounds {
        let clock = ContinuousClock()
        let time = clock.measure { _ = Forecast(problem, runs: runs, parts: parts) }
        times.append(Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3)
      }
      print("\(parts) parts at once: \(fixed(median(times), 1)) ms, least \(fixed(times.min() ?? 0, 1)) ms")
    }
    let forecast = Forecast(problem, runs: runs)
    let last = forecast.goals.compactMap { $0?.completion.p50 }.max() ?? 0
    print("the last goal's P50 is day \(last)")
  }

  /// Goals of 60 hours with 5 hours a week at most, of 24 shared ones, a wait in every fourth milestone, deadlines a
  /// year away.
  private var plan: ForecastProblem {
    var numbers = SeededGenerator(seed: 1)
    let dayCount = 3_660
    var list: [ForecastProblem.Milestone] = []
    for goal in 0..<goals {
      let end = Int.random(in: 200...500, using: &numbers)
      for place in 0..<milestones {
        let minutes = Double(Int.random(in: 2...10, using: &numbers) * 60)
        let hours = stride(from: 0.0, to: minutes, by: 60).enumerated().map { index, _ in
          ForecastProblem.Turn(place: end - (milestones - place) * 14 + index, minutes: 60)
        }
        list.append(
          .init(
            goal: goal, identity: UInt64(list.count), minutes: minutes,
            wait: place % 4 == 3 ? .range(SpreadRange(low: 7, high: 21)) : .days(0),
            predecessors: place == 0 ? [] : [list.count - (place % 3 == 2 ? 2 : 1)], turns: hours,
            rank: list.count))
      }
    }
    let shared = (0..<dayCount).map { $0 % 7 < 5 ? 240.0 : 120.0 }
    let tables = (0..<goals).map { _ in
      ForecastProblem.Hours.Table(days: shared, weeks: Array(repeating: 300, count: dayCount / 7 + 1))
    }
    return ForecastProblem(
      goals: (0..<goals).map { .init(identity: UInt64($0), deadline: 365, table: $0) }, milestones: list,
      hours: .init(weekOfDay: (0..<dayCount).map { $0 / 7 }, shared: shared, tables: tables),
      paces: [PaceModel(weeks: (0..<10).map { PaceWeek(done: Double($0 % 4) * 300, free: 600) })], seed: 7)
  }
}
