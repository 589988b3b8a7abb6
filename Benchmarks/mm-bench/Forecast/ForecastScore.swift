import Foundation

/// How well forecasts of one kind did: the share of outcomes at or below the quoted quantiles, and the mean pinball
/// loss on the logarithm over eleven quantiles (lower is better).
struct ForecastScore {
  static let levels = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

  private(set) var count = 0
  private var held = [Double](repeating: 0, count: Self.levels.count)
  private var pinball = 0.0

  /// - Parameter sorted: equally likely outcomes, above 0.
  mutating func add(_ sorted: [Double], actual: Double) {
    count += 1
    for (index, level) in Self.levels.enumerated() {
      // A hair less, since 0.7 × 10 is a little more than 7.
      let place = Int((level * Double(sorted.count) - 1e-9).rounded(.up)) - 1
      let quantile = sorted[min(max(0, place), sorted.count - 1)]
      if actual <= quantile * (1 + 1e-12) { held[index] += 1 }
      let miss = log(actual) - log(max(quantile, 1e-9))
      pinball += max(level * miss, (level - 1) * miss) / Double(Self.levels.count)
    }
  }

  func coverage(at level: Double) -> Double {
    Self.levels.firstIndex(of: level).map { held[$0] / Double(max(1, count)) } ?? 0
  }

  var meanPinball: Double { pinball / Double(max(1, count)) }
}

/// Scores of several forecasters on the same cases, in rows by the length of the history.
struct ForecastTable {
  let forecasters: [String]
  let rows: [(title: String, contains: (Int) -> Bool)]
  private var scores: [[ForecastScore]]

  init(forecasters: [String], rows: [(title: String, contains: (Int) -> Bool)]) {
    self.forecasters = forecasters
    self.rows = rows
    scores = rows.map { _ in forecasters.map { _ in ForecastScore() } }
  }

  mutating func add(history: Int, actual: Double, forecasts: [[Double]]) {
    for row in rows.indices where rows[row].contains(history) {
      for (index, forecast) in forecasts.enumerated() { scores[row][index].add(forecast, actual: actual) }
    }
  }

  var text: String {
    var lines = ["history     n     forecaster   P50    P80    P90    pinball"]
    for (row, scores) in zip(rows, scores) {
      for (forecaster, score) in zip(forecasters, scores) {
        let figures = [0.5, 0.8, 0.9].map { String(format: "%.3f", score.coverage(at: $0)) }.joined(separator: "  ")
        lines.append(
          row.title.padding(toLength: 12, withPad: " ", startingAt: 0)
            + "\(score.count)".padding(toLength: 6, withPad: " ", startingAt: 0)
            + forecaster.padding(toLength: 13, withPad: " ", startingAt: 0) + figures
            + "  " + String(format: "%.4f", score.meanPinball))
      }
    }
    return lines.joined(separator: "\n")
  }
}

/// Reads a file with one JSON object a line.
func readLines<Case: Decodable>(_ path: String, as type: Case.Type) throws -> [Case] {
  let decoder = JSONDecoder()
  return try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
    .map { try decoder.decode(type, from: Data($0)) }
}
