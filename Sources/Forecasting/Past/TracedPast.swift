package import PlanDocuments

/// The states of a history with what became of each milestone in them: all of a history that does not depend on the files
/// of today.
package struct TracedPast: Sendable {
  package let past: VaultPast
  /// By state, what history needs to know of its plan, and the numbers that its milestones keep.
  private let steps: [PlanStateSummaries.Step]
  let identities: [[Int]]
  /// By state, the numbers that its goals keep.
  let goalIdentities: [[Int]]
  /// The states on the line that led to the last one, oldest first: their days never fall.
  let line: [(day: Day, state: Int)]
  /// The last state; nil where there is none.
  let last: TracedState?
  let nextIdentity: Int
  /// The traced states that were asked for.
  private let kept: [Int: TracedState]

  package init(_ past: VaultPast, today: Day) {
    self.init(past, today: today, steps: PlanStateSummaries.all(of: past, today: today), keeping: [])
  }

  private init(_ past: VaultPast, today: Day, steps: [PlanStateSummaries.Step], keeping wanted: Set<Int>) {
    self.past = past
    self.steps = steps
    // No state is from tomorrow, whatever the clock said.
    let days = past.states.map { min($0.day, today) }
    var nextIdentity = 0
    var states: [TracedState?] = []
    var identities: [[Int]] = []
    var goalIdentities: [[Int]] = []
    var kept: [Int: TracedState] = [:]
    var children = [Int](repeating: 0, count: past.states.count)
    for state in past.states { for parent in state.parents { children[parent] += 1 } }
    for (index, state) in past.states.enumerated() {
      let before = state.parents.compactMap { states[$0] }
      // A state that no other follows is not needed any more: the next one can be made out of it.
      for parent in state.parents {
        children[parent] -= 1
        if children[parent] == 0 { states[parent] = nil }
      }
      let traced = TracedState(
        steps[index], on: days[index], after: before, renames: state.renames, nextIdentity: &nextIdentity)
      identities.append(traced.identities)
      goalIdentities.append(traced.goalIdentities)
      if wanted.contains(index) { kept[index] = traced }
      states.append(traced)
    }
    self.identities = identities
    self.goalIdentities = goalIdentities
    self.nextIdentity = nextIdentity
    self.kept = kept
    last = states.last.flatMap(\.self)
    line = Self.line(past, days)
  }

  private static func line(_ past: VaultPast, _ days: [Day]) -> [(day: Day, state: Int)] {
    var line: [(day: Day, state: Int)] = []
    var next = past.states.indices.last
    while let index = next {
      // A commit was not made after one that follows it.
      line.append((min(days[index], line.last?.day ?? days[index]), index))
      next = past.states[index].parents.first
    }
    return line.reversed()
  }

  /// What history needs to know of the plan of a state.
  func sheet(of state: Int) -> PlanStateSummary { steps[state].sheet }

  /// The last state of the line at the end of a day; nil where all are later.
  func state(atEndOf day: Day) -> Int? {
    var (low, high) = (0, line.count)
    while low < high {
      let middle = (low + high) / 2
      if line[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? line[low - 1].state : nil
  }

  // MARK: Going back

  /// The same, ready to be cut off at any of these states.
  func keeping(_ states: Set<Int>, today: Day) -> TracedPast {
    TracedPast(past, today: today, steps: steps, keeping: states)
  }

  /// What was known after one of the states that are kept.
  func cut(after state: Int) -> TracedPast? { kept[state].map { TracedPast(self, endingWith: $0, state) } }

  private init(_ whole: TracedPast, endingWith last: TracedState, _ state: Int) {
    past = VaultPast(states: Array(whole.past.states[...state]), isShallow: whole.past.isShallow)
    steps = Array(whole.steps[...state])
    identities = Array(whole.identities[...state])
    goalIdentities = Array(whole.goalIdentities[...state])
    line = Array(whole.line.prefix { $0.state <= state })
    self.last = last
    nextIdentity = whole.nextIdentity
    kept = [:]
  }
}
