import PlanDocuments

extension Milestone {
  /// Reads the fields, from a line or from a file's front matter.
  mutating func readFields(_ reader: inout FieldReader) {
    let day = { (bytes: ArraySlice<UInt8>) throws(BadValue) in try Day(reading: bytes) }
    let yesOrNo = { (bytes: ArraySlice<UInt8>) throws(BadValue) in try WordReading.yesOrNo(bytes) }
    let work = { (bytes: ArraySlice<UInt8>) throws(BadValue) in try Effort(reading: bytes) }
    if let written = reader.field(.id, { bytes throws(BadValue) in try Identifier.reading(bytes) }) {
      id = written
      hasWrittenID = true
    }
    due = reader.field(.due, day)
    effort = reader.field(.effort, work)
    after = reader.references()
    wait = reader.field(.wait) { bytes throws(BadValue) in try Wait(reading: bytes) }
    waiting = reader.field(.waiting, day)
    start = reader.field(.start, day)
    isFixed = reader.field(.fixed, yesOrNo) ?? false
    progress = reader.field(.progress) { bytes throws(BadValue) in try Amount(reading: bytes) }
    spent = reader.field(.spent, work)?.middle
    isOptional = reader.field(.optional, yesOrNo) ?? false
    done = reader.field(.done, day)
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
