package import PlanDocuments

/// Writes one value of a goal or milestone where it stands, or takes it out.
package enum SetValue {
  /// The keys of a goal that can be set.
  package static let goalKeys = GoalKey.allCases.map(\.rawValue)
  /// The fields of a milestone that can be set.
  package static let milestoneKeys = FieldTable.rows.compactMap { $0.key?.description } + [MilestoneKey.status.rawValue]
  /// The fields of a task that can be set.
  package static let taskKeys = FieldTable.rows.filter { $0.isForTasks }.compactMap { $0.key?.description }
  /// The keys of `mm.md` that can be set.
  package static let settingsKeys = SettingsKey.allCases.map(\.rawValue)

  /// - Parameter value: the text to write; nil takes the field out.
  package static func goal(_ index: Int, key: String, to value: String?, in plan: Plan) throws(EditRefusal)
    -> VaultChange
  {
    try frontMatter(
      plan.documents[plan.goals[index].document], key: key, to: value, title: "Set \(key) of \(plan.goals[index].id)")
  }

  package static func settings(key: String, to value: String?, in plan: Plan) throws(EditRefusal) -> VaultChange {
    try frontMatter(plan.settings.document, key: key, to: value, title: "Set \(key) of mm.md")
  }

  package static func milestone(
    _ index: Int, key: String, to value: String?, in plan: Plan
  ) throws(EditRefusal) -> VaultChange {
    let milestone = plan.milestones[index]
    let document = plan.documents[milestone.document]
    let title = "Set \(key) of \(plan.name(of: index))"
    switch milestone.origin {
    case .item(let item): return try line(item, of: document, key: key, to: value, title: title)
    case .file: return try frontMatter(document, key: key, to: value, title: title)
    }
  }

  package static func task(
    _ index: Int, of milestone: Int, key: String, to value: String?, in plan: Plan
  ) throws(EditRefusal) -> VaultChange {
    let document = plan.documents[plan.milestones[milestone].document]
    return try line(
      Int(plan.tasks[index].item), of: document, key: key, to: value,
      title: "Set \(key) of a task of \(plan.name(of: milestone))")
  }

  private static func line(
    _ item: Int, of document: PlanDocument, key: String, to value: String?, title: String
  ) throws(EditRefusal) -> VaultChange {
    let edit: DocumentEdit
    if key == MilestoneKey.status.rawValue {
      // On a line the box says it: `[-]` is dropped.
      edit = .setBox(item: item, value == "dropped" ? .cancelled : value == "done" ? .done : .open)
    } else if let name = FieldTable.rows.first(where: { $0.key?.description == key })?.name {
      edit = value.map { .setField(item: item, name, $0) } ?? .removeField(item: item, name)
    } else {
      throw EditRefusal(
        place: Place(path: document.text.path, span: document.items[item].paragraph),
        reason: "A line has no field “\(key)”.")
    }
    return VaultChange(title: title, files: [try document.change(applying: [edit])])
  }

  private static func frontMatter(
    _ document: PlanDocument, key: String, to value: String?, title: String
  ) throws(EditRefusal) -> VaultChange {
    var edit = DocumentEdit.removeFrontMatter(key: key)
    if let value {
      let parts = KeyShape.of(key) == .list ? entries(of: value) : [value]
      let isList = parts.count > 1 || key == FieldName.after.key
      edit = .setFrontMatter(key: key, isList ? .list(parts) : .scalar(value))
    }
    return VaultChange(title: title, files: [try document.change(applying: [edit])])
  }

  private static func entries(of value: String) -> [String] {
    value.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}
