import Checks
package import PlanDocuments

/// What a goal without any number, day or outcome would look like anchored: the person's own words, and what is usual for the rest.
package enum AnchoredExample {
  /// nil where the goal can be checked as it is.
  ///
  /// - Parameter playbook: the one that fits its words; it knows what such goals come to, how long they last and the hours they take.
  package static func sentence(for anchor: GoalAnchor, playbook: Playbook?, today: Day) -> String? {
    guard !CheckableOutcome.isNamed(in: anchor.goal + " " + (anchor.success ?? "")) else { return nil }
    var sentence = "\(wish(in: anchor.goal)): \(outcome(playbook))"
    let lasts = playbook?.lasts ?? Wait(low: 84, high: 84)
    if DeadlineWords.day(in: anchor.goal, today: today) == nil {
      let end = anchor.deadline ?? (today + lasts.middle).monday + 6
      sentence += ", by \(written(end))"
    }
    if let hours = hours(anchor, playbook, lasts) { sentence += ", with \(hours)" }
    if let origin = anchor.origin.first { sentence += ", starting from: \(origin)" }
    return sentence
  }

  private static func outcome(_ playbook: Playbook?) -> String {
    if let success = playbook?.success { return HarmlessText.line(success) }
    guard let playbook, !playbook.isGeneral, let last = playbook.milestones.last?.title else {
      return "three things named that will be different, each of which a stranger could see or count"
    }
    return last.prefix(1).lowercased() + last.dropFirst()
  }

  private static func hours(_ anchor: GoalAnchor, _ playbook: Playbook?, _ lasts: Wait) -> String? {
    if !anchor.time.isEmpty { return anchor.time == ["none"] ? nil : anchor.time.joined(separator: ", ") }
    guard let playbook, !playbook.isGeneral, let effort = playbook.effort else { return nil }
    let weekly = max(1, (effort.middle * 7 / max(7, lasts.middle) + 30) / 60)
    return "about \(weekly) hour\(weekly == 1 ? "" : "s") a week"
  }

  /// The words without what says that it is wished, and without a stop at the end.
  private static func wish(in words: String) -> String {
    var wish = words.trimmedBlanks
    while let last = wish.last, ".,;:!?".contains(last) { wish.removeLast() }
    let lower = wish.lowercased()
    let lead = leads.first { lower.hasPrefix($0 + " ") }
    return lead.map { String(wish.dropFirst($0.count + 1)) } ?? wish
  }

  /// Longest first.
  private static let leads = [
    "i really want to", "i would like to", "my goal is to", "i've decided to", "i'd like to", "i’d like to",
    "i want to",
    "i need to", "i have to", "i should", "i wanna", "i will", "to",
  ]

  private static func written(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(number) \(MonthNames.name(month)) \(year)"
  }
}
