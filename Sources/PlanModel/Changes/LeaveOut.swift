import PlanDocuments

extension Plan {
  /// Leaves a task out with those nested in it, in memory only.
  package mutating func leaveOut(task left: Int, of milestone: Int) {
    let items = documents[milestones[milestone].document].items
    let depth = items[Int(tasks[left].item)].depth
    let nested = ((left + 1)..<milestones[milestone].tasks.upperBound).prefix {
      items[Int(tasks[$0].item)].depth > depth
    }
    for task in [left] + nested where tasks[task].state == .open { tasks[task].state = .cancelled }
  }

  /// Leaves a milestone out, in memory only: what came after it comes after what it came after.
  package mutating func leaveOut(milestone left: Int) {
    milestones[left].state = .cancelled
    for index in milestones.indices where milestones[index].predecessors.contains(left) {
      let before = milestones[index].predecessors.filter { $0 != left } + milestones[left].predecessors
      milestones[index].predecessors = Set(before).sorted()
    }
  }
}
