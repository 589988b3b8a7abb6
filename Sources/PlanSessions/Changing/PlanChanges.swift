package import PlanDocuments
package import PlanModel
import ReviewNotes
package import VaultStorage

extension PlanSession {
  /// One change that marks all that a person names as complete, merged file by file.
  ///
  /// - Parameter day: in words; nil is today.
  package func completing(_ names: [String], on day: String? = nil) throws(SessionError) -> VaultChange {
    let plan = try plan()
    let lookup = lookup(in: plan)
    let day = try day.map { phrase throws(SessionError) in try PlanSession.day(phrase, today: today) } ?? today
    if day > today {
      throw .value(.finding("\(day) is after today (\(today)): what is done was done on a day before."))
    }
    let items = try names.map { name throws(SessionError) in try lookup.item(named: name) }
    let changes = try items.map { item throws(SessionError) in
      if case .goal(let goal) = item { try refuseOpen(goal, in: plan) }
      return try SessionError.editing(plan.documents) { () throws(EditRefusal) in
        switch item {
        case .milestone(let milestone): try CompleteItem.milestone(milestone, on: day, in: plan)
        case .task(let task, of: let milestone):
          try CompleteItem.task(task, of: milestone, on: day, in: plan)
        case .goal(let goal): try CompleteItem.goal(goal, in: plan)
        }
      }
    }
    let title = changes.count == 1 ? changes[0].title : "Complete \(changes.count) items"
    return VaultChange(title: title, merging: changes.flatMap(\.files))
  }

  /// A goal is done when nothing of it is open.
  private func refuseOpen(_ goal: Int, in plan: Plan) throws(SessionError) {
    let open = plan.goals[goal].milestones.filter { plan.milestones[$0].state == .open }
    if open.isEmpty { return }
    throw .openMilestones(open.map { plan.name(of: $0) }, of: plan.goals[goal].id)
  }

  /// The change that sets one value where it is written.
  ///
  /// - Parameters:
  ///   - name: a goal, a milestone, a task, or `mm.md`.
  ///   - value: as the person writes it; nil takes the field out.
  package func setting(_ field: String, of name: String, to value: String?) throws(SessionError) -> VaultChange {
    let snapshot = try files()
    let plan = Plan(reading: snapshot, today: today)
    return try ValueSetting(snapshot, plan: plan, lookup: lookup(in: plan)).change(of: name, field: field, to: value)
  }

  /// The change that writes these values, where the files still say what they were made for.
  package func change(
    of writes: [PlannedWrite], title: String, in plan: Plan
  ) throws(SessionError) -> VaultChange {
    var change = MakeWrites(in: plan)
    do throws(MakeWrites.Refusal) {
      try change.add(writes)
    } catch {
      throw .writes(error.reason, today: today)
    }
    return try SessionError.editing(plan.documents) { () throws(EditRefusal) in try change.change(titled: title) }
  }

  /// The changes that can be taken back, the last one first.
  package func changesToUndo() throws(SessionError) -> [VaultOperation] {
    try SessionError.onDisk { () throws(VaultError) in try vault.operations() }.filter { !$0.isUndone }
  }

  /// Takes the last change back; nil where there is none.
  package func undo(isDryRun: Bool = false) throws(SessionError) -> UndoneChange? {
    try SessionError.onDisk { () throws(VaultError) in
      try vault.undo(at: machine.secondsSince1970, isDryRun: isDryRun)
    }
  }
}

extension UndoneChange {
  /// Taking it back puts ticks into a review note again.
  package var bringsTicksBack: Bool {
    files.contains { file in
      guard let before = file.before, let after = file.after else { return false }
      func ticks(_ bytes: [UInt8]) -> Int {
        ReviewNote(SourceText(path: file.path, bytes: bytes)).proposals.count { $0.line.tick != nil }
      }
      return ticks(after) > ticks(before)
    }
  }
}
