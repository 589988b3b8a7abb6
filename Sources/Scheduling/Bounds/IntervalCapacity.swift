import PlanDocuments
import PlanModel

/// How much of what goals want to do between two days there are hours for: the max-flow goal → goal-week limit → goal-day
/// → shared day.
struct IntervalCapacity {
  private let hours: FreeHours
  /// Minutes wanted by goal; only goals listed in `goals` count.
  private var left: [Int]
  private var dayLeft: [Int]
  private var segmentLeft: [Int]

  init(_ hours: FreeHours, goalCount: Int) {
    self.hours = hours
    left = [Int](repeating: 0, count: goalCount)
    dayLeft = left
    segmentLeft = left
  }

  /// The hours that goals declare for themselves, whatever the vault has.
  init(declaredBy scheduleCase: ScheduleCase) {
    let hours = scheduleCase.hours
    let wholeDays = Hours.entries([HoursEntry(minutes: 24 * 60, rhythm: .days(.all))])
    let declared = WorkHours(vault: WorkHours.Source(hours: wholeDays), goals: hours.hours.goals)
    self.init(
      FreeHours(declared, today: hours.today, from: hours.first, through: hours.first + hours.dayCount - 1),
      goalCount: scheduleCase.network.goalCount)
  }

  /// The minutes that a goal may take by its own `time`; `Int.max` where it declares none.
  func declared(goal: Int, from first: Int, through last: Int) -> Int {
    hours.hours.goals[goal].entries.isEmpty ? Int.max : own(goal: goal, from: first, through: last)
  }

  private func indices(from first: Int, through last: Int) -> Range<Int> {
    let lower = max(0, hours.todayIndex + first)
    return lower..<max(lower, min(hours.dayCount, hours.todayIndex + last + 1))
  }

  /// The minutes that a goal may take between two times, both included, by itself.
  func own(goal: Int, from first: Int, through last: Int) -> Int {
    let table = Int(hours.tableOfGoal[goal])
    var total = 0
    var inSegment = 0
    var current = -1
    for index in indices(from: first, through: last) {
      let segment = Int(hours.segment[index])
      if segment != current {
        current = segment
        inSegment = 0
      }
      let cap = Int(hours.weeklyCaps[table * hours.segmentCount + segment])
      let taken = min(Int(hours.free[table * hours.dayCount + index]), cap - inSegment)
      inSegment += taken
      total += taken
    }
    return total
  }

  /// What a plan by rule of thumb finds room for: never more than the flow, and nearly always as much.
  ///
  /// Each day goes first to the goals with the least room to spare.
  mutating func ruleOfThumb(
    goals: [Int], demand: [Int], own: [Int], from first: Int, through last: Int
  ) -> Int {
    guard hours.isShared else { return goals.reduce(0) { $0 + min(demand[$1], own[$1]) } }
    var room = own
    for goal in goals { left[goal] = min(demand[goal], own[goal]) }
    var found = 0
    let wanted = goals.reduce(0) { $0 + left[$1] }
    var current = -1
    for index in indices(from: first, through: last) {
      let segment = Int(hours.segment[index])
      if segment != current {
        current = segment
        for goal in goals {
          segmentLeft[goal] = Int(hours.weeklyCaps[Int(hours.tableOfGoal[goal]) * hours.segmentCount + segment])
        }
      }
      var shared = Int(hours.vault[index])
      for goal in goals {
        dayLeft[goal] = min(
          Int(hours.free[Int(hours.tableOfGoal[goal]) * hours.dayCount + index]), segmentLeft[goal])
      }
      while shared > 0 {
        var best = -1
        for goal in goals where left[goal] > 0 && dayLeft[goal] > 0 {
          if best < 0 || room[goal] - left[goal] < room[best] - left[best] { best = goal }
        }
        if best < 0 { break }
        let taken = min(shared, min(left[best], dayLeft[best]))
        shared -= taken
        left[best] -= taken
        segmentLeft[best] -= taken
        room[best] -= taken
        dayLeft[best] = 0
        found += taken
      }
      if found == wanted { break }
      for goal in goals { room[goal] -= min(dayLeft[goal], max(0, segmentLeft[goal])) }
    }
    return found
  }

  /// The flow itself.
  func flow(goals: [Int], demand: [Int], from first: Int, through last: Int) -> Int {
    let range = indices(from: first, through: last)
    let dayNode = 2
    var network = MaximumFlow(nodeCount: 2 + range.count)
    for index in range {
      network.addEdge(
        from: dayNode + index - range.lowerBound, to: 1,
        capacity: hours.isShared ? Int(hours.vault[index]) : Int.max / 4)
    }
    for goal in goals where demand[goal] > 0 {
      let table = Int(hours.tableOfGoal[goal])
      let node = network.addNode()
      network.addEdge(from: 0, to: node, capacity: demand[goal])
      var current = -1
      var from = node
      for index in range {
        let segment = Int(hours.segment[index])
        let cap = hours.weeklyCaps[table * hours.segmentCount + segment]
        if segment != current {
          current = segment
          from = node
          if cap != FreeHours.unlimited {
            from = network.addNode()
            network.addEdge(from: node, to: from, capacity: Int(cap))
          }
        }
        let free = Int(hours.free[table * hours.dayCount + index])
        if free > 0 { network.addEdge(from: from, to: dayNode + index - range.lowerBound, capacity: free) }
      }
    }
    return network.flow(from: 0, to: 1)
  }
}
