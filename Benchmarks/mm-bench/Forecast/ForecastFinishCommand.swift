import ArgumentParser
import Forecasting

/// Scores forecasts of when planned work is finished.
struct ForecastFinishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast-finish",
    abstract: "Score forecasts of finish dates on cases of real people's weeks.",
    discussion: """
      Each line of the file is a JSON object: "weeks" (planned hours ticked in each past week, oldest first), \
      "remaining" (planned hours) and "actual_weeks" (until all was ticked). Compared are the mean week, a resampling \
      of the person's own weeks, and what `mm` does, run as a plan of one milestone in which a day stands for a week.
      """)

  @Argument(help: "The file with the cases.")
  var file: String

  struct Case: Decodable {
    var weeks: [Double]
    var remaining: Double
    var actual_weeks: Double
  }

  /// Ten years: what takes longer counts as this.
  private static let farthest = 520

  func run() throws {
    var table = ForecastTable(
      forecasters: ["naive", "bootstrap", "mm"],
      rows: [
        ("all", { _ in true }), ("k <= 4", { $0 <= 4 }), ("k 5-12", { (5...12).contains($0) }), ("k > 12", { $0 > 12 }),
      ])
    for (index, one) in try readLines(file, as: Case.self).enumerated() {
      let seed = UInt64(index) << 32
      table.add(
        history: one.weeks.count, actual: one.actual_weeks,
        forecasts: [[naive(one)], resampled(one, seed: seed), ours(one, seed: seed)])
    }
    print(table.text)
  }

  private func naive(_ one: Case) -> Double {
    let mean = one.weeks.reduce(0, +) / Double(max(1, one.weeks.count))
    guard mean > 0 else { return Double(Self.farthest) }
    return min(Double(Self.farthest), max(1, (one.remaining / mean).rounded(.up)))
  }

  private func resampled(_ one: Case, seed: UInt64) -> [Double] {
    guard one.weeks.contains(where: { $0 > 0 }) else { return [Double(Self.farthest)] }
    var numbers = RandomNumbers(seed: seed)
    return (0..<Forecast.runs).map { _ in
      var left = one.remaining
      var weeks = 0
      while left > 1e-9 && weeks < Self.farthest {
        left -= one.weeks.randomElement(using: &numbers) ?? 0
        weeks += 1
      }
      return Double(weeks)
    }.sorted()
  }

  private func ours(_ one: Case, seed: UInt64) -> [Double] {
    // One free hour a week: the pace is then the hours of the week.
    let pace = PaceModel(weeks: one.weeks.map { PaceWeek(done: $0, free: 1) }, form: .workOfWeek)
    let hours = ForecastProblem.Hours(
      weekOfDay: Array(0..<Self.farthest), shared: nil,
      tables: [
        .init(days: Array(repeating: 1, count: Self.farthest), weeks: Array(repeating: .infinity, count: Self.farthest))
      ])
    let forecast = Forecast(
      ForecastProblem(
        goals: [.init(identity: 0)], milestones: [.init(goal: 0, identity: 0, minutes: one.remaining, rank: 0)],
        hours: hours,
        paces: [pace], seed: seed))
    let days = forecast.goals[0]?.days.map { Double($0) + 1 } ?? []
    return days + Array(repeating: Double(Self.farthest), count: Forecast.runs - days.count)
  }
}
