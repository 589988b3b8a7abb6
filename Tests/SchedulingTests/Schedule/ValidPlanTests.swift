import Foundation
import PlanDocuments
import Scheduling
import TestSupport
import Testing

@Suite struct ValidPlanTests {
  @Test(arguments: SmallVault.Kind.allCases)
  func everyPlanKeepsHoursLimitsOrderAndWaits(kind: SmallVault.Kind) {
    for seed in 0..<(seedCount ?? 15) {
      let vault = SmallVault(kind: kind, seed: seed)
      let schedule = PlanSchedule(of: vault.problem)
      #expect(vault.faults(of: schedule).isEmpty, "\(kind) \(seed): \(vault.faults(of: schedule))")
      for job in vault.jobs.indices where vault.goals[vault.jobs[job].goal].daily == nil {
        #expect(schedule.jobs[job].completion != nil, "\(kind) \(seed): job \(job) never ends")
      }
    }
  }
}
