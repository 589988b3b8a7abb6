import PlanDocuments

extension Milestone {
  /// Reads the fields, from a line or from a file's front matter; of a field that stands twice the first counts.
  mutating func readFields(_ reader: inout FieldReader) {
    let day = { (bytes: ArraySlice<UInt8>) throws(BadValue) in try Day(reading: bytes) }
    let yesOrNo = { (bytes: ArraySlice<UInt8>) throws(BadValue) in try WordReading.yesOrNo(bytes) }
    let work = { (bytes: ArraySlice<UInt8>) throws(BadValue) in try Effort(reading: bytes) }
    var seen: UInt32 = 0
    for position in reader.fieldPositions {
      guard let name = reader.fieldName(at: position) else { continue }
      let bit: UInt32 = 1 << UInt32(name.rawValue)
      guard seen & bit == 0 else { continue }
      seen |= bit
      switch name {
      case .id:
        guard let written = reader.field(at: position, { bytes throws(BadValue) in try Identifier.reading(bytes) })
        else {
          continue
        }
        id = written
        hasWrittenID = true
      case .due: due = reader.field(at: position, day)
      case .effort: effort = reader.field(at: position, work)
      case .after: after = reader.references(at: position)
      case .wait: wait = reader.field(at: position) { bytes throws(BadValue) in try Wait(reading: bytes) }
      case .waiting: waiting = reader.field(at: position, day)
      case .start: start = reader.field(at: position, day)
      case .fixed: isFixed = reader.field(at: position, yesOrNo) ?? false
      case .progress: progress = reader.field(at: position) { bytes throws(BadValue) in try Amount(reading: bytes) }
      case .spent: spent = reader.field(at: position, work)?.middle
      case .optional: isOptional = reader.field(at: position, yesOrNo) ?? false
      case .done: done = reader.field(at: position, day)
      case .recurrence: recurs = true
      case .cancelled, .scheduled, .created, .priority, .onCompletion: continue
      }
    }
  }

  /// Settles whether it is complete: its box is ticked, or `done:` is set, or its progress is full and it has no wait (with
  /// one, full progress means handed over).
  mutating func settle(box: BoxState, isDropped: Bool) {
    if box == .done || done != nil {
      state = .done
    } else if box == .cancelled || isDropped {
      state = .cancelled
    } else if let progress, progress.isFull, (wait?.high ?? 0) == 0 {
      state = .done
    }
  }

  /// Reads `status:` of a milestone's file, which says `dropped` or nothing.
  static func isDropped(reading bytes: ArraySlice<UInt8>) throws(BadValue) -> Bool {
    switch String(decoding: bytes, as: UTF8.self).lowercased() {
    case "dropped": return true
    case "active", "open": return false
    case "cancelled", "canceled":
      throw BadValue("a milestone that is out of the plan says dropped", suggestion: "dropped")
    case "done", "complete": throw BadValue("a milestone that is complete says done: with the day")
    default: throw BadValue("a milestone's status is dropped, or left out")
    }
  }
}
