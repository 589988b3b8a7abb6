/// What a run draws.
///
/// Each number is a function of the run and of what it is drawn for, and of nothing else.
extension RunSimulator {
  mutating func drawGoals(seed: UInt64) {
    for goal in 0..<network.goalCount {
      guard let effort = efforts[goal] else { continue }
      commonEffort[goal] = effort.commonFactor(
        drawnBy: RandomNumbers.number(seed: seed, identity: goalIdentity[goal], purpose: .goalEffort))
    }
    grown = growth.factor(drawnBy: RandomNumbers.number(seed: seed, identity: 0, purpose: .growth))
  }

  /// What a milestone comes to, and how long it waits; drawn when its turn comes, since many never have one.
  mutating func draw(_ milestone: Int) {
    guard let seed = runSeed else { return expect(milestone) }
    let identity = network.identity[milestone]
    func fraction(_ purpose: RandomNumbers.Purpose) -> Double {
      RandomNumbers.fraction(RandomNumbers.number(seed: seed, identity: identity, purpose: purpose))
    }
    var factor = grown
    if network.minutes[milestone] > 0 {
      if estimates.count > 1 {
        factor *= estimates[Int(fraction(.estimate) * Double(estimates.count))]
      }
      if network.unseenShare[milestone] > 0 { factor *= 1 - fraction(.unseen) * network.unseenShare[milestone] }
      if let range = network.effortRange[milestone] {
        factor *= range.value(at: fraction(.effortRange)) / network.minutes[milestone]
      }
      let goal = Int(network.goal[milestone])
      if let effort = efforts[goal] {
        let number = RandomNumbers.number(seed: seed, identity: identity, purpose: .effort)
        factor *= effort.pool.value(drawnBy: number) * commonEffort[goal]
      }
    }
    self.factor[milestone] = factor
    switch network.wait[milestone] {
    case .days(let days): wait[milestone] = Int32(days)
    case .range(let range):
      let elapsed = network.elapsedShare[milestone]
      wait[milestone] = Self.days(range.value(at: elapsed + fraction(.wait) * (1 - elapsed)))
    }
  }

  private mutating func expect(_ milestone: Int) {
    factor[milestone] = growth.expectedFactor * (1 - network.unseenShare[milestone] / 2)
    if let effort = efforts[Int(network.goal[milestone])] { factor[milestone] *= effort.pool.mean }
    switch network.wait[milestone] {
    case .days(let days): wait[milestone] = Int32(days)
    case .range(let range):
      let elapsed = network.elapsedShare[milestone]
      wait[milestone] = Self.days(range.value(at: elapsed + 0.5 * (1 - elapsed)))
    }
  }

  mutating func drawHabit(seed: UInt64) {
    guard let habit else { return }
    way = habit.way(drawnBy: RandomNumbers.number(seed: seed, identity: 0, purpose: .way))
    orderShare = habit.orderShare(
      in: way, drawnBy: RandomNumbers.number(seed: seed, identity: 0, purpose: .order))
    keepsFirst =
      RandomNumbers.fraction(RandomNumbers.number(seed: seed, identity: 0, purpose: .keepsFirst)) < habit.keeping
    for goal in habitGoals {
      let number = RandomNumbers.number(seed: seed, identity: goalIdentity[Int(goal)], purpose: .habit)
      switch way {
      case .order, .shares: habitWeight[Int(goal)] = habit.weight(ofGoal: Int(goal), drawnBy: number)
      case .favourites: habitWeight[Int(goal)] = habit.liking(ofGoal: Int(goal), drawnBy: number)
      case .need, .turns: break
      }
    }
  }

  mutating func expectHabit() {
    guard let habit else { return }
    orderShare = habit.orderShare
    keepsFirst = habit.keeping >= 0.5
    way = .shares
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
