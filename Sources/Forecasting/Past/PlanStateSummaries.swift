import PlanDocuments
import PlanModel

/// Makes the sheets of a history: a commit changes few files, so that a sheet is the one before with the goals of those
/// files read again.
///
/// The whole plan is made where files come or go, and where a file changes what it is called or belongs to.
enum PlanStateSummaries {
  /// The sheet of one state, and what makes it another than that of the state that it was made from.
  struct Step: Sendable {
    var sheet: PlanStateSummary
    /// The goals that were read again; nil where anything may be another.
    var goals: [Int]?
  }

  /// One for each state.
  static func all(of past: VaultPast, today: Day) -> [Step] {
    let changes = past.states.map { state in
      state.parents.first.flatMap { Change(from: past.states[$0].snapshot, to: state.snapshot) }
    }
    var settings: [Settings] = []
    for (index, state) in past.states.enumerated() {
      let same = changes[index] == nil ? nil : state.parents.first.map { settings[$0] }
      settings.append(same ?? Settings(of: state.snapshot.settings))
    }
    // What became of single files needs nothing of the sheets before, so it is read on all processors.
    let alone = ParallelSteps.results(of: past.states.count) { [settings] range in
      range.map { index -> OnlyFile? in
        guard let change = changes[index], let parent = past.states[index].parents.first else { return nil }
        return OnlyFile(past.states[index], after: past.states[parent], change, settings[index], today: today)
      }
    }.flatMap(\.self)
    var steps: [Step] = []
    steps.reserveCapacity(past.states.count)
    for (index, state) in past.states.enumerated() {
      let step = state.parents.first.flatMap { parent in
        changes[index].flatMap {
          next(state, $0, settings[index], after: steps[parent].sheet, alone: alone[index], today: today)
        }
      }
      steps.append(step ?? Step(sheet: PlanStateSummary(Plan(reading: state.snapshot, today: min(state.day, today)))))
    }
    return steps
  }

  /// The files that say something else than before, all of them where they were and with the names that they had.
  private struct Change: Sendable {
    /// In the order of `VaultSnapshot.documents`.
    var documents: [Int] = []

    /// Nil where more than the contents of files changed.
    init?(from before: VaultSnapshot, to now: VaultSnapshot) {
      guard now.settings.text.bytes == before.settings.text.bytes, now.documents.count == before.documents.count else {
        return nil
      }
      for index in now.documents.indices {
        guard now.documents[index].text.path == before.documents[index].text.path else { return nil }
        // The same version is the same array, which is seen at once.
        if now.documents[index].text.bytes == before.documents[index].text.bytes { continue }
        guard now.documents[index].hasSameHome(as: before.documents[index]) else { return nil }
        documents.append(index)
      }
    }
  }

  /// What became of the only file that a state changed.
  private enum OnlyFile: Sendable {
    /// Some of its tasks were ticked, or the like, and nothing else.
    case marks([(item: Int, state: BoxState)])
    /// The sheet that it makes by itself; nil where it is not all of a goal.
    case sheet(PlanStateSummary?)

    init?(
      _ state: VaultPast.State, after before: VaultPast.State, _ change: Change, _ settings: Settings, today: Day
    ) {
      guard change.documents.count == 1 else { return nil }
      let document = state.snapshot.documents[change.documents[0]]
      let old = before.snapshot.documents[change.documents[0]]
      // The mark of a milestone itself says more than one of a task: with its dates and its amount, what state it is in.
      if let marks = old.otherMarks(in: document.text.bytes),
        marks.allSatisfy({ document.kind == .milestone || document.items[$0.item].depth > 0 })
      {
        self = .marks(marks)
      } else {
        let isGoal = document.kind == .goal
        self = .sheet(isGoal ? PlanStateSummaries.sheet(of: [document], settings, on: min(state.day, today)) : nil)
      }
    }
  }

  /// Nil where the files are not all of one goal.
  private static func sheet(of documents: [PlanDocument], _ settings: Settings, on day: Day) -> PlanStateSummary? {
    let plan = Plan(settings, documents: documents, today: day)
    return plan.goals.count == 1 && plan.strays.isEmpty ? PlanStateSummary(plan) : nil
  }

  /// - Parameter alone: what became of the only file that changed.
  /// - Returns: nil where more than single goals may have changed.
  private static func next(
    _ state: VaultPast.State, _ change: Change, _ settings: Settings, after before: PlanStateSummary, alone: OnlyFile?,
    today: Day
  ) -> Step? {
    var goals: Set<Int> = []
    for index in change.documents {
      guard let goal = before.goal(of: state.snapshot.documents[index].text.path) else { return nil }
      goals.insert(goal)
    }
    var sheet = before
    if case .marks(let marks)? = alone, let goal = goals.first {
      sheet.mark(marks, in: state.snapshot.documents[change.documents[0]].text.path, ofGoal: goal)
      return Step(sheet: sheet, goals: [goal])
    }
    for goal in goals.sorted(by: >) {
      let own: PlanStateSummary?
      if case .sheet(let only)? = alone, before.hasOneFile(goal: goal) {
        own = only
      } else {
        let paths = before.paths(ofGoal: goal)
        own = self.sheet(
          of: state.snapshot.documents.filter { paths.contains($0.text.path) }, settings, on: min(state.day, today))
      }
      guard let own, own.goals[0].id == before.goals[goal].id else { return nil }
      sheet.replace(goal: goal, with: own)
    }
    return Step(sheet: sheet, goals: goals.sorted())
  }
}

extension PlanDocument {
  /// It has the name that it had, and belongs to what it belonged to.
  fileprivate func hasSameHome(as old: PlanDocument) -> Bool {
    func text(_ key: String, of document: PlanDocument) -> String? {
      document.frontMatter?[key]?.scalars.first?.text
    }
    return kind == old.kind && ["id", "goal"].allSatisfy { text($0, of: self) == text($0, of: old) }
  }
}

extension PlanStateSummary {
  fileprivate func goal(of path: VaultPath) -> Int? {
    goals.firstIndex { $0.path == path } ?? milestones.first { $0.path == path }?.goal
  }

  /// The goal and all its milestones stand in one file.
  fileprivate func hasOneFile(goal: Int) -> Bool {
    milestones[goals[goal].milestones].allSatisfy { $0.path == goals[goal].path }
  }

  /// The files that a goal is made from.
  fileprivate func paths(ofGoal goal: Int) -> Set<VaultPath> {
    Set(milestones[goals[goal].milestones].map(\.path)).union([goals[goal].path])
  }

  fileprivate mutating func mark(_ marks: [(item: Int, state: BoxState)], in path: VaultPath, ofGoal goal: Int) {
    for index in goals[goal].milestones where milestones[index].path == path {
      if let marked = milestones[index].marked(marks) { milestones[index] = marked }
    }
  }

  /// - Parameter other: the sheet of this goal alone.
  fileprivate mutating func replace(goal: Int, with other: PlanStateSummary) {
    let before = goals[goal].milestones
    let first = before.lowerBound
    milestones.replaceSubrange(
      before,
      with: other.milestones.map { milestone in
        var milestone = milestone
        milestone.goal = goal
        return milestone
      })
    goals[goal] = other.goals[0]
    goals[goal].milestones = first..<first + other.milestones.count
    let growth = other.milestones.count - before.count
    for later in goals.indices.dropFirst(goal + 1) {
      let range = goals[later].milestones
      goals[later].milestones = range.lowerBound + growth..<range.upperBound + growth
    }
    hours.goals[goal] = other.hours.goals[0]
  }
}
