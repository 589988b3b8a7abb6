import Scheduling

/// Goals that share hours or wait for each other, passed through together, slice by slice.
///
/// A slice is a day where days count: in the next weeks, if habit has a part in it; and in weeks in which a goal's own days
/// are fewer than what is shared. Else it is what is left of a week until something begins or a fixed day is over.
extension RunSimulator {
  /// So many weeks are passed day by day where habit divides the hours.
  private static let weeksOfDays = 4

  mutating func runTogether() {
    for milestone in 0..<network.count
    where network.predecessorCounts[milestone] == 0 && !network.isSeparate[Int(network.goal[milestone])] {
      release(milestone, today: 0)
    }
    var day = 0
    var week = -1
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
      if current != week {
        queue.beginWeek()
        week = current
      }
      begin(sliceFrom: day, in: week)
      work()
      day = slice.last + 1
    }
    noteFixed(before: network.dayCount)
  }

  // MARK: Slices

  private mutating func begin(sliceFrom day: Int, in week: Int) {
    let pace = network.isShared ? pace(number: 0, in: week) : 1
    var last = Int(network.lastDayOfWeek[week])
    while nextBreak < network.breaks.count, Int(network.breaks[nextBreak]) < day { nextBreak += 1 }
    let isByDay =
      !network.isShared || (habit == nil ? network.hasOwnDays[week] : week < Self.weeksOfDays)
    if isByDay {
      last = day
    } else {
      if nextBreak < network.breaks.count { last = min(last, Int(network.breaks[nextBreak])) }
      if let first = later.first { last = min(last, Int(first >> 32) - 1) }
    }
    slice = Slice(number: slice.number + 1, week: week, first: day, last: last, pace: pace)
    queue.beginSlice()
  }

  /// Minutes of work that a slice holds up to the end of a day.
  @inline(__always) private func minutes(through day: Int) -> Double {
    network.isShared
      ? (network.sharedBefore[day + 1] - network.sharedBefore[slice.first]) * slice.pace : .infinity
  }

  private mutating func work() {
    guard minutes(through: slice.last) > Self.nothing else { return }
    guard let habit, queue.holdsSeveral else {
      _ = workInOrder(upTo: .infinity, share: 1)
      return
    }
    let share = orderShare
    let ordered = workInOrder(upTo: .infinity, share: share)
    let rest = minutes(through: slice.last) - ordered
    guard rest > Self.nothing else { return }
    let passedOn = rest - workByHabit(habit, minutes: rest)
    if passedOn > Self.nothing {
      queue.beginSlice()
      _ = workInOrder(upTo: passedOn, share: 0)
    }
  }

  // MARK: In the plan's order

  /// - Parameters:
  ///   - most: minutes, of which no more are used.
  ///   - share: the part of each day's minutes that is used; 0 is all on the last day.
  /// - Returns: the minutes used.
  private mutating func workInOrder(upTo most: Double, share: Double) -> Double {
    var used = 0.0
    var day = share > 0 ? slice.first : slice.last
    while let (goal, key) = queue.next {
      if share > 0 { endSliceBeforeWhatBegins(after: day) }
      let all = share > 0 ? minutes(through: slice.last) * share : most
      guard used < all - Self.nothing else { break }
      let left = minutesLeft(ofGoal: goal)
      guard left > Self.nothing else {
        queue.pass(ofWeek: limitLeft[goal] <= Self.nothing)
        continue
      }
      let milestone = Int(network.milestoneOfRank[Int(key & 0xFFFF_FFFF)])
      if isOver(milestone) {
        removeMostUrgent(of: goal)
        queue.put(goal, key: mostUrgent(of: goal))
        continue
      }
      let taken = min(partLeft[milestone], left, all - used)
      used += taken
      take(taken, of: milestone, in: goal)
      guard partLeft[milestone] <= Self.nothing else { continue }
      while share > 0, day < slice.last, minutes(through: day) * share < used - Self.nothing { day += 1 }
      endPart(of: milestone, in: goal, on: day)
    }
    if share > 0 { endSliceBeforeWhatBegins(after: day) }
    return used
  }

  private mutating func endSliceBeforeWhatBegins(after day: Int) {
    if let first = later.first, Int(first >> 32) <= slice.last, Int(first >> 32) > day {
      slice.last = Int(first >> 32) - 1
    }
  }

  // MARK: By habit

  /// Gives each goal of the minutes what habit gives it, spread over the slice.
  /// - Returns: the minutes used.
  private mutating func workByHabit(_ habit: HabitModel, minutes: Double) -> Double {
    var sum = 0.0
    for goal in habitGoals where readyCount[Int(goal)] > 0 && minutesLeft(ofGoal: Int(goal)) > Self.nothing {
      sum += wish(ofGoal: Int(goal))
    }
    guard sum > 0 else { return 0 }
    var used = 0.0
    for index in habitGoals.indices {
      let goal = Int(habitGoals[index])
      guard readyCount[goal] > 0 else { continue }
      let quota = min(minutesLeft(ofGoal: goal), minutes * wish(ofGoal: goal) / sum, minutes - used)
      guard quota > Self.nothing else { continue }
      var given = 0.0
      while given < quota - Self.nothing, readyCount[goal] > 0 {
        let milestone = Int(network.milestoneOfRank[Int(mostUrgent(of: goal) & 0xFFFF_FFFF)])
        if isOver(milestone) {
          removeMostUrgent(of: goal)
          queue.put(goal, key: mostUrgent(of: goal))
          continue
        }
        let taken = min(partLeft[milestone], quota - given)
        given += taken
        take(taken, of: milestone, in: goal)
        if partLeft[milestone] <= Self.nothing {
          endPart(of: milestone, in: goal, on: day(atShare: given / quota))
        }
      }
      used += given
    }
    return used
  }

  /// The day by whose end a share of the slice's minutes has passed.
  private func day(atShare share: Double) -> Int {
    if slice.first == slice.last { return slice.last }
    let wanted = minutes(through: slice.last) * share - Self.nothing
    var day = slice.first
    while day < slice.last, minutes(through: day) < wanted { day += 1 }
    return day
  }

  // MARK: Hours

  /// What a fixed milestone has not been given by its day is no longer of use.
  @inline(__always) private func isOver(_ milestone: Int) -> Bool {
    Int32(slice.first) > network.lastWorkDay[milestone]
  }

  @inline(__always) private mutating func take(_ minutes: Double, of milestone: Int, in goal: Int) {
    partLeft[milestone] -= minutes
    worked[milestone] += minutes
    goalLeft[goal] -= minutes
    limitLeft[goal] -= minutes
    leftOfGoal[goal] -= minutes
  }

  private mutating func endPart(of milestone: Int, in goal: Int, on day: Int) {
    removeMostUrgent(of: goal)
    let goesOn = nextPart(of: milestone)
    if goesOn { insert(milestone) }
    queue.put(goal, key: mostUrgent(of: goal))
    if !goesOn { finish(milestone, on: day) }
  }

  /// What is left to a goal of a slice and its week; looked up when the goal's turn comes, as most slices have few turns.
  @inline(__always) private mutating func minutesLeft(ofGoal goal: Int) -> Double {
    if goalSlice[goal] == slice.number { return goalLeft[goal] }
    let table = Int(network.tableOfGoal[goal])
    let pace = network.isShared ? slice.pace : pace(ofGoal: goal, in: slice.week)
    if limitWeek[goal] != Int32(slice.week) {
      let limit = network.limits[slice.week * network.tableCount + table]
      limitLeft[goal] = limit.isFinite ? limit * pace : .infinity
      limitWeek[goal] = Int32(slice.week)
    }
    let sums = table * (network.dayCount + 1)
    let free = network.freeBefore[sums + slice.last + 1] - network.freeBefore[sums + slice.first]
    goalLeft[goal] = min(free * pace, limitLeft[goal])
    goalSlice[goal] = slice.number
    return goalLeft[goal]
  }
}

/// Some days of a week that are passed through at once.
struct Slice {
  var number: Int32 = 0
  var week = 0
  var first = 0
  var last = 0
  var pace = 1.0
}
