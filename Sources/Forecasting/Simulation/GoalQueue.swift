/// Goals in the order in which their most urgent work comes, kept from day to day, since few of them change on one.
struct GoalQueue: ~Copyable {
  /// By goal; the greatest number for one without work.
  private var keys: WorkingColumn<UInt64>
  private var order: WorkingColumn<Int32>
  private var placeOfGoal: WorkingColumn<Int32>
  /// All before it have had what the day gives them.
  private var cursor = 0
  /// All before it have had what the week gives them.
  private var weekCursor = 0

  init(goals: Int) {
    keys = WorkingColumn(repeating: .max, count: goals)
    order = WorkingColumn((0..<goals).map { Int32($0) })
    placeOfGoal = WorkingColumn((0..<goals).map { Int32($0) })
  }

  mutating func removeAll() {
    for goal in 0..<keys.count { keys[goal] = .max }
    beginWeek()
  }

  /// Begins a week: every goal has its turn again.
  mutating func beginWeek() { weekCursor = 0 }

  /// Begins a day: every goal has its turn again that the week has something left for.
  mutating func beginDay() { cursor = weekCursor }

  /// The goal whose turn it is, with its key; nil where no other has work.
  @inline(__always) var next: (goal: Int, key: UInt64)? {
    guard cursor < order.count else { return nil }
    let goal = Int(order[cursor])
    let key = keys[goal]
    return key == .max ? nil : (goal, key)
  }

  /// The goal whose turn it is has none for the rest of the day.
  ///
  /// - Parameter ofWeek: nor for the rest of the week, so that its days need not ask again where all before it are done too.
  @inline(__always) mutating func pass(ofWeek: Bool) {
    if ofWeek && cursor == weekCursor { weekCursor += 1 }
    cursor += 1
  }

  /// Gives a goal its place again; what comes before others has its turn before them, on the same day too.
  mutating func put(_ goal: Int, key: UInt64) {
    if keys[goal] == key { return }
    keys[goal] = key
    var place = Int(placeOfGoal[goal])
    goBack(to: place)
    while place > 0, keys[Int(order[place - 1])] > key {
      move(from: place - 1, to: place)
      place -= 1
    }
    while place + 1 < order.count, keys[Int(order[place + 1])] < key {
      move(from: place + 1, to: place)
      place += 1
    }
    order[place] = Int32(goal)
    placeOfGoal[goal] = Int32(place)
    goBack(to: place)
  }

  @inline(__always) private mutating func goBack(to place: Int) {
    cursor = min(cursor, place)
    weekCursor = min(weekCursor, place)
  }

  @inline(__always) private mutating func move(from: Int, to: Int) {
    order[to] = order[from]
    placeOfGoal[Int(order[to])] = Int32(to)
  }
}
