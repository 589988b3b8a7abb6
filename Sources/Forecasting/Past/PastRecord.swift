package import PlanDocuments
package import PlanModel

/// The one record of the past: what was done on which day, on what evidence, and the hours that there were, as known then.
///
/// Weeks, pace, the counters of quiet time and a note's *Done* are views of it. What was done at an unknown time (a box that
/// the first commit shows ticked) is on no day.
package struct PastRecord: Sendable {
  /// Minutes of one piece of work that fall on one day.
  package struct Share: Hashable, Sendable {
    package var day: Day
    /// The indices in `Plan.goals` and `Plan.milestones`; nil where they are no longer in the plan.
    package var goal: Int?
    package var milestone: Int?
    package var minutes: Double
    package var evidence: PastWork.Evidence
    /// Its goal took part in the hours that were declared then (it was not `time: none`).
    var counts: Bool
  }

  let history: PlanHistory
  let work: [PastWork]
  /// In the order of days.
  package private(set) var shares: [Share] = []
  let hours: PastHours
  private let remaining: RemainingWork

  /// - Parameters:
  ///   - last: the last day that counts.
  ///   - work: what counts today.
  ///   - day: the day on which what is not committed counts, where that is not today: the last one that a review covers.
  package init(
    _ history: PlanHistory, through last: Day, work remaining: RemainingWork, countingTodayAs day: Day? = nil
  ) {
    self.history = history
    self.remaining = remaining
    work = history.finishedWork { remaining[$0].effort }.map { piece in
      guard let day, piece.evidence == .uncommitted, let since = piece.seen.since, since <= day else { return piece }
      var piece = piece
      piece.seen = SeenDone(day: min(day, piece.seen.day), since: since)
      return piece
    }
    let earliest = work.compactMap { piece in piece.seen.since.map { min($0, piece.seen.day) } }.min() ?? last
    let oldest = max(min(earliest, history.firstDay ?? earliest).monday, last.monday - 7 * (PastWeeks.most - 1))
    // A note keeps the hours of its weeks, with work or without.
    let noted = last.monday - 28
    hours = PastHours(history, from: min(oldest, noted), through: last.monday)
    for piece in work {
      for (day, minutes) in piece.days(free: { hours.freeMinutes(on: $0) }) {
        shares.append(
          Share(
            day: day, goal: piece.goal, milestone: piece.milestone, minutes: minutes, evidence: piece.evidence,
            counts: hours.counts(goal: piece.identity, on: day)))
      }
    }
    // Sums of fractions depend on their order.
    shares.sort { ($0.day, $0.goal ?? .max, $0.milestone ?? .max) < ($1.day, $1.goal ?? .max, $1.milestone ?? .max) }
  }

  func effort(_ milestone: Int) -> Int { remaining[milestone].effort }

  /// Finished minutes by milestone (indices of `Plan.milestones`) in these days.
  package func minutesByMilestone(in days: DayRange) -> [Int: Double] {
    var minutes: [Int: Double] = [:]
    for share in shares where days.contains(share.day) {
      if let milestone = share.milestone { minutes[milestone, default: 0] += share.minutes }
    }
    return minutes
  }

  /// The hours of the weeks of these days, for a note to keep.
  package func keptWeeks(of days: DayRange) -> [KeptPast.Week] {
    stride(from: 0, through: days.last.monday - days.first.monday, by: 7).map { offset in
      let monday = days.first.monday + offset
      if let kept = history.keptWeeks[monday] { return kept }
      let free = hours.week(monday, through: monday + 6)
      let ids = history.plan.goals.indices.filter { free.goals[$0] > 0 }.map {
        (history.plan.goals[$0].id, free.goals[$0])
      }
      // A limit by the week is shared by its days.
      let minutes = (0..<7).map { hours.freeMinutes(on: monday + $0) }
      let total = minutes.reduce(0, +)
      return KeptPast.Week(
        monday: monday, days: total > free.any ? minutes.map { $0 * free.any / max(total, 1) } : minutes,
        goals: Dictionary(ids, uniquingKeysWith: { one, _ in one }))
    }
  }

  /// Finished minutes in these days of what is no longer in the plan.
  package func minutesOfOthers(in days: DayRange) -> Double {
    shares.reduce(0) { days.contains($1.day) && $1.milestone == nil ? $0 + $1.minutes : $0 }
  }
}

extension PastWork {
  /// Its minutes by the days on which it was probably done, in their order.
  ///
  /// Work seen by a commit within a week of the one before is that day's; what was seen later is spread over the days between,
  /// by their free hours, so that no week has what four weeks did. Work of an unknown time is left out.
  func days(free: (Day) -> Int) -> [(day: Day, minutes: Double)] {
    guard let since = seen.since else { return [] }
    guard seen.day - since > 7 else { return [(seen.day, minutes)] }
    let days = (1...(seen.day - since)).map { since + $0 }
    let total = days.reduce(0) { $0 + free($1) }
    return days.compactMap { day in
      let share = total > 0 ? Double(free(day)) / Double(total) : 1 / Double(days.count)
      return share > 0 ? (day, minutes * share) : nil
    }
  }
}
