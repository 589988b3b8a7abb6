import PlanDocuments
import PlanModel
import PlanOutput
import TextStyling

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
    return VaultChange(title: title, merging: changes.flatMap(\.files))
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
