package import PlanDocuments
package import PlanModel
package import Recalibration

/// The choices as the note shows them, in words.
package struct DecideFacts: Hashable, Sendable {
  /// One end in the table of chances.
  package struct Row: Hashable, Sendable {
    package var name: Sentence
    /// As it is, then under each choice.
    package var cells: [String]

    package init(name: Sentence, cells: [String]) {
      self.name = name
      self.cells = cells
    }
  }

  package struct Dated: Hashable, Sendable {
    package var name: String
    package var title: String

    package init(name: String, title: String) {
      self.name = name
      self.title = title
    }
  }

  package var choices: Choices
  /// One for each offered choice: what it does and what it brings.
  package var lines: [Sentence] = []
  package var table: [Row] = []
  package var remarks: [Sentence] = []
  /// The titles of milestones that a choice dates, by their names (`goal/milestone`), in the order to show.
  package var dated: [Dated] = []
  /// Chances may be said in figures: there is history enough of one's own.
  package var hasPercentages = false
  /// What ticks did not do, and why: two choices at once, values that have changed.
  package var notWritten: [Sentence] = []

  package init(choices: Choices = Choices()) {
    self.choices = choices
  }
}

/// Something that was ticked in a note and written.
package struct NoteDecision: Hashable, Sendable {
  package var day: Day
  /// The block id that the proposal had: `c7f2`.
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
