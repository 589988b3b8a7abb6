import PlanDocuments

/// What goals are called in running text: by the name of their file, or by their id where two files have one name.
package struct GoalLabels: Sendable {
  private let labels: [String]

  package init(of plan: Plan) {
    let names = plan.goals.map { GoalNames.name(of: plan.documents[$0.document].text.path) }
    var count: [String: Int] = [:]
    for name in names { count[name, default: 0] += 1 }
    labels = zip(plan.goals, names).map { count[$1] == 1 ? $1 : $0.id }
  }

  /// - Parameter goal: its index in `Plan.goals`.
  package subscript(goal: Int) -> String { labels[goal] }
}
