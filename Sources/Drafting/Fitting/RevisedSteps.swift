package import PlanDocuments
package import PlanModel

/// What someone who drafts anew wants of a step that stands in the goal's list.
package struct StepRevision: Hashable, Sendable {
  /// The id of the step.
  package var id: String
  /// Left out, since the plan needs it no more; the rest says nothing then.
  package var isRemoved: Bool
  package var effort: Effort?
  package var wait: Wait?
  /// Ids of the list or of the draft; nil leaves what stands there.
  package var after: [String]?
  package var why: String

  package init(
    id: String, isRemoved: Bool = false, effort: Effort? = nil, wait: Wait? = nil, after: [String]? = nil,
    why: String = ""
  ) {
    self.id = id
    self.isRemoved = isRemoved
    self.effort = effort
    self.wait = wait
    self.after = after
    self.why = why
  }
}

/// Revisions of a goal's list as changes of its lines: what is done, fixed, begun or written by hand stays, and what a line does
/// not say may be filled in.
package struct RevisedSteps: Sendable {
  package var edits: [DocumentEdit] = []
  /// What the edits do, each as a line for people.
  package var changes: [String] = []
  /// Steps that are crossed out; their lines stay, with the box of something cancelled.
  package var removed: [String] = []
  /// What was wanted and is not done, with the reason.
  package var refused: [String] = []
  /// Revisions that cannot be read at all: their ids are not in the list, or twice.
  package var problems: [String] = []

  package init(_ revisions: [StepRevision], of goal: Int, in plan: Plan) {
    let own = Dictionary(plan.goals[goal].milestones.map { (plan.milestones[$0].id, $0) }) { first, _ in first }
    var seen: Set<String> = []
    for revision in revisions {
      guard let index = own[revision.id] else {
        let near = NearestWords.only(to: revision.id, in: own.keys.sorted()).map { " Did you mean “\($0)”?" } ?? ""
        problems.append("“\(revision.id)” is to be changed and stands nowhere in the list.\(near)")
        continue
      }
      guard seen.insert(revision.id).inserted else {
        problems.append("“\(revision.id)” is to be changed twice. Say once what shall become of it.")
        continue
      }
      revise(index, revision, in: plan)
    }
  }

  private mutating func revise(_ index: Int, _ revision: StepRevision, in plan: Plan) {
    let milestone = plan.milestones[index]
    let title = HarmlessText.line(milestone.title)
    let mayChange = plan.isDraftedAndUntouched(index)
    guard case .item(let item) = milestone.origin, milestone.state == .open, !milestone.isFixed else {
      let because =
        milestone.state != .open
        ? "it is not open any more" : milestone.isFixed ? "its date is fixed" : "it has a file of its own"
      return refused.append("\(title): it stays, \(because).")
    }
    let why = revision.why.isEmpty ? "" : " “\(revision.why)”"
    if revision.isRemoved {
      guard mayChange else { return refused.append("\(title): it stays, you wrote it or have begun it.\(why)") }
      edits.append(.setBox(item: item, .cancelled))
      return removed.append(title + "." + why)
    }
    var fields: [String] = []
    func set(_ field: FieldName, _ value: String, _ isThere: Bool, _ old: String) {
      guard value != old, !value.isEmpty else { return }
      guard !isThere || mayChange else {
        refused.append("\(title): \(field) stays \(old), which you wrote.\(why)")
        return
      }
      edits.append(.setField(item: item, field, value))
      fields.append("\(field) \(value)\(isThere ? " instead of \(old)" : "")")
    }
    if let effort = revision.effort, milestone.progress == nil {
      set(.effort, effort.written, milestone.effort != nil, milestone.effort?.written ?? "")
    }
    if let wait = revision.wait { set(.wait, wait.written, milestone.wait != nil, milestone.wait?.written ?? "") }
    if let after = revision.after {
      let old = milestone.after.map(\.text)
      if after.isEmpty, !old.isEmpty, mayChange {
        edits.append(.removeField(item: item, .after))
        fields.append("after nothing instead of \(old.joined(separator: ","))")
      } else {
        set(.after, after.joined(separator: ","), !old.isEmpty, old.joined(separator: ","))
        if !fields.isEmpty { writeIDs(after, of: milestone.goal, in: plan) }
      }
    }
    if !fields.isEmpty { changes.append("\(title): \(fields.joined(separator: ", ")).\(why)") }
  }

  /// What is referred to gets its id written down.
  private mutating func writeIDs(_ ids: [String], of goal: Int, in plan: Plan) {
    for index in plan.goals[goal].milestones where ids.contains(plan.milestones[index].id) {
      guard !plan.milestones[index].hasWrittenID, case .item(let item) = plan.milestones[index].origin else { continue }
      let edit = DocumentEdit.setField(item: item, .id, plan.milestones[index].id)
      if !edits.contains(edit) { edits.append(edit) }
    }
  }
}

extension Plan {
  /// A draft wrote this step, to be seen by its remarks, and nobody has done, dated for others, measured or begun anything in it.
  package func isDraftedAndUntouched(_ index: Int) -> Bool {
    let milestone = milestones[index]
    guard case .item(let item) = milestone.origin, milestone.state == .open, !milestone.isFixed,
      milestone.progress == nil, milestone.spent == nil, milestone.waiting == nil,
      tasks[milestone.tasks].allSatisfy({ $0.state == .open })
    else { return false }
    return documents[milestone.document].hasRemarks(of: item)
  }
}
