import PlanDocuments

/// What history needs to know of a plan at one moment: its boxes, estimates and dates.
struct PlanSheet: Sendable {
  struct Goal: Sendable {
    var id: String
    var title: String
    var path: VaultPath
    var isActive: Bool
    var start: Day?
    var milestones: Range<Int>
  }

  struct Box: Equatable, Sendable {
    var title: String
    var state: BoxState
    /// Its share of the milestone's effort, in a unit of the milestone's own.
    var weight: Int
    var done: Day?
  }

  struct Milestone: Equatable, Sendable {
    var goal: Int
    var id: String
    var title: String
    var path: VaultPath
    var state: MilestoneState
    /// The middle of what was written, in minutes; nil where nothing was.
    var effort: Int?
    var due: Day?
    var done: Day?
    var amount: Amount?
    /// Tasks without sub-tasks, in the order of the file.
    var boxes: [Box]
  }

  var goals: [Goal]
  var milestones: [Milestone]
  /// The hours that were declared then.
  var hours: WorkHours

  init(_ plan: Plan) {
    hours = WorkHours(of: plan)
    goals = plan.goals.map {
      Goal(
        id: $0.id, title: $0.title, path: plan.documents[$0.document].text.path,
        isActive: $0.status == .active, start: $0.start, milestones: $0.milestones)
    }
    milestones = plan.milestones.map { milestone in
      let document = plan.documents[milestone.document]
      let tasks = plan.tasks[milestone.tasks]
      let weights = TaskWeights(of: tasks, doubledEffort: milestone.effort.map { $0.low + $0.high })
      return Milestone(
        goal: milestone.goal, id: milestone.id, title: milestone.title, path: document.text.path,
        state: milestone.state, effort: milestone.effort?.middle ?? weights.minutesOfTasks, due: milestone.due,
        done: milestone.done, amount: milestone.progress,
        boxes: tasks.filter(\.isLeaf).map {
          Box(
            title: document.title(of: Int($0.item)), state: $0.state, weight: weights.weight(of: $0), done: $0.done)
        })
    }
  }
}

extension PlanSheet.Milestone {
  /// The weight of all boxes, cancelled ones too: the estimate was made with them.
  var weight: Int { boxes.reduce(0) { $0 + $1.weight } }

  /// What a box is of the milestone's effort, 0 to 1.
  func share(ofBox box: Int) -> Double {
    let total = weight
    return total > 0 ? Double(boxes[box].weight) / Double(total) : 0
  }
}
