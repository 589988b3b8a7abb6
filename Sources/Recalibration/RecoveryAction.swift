import PlanDocuments
package import PlanModel

/// One way out of a plan that does not hold, as what it writes and how it is said.
package struct RecoveryAction: Sendable {
  /// Part of the choice's block id: `cut-abroad`, `sundays`.
  var slug: String
  /// What is done, without a full stop; begins with a capital.
  var sentence: Sentence
  var writes: [PlannedWrite]
  /// Minutes of work that it takes out of the plan.
  var minutesSaved: Int

  package init(slug: String, sentence: Sentence, writes: [PlannedWrite], minutesSaved: Int = 0) {
    self.slug = slug
    self.sentence = sentence
    self.writes = writes
    self.minutesSaved = minutesSaved
  }
}

extension [RecoveryAction] {
  var writes: [PlannedWrite] { flatMap(\.writes) }
  var minutesSaved: Int { reduce(0) { $0 + $1.minutesSaved } }
  var slug: String { map(\.slug).joined(separator: "-") }

  /// The actions as one sentence each, in their order.
  var sentence: Sentence {
    reduce(Sentence(pieces: [])) { $0.isEmpty ? $0 + $1.sentence + "." : $0 + " " + $1.sentence + "." }
  }
}
