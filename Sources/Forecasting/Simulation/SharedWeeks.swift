import Scheduling

/// Goals that share hours or wait for each other, passed through together, slice by slice.
///
/// A slice is a day where days count: in the next weeks, if habit has a part in it; and in weeks in which a goal's own days
/// are fewer than what is shared. Else it is what is left of a week until something begins or a fixed day is over; and where
/// habit divides the hours, some whole weeks in which nothing of that kind comes, the more the farther they are off.
extension RunSimulator {
  /// So many weeks are passed day by day where habit divides the hours.
  private static let weeksOfDays = 2

  /// How many weeks are passed at once from a week on: about an eighth of the time until then.
  private static func weeksAtOnce(from week: Int) -> Int { max(1, min(16, week / 8)) }

  mutating func runTogether() {
    for milestone in 0..<network.count
    where network.predecessorCounts[milestone] == 0 && !network.isSeparate[Int(network.goal[milestone])] {
      release(milestone, today: 0)
    }
    var day = 0
    var week = -1
    var nextChange = Int(network.orderChangeStarts[network.goalCount])
    orderedThrough = 0
    while day < network.dayCount {
      noteFixed(before: day)
      while let first = later.first, Int(first >> 32) <= day {
        _ = later.removeFirst()
        makeReady(Int(first & 0xFFFF_FFFF), today: day)
      }
      if readyTotal == 0 {
        guard let first = later.first else { break }
        day = Int(first >> 32)
        continue
      }
      let current = Int(network.weekOfDay[day])
      if current != week || slice.weeks > 1 {
        queue.beginWeek()
        week = current
      }
      begin(sliceFrom: day, in: week)
      changeOrder(through: slice.last, list: network.goalCount, from: &nextChange)
      work()
      day = slice.last + 1
    }
    noteFixed(before: network.dayCount)
  }

  // MARK: Slices

  private mutating func begin(sliceFrom day: Int, in week: Int) {
    let cutWeek = slice.weeks > 1 && day > 0 && network.weekOfDay[day - 1] == Int32(week) ? week : slice.cutWeek
    var pace = network.isShared ? pace(number: 0, in: week) : 1
    var last = Int(network.lastDayOfWeek[week])
    var lastWeek = week
    while nextBreak < network.breaks.count, Int(network.breaks[nextBreak]) < day { nextBreak += 1 }
    let isByDay =
      !network.isShared || (habit == nil ? network.hasOwnDays[week] : week < Self.weeksOfDays)
    if isByDay {
      last = day
    } else {
      if habit != nil, day == 0 || Int(network.lastDayOfWeek[week - 1]) == day - 1 {
        lastWeek = min(week + Self.weeksAtOnce(from: week), network.lastDayOfWeek.count) - 1
        last = Int(network.lastDayOfWeek[lastWeek])
      }
      if nextBreak < network.breaks.count { last = min(last, Int(network.breaks[nextBreak])) }
      if let first = later.first { last = min(last, Int(first >> 32) - 1) }
      while lastWeek > week, Int(network.lastDayOfWeek[lastWeek]) > last { lastWeek -= 1 }
      if lastWeek > week {
        last = Int(network.lastDayOfWeek[lastWeek])
        pace = self.pace(through: lastWeek, from: week)
      }
    }
    slice = Slice(
      number: slice.number + 1, week: week, weeks: lastWeek - week + 1, first: day, last: last, pace: pace,
      cutWeek: cutWeek)
    queue.beginSlice()
  }

  /// The share of the free minutes of several weeks that becomes work.
  private mutating func pace(through last: Int, from week: Int) -> Double {
    var (work, free) = (0.0, 0.0)
    for week in week...last {
      let minutes = network.sharedOfWeek[week]
      work += minutes * pace(number: 0, in: week)
      free += minutes
    }
    return free > 0 ? work / free : 0
  }

  /// Minutes of work that a slice holds up to the end of a day.
  @inline(__always) func minutes(through day: Int) -> Double {
    network.isShared
      ? (network.sharedBefore[day + 1] - network.sharedBefore[slice.first]) * slice.pace : .infinity
  }

  private mutating func work() {
    guard minutes(through: slice.last) > Self.nothing else { return }
    guard let habit, queue.holdsSeveral else {
      _ = workInOrder(upTo: .infinity, share: 1)
      return
    }
    let all = minutes(through: slice.last)
    let first = workFirst()
    guard all - first > Self.nothing else { return }
    let ordered = workInOrder(upTo: .infinity, share: orderShare * (1 - first / all))
    let rest = minutes(through: slice.last) - first - ordered
    guard rest > Self.nothing else { return }
    let (used, start) = workByHabit(habit, minutes: rest)
    if rest - used > Self.nothing {
      queue.beginSlice()
      _ = workInOrder(upTo: rest - used, share: 0, from: start)
    }
  }

  // MARK: In the plan's order

  /// - Parameters:
  ///   - most: minutes, of which no more are used.
  ///   - share: the part of each day's minutes that is used; 0 is what others leave, spread evenly over the slice from a part
  ///     of it on.
  /// - Returns: the minutes used.
  private mutating func workInOrder(upTo most: Double, share: Double, from start: Double = 0) -> Double {
    var used = 0.0
    var day = slice.first
    queue.endChanges()
    while queue.next != .max {
      let milestone = Int(network.milestoneOfRank[Int(queue.next & 0xFFFF_FFFF)])
      let goal = Int(network.goal[milestone])
      if share > 0 { endSliceBeforeWhatBegins(after: day) }
      let all = share > 0 ? minutes(through: slice.last) * share : most
      guard used < all - Self.nothing else { break }
      let left = minutesLeft(ofGoal: goal)
      guard left > Self.nothing else {
        queue.pass(goal, ofWeek: limitLeft[goal] <= Self.nothing)
        continue
      }
      if isOver(milestone) {
        removeMostUrgent(of: goal)
        queue.put(goal, key: mostUrgent(of: goal))
        continue
      }
      let taken = min(partLeft[milestone], left, all - used)
      used += taken
      take(taken, of: milestone, in: goal)
      guard partLeft[milestone] <= Self.rest else { continue }
      guard !goesOn(after: milestone, in: goal) else { continue }
      day =
        share > 0
        ? self.day(atMinutes: used / share, notBefore: day)
        : max(day, self.day(atShare: start + (1 - start) * used / most))
      finish(milestone, on: slice.weeks > 1 ? max(day, dayByOwnHours(of: goal)) : day)
    }
    if share > 0 { endSliceBeforeWhatBegins(after: day) }
    return used
  }

