extension Plan {
  /// Leaves a milestone out, in memory only: what came after it comes after what it came after.
  package mutating func leaveOut(milestone left: Int) {
    milestones[left].state = .cancelled
    for index in milestones.indices where milestones[index].predecessors.contains(left) {
      let before = milestones[index].predecessors.filter { $0 != left } + milestones[left].predecessors
      milestones[index].predecessors = Set(before).sorted()
    }
  }
}
