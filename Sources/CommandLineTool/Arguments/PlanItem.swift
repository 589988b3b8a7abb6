import PlanDocuments
import PlanOutput
import Planning

/// What a person can name: by its index in the plan.
package enum PlanItem: Hashable, Sendable {
  case goal(Int)
  case milestone(Int)
  /// An index in `Plan.tasks`, with the milestone that it belongs to.
  case task(Int, of: Int)
}

extension CompleteItem {
  /// One change for all that a person names as complete, merged file by file.
  static func change(_ items: [PlanItem], on day: Day, in plan: Plan) throws -> VaultChange {
    let changes = try items.map { item in
      switch item {
      case .milestone(let milestone): try CompleteItem.milestone(milestone, on: day, in: plan)
      case .task(let task, of: let milestone): try CompleteItem.task(task, of: milestone, on: day, in: plan)
      case .goal(let goal): try finished(goal, in: plan)
      }
    }
    let title = changes.count == 1 ? changes[0].title : "Complete \(changes.count) items"
    return VaultChange(title: title, files: changes.flatMap(\.files).mergedByPath)
  }

  private static func finished(_ goal: Int, in plan: Plan) throws -> VaultChange {
    let open = plan.goals[goal].milestones.filter { plan.milestones[$0].state == .open }
    guard open.isEmpty else {
      let names = open.prefix(3).map { plan.name(of: $0) } + (open.count > 3 ? ["\(open.count - 3) more"] : [])
      throw Failure(
        .refused,
        "\(plan.goals[goal].id) is not complete: \(WorkWords.list(names)) \(open.count == 1 ? "is" : "are") open. mm set \(plan.goals[goal].id) status done says it all the same."
      )
    }
    return try CompleteItem.goal(goal, in: plan)
  }
}

extension [FileChange] {
  /// Changes of one file, made from the same bytes, as one.
  fileprivate var mergedByPath: [FileChange] {
    var merged: [FileChange] = []
    for change in self {
      if let index = merged.firstIndex(where: { $0.path == change.path }) {
        let text = SourceText(path: change.path, bytes: change.base ?? [])
        let edits = merged[index].edits + change.edits.filter { !merged[index].edits.contains($0) }
        merged[index] = FileChange(of: text, edits: edits)
      } else {
        merged.append(change)
      }
    }
    return merged
  }
}
