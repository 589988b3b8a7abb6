/// What a forecast rests on, in words.
package enum ForecastSource {
  /// Nobody who gives up is in the runs; how many do is said once.
  ///
  /// J. C. Norcross, M. S. Mrykalo and M. D. Blagys, "Auld lang syne" (Journal of Clinical Psychology 58, 2002): of 159 people
  /// with a New Year's resolution 64 % kept at it for a month and 46 % for six, which is 1.5 % a week after the first month.
  package static let keepingAtIt =
    "The figures assume that you keep at it: of people with a New Year's resolution 46 in 100 still did after six months (Norcross and others, 2002)."

  /// What was added to the goals while they were worked on, where that decides something.
  package static func growth(_ evidence: ForecastEvidence) -> String? {
    let percent = Int((evidence.growth.share * 100).rounded())
    guard percent >= 5 else { return nil }
    return
      "While you worked on your goals they grew by \(percent) % of what you did; the dates count on as much to come."
  }

  /// `2,000 simulations of this plan on this calendar, from your own 12 weeks and …`, without a full stop.
  package static func words(_ evidence: ForecastEvidence) -> String {
    let weeks = evidence.ownWeeks
    let count = evidence.runs < 1_000 ? "\(evidence.runs)" : "\(evidence.runs / 1_000),000"
    let runs = "\(count) simulations of this plan on this calendar"
    if weeks == 0 {
      return "\(runs), by published records of how other people's plans went: you have no history yet"
    }
    let own = weeks == 1 ? "one week" : "\(weeks) weeks"
    if evidence.isMostlyReferenceClass {
      return "\(runs), mostly from published records of how other people's plans went, the rest from your own \(own)"
    }
    return (evidence.paces.map(\.ownShare).max() ?? 0) < 0.6
      ? "\(runs), about half from your own \(own), half from published records of how other people's plans went"
      : "\(runs), mostly from your own \(own), the rest from published records of how other people's plans went"
  }
}
