import PlanDocuments

/// An event with all that changes single instances of it: the events of one UID.
struct EventSeries {
  /// The indices of events that stand for themselves.
  private(set) var masters: [Int] = []
  /// The indices of events that stand for an instance (`RECURRENCE-ID`).
  private(set) var changes: [Int] = []

  /// The events of a calendar by UID, in the order in which they first appear.
  static func all(of events: [CalendarEvent]) -> [EventSeries] {
    var all: [EventSeries] = []
    var known: [String: Int] = [:]
    for (index, event) in events.enumerated() {
      let number: Int
      if event.uid.isEmpty {
        number = all.count
        all.append(EventSeries())
      } else if let found = known[event.uid] {
        number = found
      } else {
        number = all.count
        known[event.uid] = number
        all.append(EventSeries())
      }
      if event.recurrenceID == nil { all[number].masters.append(index) } else { all[number].changes.append(index) }
    }
    for index in all.indices { all[index].keepNewest(of: events) }
    return all
  }

  /// Of two that say the same, the one with the higher `SEQUENCE`, then the later `DTSTAMP`, then the later place counts.
  ///
  /// Masters that nothing sets apart are all kept: some programs give every event the same UID.
  private mutating func keepNewest(of events: [CalendarEvent]) {
    func age(_ index: Int) -> (Int, Int) { (events[index].sequence, events[index].stamp) }
    if masters.count > 1 {
      let newest = masters.max { age($0) < age($1) }.map(age) ?? (0, 0)
      masters.removeAll { age($0) < newest }
    }
    guard changes.count > 1 else { return }
    var newest: [WrittenTime: Int] = [:]
    for index in changes {
      guard let id = events[index].recurrenceID else { continue }
      if let other = newest[id], age(index) < age(other) { continue }
      newest[id] = index
    }
    changes = changes.filter { index in events[index].recurrenceID.map { newest[$0] == index } ?? false }
  }
}
