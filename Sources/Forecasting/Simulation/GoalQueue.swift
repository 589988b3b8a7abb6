/// Goals in the order in which their most urgent work comes, kept from slice to slice, since few of them change in one.
struct GoalQueue: ~Copyable {
  /// By goal; the greatest number for one without work.
  private var keys: WorkingColumn<UInt64>
  /// The goals with work, by their keys, which are all different.
  private var order: WorkingColumn<Int32>
  private var count = 0
  /// All before it have had what the slice gives them.
  private var cursor = 0
  /// All before it have had what the week gives them.
  private var weekCursor = 0

  init(goals: Int) {
    keys = WorkingColumn(repeating: .max, count: goals)
    order = WorkingColumn((0..<goals).map { Int32($0) })
  }

  mutating func removeAll() {
    for goal in 0..<keys.count { keys[goal] = .max }
    count = 0
    beginWeek()
  }

  /// Begins a week: every goal has its turn again.
  mutating func beginWeek() { weekCursor = 0 }

  var holdsSeveral: Bool { count > 1 }

  /// Begins a slice: every goal has its turn again that the week has something left for.
  mutating func beginSlice() { cursor = weekCursor }

  /// The goal whose turn it is, with its key; nil where no other has work.
  @inline(__always) var next: (goal: Int, key: UInt64)? {
    guard cursor < count else { return nil }
    let goal = Int(order[cursor])
    return (goal, keys[goal])
  }

  /// The goal whose turn it is has none for the rest of the slice.
  ///
  /// - Parameter ofWeek: nor for the rest of the week, so that its slices need not ask again where all before it are done too.
  @inline(__always) mutating func pass(ofWeek: Bool) {
    if ofWeek && cursor == weekCursor { weekCursor += 1 }
    cursor += 1
  }

  /// Gives a goal its place again; what comes before others has its turn before them, in the same slice too.
  mutating func put(_ goal: Int, key: UInt64) {
    let old = keys[goal]
    if old == key { return }
    if old == .max {
      let place = place(of: key)
      order.open(place, count: count)
      count += 1
      order[place] = Int32(goal)
      goBack(to: place)
    } else if key == .max {
      let place = place(of: old)
      order.close(place, count: count)
      count -= 1
      goBack(to: place)
    } else {
      let from = cursor < count && Int(order[cursor]) == goal ? cursor : place(of: old)
      // Found while the goal has its old key: later ones are one place nearer once it is gone.
      let to = key < old ? place(of: key) : place(of: key) - 1
      order.slide(from: from, to: to)
      goBack(to: min(from, to))
    }
    keys[goal] = key
  }

  /// The place of the first goal whose key is no smaller.
  private func place(of key: UInt64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if keys[Int(order[middle])] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  @inline(__always) private mutating func goBack(to place: Int) {
    cursor = min(cursor, place)
    weekCursor = min(weekCursor, place)
  }
}
