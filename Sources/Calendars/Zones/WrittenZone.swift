/// A zone as a calendar spells it out (`VTIMEZONE`).
package struct WrittenZone: Hashable, Sendable {
  /// A change of the clock that comes again by a rule, on listed days, or once.
  struct Observance: Hashable, Sendable {
    /// Clock seconds, by the offset before the change.
    var start: Int
    var offsetFrom: Int
    var offsetTo: Int
    var rules: [RecurrenceRule] = []
    var dates: [Int] = []
  }

  var observances: [Observance] = []

  /// The zone's changes up to an instant; nil where it says nothing.
  ///
  /// - Parameter steps: how many more days may be looked at.
  func rules(through last: Int, steps: inout Int) -> ZoneRules? {
    guard let first = observances.min(by: { $0.start < $1.start }) else { return nil }
    var changes: [Int: Int] = [:]
    for observance in observances {
      func add(_ clock: Int) { changes[clock - observance.offsetFrom] = observance.offsetTo }
      add(observance.start)
      observance.dates.forEach(add)
      for rule in observance.rules {
        let until = rule.until.map { $0.clock == .utc ? $0.seconds + observance.offsetFrom : $0.seconds }
        let starts = RecurrenceStarts(rule, start: observance.start, isAllDay: false, until: until)
        _ = starts.forEach(from: observance.start, through: last + 86_400, steps: &steps) { start in
          add(start)
          return changes.count < Self.mostChanges
        }
      }
    }
    let instants = changes.keys.sorted()
    return ZoneRules(
      changes: instants, offsets: instants.compactMap { changes[$0] }, firstOffset: first.offsetFrom)
  }

  private static let mostChanges = 2000
}

extension ArraySlice<UInt8> {
  /// An offset from UTC in seconds: `+0100`, `-053000`; nil where it is none.
  var zoneOffset: Int? {
    guard let sign = first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), count == 5 || count == 7,
      var number = dropFirst().number
    else { return nil }
    if count == 5 { number *= 100 }
    let (hours, minutes, seconds) = (number / 10_000, number / 100 % 100, number % 100)
    guard hours < 24, minutes < 60, seconds < 60 else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds)
  }
}
