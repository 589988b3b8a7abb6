/// What a run draws.
///
/// Each number is a function of the run and of what it is drawn for, and of nothing else.
extension RunSimulator {
  mutating func drawMilestones(seed: UInt64) {
    for goal in 0..<network.goalCount {
      guard let effort = efforts[goal] else { continue }
      commonEffort[goal] = effort.commonFactor(
        drawnBy: RandomNumbers.number(seed: seed, identity: goalIdentity[goal], purpose: .goalEffort))
    }
    let grown = growth.factor(drawnBy: RandomNumbers.number(seed: seed, identity: 0, purpose: .growth))
    for index in 0..<network.count {
      let identity = network.identity[index]
      let goal = Int(network.goal[index])
      factor[index] = grown
      if network.unseenShare[index] > 0 {
        let number = RandomNumbers.number(seed: seed, identity: identity, purpose: .unseen)
        factor[index] *= 1 - RandomNumbers.fraction(number) * network.unseenShare[index]
      }
      if let range = network.effortRange[index], network.minutes[index] > 0 {
        let number = RandomNumbers.number(seed: seed, identity: identity, purpose: .effortRange)
        factor[index] *= range.value(at: RandomNumbers.fraction(number)) / network.minutes[index]
      }
      if let effort = efforts[goal] {
        let number = RandomNumbers.number(seed: seed, identity: identity, purpose: .effort)
        factor[index] *= effort.pool.value(drawnBy: number) * commonEffort[goal]
      }
      switch network.wait[index] {
      case .days(let days): wait[index] = Int32(days)
      case .range(let range):
        let share = RandomNumbers.fraction(RandomNumbers.number(seed: seed, identity: identity, purpose: .wait))
        wait[index] = Self.days(
          range.value(at: network.elapsedShare[index] + share * (1 - network.elapsedShare[index])))
      }
    }
  }

  mutating func expectMilestones() {
    for index in 0..<network.count {
      factor[index] = growth.expectedFactor * (1 - network.unseenShare[index] / 2)
      if let effort = efforts[Int(network.goal[index])] { factor[index] *= effort.pool.mean }
      switch network.wait[index] {
      case .days(let days): wait[index] = Int32(days)
      case .range(let range):
        wait[index] = Self.days(range.value(at: network.elapsedShare[index] + 0.5 * (1 - network.elapsedShare[index])))
      }
    }
  }

  mutating func drawHabit(seed: UInt64) {
    guard let habit else { return }
    orderShare = habit.orderShare(drawnBy: RandomNumbers.number(seed: seed, identity: 0, purpose: .order))
    for goal in habitGoals {
      let number = RandomNumbers.number(seed: seed, identity: goalIdentity[Int(goal)], purpose: .habit)
      habitWeight[Int(goal)] = habit.weight(ofGoal: Int(goal), drawnBy: number)
    }
  }

  mutating func expectHabit() {
    guard let habit else { return }
    orderShare = habit.orderShare
    for goal in habitGoals { habitWeight[Int(goal)] = habit.shares[Int(goal)] }
  }

  /// Whole days, rounded up; at most a hundred years.
  private static func days(_ value: Double) -> Int32 { Int32(min(36_525, value.rounded(.up))) }

  /// The share of its free hours that a goal's person finishes in a week.
  @inline(__always) mutating func pace(ofGoal goal: Int, in week: Int) -> Double {
    pace(number: Int(network.paceOfGoal[goal]), in: week)
  }

  @inline(__always) mutating func pace(number index: Int, in week: Int) -> Double {
    guard let weekStream else { return meanPaces[index] }
    if paceWeek[index] != Int32(week) {
      let number = RandomNumbers.number(
        of: weekStream, identity: paceIdentity[index] ^ UInt64(bitPattern: Int64(network.firstWeek + week)))
      pace[index] = commonPace[index] * weeks.value(of: index, drawnBy: number)
      paceWeek[index] = Int32(week)
    }
    return pace[index]
  }
}
