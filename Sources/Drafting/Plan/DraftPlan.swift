package import PlanDocuments
package import PlanModel

/// A plan that nobody has agreed to yet: an anchored goal and the milestones on the way to it.
///
/// It comes from a playbook or from a language model. Dates are laid by the scheduler (`PlacedDraft`), not by who drafted.
package struct DraftPlan: Hashable, Sendable {
  package struct Milestone: Hashable, Sendable {
    /// In `[a-z0-9-]`, once in the draft.
    package var id: String
    package var title: String
    /// The person's own work; nil is not known.
    package var effort: Effort?
    /// Ids of this draft; or of the vault: `goal/milestone`, `goal`.
    package var after: [String]
    /// Calendar time that passes after the work.
    package var wait: Wait?
    /// Not before this day.
    package var start: Day?
    /// The day to commit to; laid by the scheduler where it is not fixed.
    package var due: Day?
    /// The due day cannot move: an exam, a review meeting.
    package var isFixed: Bool
    package var isOptional: Bool
    /// Why it is there, that people forget it, what it takes for granted, what gets in the way, what to ask first.
    package var reasons: [Playbook.Reason]
    package var tasks: [Task]
    /// What people call this step in a list of their own, to know it there; never written.
    package var also: [String]
    /// What its dates depend on besides its order; never written.
    package var placing = Placing()

    package init(
      id: String, title: String, effort: Effort? = nil, after: [String] = [], wait: Wait? = nil, start: Day? = nil,
      due: Day? = nil, isFixed: Bool = false, isOptional: Bool = false, reasons: [Playbook.Reason] = [],
      tasks: [Task] = [], also: [String] = []
    ) {
      self.id = id
      self.title = title
      self.effort = effort
      self.after = after
      self.wait = wait
      self.start = start
      self.due = due
      self.isFixed = isFixed
      self.isOptional = isOptional
      self.reasons = reasons
      self.tasks = tasks
      self.also = also
    }

    /// Its title and what else it is called; the id is a word for it, too.
    var names: [String] { [title] + also + [id.replacing("-", with: " ")] }

    /// It is a step that people leave out.
    package var isForgotten: Bool { reasons.contains { $0.kind == .forgotten } }
  }

  /// What decides on the date of a step besides its place in the list.
  package struct Placing: Hashable, Sendable {
    package var timing = Playbook.Timing.inTurn
    /// It is complete so many days before the goal's day.
    package var daysBefore: Wait?
    /// It isn't begun earlier than so many days before the goal's day.
    package var earliestDaysBefore: Int?
    package var leastDays: Int?
    package var isOnTheDay = false
    /// Its place in the playbook's list.
    package var order = 0
    /// The wait as a share of the goal's time.
    package var waitShare: Double?
    /// Where it goes in a list that is there: below an item of the document, or above it; nil is at the end.
    package var place: ListPlace?

    package init() {}
  }

  package enum ListPlace: Hashable, Sendable {
    case below(Int)
    case above(Int)
  }

  package struct Task: Hashable, Sendable {
    package var title: String
    /// Its own work; nil shares what the milestone's effort leaves.
    package var minutes: Int?
    /// What else it is called; never written.
    package var also: [String]

    package init(title: String, minutes: Int? = nil, also: [String] = []) {
      self.title = title
      self.minutes = minutes
      self.also = also
    }
  }

  package var anchor: GoalAnchor
  package var milestones: [Milestone]
  /// What belongs after the goal's day; written below the list, where dates are not checked.
  package var afterwards: [Milestone] = []
  /// Where people stall on the way to such a goal.
  package var stalls: [StallPoint]
  /// What is still to be asked about the goal as a whole.
  package var questions: [String]

  package init(
    anchor: GoalAnchor, milestones: [Milestone], stalls: [StallPoint] = [], questions: [String] = []
  ) {
    self.anchor = anchor
    self.milestones = milestones
    self.stalls = stalls
    self.questions = questions
  }

  /// Days of waits along the longest chain.
  package var longestWait: Int {
    let index = Dictionary(milestones.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let before = AdjacencyLists(edges: milestones.map { $0.after.compactMap { index[$0] } })
    // A loop has no chain; what goes round is left out.
    let (order, kept) = before.topologicalOrder()
    let chains = before.keeping(kept)
    var ends = [Int](repeating: 0, count: milestones.count)
    for milestone in order {
      ends[milestone] = (chains[milestone].map { ends[$0] }.max() ?? 0) + (milestones[milestone].wait?.middle ?? 0)
    }
    return ends.max() ?? 0
  }

  /// Minutes of work in all milestones, ranges by their middle; without those that may be cut where `optional` is false.
  package func minutes(withOptional: Bool = true) -> Int {
    milestones.reduce(0) { $0 + (withOptional || !$1.isOptional ? $1.effort?.middle ?? 0 : 0) }
  }
}

extension Playbook.Reason {
  package init(_ kind: Kind, _ words: String) {
    self.init(kind: kind, words: words)
  }
}
