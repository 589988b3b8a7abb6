import PlanDocuments
import TestSupport
import Scheduling
import Testing

@Suite struct LeastLatenessTests {
  @Test(arguments: SmallVault.Kind.allCases)
  func nearlyEveryPlanIsAsEarlyAsAnyPlanCanBe(kind: SmallVault.Kind) {
    let seeds = seedCount ?? 10
    var misses = 0
    var worst = 0
    var proofs = 0
    for seed in 0..<seeds {
      let vault = SmallVault(kind: kind, seed: seed)
      let schedule = PlanSchedule(of: vault.problem)
      let verdict = vault.verdict(on: schedule)
      proofs += schedule.isProvedBest ? 1 : 0
      if verdict.gap > 0 {
        #expect(!schedule.isProvedBest, "\(kind) \(seed): called the best possible")
        misses += 1
        worst = max(worst, verdict.gap)
        if seedCount != nil { print("\(kind) \(seed): \(verdict)") }
      }
    }
    if seedCount != nil {
      print("\(kind): \(misses) of \(seeds) later than the least, worst \(worst), \(proofs) proved")
    }
    #expect(misses * 100 <= max(100, seeds), "\(kind): \(misses) of \(seeds)")
    #expect(worst <= 6)
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
