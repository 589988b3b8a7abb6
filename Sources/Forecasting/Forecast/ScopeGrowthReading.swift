extension ScopeGrowth {
  /// Weeks without any growth that the prior stands for.
  private static let priorWeeks = 6.0
  /// A goal that grows by half in a week was planned again.
  private static let mostInAWeek = 0.5

  init(_ weeks: [PastWeeks.Week]) {
    var added = 0.0
    var done = 0.0
    for (before, now) in zip(weeks, weeks.dropFirst()) {
      done += now.total
      guard let old = before.scope, let new = now.scope else { continue }
      for (was, isNow) in zip(old, new) where was > 0 && isNow > 0 {
        let change = Double(isNow - was)
        if abs(change) < Self.mostInAWeek * Double(was) { added += change }
      }
    }
    let mean = weeks.isEmpty ? 0 : done / Double(weeks.count)
    let all = done + Self.priorWeeks * mean
    self.init(share: all > 0 ? min(0.5, max(0, added / all)) : 0, addedMinutes: added)
  }
}
