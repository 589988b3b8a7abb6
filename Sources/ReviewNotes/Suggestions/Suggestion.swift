package import Drafting
package import PlanDocuments
import PlanModel

/// One change to a plan that somebody proposes who sees only what they were told: a closed set of kinds, each of which the
/// scheduler tries before it is shown.
package struct Suggestion: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    /// Another due day.
    case move(milestone: String, to: Day)
    /// Left out of the plan.
    case cut(milestone: String)
    /// Tasks below a milestone that has none.
    case split(milestone: String, into: [DraftPlan.Task])
    /// A milestone more.
    case add(goal: String, DraftPlan.Milestone)
    case estimate(milestone: String, Effort)
  }

  package var change: Change
  /// One or two sentences, harmless text.
  package var why: String

  package init(_ change: Change, why: String) {
    self.change = change
    self.why = why
  }
}

/// Why a suggestion cannot be offered, in a sentence for whoever made it and for the person.
package struct SuggestionRefusal: Error, Hashable, Sendable {
  package var words: String

  init(_ words: String) {
    self.words = words
  }
}
