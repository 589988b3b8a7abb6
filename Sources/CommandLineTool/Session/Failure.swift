import PlanDocuments
package import PlanOutput

/// What the program tells the shell.
package enum ExitStatus: Int32, Sendable {
  case fine = 0
  /// Findings, or "no".
  case findings = 1
  case wrongUse = 2
  /// Nothing was changed.
  case refused = 3
  /// Somebody else changed the file meanwhile; their text is kept.
  case changedMeanwhile = 4
}

/// Why a command ends without its result: a sentence or two for the person, and the exit status.
package struct Failure: Error, Sendable {
  package var status: ExitStatus
  /// Empty where the result has said it all.
  package var message: StyledText

  package init(_ status: ExitStatus, _ message: StyledText = "") {
    self.status = status
    self.message = message
  }

  /// The result was printed, and the answer is "no".
  package static let findings = Failure(.findings)

  /// “Did you mean …?” as a sentence to put behind another; empty where nothing is near.
  package static func suggestion(for word: String, in candidates: some Sequence<String>) -> StyledText {
    suggestion(of: NearestWords.to(word, in: candidates))
  }

  package static func suggestion(of near: [String]) -> StyledText {
    near.isEmpty ? "" : " Did you mean \(WorkWords.list(near, last: "or"))?"
  }
}
