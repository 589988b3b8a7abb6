package import PlanModel

/// What can be decided when the plan doesn't fit: whole choices, mildest first, of which one is taken, and small proposals
/// beside them.
package struct Choices: Hashable, Sendable {
  package static let movedDatesSlug = "move-dates"

  /// All ends with the plan as it is.
  package var baseline: [EndResult]
  /// Numbered from 1 in this order.
  ///
  /// Empty when nothing has to be decided, or nothing helps.
  package var offered: [Choice]
  /// Ends that nothing but giving them up would help.
  package var hopeless: [EndResult.End]
  /// The advised choice gives every goal at least even odds; false where something has to give.
  package var adviceIsEven: Bool
  /// Proposals that may each be taken beside a choice: completion dates, boxes of full progress, *Your words*.
  package var small: [Choice]
  /// Whether a dependency is needed; its sentence asks, its tick says that it isn't.
  package var question: Choice?

  package init(
    baseline: [EndResult] = [], offered: [Choice] = [], hopeless: [EndResult.End] = [], adviceIsEven: Bool = false,
    small: [Choice] = []
  ) {
    self.baseline = baseline
    self.offered = offered
    self.hopeless = hopeless
    self.adviceIsEven = adviceIsEven
    self.small = small
  }
}

/// One thing that can be ticked, as a whole: what it says, what it writes, what comes of it.
package struct Choice: Hashable, Sendable {
  /// 1 and up among the choices; 0 for a small proposal.
  package var number: Int
  /// Of a small proposal: a few words in `[a-z0-9-]` that stay the same from run to run as long as it means the same.
  package var slug: String
  /// What is done.
  ///
  /// A choice begins with a verb and has no full stop, so that its effects can follow; a small proposal is whole sentences.
  package var sentence: Sentence
  /// Everything that it writes, dates of milestones included, in the order of the files.
  package var writes: [PlannedWrite]
  /// What becomes of the same ends as in `Choices.baseline`, in the same order.
  package var results: [EndResult]
  /// The ends to name with it: those that gain most, then every one that it harms.
  package var effects: [EndResult.End] = []
  package var isAdvised = false
  /// Minutes of work that it takes out of the plan.
  package var minutesSaved: Int
  /// Minutes of work that it asks for in all, beyond the hours that there are.
  package var minutesAdded: Int
  /// What it asks of a life; see [planning](../../docs/planning.md).
  package var disruption: Double

  package init(
    number: Int, slug: String, sentence: Sentence, writes: [PlannedWrite], results: [EndResult] = [],
    minutesSaved: Int = 0, minutesAdded: Int = 0, disruption: Double = 0
  ) {
    self.number = number
    self.slug = slug
    self.sentence = sentence
    self.writes = writes
    self.results = results
    self.minutesSaved = minutesSaved
    self.minutesAdded = minutesAdded
    self.disruption = disruption
  }

  /// Every end that has a chance has even odds at least.
  package var fitsEverything: Bool { results.allSatisfy { $0.chance.map { $0 >= 0.5 } ?? true } }
}
