/// What a forecast rests on, in words.
package enum ForecastSource {
  /// `2,000 runs of this plan on this calendar, from your own 12 weeks and …`, without a full stop.
  package static func words(_ evidence: ForecastEvidence) -> String {
    let weeks = evidence.ownWeeks
    let runs = "\(Forecast.runs / 1000),000 runs of this plan on this calendar"
    if weeks == 0 {
      return "\(runs), by published records of other people's plans: there is no history of yours yet"
    }
    let own = weeks == 1 ? "one week" : "\(weeks) weeks"
    if evidence.isMostlyReferenceClass {
      return "\(runs), mostly from published records of other people's plans, the rest from your own \(own)"
    }
    return (evidence.paces.map(\.ownShare).max() ?? 0) < 0.6
      ? "\(runs), about half from your own \(own), half from published records of other people's plans"
      : "\(runs), mostly from your own \(own), the rest from published records of other people's plans"
  }
}
