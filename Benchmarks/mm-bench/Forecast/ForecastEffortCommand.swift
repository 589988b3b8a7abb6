import ArgumentParser
import Forecasting

/// Scores forecasts of the hours that milestones need.
struct ForecastEffortCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast-effort",
    abstract: "Score forecasts of effort on cases of real people's estimates.",
    discussion: """
      Each line of the file is a JSON object: "hist" (pairs of estimated and spent hours, oldest first), "n" (how \
      many were finished), "est" (the estimates of the next milestones) and "actual" (the hours they took together). \
      Compared are the sum of the estimates, a resampling of the person's own ratios, and what `mm` does.
      """)

  @Argument(help: "The file with the cases.")
  var file: String

  struct Case: Decodable {
    var hist: [[Double]]
    var n: Int
    var est: [Double]
    var actual: Double
  }

  func run() throws {
    var table = ForecastTable(
      forecasters: ["naive", "bootstrap", "mm"],
      rows: [
        ("all", { _ in true }), ("n <= 3", { $0 <= 3 }), ("n 4-10", { (4...10).contains($0) }), ("n > 10", { $0 > 10 }),
      ])
    for (index, one) in try readLines(file, as: Case.self).enumerated() {
      let seed = UInt64(index) << 32
      let finished = one.hist.map { EffortModel.Finished(estimate: $0[0], spent: $0[1]) }
      let totals = EffortModel(finished: finished).totals(estimates: one.est, runs: Forecast.runs, seed: seed)
      table.add(
        history: one.n, actual: one.actual,
        forecasts: [[one.est.reduce(0, +)], resampled(one, seed: seed), totals])
    }
    print(table.text)
  }

  /// Evidence-based scheduling as it was first described: every estimate times one of the person's own ratios.
  private func resampled(_ one: Case, seed: UInt64) -> [Double] {
    guard !one.hist.isEmpty else { return [one.est.reduce(0, +)] }
    var numbers = RandomNumbers(seed: seed)
    let ratios = one.hist.map { $0[1] / $0[0] }
    return (0..<Forecast.runs).map { _ in
      one.est.reduce(0) { $0 + $1 * (ratios.randomElement(using: &numbers) ?? 1) }
    }.sorted()
  }
}
