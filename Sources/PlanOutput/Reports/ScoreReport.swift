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
      ("likely", 0.5, score.p50), ("safe", 0.8, score.p80), ("90 %", 0.9, score.p90),
      ("95 %", 0.95, score.p95), ("at best", nil, score.naive),
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
    let lines = [verdict, chances, drift, remark].filter { !$0.isEmpty }.map { $0.wrapped(min(width, 100)) }
    return table.text(width: width) + "\n" + lines.reduce("") { $0.isEmpty ? $1 : $0 + "\n" + $1 } + "\n"
  }

  /// What so few or so many dates can show.
  private var verdict: StyledText {
    let count = WorkWords.count(score.milestones, "milestone")
    switch score.verdict(score.p80, wanted: 0.8) {
    case .tooFew:
      return
        "Dates of \(count) can't show whether safe dates hold; that takes at least \(ForecastScore.milestonesForVerdict)."
    case .asPromised:
      return "The safe dates held as often as they should, within what chance explains for \(count)."
    case .tooEarly: return "The safe dates were too early: chance alone doesn't explain that for \(count)."
    case .tooLate: return "The safe dates were later than they needed to be, for \(count)."
    }
  }

  private var chances: StyledText {
    let chances = score.chances
    guard chances.count > 0 else { return "" }
    let said = chances.fifths.filter { $0.chances > 0 }.map {
      "\(percent($0.said)) % came true \($0.came) of \($0.chances) times"
    }
    let skill = chances.skill.map { ", skill \(String(hundredths: $0))" } ?? ""
    return
      "Chances of deadlines that are past: \(said.joined(separator: "; ")). Brier score \(String(hundredths: chances.brier))\(skill); the plan on paper, taken as yes or no, \(String(hundredths: chances.brierOfPlan))."
  }

  private var drift: StyledText {
    let drift = score.drift
    guard drift.count > 0 else { return "" }
    return
      "From week to week the middle move of a goal's safe day was \(WorkWords.count(drift.middleOfSafe, "day")) (the plan's end: \(drift.middleOfPlan)); \(percent(drift.shareWithinAQuarter)) % of \(drift.count) moves were at most a quarter of the time left."
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
      "verdict": .string(score.verdict(score.p80, wanted: 0.8).rawValue),
      "chances": [
        "checks": .integer(score.chances.count), "brier": .number(score.chances.brier, decimals: 3),
        "brier_of_plan": .number(score.chances.brierOfPlan, decimals: 3),
        "skill": score.chances.skill.map { .number($0, decimals: 3) } ?? .null,
        "said": .array(
          score.chances.fifths.filter { $0.chances > 0 }.map {
            [
              "mean_chance": .number($0.said, decimals: 3), "checks": .integer($0.chances),
              "came_true": .integer($0.came),
            ]
          }),
      ],
      "drift": [
        "moves": .integer(score.drift.count), "median_days": .integer(score.drift.middleOfSafe),
        "median_days_of_plan": .integer(score.drift.middleOfPlan),
        "share_within_a_quarter": .number(score.drift.shareWithinAQuarter, decimals: 3),
      ],
    ]
  }
}

extension String {
  /// Such as `0.18`.
  fileprivate init(hundredths value: Double) {
    let hundredths = Int((value * 100).rounded())
    let digits = "\(abs(hundredths) % 100)"
    self = "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(digits.count < 2 ? "0" : "")\(digits)"
  }
}
