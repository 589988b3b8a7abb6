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
    return evidence.isMostlyReferenceClass
      ? "\(runs), mostly from published records of other people's plans and a little from your own \(own)"
      : "\(runs), from your own \(own) and published records of other people's plans"
  }
}
