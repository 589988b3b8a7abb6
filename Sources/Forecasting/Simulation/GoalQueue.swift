/// Goals in the order in which their most urgent work comes: a tree of which each node has the lesser key of its two branches,
/// so that a goal finds its new place in a few steps however far that is.
struct GoalQueue: ~Copyable {
  /// By goal; the greatest number for one without work.
  private var keys: WorkingColumn<UInt64>
  /// The root is 1; the goals are the leaves, those without a turn with the greatest number.
  private var tree: WorkingColumn<UInt64>
  private let goals: Int
  /// How many goals have work.
  private var count = 0
  /// Goals that have had what the slice, and what the week gives them; one that has its turn again stays among them.
  private var passed: [Int32] = []
  private var passedWeek: [Int32] = []
  /// Leaves have changed and the nodes above them have not.
  private var isStale = false

  init(goals: Int) {
    self.goals = goals
    keys = WorkingColumn(repeating: .max, count: goals)
    tree = WorkingColumn(repeating: .max, count: max(2, 2 * goals))
  }

  mutating func removeAll() {
    for goal in 0..<goals { keys[goal] = .max }
    for node in 0..<tree.count { tree[node] = .max }
    count = 0
    passed.removeAll(keepingCapacity: true)
    passedWeek.removeAll(keepingCapacity: true)
    isStale = false
  }

  /// Begins a week: every goal has its turn again.
  mutating func beginWeek() {
    giveTurns(passedWeek)
    passedWeek.removeAll(keepingCapacity: true)
  }

  var holdsSeveral: Bool { count > 1 }

  /// Begins a slice: every goal has its turn again that the week has something left for.
  mutating func beginSlice() {
    giveTurns(passed)
    passed.removeAll(keepingCapacity: true)
  }

  private mutating func giveTurns(_ some: [Int32]) {
    guard !some.isEmpty else { return }
    for goal in some { tree[goals + Int(goal)] = keys[Int(goal)] }
    isStale = true
  }

  /// The least key; the greatest number where no goal has a turn.
  @inline(__always) var next: UInt64 { tree[1] }

  /// A goal has none for the rest of the slice.
  ///
  /// - Parameter ofWeek: nor for the rest of the week, so that its slices need not ask again.
  @inline(__always) mutating func pass(_ goal: Int, ofWeek: Bool) {
    if ofWeek { passedWeek.append(Int32(goal)) } else { passed.append(Int32(goal)) }
    set(goal, .max)
  }

  /// Gives a goal its place again; what comes before others has its turn before them, in the same slice too.
  @inline(__always) mutating func put(_ goal: Int, key: UInt64) {
    let old = keys[goal]
    if old == key { return }
    count += (old == .max ? 1 : 0) - (key == .max ? 1 : 0)
    keys[goal] = key
    set(goal, key)
  }

  @inline(__always) private mutating func set(_ goal: Int, _ key: UInt64) {
    var node = goals + goal
    tree[node] = key
    if isStale { return }
    var least = key
    while node > 1 {
      least = min(least, tree[node ^ 1])
      node /= 2
      if tree[node] == least { return }
      tree[node] = least
    }
  }

  /// Many places change before the next turn is asked for: all are found at once in `endChanges`.
  mutating func beginChanges() { isStale = true }

  /// To be called before turns are asked for.
  mutating func endChanges() {
    guard isStale else { return }
    isStale = false
    for node in stride(from: goals - 1, to: 0, by: -1) { tree[node] = min(tree[2 * node], tree[2 * node + 1]) }
  }
}
