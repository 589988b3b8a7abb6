import Scheduling

/// Work that a slice gives goal by goal, not in the plan's order: to those that the person put first, and as habit has it.
extension RunSimulator {
  /// Gives the goals that come before all others what they can use of the slice.
  /// - Returns: the minutes used.
  mutating func workFirst() -> Double {
    guard keepsFirst else { return 0 }
    queue.beginChanges()
    var used = 0.0
    for goal in network.firstGoals.lazy.map({ Int($0) })
    where Int(network.firstUntil[goal]) >= slice.first && readyCount[goal] > 0 {
      let quota = min(minutesLeft(ofGoal: goal), minutes(through: slice.last) - used)
      if quota > Self.nothing { used += work(on: goal, minutes: quota) }
    }
    return used
  }

  /// Gives each goal of the minutes what habit gives it, spread over the slice.
  /// - Returns: the minutes used, and the part of the slice after which on average the others were left.
  mutating func workByHabit(_ habit: HabitModel, minutes: Double) -> (used: Double, leftFrom: Double) {
    let count = gatherWishes(habit)
    var sum = 0.0
    for index in 0..<count { sum += wishes[index] }
    guard sum > 0 else { return (0, 0) }
    queue.beginChanges()
    let perWish = minutes / sum
    var used = 0.0
    var lost = (minutes: 0.0, start: 0.0)
    for index in 0..<count {
      let goal = Int(wishing[index])
      let wished = min(wishes[index] * perWish, minutes - used)
      // What came before it may have freed or taken something of it.
      let quota = min(goalLeft[goal], wished)
      guard quota > Self.nothing, readyCount[goal] > 0 else {
        lost.minutes += wished
        continue
      }
      let given = work(on: goal, minutes: quota)
      used += given
      lost.minutes += wished - given
      lost.start += (quota - given) * given / quota
    }
    return (used, lost.minutes > 0 ? min(1, lost.start / lost.minutes) : 0)
  }

  /// Gives a goal minutes of the slice, spread over it.
  /// - Returns: the minutes used; fewer where nothing is left that it can work on.
  private mutating func work(on goal: Int, minutes quota: Double) -> Double {
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
      if partLeft[milestone] <= Self.rest {
        if !goesOn(after: milestone, in: goal) { finish(milestone, on: day(atShare: given / quota)) }
      }
    }
    return given
  }

  /// What habit wishes for each goal that has work and time, in proportion to the others.
  /// - Returns: how many these are.
  private mutating func gatherWishes(_ habit: HabitModel) -> Int {
    var count = 0
    for index in habitGoals.indices {
      let goal = Int(habitGoals[index])
      guard readyCount[goal] > 0, minutesLeft(ofGoal: goal) > Self.nothing else { continue }
      wishing[count] = Int32(goal)
      switch way {
      case .order, .shares: wishes[count] = habitWeight[goal]
      case .need:
        wishes[count] = max(1, leftOfGoal[goal]) / max(1, Double(Int(target[goal]) - slice.first) / 7)
      case .favourites, .turns: wishes[count] = 1
      }
      count += 1
    }
    guard count > 1 else { return count }
    if way == .favourites {
      var first = 0
      for index in 1..<count
      where habitWeight[Int(wishing[index])] > habitWeight[Int(wishing[first])] { first = index }
      favour(first, of: count, share: HabitModel.shareOfFavourite)
    } else if way == .turns, slice.weeks == 1 {
      let places = habit.turnPlaces.count
      func wait(_ index: Int) -> Int { (habit.turnPlaces[Int(wishing[index])] - slice.week % places + places) % places }
      var first = 0
      for index in 1..<count where wait(index) < wait(first) { first = index }
      favour(first, of: count, share: HabitModel.shareOfTurn)
    }
    return count
  }

  private mutating func favour(_ first: Int, of count: Int, share: Double) {
    for index in 0..<count { wishes[index] = index == first ? share : (1 - share) / Double(count - 1) }
  }
}
