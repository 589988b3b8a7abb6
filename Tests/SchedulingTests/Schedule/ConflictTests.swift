import PlanDocuments
import Scheduling
import TestSupport
import Testing

@Suite struct ConflictTests {
  @Test(arguments: [SmallVault.Kind.manyGoals, .waits, .chains, .weekly, .daily, .starts])
  func theLargestConflictIsTheOneFoundByTryingEveryPairOfDays(kind: SmallVault.Kind) {
    var found = 0
    for seed in 0..<(seedCount ?? 25) {
      let vault = SmallVault(kind: kind, seed: seed)
      let problem = vault.problem
      let schedule = PlanSchedule(of: problem)
      let isNever = BackwardPlan(of: problem).goals.map(\.isNever)
      let largest = vault.largestConflict(amongGoals: isNever.indices.filter { !isNever[$0] })
      if let conflict = schedule.conflicts.first {
        found += 1
        #expect(conflict.excessMinutes == largest.minutes, "\(kind) \(seed): \(conflict), \(largest)")
        #expect(conflict.days.last - conflict.days.first + 1 == largest.days, "\(kind) \(seed)")
        #expect(conflict.demands.count >= 2)
        #expect(schedule.worstLateDays > 0)
      } else {
        #expect(largest.minutes == 0 || schedule.worstLateDays == 0, "\(kind) \(seed): \(largest)")
      }
      if schedule.worstLateDays == 0 { #expect(largest.minutes == 0, "\(kind) \(seed): on time, yet \(largest)") }
    }
    if kind == .manyGoals { #expect(found > 0) }
  }
}

extension SmallVault {
  /// Demand less capacity of the worst stretch of whole days, and its length; zeros where all fits.
  func largestConflict(amongGoals members: [Int]) -> (minutes: Int, days: Int) {
    let own = jobs.indices.filter { members.contains(jobs[$0].goal) && goals[jobs[$0].goal].target != nil }
    var earliest = jobs.map(\.start)
    for job in jobs.indices {
      for before in jobs[job].before {
        earliest[job] = max(earliest[job], earliest[before] + (jobs[before].wait > 0 ? jobs[before].wait + 1 : 0))
      }
    }
    // A chain's hours, laid backward minute by minute on the goal's own hours, one job after the other.
    var latest = [Int](repeating: 99, count: jobs.count)
    var begins: [Int: Chain] = [:]
    for job in own.reversed() {
      // A limit that is past, or before the waits are over, binds nothing.
      let ownLatestFinish = (goals[jobs[job].goal].target ?? 0) - jobs[job].wait
      var chain = Chain(day: ownLatestFinish < earliest[job] ? 99 : ownLatestFinish)
      for after in own where jobs[after].before.contains(job) {
        guard var next = begins[after] else { continue }
        let isOwn = jobs[after].goal == jobs[job].goal
        if jobs[job].wait > 0 || !isOwn {
          let week = week(of: next.day)
          let wasPast = next.day < 0
          next.day -= jobs[job].wait > 0 ? jobs[job].wait + 1 : 0
          if jobs[job].wait > 0 || !isOwn { next.inDay = 0 }
          if !isOwn || self.week(of: next.day) != week || (next.day < 0) != (wasPast) { next.inWeek = 0 }
        }
        if next.isBefore(chain) { chain = next }
      }
      latest[job] = chain.day
      for _ in 0..<jobs[job].units * Self.unit {
        while chain.inDay >= units(on: chain.day, goal: jobs[job].goal) * Self.unit
          || chain.inWeek >= (limit(goal: jobs[job].goal, day: chain.day) ?? .max)
        {
          let week = (week(of: chain.day), chain.day < 0)
          chain.day -= 1
          chain.inDay = 0
          if (self.week(of: chain.day), chain.day < 0) != week { chain.inWeek = 0 }
          if chain.day < -200 { break }
        }
        chain.inDay += 1
        chain.inWeek += 1
      }
      begins[job] = chain
    }
    // What has no day left wants its first one.
    for job in own { latest[job] = max(latest[job], earliest[job]) }
    var worst = (minutes: 0, days: 0)
    for first in 0...30 {
      for last in first...40 {
        let inside = own.filter { earliest[$0] >= first && latest[$0] <= last }
        var demand: [Int: Int] = [:]
        for job in inside { demand[jobs[job].goal, default: 0] += jobs[job].units * Self.unit }
        for goal in demand.keys { demand[goal] = min(demand[goal] ?? 0, declared(goal, from: first, through: last)) }
        guard demand.values.count(where: { $0 > 0 }) > 1 else { continue }
        let total = demand.values.reduce(0, +)
        guard total > 0 else { continue }
        // Only a stretch that begins and ends with some of its work counts; a longer one has the same work and more hours.
        guard inside.contains(where: { earliest[$0] == first }), inside.contains(where: { latest[$0] == last }) else {
          continue
        }
        let excess = total - most(demand, from: first, through: last)
        if excess > worst.minutes || (excess == worst.minutes && excess > 0 && last - first + 1 > worst.days) {
          worst = (excess, last - first + 1)
        }
      }
    }
    return worst
  }

  /// The minutes that the goal's own `time` gives between two days, with whole days of the vault.
  private func declared(_ goal: Int, from first: Int, through last: Int) -> Int {
    var minutes: [Int: Int] = [:]
    for day in first...last {
      let own = goals[goal].daily.map { $0[((Int(today.number) + day + 3) % 7 + 7) % 7] * Self.unit } ?? 24 * 60
      minutes[week(of: day), default: 0] += own
    }
    return minutes.reduce(0) { sum, week in
      guard let weekly = goals[goal].weekly else { return sum + week.value }
      let daysLeft = week.key == self.week(of: 0) ? 7 - (Int(today.number) + 3) % 7 : 7
      return sum + min(week.value, weekly * Self.unit * daysLeft / 7)
    }
  }

  private struct Chain {
    var day: Int
    var inDay = 0
    var inWeek = 0
    func isBefore(_ other: Chain) -> Bool {
      (-day, inDay, inWeek) > (-other.day, other.inDay, other.inWeek)
    }
  }

  private func limit(goal: Int, day: Int) -> Int? {
    day >= 0 ? weeklyMinutes(goal: goal, week: week(of: day)) : goals[goal].weekly.map { $0 * Self.unit }
  }

  /// The most minutes that the goals can do between two days, by augmenting paths over goal, week, day.
  private func most(_ demand: [Int: Int], from first: Int, through last: Int) -> Int {
    var capacity: [String: [String: Int]] = [:]
    func add(_ from: String, _ to: String, _ amount: Int) {
      capacity[from, default: [:]][to, default: 0] += amount
      capacity[to, default: [:]][from, default: 0] += 0
    }
    for (goal, minutes) in demand {
      add("source", "goal \(goal)", minutes)
      for day in first...last {
        let week = "goal \(goal) week \(week(of: day))"
        if capacity["goal \(goal)"]?[week] == nil {
          add("goal \(goal)", week, weeklyMinutes(goal: goal, week: self.week(of: day)) ?? 100_000)
        }
        add(week, "day \(day)", units(on: day, goal: goal) * Self.unit)
      }
    }
    for day in first...last { add("day \(day)", "sink", units(on: day) * Self.unit) }
    var total = 0
    while true {
      var cameFrom: [String: String] = ["source": ""]
      var queue = ["source"]
      while !queue.isEmpty, cameFrom["sink"] == nil {
        let node = queue.removeFirst()
        for (next, left) in capacity[node] ?? [:] where left > 0 && cameFrom[next] == nil {
          cameFrom[next] = node
          queue.append(next)
        }
      }
      guard cameFrom["sink"] != nil else { return total }
      var path: [(String, String)] = []
      var node = "sink"
      while let before = cameFrom[node], before != "" {
        path.append((before, node))
        node = before
      }
      let amount = path.map { capacity[$0.0]?[$0.1] ?? 0 }.min() ?? 0
      for (from, to) in path {
        capacity[from]?[to]? -= amount
        capacity[to]?[from]? += amount
      }
      total += amount
    }
  }
}
