package import PlanDocuments
package import PlanModel

/// How a kind of goal is usually reached: milestones with shares of the work, what they wait for, where people stall.
package struct Playbook: Sendable {
  /// A remark nested in a milestone: `> Why: …`.
  package struct Reason: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
      /// What the milestone is good for.
      case why
      /// A step that people leave out.
      case forgotten
      /// What the plan takes for granted, to be challenged.
      case assumes
      /// What is likely to get in the way here.
      case stall
      /// A question to settle before this milestone.
      case ask
    }

    package var kind: Kind
    package var words: String
  }

  package struct Milestone: Hashable, Sendable {
    package var id: String
    package var title: String
    /// Its part of the whole work, 0 to 1.
    package var share: Double
    /// The ids of milestones of this playbook.
    package var after: [String]
    package var wait: Wait?
    /// The wait as a part of the goal's own time, 0 to 1, where it is none of others: money comes by the month.
    ///
    /// `wait` is then this part of how long it usually lasts.
    package var waitShare: Double? = nil
    package var isOptional: Bool
    /// It happens on the goal's day and on no other: a race, a wedding.
    package var isOnTheDay = false
    /// It is not begun earlier than so many days before the goal's day: a taper.
    package var daysBeforeTheDay: Int? = nil
    package var reasons: [Reason]
    /// What people call this step in a list of their own, to know it there; nobody else reads it.
    package var also: [String] = []
    /// The titles of the tasks nested in it, sub-tasks alone where there are any.
    package var tasks: [String]

    /// It is a step that people leave out.
    package var isForgotten: Bool { reasons.contains { $0.kind == .forgotten } }
  }

  /// What the range of hours is for: 60,000 words.
  package struct Measure: Hashable, Sendable {
    /// In thousandths, above 0.
    package var number: Int64
    package var unit: String
  }

  /// The file's name without its ending.
  package var name: String
  package var title: String
  /// The words and phrases that people type when they want this.
  package var match: [String]
  /// What such a goal looks like when anyone can tell that it is reached, with usual numbers; nil where it does not say.
  package var success: String?
  /// From start to end, in days.
  package var lasts: Wait?
  /// The person's own hours for all of it.
  package var effort: Effort?
  /// What `effort` is for, where the work grows with an amount.
  package var measure: Measure?
  /// For goals that fit no other playbook.
  package var isGeneral: Bool
  /// Where the figures come from.
  package var sources: [String]
  package var milestones: [Milestone]
  package var stalls: [StallPoint]
  /// What to ask the person before drafting.
  package var questions: [String]
  /// What stands in the file and cannot be right.
  package var findings: [Finding]
}

extension Playbook {
  /// For each milestone, the indices of those that come right before it.
  package var predecessors: [[Int]] {
    let indices = Dictionary(milestones.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return milestones.map { $0.after.compactMap { indices[$0] } }
  }
}
