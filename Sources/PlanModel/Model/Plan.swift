package import PlanDocuments

/// A file that says it belongs to the plan and has no place in it.
package struct StrayDocument: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// A milestone's file whose goal is not found.
    case noGoal
    /// Its `goal:` names that goal, and it has no `milestone:`.
    case namesGoal(Int)
  }

  /// The index in `Plan.documents`.
  package var document: Int
  package var reason: Reason

  package init(document: Int, reason: Reason) {
    self.document = document
    self.reason = reason
  }
}

/// Everything that the vault's files say, numbered and linked, with a way back to the bytes for every fact.
///
/// Goals, milestones and tasks are named by their index in the arrays. The milestones of a goal stand in one run, in the
/// order of the plan; so do the tasks of a milestone.
package struct Plan: Sendable {
  package var today: Day
  package var settings: Settings
  /// The files that goals and milestones come from; `mm.md` is in `settings`.
  package var documents: [PlanDocument]
  package var goals: [Goal]
  package var milestones: [Milestone]
  package var tasks: [PlanTask]
  /// What was found while reading: in the documents, and values that could not be read.
  package var findings: [Finding]
  /// The appointments that take hours.
  package var busy = BusyCalendar()
  /// By it is judged what the person can reach.
  package var pace = RecordedPace.usual
  /// Minutes of work in the running week by goal's id; nil where nobody has looked at the past, or it is not recorded.
  package var minutesThisWeek: [String: Int]?
  /// Files that say they belong to the plan and have no place in it.
  package var strays: [StrayDocument] = []
  /// Milestones whose written id stands on another milestone of their goal before them, with that one.
  package var repeatedIDs: [(milestone: Int, first: Int)] = []
  /// Milestones that wait for each other: each a chain in which every one comes after the next, and the last after the first.
  package var loops: [[Int]] = []

  package init(
    today: Day, settings: Settings, documents: [PlanDocument] = [], goals: [Goal] = [], milestones: [Milestone] = [],
    tasks: [PlanTask] = [], findings: [Finding] = []
  ) {
    self.today = today
    self.settings = settings
    self.documents = documents
    self.goals = goals
    self.milestones = milestones
    self.tasks = tasks
    self.findings = findings
  }

  /// A fixed day is past and nobody has said what came of it: what follows counts on it as on one that took place.
  package func hasPassed(_ milestone: Int) -> Bool {
    milestones[milestone].isFixed && milestones[milestone].state == .open
      && milestones[milestone].due.map { $0 < today } ?? false
  }

  /// The open task of a milestone that is due first, with its day; nil where none has a date.
  package func taskDue(of milestone: Int) -> (task: Int, day: Day)? {
    var first: (task: Int, day: Day)?
    for task in milestones[milestone].tasks where tasks[task].state == .open {
      if let day = tasks[task].due, day < first?.day ?? .distantFuture { first = (task, day) }
    }
    return first
  }

  /// The first day on which something of an open milestone is due: itself, or a task.
  package func firstDue(of milestone: Int) -> Day? {
    [milestones[milestone].due, taskDue(of: milestone)?.day].compactMap(\.self).min()
  }

  /// The first day that work is planned on: today, or on a Sunday the Monday, since its week is over.
  package var planFrom: Day { today.weekday == .sunday ? today + 1 : today }

  /// `book/part-1`: how a person names the milestone.
  package func name(of milestone: Int) -> String {
    let milestone = milestones[milestone]
    return goals[milestone.goal].id + "/" + milestone.id
  }
}
