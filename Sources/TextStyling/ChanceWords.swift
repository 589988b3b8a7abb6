package import PlanDocuments

/// Chances as people read them, rounded to what they are worth.
package enum ChanceWords {
  /// `25 %`: to the nearest five; `under 5 %` and `over 95 %` at the ends.
  package static func percent(_ chance: Double) -> String {
    let fives = Int((chance * 20).rounded())
    if fives < 1 { return "under 5 %" }
    return fives > 19 ? "over 95 %" : "\(fives * 5) %"
  }

  /// `6 in 10`; `under 1 in 10` and `over 9 in 10` at the ends.
  package static func inTen(_ chance: Double) -> String {
    let tenths = Int((chance * 10).rounded())
    if tenths < 1 { return "under 1 in 10" }
    return tenths > 9 ? "over 9 in 10" : "\(tenths) in 10"
  }

  /// `unlikely` to `likely`, where figures would say more than is known.
  package static func word(_ chance: Double) -> String {
    switch chance {
    case ..<0.2: "unlikely"
    case ..<0.4: "less likely than not"
    case ..<0.6: "as likely as not"
    case ..<0.8: "more likely than not"
    default: "likely"
    }
  }

  /// `15 Nov to 12 Dec`: from the day of 5 in 10 to that of 8 in 10; `after 15 Nov` where 8 in 10 never are.
  package static func range(p50: Day?, p80: Day?, day: (Day) -> String) -> String {
    switch (p50, p80) {
    case (let first?, let last?): first == last ? day(first) : "\(day(first)) to \(day(last))"
    case (let first?, nil): "after \(day(first))"
    default: "not within ten years"
    }
  }
}
