import PlanDocuments

/// How the tasks of one milestone share its effort.
///
/// Weights are whole numbers in a unit of their own; only their ratios count.
package struct TaskWeights {
  /// Weights of the tasks without sub-tasks, by state.
  var open = 0
  var ticked = 0
  var cancelled = 0
  /// Where tasks alone give hours, a weight is a number of minutes times this; nil where none has hours.
  var unitsAMinute: Int?

  /// A task without hours weighs this much; one with hours, its minutes times `factor`.
  private let weightWithout: Int
  private let factor: Int

  var total: Int { open + ticked + cancelled }

  package func weight(of task: PlanTask) -> Int { task.minutes.map { Int($0) * factor } ?? weightWithout }

  /// The minutes of all tasks, those without hours counted as the mean of the others, rounded up; nil where none has hours.
  package var minutesOfTasks: Int? { unitsAMinute.map { (total + $0 - 1) / $0 } }

  /// - Parameter effort: the milestone's own effort (low + high minutes, so that the mean needs no fraction), or nil.
  package init(of tasks: ArraySlice<PlanTask>, doubledEffort effort: Int?) {
    var sum = 0
    var given = 0
    var without = 0
    for task in tasks where task.isLeaf {
      if let minutes = task.minutes {
        sum += Int(minutes)
        given += 1
      } else {
        without += 1
      }
    }

    // One weight for every task without hours and a factor for those with, so that nothing is rounded:
    // an equal share of what the effort leaves, else the mean of those with hours, else all alike.
    if let effort, without > 0, effort > 2 * sum {
      (weightWithout, factor) = (effort - 2 * sum, 2 * without)
    } else if given > 0 {
      (weightWithout, factor) = (sum, given)
    } else {
      (weightWithout, factor) = (1, 1)
    }
    unitsAMinute = effort == nil && given > 0 ? given : nil
    for task in tasks where task.isLeaf {
      let weight = weight(of: task)
      switch task.state {
      case .open: open += weight
      case .done: ticked += weight
      case .cancelled: cancelled += weight
      }
    }
  }
}
