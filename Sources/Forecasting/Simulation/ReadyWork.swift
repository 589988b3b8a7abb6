import Scheduling

/// What can be worked on, and what follows when something is done.
extension RunSimulator {
  @inline(__always) func mostUrgent(of goal: Int) -> UInt64 {
    readyCount[goal] == 0 ? .max : ready[Int(network.readyStarts[goal])]
  }

  mutating func removeMostUrgent(of goal: Int) {
    readyCount[goal] -= 1
    readyTotal -= 1
    let count = Int(readyCount[goal])
    if count > 0 { sink(ready[Int(network.readyStarts[goal]) + count], of: goal, count: count) }
  }

  /// The most urgent work of a goal gets the place of its next part.
  @inline(__always) mutating func moveMostUrgent(_ milestone: Int, of goal: Int) {
    sink(key(of: milestone), of: goal, count: Int(readyCount[goal]))
  }

  @inline(__always) private mutating func sink(_ key: UInt64, of goal: Int, count: Int) {
    let first = Int(network.readyStarts[goal])
    var place = 0
    while true {
      var child = 2 * place + 1
      if child >= count { break }
      if child + 1 < count && ready[first + child + 1] < ready[first + child] { child += 1 }
      if ready[first + child] >= key { break }
      ready[first + place] = ready[first + child]
      place = child
    }
    ready[first + place] = key
  }

  mutating func insert(_ milestone: Int) {
    let goal = Int(network.goal[milestone])
    let first = Int(network.readyStarts[goal])
    rise(from: Int(readyCount[goal]), in: first, key: key(of: milestone))
    readyCount[goal] += 1
    readyTotal += 1
  }

  /// Its turn and its rank; what presses comes before what is urgent, and that before all turns, by latest starts.
  private func key(of milestone: Int) -> UInt64 {
    let turn: UInt32 =
      if network.pressingFrom[milestone] <= orderedThrough {
        UInt32(bitPattern: network.pressingStart[milestone])
      } else if network.urgentFrom[milestone] <= orderedThrough {
        UInt32(bitPattern: network.urgentStart[milestone]) | 0x4000_0000
      } else {
        UInt32(bitPattern: network.partPlaces[Int(part[milestone])]) ^ 0x8000_0000
      }
    return UInt64(turn) << 32 | UInt64(network.rank[milestone])
  }

  private mutating func rise(from place: Int, in first: Int, key: UInt64) {
    var place = place
    while place > 0 {
      let parent = (place - 1) / 2
      if ready[first + parent] <= key { break }
      ready[first + place] = ready[first + parent]
      place = parent
    }
    ready[first + place] = key
  }

  /// Gives what becomes urgent or presses up to a day its place before the others.
  ///
  /// - Parameters:
  ///   - list: a separate goal, or the number of goals for all that share hours.
  ///   - place: where its changes begin in `RunNetwork.orderChanges`; those that have come are passed.
  mutating func changeOrder(through day: Int, list: Int, from place: inout Int) {
    orderedThrough = Int32(day)
    while place < Int(network.orderChangeStarts[list + 1]), Int(network.orderChangeDays[place]) <= day {
      let milestone = Int(network.orderChanges[place])
      place += 1
      let goal = Int(network.goal[milestone])
      let first = Int(network.readyStarts[goal])
      let rank = UInt64(network.rank[milestone])
      guard let waiting = (0..<Int(readyCount[goal])).first(where: { ready[first + $0] & 0xFFFF_FFFF == rank }) else {
        continue
      }
      rise(from: waiting, in: first, key: key(of: milestone))
      if !network.isSeparate[goal] { queue.put(goal, key: mostUrgent(of: goal)) }
    }
  }

  /// Moves on to the next part of a milestone's work that has any; false where there is none left.
  mutating func nextPart(of milestone: Int) -> Bool {
    let end = network.partStarts[milestone + 1]
    part[milestone] += 1
    while part[milestone] < end {
      partLeft[milestone] = network.partShares[Int(part[milestone])] * network.minutes[milestone] * factor[milestone]
      if partLeft[milestone] > Self.nothing { return true }
      part[milestone] += 1
    }
    return false
  }

  /// All that it comes after is complete.
  mutating func release(_ milestone: Int, today: Int) {
    if Int(start[milestone]) <= today {
      makeReady(milestone, today: today)
    } else {
      later.insert(UInt64(start[milestone]) << 32 | UInt64(milestone))
    }
  }

  mutating func makeReady(_ milestone: Int, today: Int) {
    draw(milestone)
    part[milestone] = network.partStarts[milestone] - 1
    if !network.isHandedOver[milestone] && nextPart(of: milestone) {
      // It may be worked on this same day.
      insert(milestone)
      let goal = Int(network.goal[milestone])
      if !network.isSeparate[goal] { queue.put(goal, key: mostUrgent(of: goal)) }
    } else {
      finish(milestone, on: today)
    }
  }

  mutating func finish(_ milestone: Int, on day: Int) {
    finishing.append(Int32(milestone))
    // Each turn frees what follows; what has no work is finished in its turn, on the same day.
    guard finishing.count == 1 else { return }
    var next = 0
    while next < finishing.count {
      let done = Int(finishing[next])
      next += 1
      let waited = wait[done]
      completion[done] = max(0, Int32(day) + waited - network.elapsedDays[done])
      if network.fixed[done] >= 0 { continue }
      let first = completion[done] + (waited > 0 ? 1 : 0)
      for index in Int(network.followerStarts[done])..<Int(network.followerStarts[done + 1]) {
        let follower = Int(network.followers[index])
        if first >= start[follower] {
          start[follower] = first
          cause[follower] = Int32(done)
        }
        open[follower] -= 1
        if open[follower] == 0 { release(follower, today: day) }
      }
    }
    finishing.removeAll(keepingCapacity: true)
  }

  /// Keeps what was done by the end of each fixed day that has passed.
  mutating func noteFixed(before day: Int) {
    while nextFixed < network.fixedMilestones.count {
      let milestone = Int(network.fixedMilestones[nextFixed])
      guard network.fixed[milestone] < Int32(day) else { return }
      if !network.isSeparate[Int(network.goal[milestone])] { noteDone(before: nextFixed) }
      nextFixed += 1
    }
  }

  /// - Parameter place: in `RunNetwork.fixedMilestones`.
  mutating func noteDone(before place: Int) {
    var done = 0.0
    for index in Int(network.beforeStarts[place])..<Int(network.beforeStarts[place + 1]) {
      let milestone = Int(network.before[index])
      if worked[milestone] > 0 { done += worked[milestone] / factor[milestone] }
    }
    doneBefore[place] = done
  }
}
