import PlanDocuments
import Scheduling
import TestSupport
import Testing

@Suite struct LeastLatenessTests {
  /// Class by class the list of days late, from the largest down, is compared with the best that trying everything finds.
  @Test(arguments: SmallVault.Kind.allCases)
  func nearlyEveryListOfEndsIsTheBestThereIs(kind: SmallVault.Kind) {
    var counts = (vaults: 0, late: 0, missed: 0, largestProved: 0, listProved: 0, wrongProofs: 0)
    for seed in 0..<(seedCount ?? 10) {
      let vault = SmallVault(kind: kind, seed: seed, wholeWeeks: true)
      var problem = vault.problem
      problem.pace = 100
      let schedule = PlanSchedule(of: problem)
      let ends = vault.ends()
      let days = ends.map { vault.completion(of: $0, in: schedule) }
      counts.vaults += 1
      guard zip(ends, days).contains(where: { $0.day < $1 }) else { continue }
      counts.late += 1
      var isBest = true
      for number in 0..<4 where ends.contains(where: { $0.priorityClass == number }) {
        func list(after origin: (SmallVault.End) -> Int) -> [Int] {
          zip(ends, days).filter { $0.0.priorityClass == number }.map { max(0, $1 - origin($0)) }.sorted(by: >)
        }
        let byReach = vault.leastList(ends, class: number, kept: days, after: \.reachable)
        let most = zip(ends, days).map { max($0.reachable, $1) }
        let byDay = vault.leastList(ends, class: number, kept: days, after: \.day, most: most)
        let lists = (list(after: \.reachable), list(after: \.day))
        let place = max(0, 2 * number - 1)
        let isLargestProved = place < schedule.isLargestProved.count && schedule.isLargestProved[place]
        if isLargestProved, lists.0.first != byReach.first || lists.0 == byReach && lists.1.first != byDay.first {
          counts.wrongProofs += 1
          if seedCount != nil { print("\(kind) \(seed) class \(number): wrong proof") }
        }
        if lists.0 != byReach || lists.1 != byDay {
          isBest = false
          if seedCount != nil { print("\(kind) \(seed) class \(number): \(lists), best \(byReach) \(byDay)") }
        }
      }
      if schedule.isProvedBest, !isBest { counts.wrongProofs += 1 }
      counts.missed += isBest ? 0 : 1
      counts.largestProved += schedule.isLargestProved.contains(false) ? 0 : 1
      counts.listProved += schedule.isProvedBest ? 1 : 0
    }
    if seedCount != nil { print("\(kind): \(counts)") }
    #expect(counts.wrongProofs == 0)
    #expect(counts.missed * 50 <= max(50, counts.late), "\(kind): \(counts)")
  }

  @Test(arguments: [SmallVault.Kind.oneGoal, .manyGoals, .waits, .weekly, .daily, .fixed, .starts, .priorities])
  func aGoalFitsAloneExactlyWhenSomePlanOfItDoes(kind: SmallVault.Kind) {
    for seed in 0..<(seedCount ?? 15) {
      let vault = SmallVault(kind: kind, seed: seed)
      let plan = BackwardPlan(of: vault.problem)
      for goal in vault.goals.indices {
        var limit: [Int: Int] = [:]
        for (index, job) in vault.jobs.enumerated() where job.goal == goal {
          if let day = job.fixed ?? vault.goals[goal].target { limit[index] = day - job.wait }
        }
        #expect(plan.goals[goal].fits == vault.canMeet(limit, isAlone: true), "\(kind) \(seed), goal \(goal)")
      }
    }
  }
}
