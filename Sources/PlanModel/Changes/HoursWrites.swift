package import PlanDocuments

extension [PlannedWrite] {
  /// What makes one list of `time:` another: entries that only come are added; where one changes, the list is written as a whole.
  ///
  /// Nil where it would have to be, and one of its entries cannot be read: nothing of the person's is dropped.
  package init?(hours subject: PlannedWrite.Subject, written: [String], to entries: [HoursEntry]) {
    let before = written.map { try? Hours(reading: ArraySlice($0.utf8)) }
    let known = before.flatMap { hours -> [HoursEntry] in if case .entries(let entries)? = hours { entries } else { [] }
    }
    if entries.starts(with: known) {
      self = entries.dropFirst(known.count).map {
        PlannedWrite(subject: subject, key: "time", action: .add($0.written, old: written))
      }
    } else if before.contains(nil) {
      return nil
    } else {
      self = [
        PlannedWrite(
          subject: subject, key: "time",
          action: .set(old: written.joined(separator: ", "), new: Hours.entries(entries).written))
      ]
    }
  }
}