  private mutating func endSliceBeforeWhatBegins(after day: Int) {
    if let first = later.first, Int(first >> 32) <= slice.last, Int(first >> 32) > day {
      slice.last = Int(first >> 32) - 1
    }
  }

  /// The day by whose end a share of the slice's minutes has passed.
  func day(atShare share: Double) -> Int {
    if slice.first == slice.last { return slice.last }
    return day(atMinutes: minutes(through: slice.last) * share, notBefore: slice.first)
  }

  /// The first day of the slice by whose end so many of its minutes have passed; its last where they never do.
  private func day(atMinutes minutes: Double, notBefore day: Int) -> Int {
    guard network.isShared else { return day }
    var (low, high) = (day, slice.last)
    while low < high {
      let middle = (low + high) / 2
      if self.minutes(through: middle) < minutes - Self.nothing { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The day until which a goal has had at least as much time of its own as it took in a slice of several weeks.
  private func dayByOwnHours(of goal: Int) -> Int {
    let sums = Int(network.tableOfGoal[goal]) * (network.lastDayOfWeek.count + 1)
    let before = network.usableBefore[sums + slice.week]
    let all = (network.usableBefore[sums + slice.week + slice.weeks] - before) * slice.pace
    let taken = (all - goalLeft[goal]) / max(Self.nothing, slice.pace)
    for week in slice.week..<(slice.week + slice.weeks) {
      let (start, end) = (network.usableBefore[sums + week], network.usableBefore[sums + week + 1])
      guard end - before >= taken - Self.nothing else { continue }
      let part = end > start ? max(0, taken - (start - before)) / (end - start) : 0
      let days = network.lastDayOfWeek[week] - network.lastDayOfWeek[week - 1]
      return min(slice.last, Int(network.lastDayOfWeek[week - 1]) + max(1, Int((part * Double(days)).rounded(.up))))
    }
    return slice.last
  }

  // MARK: Hours

  /// What a fixed milestone has not been given by its day is no longer of use.
  @inline(__always) func isOver(_ milestone: Int) -> Bool {
    Int32(slice.first) > network.lastWorkDay[milestone]
  }

  @inline(__always) mutating func take(_ minutes: Double, of milestone: Int, in goal: Int) {
    partLeft[milestone] -= minutes
    worked[milestone] += minutes
    goalLeft[goal] -= minutes
    limitLeft[goal] -= minutes
    leftOfGoal[goal] -= minutes
  }

  /// A part of a milestone's work is done: its next one takes its place; false where there is none, so that it is complete.
  mutating func goesOn(after milestone: Int, in goal: Int) -> Bool {
    let goesOn = nextPart(of: milestone)
    if goesOn { moveMostUrgent(milestone, of: goal) } else { removeMostUrgent(of: goal) }
    queue.put(goal, key: mostUrgent(of: goal))
    return goesOn
  }

  /// What is left to a goal of a slice and its week; looked up when the goal's turn comes, as most slices have few turns.
  @inline(__always) mutating func minutesLeft(ofGoal goal: Int) -> Double {
    if goalSlice[goal] == slice.number { return goalLeft[goal] }
    let table = Int(network.tableOfGoal[goal])
    goalSlice[goal] = slice.number
    if slice.weeks > 1 {
      let sums = table * (network.lastDayOfWeek.count + 1) + slice.week
      goalLeft[goal] = (network.usableBefore[sums + slice.weeks] - network.usableBefore[sums]) * slice.pace
      limitLeft[goal] = goalLeft[goal]
      limitWeek[goal] = -1
      return goalLeft[goal]
    }
    let pace = network.isShared ? slice.pace : pace(ofGoal: goal, in: slice.week)
    if limitWeek[goal] != Int32(slice.week) {
      let limit = network.limits[slice.week * network.tableCount + table]
      limitLeft[goal] = limit.isFinite ? limit * pace : .infinity
      // The first days of the week were passed with weeks before it, and have had their part.
      if slice.week == slice.cutWeek, limit.isFinite {
        let rest = network.sharedBefore[Int(network.lastDayOfWeek[slice.week]) + 1] - network.sharedBefore[slice.first]
        limitLeft[goal] *= rest / max(Self.nothing, network.sharedOfWeek[slice.week])
      }
      limitWeek[goal] = Int32(slice.week)
    }
    let sums = table * (network.dayCount + 1)
    let free = network.freeBefore[sums + slice.last + 1] - network.freeBefore[sums + slice.first]
    goalLeft[goal] = min(free * pace, limitLeft[goal])
    return goalLeft[goal]
  }
}

/// Some days of a week that are passed through at once.
struct Slice {
  var number: Int32 = 0
  /// Its first week, and how many whole ones it is; 1 for a part of one.
  var week = 0
  var weeks = 1
  var first = 0
  var last = 0
  var pace = 1.0
  /// The last week whose first days were passed together with weeks before it.
  var cutWeek = -1
}
