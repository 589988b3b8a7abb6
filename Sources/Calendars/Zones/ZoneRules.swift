/// The clock of one place: which offset from UTC holds when.
package struct ZoneRules: Sendable {
  /// Instants, in seconds since 1970, at which the offset changes, in order.
  private let changes: [Int]
  /// The offset in seconds from each change on.
  private let offsets: [Int]
  /// Before the first change.
  private let firstOffset: Int
  /// After the last change, where the rule of the place goes on for ever.
  let rule: YearlyChanges?

  init(changes: [Int], offsets: [Int], firstOffset: Int, rule: YearlyChanges? = nil) {
    self.changes = changes
    self.offsets = offsets
    self.firstOffset = firstOffset
    self.rule = rule
  }

  package static let utc = ZoneRules(changes: [], offsets: [], firstOffset: 0)

  /// Seconds that the clock is ahead of UTC at an instant.
  package func offset(at instant: Int) -> Int {
    if let last = changes.last, instant < last {
      var low = 0
      var high = changes.count
      while low < high {
        let middle = (low + high) / 2
        if changes[middle] <= instant { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? firstOffset : offsets[low - 1]
    }
    return rule?.offset(at: instant) ?? offsets.last ?? firstOffset
  }

  /// The instant at which the clock shows a time.
  ///
  /// A time that comes twice is the first one; one that is left out is read with the offset before the gap (RFC 5545, 3.3.5).
  package func instant(of clock: Int) -> Int {
    let before = offset(at: clock - 86_400)
    let after = offset(at: clock + 86_400)
    if before == after, offset(at: clock - before) == before { return clock - before }
    for offset in [before, after] where self.offset(at: clock - offset) == offset { return clock - offset }
    // In a gap, or where the clock changed more than once in two days.
    let near = offset(at: clock - before)
    return self.offset(at: clock - near) == near ? clock - near : clock - before
  }

  package func clock(at instant: Int) -> Int { instant + offset(at: instant) }
}

/// The rule of a POSIX `TZ` text: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct YearlyChanges: Hashable, Sendable {
  /// A day of the year and a time of that day.
  enum Turn: Hashable, Sendable {
    /// `M3.5.0`: month, week (5 is the last) and weekday (0 is Sunday).
    case weekday(month: Int, week: Int, weekday: Int, seconds: Int)
    /// `J60`: counted from 1, without leap days.
    case yearDay(Int, seconds: Int)
    /// `59`: counted from 0, leap days included.
    case leapYearDay(Int, seconds: Int)
  }

  var standard: Int
  var daylight: Int?
  var begins: Turn?
  var ends: Turn?
}
