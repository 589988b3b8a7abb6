import PlanDocuments

/// Something in a draft that cannot stay so, or that should be looked at.
package struct DraftFinding: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case empty
    case noTitle = "no-title"
    case badID = "bad-id"
    case duplicateID = "duplicate-id"
    case unknownID = "unknown-id"
    case cycle
    case tooMany = "too-many"
    case badEffort = "bad-effort"
    case tooMuchEffort = "too-much-effort"
    case badWait = "bad-wait"
    case waitsTooLong = "waits-too-long"
    case pastDate = "past-date"
    case pastDeadline = "past-deadline"
    case fixedWithoutDate = "fixed-without-date"
    case spacing
  }

  package var kind: Kind
  /// An error keeps the draft from being written; the others are said.
  package var isError: Bool
  /// One or two sentences, fit to be read by the person and to be sent back to whoever drafted.
  package var message: String
}
