package import Forecasting
package import JSONText
package import TextStyling

/// How often past forecasts held.
package struct ScoreReport: Sendable {
  private let score: ForecastScore

  package init(_ score: ForecastScore) {
    self.score = score
  }

  private var kinds: [(name: String, wanted: Double?, held: ForecastScore.Held)] {
    [
      ("5 in 10", 0.5, score.p50), ("8 in 10", 0.8, score.p80), ("9 in 10", 0.9, score.p90),
      ("9.5 in 10", 0.95, score.p95), ("on paper", nil, score.naive),
    ]
  }

  package func text(width: Int) -> StyledText {
    guard score.p50.checks > 0 else {
      return "No forecast can be checked yet: that needs weeks of commits, and dates that are past.\n"
    }
    var table = TextTable([
      .init("date"), .init("held", .right), .init("of", .right), .init("share", .right), .init("wanted", .right),
    ])
    for (name, wanted, held) in kinds {
      table.add([
        StyledText(name), "\(held.held)", "\(held.checks)",
        held.checks > 0 ? "\(percent(held.share)) % ± \(percent(error(held, wanted)))" : "",
        wanted.map { "\(percent($0)) %" } ?? "",
      ])
    }
    let remark: StyledText =
      "\(WorkWords.count(score.weeks, "week")) of commits replayed, each with what was known then; \(WorkWords.count(score.milestones, "milestone")). A date is checked once it is past. ± is the standard error of as many independent checks; forecasts of one milestone in several weeks are not independent, so the real one is larger."
    return table.text(width: width) + "\n" + remark.wrapped(min(width, 100)) + "\n"
  }

  private func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  private func error(_ held: ForecastScore.Held, _ wanted: Double?) -> Double {
    held.standardError(wanted: wanted ?? held.share)
  }

  package var json: JSONValue {
    [
      "schema": "mm.forecast.score", "version": 1, "weeks": .integer(score.weeks),
      "milestones": .integer(score.milestones),
      "dates": .array(
        kinds.map { kind in
          [
            "date": .string(kind.name), "wanted_share": kind.wanted.map { .number($0, decimals: 3) } ?? .null,
            "held": .integer(kind.held.held), "checks": .integer(kind.held.checks),
            "standard_error": .number(error(kind.held, kind.wanted), decimals: 3),
          ]
        }),
    ]
  }
}
