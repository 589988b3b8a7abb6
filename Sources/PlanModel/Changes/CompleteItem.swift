package import PlanDocuments

/// Ticks a box and writes the day, as a person would in an editor.
///
/// A milestone file gets `done:`, and the line that stands for it in its goal's list gets its tick too.
package enum CompleteItem {
  /// The change; without effect where it is complete already.
  package static func milestone(_ index: Int, on day: Day, in plan: Plan) throws(EditRefusal) -> VaultChange {
    let milestone = plan.milestones[index]
    var files: [FileChange] = []
    switch milestone.origin {
    case .item(let item):
      files.append(try box(item, of: plan.documents[milestone.document], on: day))
    case .file(let link):
      let document = plan.documents[milestone.document]
      if milestone.done == nil {
        files.append(
          try document.change(applying: [.setFrontMatter(key: "done", .scalar(day.description))]))
      }
      if let link {
        let list = plan.documents[plan.goals[milestone.goal].document]
        files.append(try list.change(applying: [.setBox(item: link, .done)]))
      }
    }
    return VaultChange(title: "Complete \(plan.name(of: index))", files: files)
  }

  package static func task(_ index: Int, of milestone: Int, on day: Day, in plan: Plan) throws(EditRefusal)
    -> VaultChange
  {
    let document = plan.documents[plan.milestones[milestone].document]
    let item = Int(plan.tasks[index].item)
    return VaultChange(
      title: "Complete \(document.title(of: item)) of \(plan.name(of: milestone))",
      files: [try box(item, of: document, on: day)])
  }

  /// The status of a goal of which nothing is open.
  package static func goal(_ index: Int, in plan: Plan) throws(EditRefusal) -> VaultChange {
    let document = plan.documents[plan.goals[index].document]
    let status = DocumentEdit.setFrontMatter(key: "status", .scalar(GoalStatus.done.rawValue))
    return VaultChange(
      title: "Complete \(plan.goals[index].id)",
      files: plan.goals[index].status == .done ? [] : [try document.change(applying: [status])])
  }

  /// A box that is ticked keeps the day that stands there.
  private static func box(_ item: Int, of document: PlanDocument, on day: Day) throws(EditRefusal) -> FileChange {
    let isDated = document.fields[document.items[item].fields].contains { $0.name == .done }
    if document.items[item].state == .done { return FileChange(of: document.text, edits: []) }
    return try document.change(
      applying: [.setBox(item: item, .done)] + (isDated ? [] : [.setField(item: item, .done, day.description)]))
  }
}
