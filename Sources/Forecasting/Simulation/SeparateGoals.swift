import Scheduling

/// Goals whose hours nobody else uses and that wait for no other goal: each is passed through by itself, week by week.
extension RunSimulator {
  mutating func runGoal(_ goal: Int) {
    for index in Int(network.readyStarts[goal])..<Int(network.readyStarts[goal + 1]) {
      let milestone = Int(network.milestonesOfGoal[index])
      if network.predecessorCounts[milestone] == 0 { release(milestone, today: 0) }
    }
    orderedThrough = 0
    var nextChange = Int(network.orderChangeStarts[goal])
    let table = Int(network.tableOfGoal[goal])
    var fixedPlace = Int(network.fixedStarts[goal])
    let fixedEnd = Int(network.fixedStarts[goal + 1])
    var day = 0
    var usedToday = 0.0
    var week = -1
    var limit = 0.0
    while day < network.dayCount {
      while fixedPlace < fixedEnd, fixedDay(fixedPlace) < day {
        noteDone(before: Int(network.fixedOfGoal[fixedPlace]))
        fixedPlace += 1
      }
      while let first = later.first, Int(first >> 32) <= day {
        _ = later.removeFirst()
        makeReady(Int(first & 0xFFFF_FFFF), today: day)
      }
      if readyCount[goal] == 0 {
        guard let first = later.first else { break }
        (day, usedToday) = (Int(first >> 32), 0)
        continue
      }
      if Int(network.weekOfDay[day]) != week {
        week = Int(network.weekOfDay[day])
        limit = network.limits[week * network.tableCount + table]
        if limit.isFinite { limit *= pace(ofGoal: goal, in: week) }
      }
      changeOrder(through: Int(network.lastDayOfWeek[week]), list: goal, from: &nextChange)
      let pace = pace(ofGoal: goal, in: week)
      let milestone = Int(network.milestoneOfRank[Int(mostUrgent(of: goal) & 0xFFFF_FFFF)])
      if Int32(day) > network.lastWorkDay[milestone] {
        // What a fixed milestone has not been given by its day is no longer of use.
        removeMostUrgent(of: goal)
        continue
      }
      // Nothing changes before the week ends, something else can begin, or a fixed day is over.
      var last = Int(network.lastDayOfWeek[week])
      if let first = later.first { last = min(last, Int(first >> 32) - 1) }
      if fixedPlace < fixedEnd { last = min(last, fixedDay(fixedPlace)) }
      last = min(last, Int(network.lastWorkDay[milestone]))
      let sums = table * (network.dayCount + 1)
      let before = network.freeBefore[sums + day] * pace + usedToday
      let most = min(limit, network.freeBefore[sums + last + 1] * pace - before)
      let needed = partLeft[milestone]
      if needed > most + Self.nothing {
        var left = needed - most
        (day, usedToday) = (last + 1, 0)
        // Whole weeks that change nothing else are passed one by one.
        if last == Int(network.lastDayOfWeek[week]) {
          let end = min(
            later.first.map { Int($0 >> 32) } ?? Int.max, fixedPlace < fixedEnd ? fixedDay(fixedPlace) + 1 : Int.max,
            Int(network.lastWorkDay[milestone]) + 1, dayOfChange(nextChange, of: goal))
          var next = week + 1
          while next < network.lastDayOfWeek.count, Int(network.lastDayOfWeek[next]) < end {
            let all = network.freeOfWeek[table * network.lastDayOfWeek.count + next] * self.pace(ofGoal: goal, in: next)
            guard left > all + Self.nothing else { break }
            left -= all
            day = Int(network.lastDayOfWeek[next]) + 1
            next += 1
          }
        }
        worked[milestone] += needed - left
        partLeft[milestone] = left
        limit -= most
        continue
      }
      worked[milestone] += needed
      limit -= needed
      while network.freeBefore[sums + day + 1] * pace < before + needed - Self.nothing { day += 1 }
      usedToday = before + needed - network.freeBefore[sums + day] * pace
      if nextPart(of: milestone) {
        moveMostUrgent(milestone, of: goal)
      } else {
        removeMostUrgent(of: goal)
        finish(milestone, on: day)
      }
    }
    while fixedPlace < fixedEnd {
      noteDone(before: Int(network.fixedOfGoal[fixedPlace]))
      fixedPlace += 1
    }
    later.removeAll()
    readyTotal -= Int(readyCount[goal])
    readyCount[goal] = 0
  }

  private func dayOfChange(_ place: Int, of goal: Int) -> Int {
    place < Int(network.orderChangeStarts[goal + 1]) ? Int(network.orderChangeDays[place]) : Int.max
  }

  private func fixedDay(_ place: Int) -> Int {
    Int(network.fixed[Int(network.fixedMilestones[Int(network.fixedOfGoal[place])])])
  }
}
