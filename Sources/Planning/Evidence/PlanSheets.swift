import PlanDocuments

/// Makes the sheets of a history: a commit changes few files, so that a sheet is the one before with the goals of those
/// files read again.
///
/// The whole plan is made where files come or go, and where a file changes what it is called or belongs to.
enum PlanSheets {
  /// One for each state.
  static func all(of past: VaultPast, today: Day) -> [PlanSheet] {
    var sheets: [PlanSheet] = []
    sheets.reserveCapacity(past.states.count)
    for state in past.states {
      let day = min(state.day, today)
      let sheet = state.parents.first.flatMap { parent in
        next(state.snapshot, after: past.states[parent].snapshot, sheets[parent], today: day)
      }
      sheets.append(sheet ?? PlanSheet(Plan(reading: state.snapshot, today: day)))
    }
    return sheets
  }

  /// Nil where more than single goals may have changed.
  private static func next(
    _ now: VaultSnapshot, after before: VaultSnapshot, _ sheet: PlanSheet, today: Day
  ) -> PlanSheet? {
    guard now.settings.text.bytes == before.settings.text.bytes, now.documents.count == before.documents.count else {
      return nil
    }
    var goals: Set<Int> = []
    for (document, old) in zip(now.documents, before.documents) {
      guard document.text.path == old.text.path else { return nil }
      // The same version is the same array, which is seen at once.
      if document.text.bytes == old.text.bytes { continue }
      guard document.hasSameHome(as: old), let goal = sheet.goal(of: document.text.path) else { return nil }
      goals.insert(goal)
    }
    var sheet = sheet
    for goal in goals.sorted(by: >) {
      let paths = sheet.paths(ofGoal: goal)
      let plan = Plan(
        reading: VaultSnapshot(
          settings: now.settings, documents: now.documents.filter { paths.contains($0.text.path) }),
        today: today)
      guard plan.goals.count == 1, plan.goals[0].id == sheet.goals[goal].id, plan.strays.isEmpty else { return nil }
      sheet.replace(goal: goal, with: PlanSheet(plan))
    }
    return sheet
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

extension PlanSheet {
  fileprivate func goal(of path: VaultPath) -> Int? {
    goals.firstIndex { $0.path == path } ?? milestones.first { $0.path == path }?.goal
  }

  /// The files that a goal is made from.
  fileprivate func paths(ofGoal goal: Int) -> Set<VaultPath> {
    Set(milestones[goals[goal].milestones].map(\.path)).union([goals[goal].path])
  }

  /// - Parameter other: the sheet of this goal alone.
  fileprivate mutating func replace(goal: Int, with other: PlanSheet) {
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
