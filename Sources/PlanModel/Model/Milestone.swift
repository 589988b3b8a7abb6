package import PlanDocuments

package enum MilestoneState: Hashable, Sendable {
  case open, done, cancelled
}

/// Where a milestone is written.
package enum MilestoneOrigin: Hashable, Sendable {
  /// An item in its goal's list: the index in `PlanDocument.items`.
  case item(Int)
  /// A file of its own; `link` is the item in the goal's list that points to it and gives it its place and box.
  case file(link: Int?)
}

/// One reference in `after:`, as written and as resolved.
package struct DependencyReference: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    case milestone(Int)
    case goal(Int)
    case unknown
  }

  package var text: String
  package var span: ByteSpan
  package var target: Target

  package init(text: String, span: ByteSpan, target: Target = .unknown) {
    self.text = text
    self.span = span
    self.target = target
  }
}

/// One milestone, as its file says it.
package struct Milestone: Sendable {
  /// The index of its goal in `Plan.goals`.
  package var goal: Int
  /// The index of the file with its fields in `Plan.documents`.
  package var document: Int
  package var origin: MilestoneOrigin
  package var id: String
  package var hasWrittenID: Bool
  package var title: String
  /// Complete, cancelled, or neither: from its box, `done:`, full progress, `status:`.
  package var state: MilestoneState = .open
  package var due: Day?
  package var effort: Effort?
  package var wait: Wait?
  /// `waiting:`: the day the work was done and the wait began.
  package var waiting: Day?
  package var start: Day?
  package var isFixed: Bool = false
  package var progress: Amount?
  /// Minutes really worked.
  package var spent: Int?
  package var isOptional: Bool = false
  /// It comes back when it is done, as tasks of other tools do.
  package var recurs: Bool = false
  package var done: Day?
  package var after: [DependencyReference] = []
  /// Its tasks in `Plan.tasks`.
  package var tasks: Range<Int> = 0..<0
  /// What must be complete first, resolved to open milestones (indices, ascending, each once): references, goals as all
  /// their milestones, the one above where the goal is `in-order`; cancelled ones replaced by what they came after; met ones left out.
  package var predecessors: [Int] = []
  /// Of an open milestone with a wait that nothing open comes before: what it came after, which is met.
  package var met: [Int] = []
  /// Waits for an open milestone of a paused goal, or lies in or after a loop: the chain of milestones that shows why, at
  /// most its first seven and its last.
  package var blockedBy: [Int]?

  package init(
    goal: Int, document: Int, origin: MilestoneOrigin, id: String, hasWrittenID: Bool, title: String
  ) {
    self.goal = goal
    self.document = document
    self.origin = origin
    self.id = id
    self.hasWrittenID = hasWrittenID
    self.title = title
  }
}

/// One checkbox inside a milestone.
package struct PlanTask: Sendable {
  /// The index in the items of its milestone's document.
  package var item: Int32
  package var state: BoxState
  /// Has no tasks nested in it: only these count.
  package var isLeaf: Bool
  package var isOptional: Bool
  /// Its own hours in minutes, where it gives them.
  package var minutes: Int32?
  package var due: Day?
  package var done: Day?

  package init(
    item: Int32, state: BoxState, isLeaf: Bool, isOptional: Bool = false, minutes: Int32? = nil, due: Day? = nil,
    done: Day? = nil
  ) {
    self.item = item
    self.state = state
    self.isLeaf = isLeaf
    self.isOptional = isOptional
    self.minutes = minutes
    self.due = due
    self.done = done
  }
}
