import Checks
package import Drafting
package import PlanDocuments
package import PlanModel

extension PlanSession {
  /// A change to one goal's file as the person left its text in an editor; nil where the text is no goal any more.
  package static func edited(_ change: VaultChange, to bytes: [UInt8]) -> VaultChange? {
    guard let file = change.files.first else { return nil }
    let document = PlanDocument(reading: SourceText(path: file.path, bytes: bytes))
    guard document.kind == .goal else { return nil }
    let base = file.base.map { SourceText(path: file.path, bytes: $0) }
    let edited = base.map { FileChange(of: $0, edits: [TextEdit(span: ByteSpan(0, $0.bytes.count), new: bytes)]) }
    return VaultChange(title: change.title, files: [edited ?? FileChange(creating: file.path, bytes: bytes)])
  }

  /// What `mm check` would call an error in the first file of a change, with its line.
  package func errors(in change: VaultChange) throws(SessionError) -> [(line: Int, message: String)] {
    guard let file = change.files.first else { return [] }
    let plan = Plan(reading: try snapshot().applying(change), today: today)
    let text = SourceText(path: file.path, bytes: file.result)
    return CheckRunner().findings(in: CheckFacts(plan))
      .filter { $0.severity == .error && $0.place.path == file.path }
      .map { (text.position(of: Int($0.place.span.start)).line, $0.message) }
  }
}

/// What a goal needs before it is planned, and the change that writes it.
package struct Anchoring: Sendable {
  package let plan: Plan
  package let shelf: PlaybookShelf
  package let today: Day

  package init(_ session: PlanSession) throws(SessionError) {
    let snapshot = try session.snapshot()
    plan = Plan(reading: snapshot, today: session.today)
    shelf = PlaybookShelf(snapshot)
    today = session.today
  }

  package var hasHours: Bool { plan.settings.hours != nil }

  /// The change that writes what was said of a goal that there is.
  package func change(to anchor: GoalAnchor, of goal: Int) throws(SessionError) -> VaultChange {
    let known = GoalAnchor(ofGoal: goal, in: plan)
    return try SessionError.editing(plan.documents) { () throws(EditRefusal) in
      try AnchoredGoal.change(to: anchor, from: known, of: goal, in: plan)
    }
  }

  /// The change that writes a new goal.
  ///
  /// - Parameters:
  ///   - asked: questions of the playbook with their answers.
  ///   - steps: that the person has in mind.
  package func change(
    creating path: VaultPath, _ anchor: GoalAnchor, asked: [(question: String, answer: String)], steps: [String]
  ) -> VaultChange {
    let file = AnchoredGoal.newFile(anchor, asked: asked, steps: steps, at: path)
    return VaultChange(title: "Anchor \(path.noteName)", files: [file])
  }
}
