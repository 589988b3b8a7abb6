package import PlanDocuments
package import PlanModel
package import Recalibration

/// The choices as the note shows them: with the names of their ends and milestones.
package struct DecideFacts: Hashable, Sendable {
  package struct Dated: Hashable, Sendable {
    package var name: String
    package var title: String

    package init(name: String, title: String) {
      self.name = name
      self.title = title
    }
  }

  /// A name for each end of `choices.baseline`, in its order: "exam ready on 26 Sep".
  package var endNames: [Sentence]
  package var choices: Choices
  /// The titles of milestones that a choice dates, by their names (`goal/milestone`), in the order to show.
  package var dated: [Dated] = []
  package var remarks: [Sentence] = []
  /// Chances may be said in figures: there is history enough of one's own.
  package var hasPercentages = false
  /// Dates that do not hold: those that the choices would move, or at least those that are past.
  package var brokenDates = 0
  /// What ticks did not do, and why: two in one group, values that have changed.
  package var notWritten: [Sentence] = []

  package init(endNames: [Sentence] = [], choices: Choices = Choices()) {
    self.endNames = endNames
    self.choices = choices
  }
}

/// Something that was ticked in a note and written.
package struct NoteDecision: Hashable, Sendable {
  package var day: Day
  /// The block id that the proposal had: `p-1-exam-first`.
  package var blockID: String
  /// What the choice said, as Markdown, as it stands in the note.
  package var words: String
  /// What was written, where the record could be read.
  package var writes: [PlannedWrite]

  package init(day: Day, blockID: String, words: String, writes: [PlannedWrite]) {
    self.day = day
    self.blockID = blockID
    self.words = words
    self.writes = writes
  }
}

/// What became of an earlier decision.
package struct DecisionOutcome: Hashable, Sendable {
  package var decision: NoteDecision
  package var outcome: Sentence

  package init(decision: NoteDecision, outcome: Sentence) {
    self.decision = decision
    self.outcome = outcome
  }
}
