package import PlanDocuments

/// What becomes of the events in a calendar when the plan is written into it again.
///
/// An event keeps its name as long as the milestone lives; its sequence grows only when it says something new; what a
/// person moved stays where they put it, until the plan says the same or they take it over.
package struct EventRenewal: Sendable {
  /// An event as it is to stand there.
  package struct Renewed: Hashable, Sendable {
    package var event: OwnEvent
    /// It stands there so already.
    package var isUnchanged: Bool
  }

  package private(set) var events: [Renewed] = []
  /// Names of events whose subject is gone.
  package private(set) var dropped: [String] = []

  /// - Parameters:
  ///   - wanted: what the plan wants, with names as they would be made today.
  ///   - written: what stands there.
  ///   - putsBack: what was moved goes back to the plan's day.
  package init(
    _ wanted: [OwnEvent], over written: [WrittenEvent], in zone: CalendarZone, today: Day, putsBack: Bool = false
  ) {
    let names = EventRenewal.names(wanted, written)
    var old: [Key: WrittenEvent] = [:]
    var blocks: [String: WrittenEvent] = [:]
    var sequences: [String: Int] = [:]
    for event in written {
      sequences[event.uid] = event.sequence
      guard let record = event.record else { continue }
      blocks[event.uid] = event
      let name = names.name(of: record)
      if record.kind != .block, old[Key(record.kind, name)] == nil { old[Key(record.kind, name)] = event }
    }
    var used: Set<String> = []
    for event in wanted {
      let before = event.kind == .block ? blocks[event.uid] : old[Key(event.kind, event.name)]
      if let before { used.insert(before.uid) }
    }
    for event in wanted {
      let before = event.kind == .block ? blocks[event.uid] : old[Key(event.kind, event.name)]
      // A name that lives on in a renamed milestone is not given to another.
      var event = event
      var number = 2
      while before == nil, used.contains(event.uid) {
        event.uid = OwnUID.uid(of: "\(event.kind.rawValue) \(event.name) \(number)")
        number += 1
      }
      used.insert(event.uid)
      // Somebody may have taken the record out of the description; the sequence never goes down.
      if before == nil, let sequence = sequences[event.uid] { event.sequence = sequence + 1 }
      let renewed = EventRenewal.renewed(event, before, in: zone, today: today, putsBack: putsBack)
      used.insert(renewed.event.uid)
      events.append(renewed)
    }
    let kept = Set(events.map(\.event.uid))
    dropped = written.map(\.uid).filter { !kept.contains($0) }
  }

  private struct Key: Hashable {
    var kind: OwnEvent.Kind
    var name: String

    init(_ kind: OwnEvent.Kind, _ name: String) {
      self.kind = kind
      self.name = name
    }
  }

  /// Today's names by those of the written events.
  static func names(_ wanted: [OwnEvent], _ written: [WrittenEvent]) -> EventNames {
    EventNames(
      written: written.compactMap { event in
        guard let record = event.record, record.kind == .milestone else { return nil }
        return EventNames.Item(name: record.name, title: event.title, day: record.time)
      },
      planned: wanted.filter { $0.kind == .milestone }.map {
        EventNames.Item(name: $0.name, title: $0.summary, day: $0.time.recorded)
      })
  }

  private static func renewed(
    _ wanted: OwnEvent, _ before: WrittenEvent?, in zone: CalendarZone, today: Day, putsBack: Bool
  ) -> Renewed {
    var event = wanted
    guard let before, let record = before.record else { return Renewed(event: event, isUnchanged: false) }
    event.uid = before.uid
    // A weekly event begins where it once began, as long as its weekday and hour are the same.
    if case .weekly(let day, let window, let until) = event.time,
      case .weekly(let first, let before, _)? = before.recordedTime, before == window, first.weekday == day.weekday,
      first <= day
    {
      event.time = .weekly(first, window, until: until)
    }
    event.sequence = before.sequence
    event.changed = before.changed ?? today
    if let moved = before.movedTo { follow(moved, recorded: before.recordedTime, in: &event, putsBack: putsBack) }
    if before.time != nil, event.record(in: zone) == record, event.movedTo?.recorded == before.movedTo?.recorded {
      return Renewed(event: event, isUnchanged: true)
    }
    event.sequence += 1
    event.changed = max(today, event.changed)
    return Renewed(event: event, isUnchanged: false)
  }

  private static func follow(
    _ moved: OwnEvent.Time, recorded: OwnEvent.Time?, in event: inout OwnEvent, putsBack: Bool
  ) {
    switch (event.time, moved) {
    case _ where event.kind == .block:
      // A block is laid where the person put it, or somewhere else for good.
      if moved.recorded == event.time.recorded, let recorded {
        event.time = recorded
        event.movedTo = moved
      }
    case _ where putsBack: break
    case (.weekly(_, _, let until), .weekly(let day, let window, _)): event.movedTo = .weekly(day, window, until: until)
    // What was moved to where the plan has it by now is simply there.
    default: event.movedTo = moved.recorded == event.time.recorded ? nil : moved
    }
  }
}
